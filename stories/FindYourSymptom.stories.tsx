import { expect } from 'storybook/test';
import preview from '#.storybook/preview';
import { SymptomFinder } from './finder/SymptomFinder.tsx';

const meta = preview.meta({
  title: 'Find your symptom',
  component: SymptomFinder,
  // The page around it is FindYourSymptom.mdx. No server: a second run with a live one would show the same.
  tags: ['!autodocs', 'simulated-only'],
  parameters: { controls: { disable: true } },
});

/** In your own words: the first answer is the mistake that does it, with the pattern for it. */
export const OwnWords = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(
      canvas.getByRole('searchbox', { name: 'What do you see?' }),
      'opens twice',
    );
    const [mistake, pattern] = canvas.getAllByRole('link');
    await expect(mistake).toHaveTextContent('An effect without a clean-up');
    await expect(mistake).toHaveAttribute('href', './?path=/docs/pitfalls-p02-no-clean-up--docs');
    await expect(pattern).toHaveTextContent('A socket in an effect');
    await expect(pattern).toHaveAttribute(
      'href',
      './?path=/docs/patterns-basics-01-use-effect--docs',
    );
    await expect(canvas.getByRole('status')).toHaveTextContent(/answers?, the best first$/);
  },
});

/** An example, by the keyboard alone. */
export const AnExample = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('searchbox')).toHaveValue('opens twice');
    await expect(canvas.getAllByRole('listitem').length).toBeGreaterThan(0);
  },
});

/** Nothing is like it: the page says what to try instead. */
export const NothingFound = meta.story({
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.queryAllByRole('listitem')).toEqual([]);
    await userEvent.type(canvas.getByRole('searchbox'), 'qqqqqqqq');
    await expect(canvas.getByRole('status')).toHaveTextContent(
      /^Nothing is like that. Try fewer words/,
    );
    await userEvent.clear(canvas.getByRole('searchbox'));
    await expect(canvas.getByRole('status')).toBeEmptyDOMElement();
  },
});
