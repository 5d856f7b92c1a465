import { useId, useState } from 'react';
import { InlineCode } from '../lesson/InlineCode.tsx';
import { findSymptoms } from './find-symptoms.ts';
import './symptom-finder.css';

/** What people come with. Pressing one looks it up. */
const EXAMPLES = [
  'opens twice',
  'only the last message shows',
  'closed before the connection is established',
  '1006',
  'messages are lost after a reconnect',
  'the page freezes',
];

/** One box: what you see, in your own words or those of the console; below it, the pages that answer. */
export function SymptomFinder() {
  const [description, setDescription] = useState('');
  const id = useId();
  const found = findSymptoms(description);
  const isEmpty = description.trim() === '';

  return (
    <search className="symptom-finder lab sb-unstyled">
      <label htmlFor={id}>What do you see?</label>
      <input
        id={id}
        type="search"
        value={description}
        placeholder="An error message, a close code, or your own words"
        onChange={({ target }) => setDescription(target.value)}
      />
      <div className="examples">
        {EXAMPLES.map((example) => (
          <button key={example} type="button" onClick={() => setDescription(example)}>
            {example}
          </button>
        ))}
      </div>
      <p role="status">
        {!isEmpty &&
          (found.length > 0
            ? `${found.length} ${found.length === 1 ? 'answer' : 'answers'}, the best first`
            : 'Nothing is like that. Try fewer words, the text of an error in the console, or a close code; or look through all of them below.')}
      </p>
      <ol aria-label="Answers">
        {found.map(({ id, text, title, answer, href, instead }) => (
          <li key={id}>
            <span>{text}</span>
            <a href={href} target="_top">
              {title}
            </a>
            <p>
              <InlineCode text={answer} />
            </p>
            {instead && (
              <p className="instead">
                What to do:{' '}
                <a href={instead.href} target="_top">
                  {instead.title}
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
      {!isEmpty && (
        <a href="./?path=/docs/all-symptoms--docs" target="_top">
          All symptoms
        </a>
      )}
    </search>
  );
}
