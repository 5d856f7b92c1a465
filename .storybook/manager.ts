import { addons } from 'storybook/manager-api';
import { create, getPreferredColorScheme } from 'storybook/theming';
import { CATALOGUE, GROUPS } from '../src/catalogue.ts';
import { numberOf, PITFALLS } from '../src/pitfalls.ts';

/** What the sidebar says of the catalogue's folders, by Storybook's id of each. */
const LABELS = new Map<string, string>([
  ...Object.entries(GROUPS).map(([group, title]) => [`patterns-${group}`, title] as const),
  ...CATALOGUE.map(({ folder, group, title }) => {
    const number = /^\d+/.exec(folder)?.[0] ?? '';
    return [`patterns-${group}-${folder}`, `${number} ${title}`.trim()] as const;
  }),
  ...PITFALLS.map(
    (pitfall) => [`pitfalls-${pitfall.folder}`, `${numberOf(pitfall)} ${pitfall.title}`] as const,
  ),
]);

addons.setConfig({
  theme: create({ base: getPreferredColorScheme(), brandTitle: 'React WebSocket Lab' }),
  sidebar: { renderLabel: ({ id, name }) => LABELS.get(id) ?? name },
});
