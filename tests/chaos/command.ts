import type { StoryClock } from '../../addon/story/clock/story-clock.ts';
import type { PageCircumstances } from '../../addon/story/circumstances.ts';
import type { SocketServer } from '../../mocks/socket-server.ts';

/** What a sequence acts on. */
export interface World {
  readonly server: SocketServer;
  readonly clock: StoryClock;
  readonly page: PageCircumstances;
  /**
   * Puts the pattern on the page, or gives it another URL where it is there.
   * @param path behind the URL of the server. @default none
   */
  mount(path?: string): void;
  unmount(): void;
  /** Types a text into the pattern's form, and sends it. */
  readonly say: (text: string) => void;
  /** Adds an event at the server, whether anyone is connected or not. */
  readonly log: (text: string) => void;
  /** Presses the button of that number, from 0; it counts from the first again behind the last. */
  press(button: number): void;
}

/** One thing that happens to a pattern, and how a play function says it. */
export interface Command {
  /** @param at its place in the sequence: texts that are sent carry it */
  readonly code: (at: number) => string;
  readonly run: (world: World, at: number) => unknown;
}

const say = (code: string, run: Command['run']): Command => ({ code: () => code, run });

const sends: readonly Command[] = [
  {
    code: (at) => `await server.send('message ${at}');`,
    run: ({ server }, at) => server.send(`message ${at}`),
  },
  {
    code: (at) =>
      `await Promise.all(['a', 'b', 'c'].map((x) => server.send(\`message ${at}\${x}\`)));`,
    run: ({ server }, at) =>
      Promise.all(['a', 'b', 'c'].map((letter) => server.send(`message ${at}${letter}`))),
  },
];

const handshakes: readonly Command[] = [
  say('await server.accept();', ({ server }) => server.accept()),
  say('await server.hold();', ({ server }) => server.hold()),
  say('await server.refuse();', ({ server }) => server.refuse()),
];

const ends: readonly Command[] = [
  say('await server.drop();', ({ server }) => server.drop()),
  say('await server.fail();', ({ server }) => server.fail()),
  ...[1000, 1001, 1008, 1013, 4001, 4401].map((code) =>
    say(`await server.close(${code});`, ({ server }) => server.close(code)),
  ),
  say('await server.close();', ({ server }) => server.close()),
];

const silence: readonly Command[] = [
  say('await server.stall();', ({ server }) => server.stall()),
  say('await server.resume();', ({ server }) => server.resume()),
];

const circumstances: readonly Command[] = [
  say('page.offline();', ({ page }) => page.offline()),
  say('page.online();', ({ page }) => page.online()),
  say('page.hide();', ({ page }) => page.hide()),
  say('page.show();', ({ page }) => page.show()),
  say('page.freeze();', ({ page }) => page.freeze()),
  say('page.resume();', ({ page }) => page.resume()),
  say('page.leave();', ({ page }) => page.leave()),
  say('page.comeBack();', ({ page }) => page.comeBack()),
];

const times: readonly Command[] = [1, 300, 1_000, 5_000, 30_000].map((ms) =>
  say(`await clock.advance(${ms.toLocaleString('en').replaceAll(',', '_')});`, ({ clock }) =>
    clock.advance(ms),
  ),
);

const places: readonly Command[] = [
  say('await mount(null);', (world) => world.unmount()),
  say('await mount(<Pattern url={url} />);', (world) => world.mount()),
  say('await mount(<Pattern url={`${url}/other`} />);', (world) => world.mount('/other')),
];

const presses: readonly Command[] = [0, 1, 2].map((button) =>
  say(`await userEvent.click(canvas.getAllByRole('button').at(${button}));`, (world) =>
    world.press(button),
  ),
);

/** For a pattern that resumes: what happens at the server, which keeps it in a `log`. */
const logs: readonly Command[] = [
  { code: (at) => `log.add('event ${at}');`, run: (world, at) => world.log(`event ${at}`) },
  {
    code: (at) => `for (const x of ['a', 'b', 'c']) log.add(\`event ${at}\${x}\`);`,
    run: (world, at) => ['a', 'b', 'c'].forEach((letter) => world.log(`event ${at}${letter}`)),
  },
];

/** For a pattern that sends: what the user says: one message, three at once, and one that the line loses. */
const says: readonly Command[] = [
  {
    code: (at) => `await userEvent.type(canvas.getByRole('textbox'), 'own ${at}{Enter}');`,
    run: (world, at) => world.say(`own ${at}`),
  },
  {
    code: (at) =>
      `await userEvent.type(canvas.getByRole('textbox'), 'own ${at}a{Enter}own ${at}b{Enter}own ${at}c{Enter}');`,
    run: (world, at) => ['a', 'b', 'c'].forEach((letter) => world.say(`own ${at}${letter}`)),
  },
  {
    code: (at) =>
      `await server.stall(); await userEvent.type(canvas.getByRole('textbox'), 'own ${at}{Enter}'); await server.drop();`,
    run: ({ server, say }, at) => {
      const stalled = server.stall();
      say(`own ${at}`);
      return Promise.all([stalled, server.drop()]);
    },
  },
];

export const COMMANDS = {
  sends,
  says,
  logs,
  handshakes,
  ends,
  silence,
  circumstances,
  times,
  places,
  presses,
};
