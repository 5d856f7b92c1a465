import { describe, expect, onTestFinished, test } from 'vitest';
import { ServerGroup } from '../../../mocks/server-group.ts';
import { SimulatedServer } from '../../../mocks/simulated-server.ts';
import { SimulatedWebSocket } from '../../../mocks/simulated-web-socket.ts';
import { heardServer, type Call } from '../../story/heard-server.ts';
import type { ServerCommand } from '../model/command.ts';
import { PanelDriver } from './panel-driver.ts';

const URL_OF_TEST = 'wss://lab.test/driver';
const PRICES = 'wss://prices.test/*';
const CHAT = 'wss://chat.test/*';
const MESSAGE = { verb: 'send', content: { kind: 'text', text: 'sent' } } as const;

test.for<[string, (driver: PanelDriver) => unknown]>([
  ['when none is chosen', (driver) => driver.perform({ verb: 'behave', behaviour: undefined })],
  ['when another is', (driver) => driver.perform({ verb: 'behave', behaviour: 'holdsFor(2_000)' })],
  ['when the story is left', (driver) => driver.dispose()],
])('a behaviour is undone %s', async ([, undo]) => {
  const server = new SimulatedServer(URL_OF_TEST);
  const driver = new PanelDriver({
    server: heardServer(server),
    remount: () => undefined,
  });
  await driver.perform({ verb: 'behave', behaviour: 'acceptsAndEchoes()' });
  const socket = new SimulatedWebSocket(URL_OF_TEST);
  const heard: unknown[] = [];
  socket.onmessage = ({ data }) => heard.push(data);
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  socket.send('echoed');
  await expect.poll(() => heard).toEqual(['echoed']);
  await undo(driver);
  socket.send('not echoed');
  await server.nextMessage();
  await server.nextMessage();
  // It would come behind the echo.
  await server.send('last');
  await expect.poll(() => heard).toEqual(['echoed', 'last']);
  server.dispose();
});

describe('with several servers', () => {
  function open() {
    const group = new ServerGroup({
      prices: new SimulatedServer(PRICES),
      chat: new SimulatedServer(CHAT),
    });
    onTestFinished(() => group.dispose());
    const server = heardServer(group);
    const calls: Call[] = [];
    server.hearCalls((call) => {
      calls.push(call);
      return () => undefined;
    });
    return { server, calls, driver: new PanelDriver({ server, remount: () => undefined }) };
  }

  async function connect(url: string) {
    const socket = new SimulatedWebSocket(url);
    const heard: unknown[] = [];
    socket.onmessage = ({ data }) => heard.push(data);
    socket.onclose = ({ code }) => heard.push(code);
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    return { socket, heard };
  }

  test.for<{ command: ServerCommand; expected: unknown }>([
    { command: MESSAGE, expected: 'sent' },
    { command: { verb: 'close', code: 4001, reason: 'bye' }, expected: 4001 },
    { command: { verb: 'drop' }, expected: 1006 },
    { command: { verb: 'fail' }, expected: 1006 },
  ])('$command.verb is done by the chosen one, and heard of it', async ({ command, expected }) => {
    const { driver, calls } = open();
    const price = await connect('wss://prices.test/eur');
    const talk = await connect('wss://chat.test/lobby');
    await driver.perform({ ...command, server: 'chat' });
    await expect.poll(() => talk.heard).toEqual([expected]);
    expect([price.heard, price.socket.readyState]).toEqual([[], WebSocket.OPEN]);
    expect(calls).toMatchObject([{ verb: command.verb, server: 'chat' }]);
  });

  test('each decides about its own handshakes, and is silent alone', async () => {
    const { driver, server, calls } = open();
    const { prices, chat } = server.servers;
    await driver.perform({ verb: 'refuse', status: 503, server: 'prices' });
    expect([prices?.policy, chat?.policy]).toEqual(['refuse', 'accept']);
    await driver.perform({ verb: 'hold', server: 'prices' });
    expect([prices?.policy, chat?.policy]).toEqual(['hold', 'accept']);
    await driver.perform({ verb: 'accept', server: 'prices' });
    expect([prices?.policy, chat?.policy]).toEqual(['accept', 'accept']);
    await connect('wss://prices.test/eur');
    await connect('wss://chat.test/lobby');
    const silent = () => server.connections.map(({ isStalled }) => isStalled);
    await driver.perform({ verb: 'stall', server: 'prices' });
    expect(silent()).toEqual([true, false]);
    await driver.perform({ verb: 'resume', server: 'chat' });
    expect(silent()).toEqual([true, false]);
    await driver.perform({ verb: 'resume', server: 'prices' });
    expect(silent()).toEqual([false, false]);
    // Without a name, both.
    await driver.perform({ verb: 'stall' });
    expect(silent()).toEqual([true, true]);
    expect(calls.at(-1)).toEqual({ verb: 'stall', args: [] });
  });

  test('each has its own behaviour, beside the one that all have', async () => {
    const { driver } = open();
    await driver.perform({ verb: 'behave', behaviour: 'acceptsAndEchoes()', server: 'chat' });
    await driver.perform({ verb: 'behave', behaviour: 'holdsFor(2_000)' });
    const chosen = () => [undefined, 'prices', 'chat'].map((name) => driver.behaviourOf(name));
    expect(chosen()).toEqual(['holdsFor(2_000)', undefined, 'acceptsAndEchoes()']);
    await driver.perform({ verb: 'behave', behaviour: undefined });
    expect(chosen()).toEqual([undefined, undefined, 'acceptsAndEchoes()']);
    const price = await connect('wss://prices.test/eur');
    const talk = await connect('wss://chat.test/lobby');
    price.socket.send('hello');
    talk.socket.send('hello');
    await expect.poll(() => talk.heard).toEqual(['hello']);
    expect(price.heard).toEqual([]);
    driver.dispose();
    expect(chosen()).toEqual([undefined, undefined, undefined]);
  });

  test.for(['trades', 'toString', '__proto__'])('%s is no server of the story', async (server) => {
    const { driver, calls } = open();
    await expect(driver.perform({ verb: 'hold', server })).rejects.toThrow(
      `no server named \`${server}\``,
    );
    expect(calls).toEqual([]);
  });
});
