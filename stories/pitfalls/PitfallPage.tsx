import { DocsContext } from '@storybook/addon-docs/blocks';
import { use, useState } from 'react';
import { findPattern, linkTo } from '../../src/catalogue.ts';
import { findPitfall, numberOf, toWords } from '../../src/pitfalls.ts';
import { Demo } from '../lesson/Demo.tsx';
import { InlineCode } from '../lesson/InlineCode.tsx';
import '../lesson/lesson.css';
import { Rules } from '../lesson/Rules.tsx';
import { Scenarios } from '../lesson/Scenarios.tsx';
import { useScenario } from '../lesson/useScenario.ts';
import { Difference } from './Difference.tsx';
import './pitfall-page.css';

interface PitfallPageProps {
  readonly folder: string;
}

/** The page of a pitfall, the same for all: both at one server, the figure, the lines, and what to do. */
export function PitfallPage({ folder }: PitfallPageProps) {
  const pitfall = findPitfall(folder);
  const { title, why, figure, symptoms, rules } = pitfall;
  const pattern = findPattern(pitfall.pattern);
  const docs = use(DocsContext);
  const [stories] = useState(() => docs.componentStories());
  const scenario = useScenario(stories);
  return (
    <article className="lesson lab sb-unstyled">
      <header>
        <p className="group">Pitfall {numberOf(pitfall)}</p>
        <h1>{title}</h1>
        <p className="lead">
          <InlineCode text={why} />
        </p>
        <ul className="symptoms" aria-label="What brings people here">
          {symptoms.map((symptom) => (
            <li key={symptom}>{symptom}</li>
          ))}
        </ul>
      </header>
      <section aria-labelledby="figure">
        <h2 id="figure">
          {figure.label}, {figure.when}
        </h2>
        <dl className="told">
          <div data-side="Broken">
            <dt>Broken</dt>
            <dd>{toWords(figure.broken)}</dd>
          </div>
          <div data-side="Fixed">
            <dt>Fixed</dt>
            <dd>{toWords(figure.fixed)}</dd>
          </div>
        </dl>
        <p className="quiet">
          Both run below, at one server. Press the scenario under the demo: it does what is said
          above, and turns red where another figure comes out.
        </p>
      </section>
      <Demo scenario={scenario} />
      <Scenarios stories={stories} scenario={scenario} />
      <section aria-labelledby="difference">
        <h2 id="difference">The difference</h2>
        <Difference folder={folder} />
      </section>
      <section aria-labelledby="instead">
        <h2 id="instead">What to do instead</h2>
        <p>
          <a href={linkTo(pattern)} target="_top">
            {pattern.title}
          </a>
          : <InlineCode text={pattern.lesson} />
        </p>
        {pitfall.lint && (
          <p className="quiet">
            ESLint finds it, with{' '}
            {pitfall.lint.map((rule) => (
              <code key={rule}>{rule}</code>
            ))}{' '}
            of eslint-plugin-react-hooks.
          </p>
        )}
        {pitfall.leaks && (
          <p className="quiet">
            A story that does this fails in the tests of the lab: the leak check finds what it
            leaves.
          </p>
        )}
      </section>
      {rules && <Rules rules={rules} />}
    </article>
  );
}
