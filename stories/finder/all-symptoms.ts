import { SYMPTOMS } from './symptoms.ts';

/** What MDX would take for a component or an expression. */
const escapeMdx = (text: string): string => text.replace(/[<{]/g, '\\$&');

/**
 * The page of all symptoms, each a heading with its answers: Storybook's own search finds headings, but only
 * those that stand in a file.
 */
export function allSymptomsPage(): string {
  const sections = SYMPTOMS.map(({ text, title, href, instead }) => {
    // Storybook takes links of MDX that begin with `?path` to their page, as it does those of its sidebar.
    const links = [{ title, href }, ...(instead ? [instead] : [])].map(
      (page) => `[${page.title}](${page.href.replace('./', '')})`,
    );
    return `### ${escapeMdx(text)}\n\n${links.join(' · ')}\n`;
  });
  return `import { Meta } from '@storybook/addon-docs/blocks';

<Meta title="All symptoms" />

# All symptoms

Each with the page that shows the mistake, and the pattern that does it right. Storybook’s own search, at the
top of the sidebar, finds them here. [Find your symptom](?path=/docs/find-your-symptom--docs) understands your
own words as well.

${sections.join('\n')}`;
}
