import * as React from 'react';
import type { JsonSource } from '../../model/json-source.ts';

interface JsonTreeProps {
  readonly value: JsonSource;
  readonly name?: string;
  /** How many levels are open at first. @default 2 */
  readonly openLevels?: number;
}

/** Children that are drawn; more would hold up the page. */
const CHILD_LIMIT = 1_000;
/** Characters of one string that are drawn. */
const SHOWN_CHARACTERS = 10_000;

/** A JSON value as it was written, each object and array to be opened and closed. */
export function JsonTree({ value, name, openLevels = 2 }: JsonTreeProps) {
  const [isOpen, setOpen] = React.useState(openLevels > 0);
  const label = name !== undefined && <span className="json-name">{name}: </span>;
  if ('source' in value) {
    const { kind, source } = value;
    return (
      <div className="json-leaf">
        {label}
        <span data-json={kind}>{source.slice(0, SHOWN_CHARACTERS)}</span>
        {source.length > SHOWN_CHARACTERS && `… and ${source.length - SHOWN_CHARACTERS} more`}
      </div>
    );
  }
  const { kind, children } = value;
  return (
    <details
      open={isOpen}
      onToggle={(event) => {
        // React hands on the toggles of what is inside, too.
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        {label}
        {kind === 'array' ? `[${children.length}]` : `{${children.length}}`}
      </summary>
      {isOpen &&
        children.slice(0, CHILD_LIMIT).map((child, index) => (
          // A key can stand twice, and the children never change.
          <JsonTree key={index} name={child.name} value={child.value} openLevels={openLevels - 1} />
        ))}
      {isOpen && children.length > CHILD_LIMIT && <p>and {children.length - CHILD_LIMIT} more</p>}
    </details>
  );
}
