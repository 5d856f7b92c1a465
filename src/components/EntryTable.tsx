interface EntryTableProps {
  readonly entries: Readonly<Record<string, unknown>>;
}

/** How many entries are shown. */
const SHOWN_ENTRIES = 50;

/** What a table of the server holds, by the names of its entries. */
export function EntryTable({ entries }: EntryTableProps) {
  const shown = Object.entries(entries).slice(0, SHOWN_ENTRIES);
  return (
    <dl className="entries" aria-label="Table">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
