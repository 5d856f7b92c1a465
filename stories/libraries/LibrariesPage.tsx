import { Advices } from './Advices.tsx';
import { columns } from './columns.ts';
import { Matrix } from './Matrix.tsx';
import { Options } from './Options.tsx';
import { RESULTS } from './read-results.ts';
import { SCENARIOS } from './scenarios/all.ts';
import '../lesson/lesson.css';
import './libraries.css';

const realCount = SCENARIOS.filter(({ isOnRealServer }) => isOnRealServer).length;

/** The page *Libraries*: who does what, which to take, and how it was measured. */
export function LibrariesPage() {
  const libraries = new Set(columns.flatMap(({ contender }) => contender.npm ?? []));
  return (
    <article className="lesson libraries lab sb-unstyled">
      <header>
        <p className="group">Libraries</p>
        <h1>The same faults, {libraries.size} libraries</h1>
        <p className="lead">
          Each was put behind the same interface, at the same server, and the server was made to
          fail. Nothing here is claimed: press a cell to see what happened.
        </p>
      </header>
      <section aria-labelledby="matrix">
        <h2 id="matrix">Who does what</h2>
        <Matrix />
      </section>
      <section aria-labelledby="advice">
        <h2 id="advice">Which should I take?</h2>
        <Advices />
      </section>
      <section aria-labelledby="options">
        <h2 id="options">The best options</h2>
        <p className="quiet">
          What is set in the columns called <i>best</i>, and where the library documents it.
        </p>
        <Options />
      </section>
      <section aria-labelledby="measured">
        <h2 id="measured">How it was measured</h2>
        <p>
          On {RESULTS.date}, in {RESULTS.browser}, with React {RESULTS.versions['react']}, by{' '}
          <code>npm run compare</code>. Every scenario runs on the simulated server in virtual time,
          so that ten minutes take a moment and come out the same each time. {realCount} of the{' '}
          {SCENARIOS.length} also run on a real server, and the verdicts must be equal. The flood is
          a production build against a real server. A test runs nearly all cells of the simulated
          server again each time.
        </p>
        <p>
          A library’s own way is used, in an adapter of at most 35 lines. One with a protocol of its
          own has a server that speaks it. What a library does not do, and does not claim to do, is
          marked <i>not its job</i>. The lab’s own hooks stand in the last three columns, under the
          same rules.
        </p>
        <Versions />
      </section>
    </article>
  );
}

function Versions() {
  return (
    <dl className="versions">
      {Object.entries(RESULTS.versions).map(([name, version]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{version}</dd>
        </div>
      ))}
    </dl>
  );
}
