import { InlineCode } from '../lesson/InlineCode.tsx';
import '../lesson/lesson.css';
import { FINDINGS } from './findings.ts';
import { RESULTS } from './read-results.ts';

/** What came up while the libraries were compared, written for their maintainers. */
export function FindingsPage() {
  return (
    <article className="lesson lab sb-unstyled">
      <header>
        <p className="group">Libraries</p>
        <h1>Findings</h1>
        <p className="lead">
          What a library did in the comparison that its maintainers may want to know. Each has a
          story that shows it, and that fails once it is no longer so.
        </p>
      </header>
      {FINDINGS.map(({ npm, title, text, story }) => (
        <section key={story} aria-labelledby={story}>
          <h2 id={story}>
            {npm}: <InlineCode text={title} />
          </h2>
          <p>
            <InlineCode text={text} />
          </p>
          <p className="quiet">
            Seen with {npm} {RESULTS.versions[npm]}.{' '}
            <a href={`./?path=/story/libraries-findings--${story}`} target="_top">
              The story
            </a>
          </p>
        </section>
      ))}
    </article>
  );
}
