import { expect, within } from 'storybook/test';
import preview from '#.storybook/preview';
import { UNEQUAL_BY_NATURE } from '../../mocks/contract/all.ts';
import { FidelityPage } from './FidelityPage.tsx';
import { report } from './report.ts';

const meta = preview.meta({
  component: FidelityPage,
  args: { report, unequalByNature: UNEQUAL_BY_NATURE },
  // The page around it is Fidelity.mdx.
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
});

/** The whole of the last report. */
export const Report = meta.story({
  play: async ({ canvas, userEvent }) => {
    const all = report.groups.flatMap(({ scenarios }) => scenarios).length;
    await expect(canvas.getByText(`${all} of ${all}`)).toBeVisible();

    const { random } = report;
    const scripts = canvas.getByRole('table', { name: /^Random scripts/ });
    await expect(scripts).toHaveTextContent(random.scripts.toLocaleString('en'));

    const { name = '', scenarios = [] } = report.groups[0] ?? {};
    await userEvent.click(canvas.getByText(`${name}: ${scenarios.length}`));
    const table = within(await canvas.findByRole('table', { name }));
    for (const scenario of scenarios) {
      await expect(table.getByText(scenario.name)).toBeVisible();
    }
  },
});

/** A difference, opened: what the browser saw, and what the other saw. */
export const Difference = meta.story({
  args: {
    report: {
      reality: 'a browser',
      date: '2026-01-31',
      subjects: ['the same', 'another'],
      random: {
        reality: 'a browser',
        date: '2026-01-31',
        scripts: 10_000,
        seed: 1,
        seconds: 60,
        differences: 2,
        unsteady: 3,
      },
      groups: [
        {
          name: 'handshake',
          scenarios: [
            { name: 'accepted', differences: {} },
            {
              name: 'held',
              differences: {
                another: { real: ['CONNECTING'], seen: ['open', 'OPEN'], hasEnded: true },
              },
            },
            {
              name: 'refused',
              differences: { another: { real: ['error'], seen: [], hasEnded: false } },
            },
          ],
        },
      ],
    },
  },
  play: async ({ canvas, userEvent }) => {
    const row = (name: string) => canvas.getByRole('row', { name: new RegExp(`^${name}`) });
    await expect(row('All')).toHaveAccessibleName('All 3 of 3 1 of 3');

    await expect(row('The simulation saw')).toHaveAccessibleName(/else 2$/);

    await userEvent.click(canvas.getByText('handshake: 3'));
    await canvas.findByRole('table', { name: 'handshake' });
    await expect(row('accepted')).toHaveAccessibleName('accepted equal equal');
    await expect(row('held')).toHaveAccessibleName('held equal differs');
    await expect(row('refused')).toHaveAccessibleName('refused equal did not end');

    await userEvent.click(canvas.getByText('Traces: held'));
    await expect(await canvas.findByRole('region', { name: 'the browser' })).toHaveTextContent(
      'CONNECTING',
    );
    await expect(canvas.getByRole('region', { name: 'another' })).toHaveTextContent('open OPEN');
  },
});
