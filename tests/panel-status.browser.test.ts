import { mockChannel } from 'storybook/preview-api';
import { expect, test } from 'vitest';
import { PanelChannel } from '../addon/panel/model/channel.ts';
import { Emitter } from '../addon/panel/preview/emitter.ts';
import { Session } from '../addon/story/session.ts';

// Here, and not beside the panel: what a story holds is what the project's own code has set up.
test('the panel is told of a timer that a story sets, and of its end', async () => {
  const session = await Session.open({
    storyId: 'holds-a-timer',
    url: 'wss://lab.test/holds-a-timer',
    liveServerUrl: undefined,
    transport: 'simulated',
  });
  const channel = new PanelChannel(mockChannel());
  // A poll would set timers of its own.
  const nextHeld = () =>
    new Promise<string[]>((resolve) => {
      const undo = channel.on('status', ({ status }) => {
        undo();
        resolve(status.held.map(({ what }) => what));
      });
    });
  let held = nextHeld();
  new Emitter(channel).begin('holds-a-timer', session);
  channel.emit('watch', { isShown: true });
  expect(await held).toEqual([]);

  held = nextHeld();
  const timer = setInterval(() => undefined, 60_000);
  expect(await held).toEqual(['setInterval of 60000 ms']);
  held = nextHeld();
  clearInterval(timer);
  expect(await held).toEqual([]);
  session.dispose();
});
