import type { Exchange } from './exchange.ts';

interface VerdictProps {
  readonly exchange: Exchange;
}

/** Which side refuses, by which rule, and what a page is told of it. */
export function Verdict({ exchange: { refusal, response } }: VerdictProps) {
  if (!refusal) return <p>Both sides keep every rule. The socket opens.</p>;
  const { refusedBy, rule, says, section } = refusal;
  return (
    <>
      <p>
        {refusedBy === 'server'
          ? `The server refuses, with ${response.status} ${response.reason}.`
          : 'The browser refuses: it drops the connection, and answers nothing.'}
      </p>
      <p>
        Rule <code>{rule}</code>: {says} <small>{section}</small>
      </p>
      <p>
        The page is told neither status nor rule: its socket sees error, then close 1006, not clean.
      </p>
    </>
  );
}
