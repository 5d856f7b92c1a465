import { CATALOGUE, GROUPS, linkTo, type Group } from '../../src/catalogue.ts';
import { InlineCode } from './InlineCode.tsx';
import './pattern-list.css';

/** Every pattern with its lesson, by groups, each a link to its page. */
export function PatternList() {
  const groups = (Object.keys(GROUPS) as Group[]).map((group) => ({
    group,
    patterns: CATALOGUE.filter((pattern) => pattern.group === group),
  }));
  return (
    <div className="pattern-list lab sb-unstyled">
      {groups
        .filter(({ patterns }) => patterns.length > 0)
        .map(({ group, patterns }) => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h3 id={`group-${group}`}>{GROUPS[group]}</h3>
            <ul>
              {patterns.map((pattern) => (
                <li key={pattern.folder}>
                  <a href={linkTo(pattern)} target="_top">
                    {pattern.title}
                  </a>
                  <p>
                    <InlineCode text={pattern.lesson} />
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
