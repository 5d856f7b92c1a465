import { SCHEMAS } from './schemas.ts';
import './server-messages.css';

/** The protocol as JSON Schema, folded. */
export function Schemas() {
  return (
    <>
      {Object.entries(SCHEMAS).map(([by, schema]) => (
        <details key={by}>
          <summary>What the {by} says</summary>
          <pre className="schema" tabIndex={0}>
            {JSON.stringify(schema, null, 2)}
          </pre>
        </details>
      ))}
    </>
  );
}
