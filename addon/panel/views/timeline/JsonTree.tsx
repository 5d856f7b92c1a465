import * as React from 'react';

interface JsonTreeProps {
  /** As `JSON.parse` gives it. */
  readonly value: unknown;
  readonly name?: string;
  /** How many levels are open at first. @default 2 */
  readonly openLevels?: number;
}

/** Children that are drawn; more would hold up the page. */
const CHILD_LIMIT = 1_000;

/** A JSON value, each object and array to be opened and closed. */
export function JsonTree({ value, name, openLevels = 2 }: JsonTreeProps) {
  const [isOpen, setOpen] = React.useState(openLevels > 0);
  const label = name !== undefined && <span className="json-name">{name}: </span>;
  if (typeof value !== 'object' || value === null) {
    return (
      <div className="json-leaf">
        {label}
        <span data-json={value === null ? 'null' : typeof value}>{JSON.stringify(value)}</span>
      </div>
    );
  }
  const children = Object.entries(value as Readonly<Record<string, unknown>>);
  const summary = Array.isArray(value) ? `[${children.length}]` : `{${children.length}}`;
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
        {summary}
      </summary>
      {isOpen &&
        children
          .slice(0, CHILD_LIMIT)
          .map(([key, child]) => (
            <JsonTree key={key} name={key} value={child} openLevels={openLevels - 1} />
          ))}
      {isOpen && children.length > CHILD_LIMIT && <p>and {children.length - CHILD_LIMIT} more</p>}
    </details>
  );
}
