/** What a story of a pitfall does with its two sides, and sees of them. */
import { waitFor, within } from 'storybook/test';
import { findPitfall, fits, toWords } from '../../src/pitfalls.ts';

/** What is used of a story's `canvas`. */
interface Canvas {
  getByRole(role: string, options: { readonly name: string }): HTMLElement;
}

/** One side of the pair: what is in it. */
export function side(canvas: Canvas, name: 'Broken' | 'Fixed') {
  return within(canvas.getByRole('region', { name }));
}

/** Waits until both sides show this at that label. */
export async function bothShow(canvas: Canvas, label: string, text: string): Promise<void> {
  for (const name of ['Broken', 'Fixed'] as const) {
    await waitFor(() => {
      const shown = side(canvas, name).getByLabelText(label).textContent;
      if (shown !== text) throw new Error(`${name}: “${label}” is ${shown}, and not yet ${text}.`);
    });
  }
}

/** The buttons of both sides with that name, to be pressed one after the other. */
export function buttonsOf(canvas: Canvas, name: string): readonly HTMLElement[] {
  return (['Broken', 'Fixed'] as const).map((which) =>
    side(canvas, which).getByRole('button', { name }),
  );
}

/**
 * Waits until both sides show the figure that the pitfall's page tells, and fails where one does not. The
 * fixed one comes first: what a mistake leaves undone is no news before the other has done it.
 */
export async function expectFigures(canvas: Canvas, folder: string): Promise<void> {
  const { label, broken, fixed } = findPitfall(folder).figure;
  const check = (name: 'Broken' | 'Fixed') => {
    const told = name === 'Broken' ? broken : fixed;
    const measured = Number(side(canvas, name).getByLabelText(label).textContent);
    if (!fits(measured, told))
      throw new Error(`${name}: “${label}” is ${measured}, and told as ${toWords(told)}.`);
  };
  await waitFor(() => check('Fixed'));
  await waitFor(() => check('Broken'));
  // A figure that is small at first may have grown meanwhile.
  check('Fixed');
  check('Broken');
}
