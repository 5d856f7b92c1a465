import { expect, test } from 'vitest';
import { SimulatedServer } from '../../../mocks/simulated-server.ts';
import { SimulatedWebSocket } from '../../../mocks/simulated-web-socket.ts';
import { heardServer } from '../../story/heard-server.ts';
import { PanelDriver } from './panel-driver.ts';

const URL_OF_TEST = 'wss://lab.test/driver';

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
