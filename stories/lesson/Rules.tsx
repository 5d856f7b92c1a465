import type { Source } from '../../src/catalogue.ts';
import { InlineCode } from './InlineCode.tsx';

interface RulesProps {
  readonly rules: readonly Source[];
}

/** What to remember, each with its source. */
export function Rules({ rules }: RulesProps) {
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">Rules</h2>
      <ul className="rules">
        {rules.map(({ text, url }) => (
          <li key={text}>
            <InlineCode text={text} />{' '}
            <a href={url} target="_blank" rel="noreferrer">
              {new URL(url).host}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
