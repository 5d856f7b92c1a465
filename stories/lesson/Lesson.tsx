import { DocsContext } from '@storybook/addon-docs/blocks';
import { Fragment, lazy, Suspense, use, useState, type ReactNode } from 'react';
import { findPattern, GROUPS, linkTo } from '../../src/catalogue.ts';
import { linkToPitfall, PITFALLS, toWords } from '../../src/pitfalls.ts';
import { Demo } from './Demo.tsx';
import { InlineCode } from './InlineCode.tsx';
import './lesson.css';
import { Rules } from './Rules.tsx';
import { Scenarios } from './Scenarios.tsx';
import { useScenario } from './useScenario.ts';

const Code = lazy(async () => ({ default: (await import('./Code.tsx')).Code }));

interface LessonProps {
  readonly folder: string;
  /** What this pattern's page says besides. */
  readonly children?: ReactNode;
}

/** The page of a pattern, the same for all: what it teaches, a live demo, scenarios, the code, the rules. */
export function Lesson({ folder, children }: LessonProps) {
  const pattern = findPattern(folder);
  const pitfalls = PITFALLS.filter((pitfall) => pitfall.pattern === folder);
  const docs = use(DocsContext);
  // The tests of a story stand beside it in the list.
  const [stories] = useState(() =>
    docs.componentStories().filter(({ tags }) => !tags.includes('test-fn')),
  );
  const scenario = useScenario(stories);
  return (
    <article className="lesson lab sb-unstyled">
      <header>
        <p className="group">{GROUPS[pattern.group]}</p>
        <h1>{pattern.title}</h1>
        <p className="lead">
          <InlineCode text={pattern.lesson} />
        </p>
        <ul className="symptoms" aria-label="What brings people here">
          {pattern.symptoms.map((symptom) => (
            <li key={symptom}>{symptom}</li>
          ))}
        </ul>
        {pattern.madeOf && (
          <p className="quiet">
            Made of{' '}
            {pattern.madeOf.map((part, index) => (
              <Fragment key={part}>
                {index > 0 && ', '}
                <a href={linkTo(findPattern(part))} target="_top">
                  {findPattern(part).title}
                </a>
              </Fragment>
            ))}
            .
          </p>
        )}
      </header>
      <Demo scenario={scenario} />
      <Scenarios stories={stories} scenario={scenario} />
      {children}
      <section aria-labelledby="code">
        <h2 id="code">The code</h2>
        <Suspense>
          <Code pattern={pattern} />
        </Suspense>
      </section>
      <section aria-labelledby="without">
        <h2 id="without">What goes wrong without it</h2>
        <p>
          <InlineCode text={pattern.prevents} />
        </p>
        {pitfalls.length > 0 && (
          <ul className="pitfalls">
            {pitfalls.map((pitfall) => (
              <li key={pitfall.folder}>
                <a href={linkToPitfall(pitfall)} target="_top">
                  {pitfall.title}
                </a>
                <span>
                  {pitfall.figure.label}, {pitfall.figure.when}: {toWords(pitfall.figure.broken)}{' '}
                  broken, {toWords(pitfall.figure.fixed)} fixed
                </span>
              </li>
            ))}
          </ul>
        )}
        <p className="quiet">
          <InlineCode text={pattern.notNeeded} />
        </p>
      </section>
      <Rules rules={pattern.rules} />
    </article>
  );
}
