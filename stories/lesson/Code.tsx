import { Source } from '@storybook/addon-docs/blocks';
import { useId, useState } from 'react';
import { AddCommand } from './AddCommand.tsx';
import { CopyButton } from './CopyButton.tsx';
import type { Pattern } from '../../src/catalogue.ts';
import { filesOf, flatten } from '../../src/flatten.ts';
import { useIsDark } from './useIsDark.ts';

const FILES = import.meta.glob<string>('../../src/{patterns,components,connection}/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const read = (path: string) => FILES[`../../${path}`];

interface CodeProps {
  readonly pattern: Pattern;
}

/** The command that adds the pattern to a project; the same as one file to copy, and each file that it is made of. */
export function Code({ pattern }: CodeProps) {
  const { folder, view, needs } = pattern;
  const path = `src/patterns/${folder}/${view}`;
  const files = filesOf(path, read).reverse();
  const tabs =
    files.length === 1
      ? [{ name: view, code: read(path) ?? '' }]
      : [
          { name: 'One file', code: flatten(path, read) },
          ...files.map((file) => ({
            name: file.split('/').at(-1) ?? file,
            code: read(file) ?? '',
          })),
        ];
  const [chosen, setChosen] = useState(0);
  const panelId = useId();
  const isDark = useIsDark();
  const { name, code } = tabs[chosen] ?? tabs[0] ?? { name: view, code: '' };
  return (
    <div className="code">
      <AddCommand pattern={pattern} />
      <div className="row">
        <p className="quiet">
          Or copy it. It needs React and {needs ?? 'nothing else'}; how it looks is yours.
        </p>
        <CopyButton key={name} text={code} />
      </div>
      <div role="tablist" aria-label="Files">
        {tabs.map((tab, index) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            aria-selected={index === chosen}
            aria-controls={panelId}
            tabIndex={index === chosen ? 0 : -1}
            onClick={() => setChosen(index)}
            onKeyDown={({ key, currentTarget }) => {
              const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
              if (step === undefined) return;
              const next = (index + step + tabs.length) % tabs.length;
              setChosen(next);
              currentTarget.parentElement?.querySelectorAll('button')[next]?.focus();
            }}
          >
            {tab.name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={panelId} aria-label={name}>
        <Source dark={isDark} language="tsx" code={code} />
      </div>
    </div>
  );
}
