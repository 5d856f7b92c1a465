import preview from '#.storybook/preview';
import { LastMessage as Broken } from '../../src/pitfalls/p01-socket-while-rendering/Broken.tsx';
import { LastMessage as Fixed } from '../../src/pitfalls/p01-socket-while-rendering/Fixed.tsx';
import { Pair } from './Pair.tsx';
import { pitfall } from './pitfall-page.tsx';
import { expectFigures } from './sides.ts';

const meta = preview.meta({
  component: Pair,
  args: { url: 'wss://lab.test', Broken, Fixed },
  parameters: {
    ...pitfall('p01-socket-while-rendering'),
    server: {
      warnings: ['rendering', 'open twice'],
      leavesBehind: 'The broken one keeps none of its sockets, so no one can close them.',
    },
  },
});

/** Each side renders ten times, as a component does when its parent renders. Press “Render again” yourself. */
export const TenRenders = meta.story({
  play: async ({ canvas, userEvent }) => {
    const renderAgain = canvas.getByRole('button', { name: 'Render again' });
    for (let renders = 1; renders < 10; renders++) await userEvent.click(renderAgain);
    await expectFigures(canvas, 'p01-socket-while-rendering');
  },
});
