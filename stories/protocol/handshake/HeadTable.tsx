import type { Header } from '../../../src/protocol/handshake.ts';
import { noteFor } from './header-notes.ts';

interface HeadTableProps {
  readonly side: 'request' | 'response';
  readonly caption: string;
  readonly startLine: string;
  readonly startLineNote: string;
  readonly headers: readonly Header[];
  /** The header that breaks the handshake, if one of this head does. */
  readonly broken: string | undefined;
}

/** A request or an answer, line by line, each line explained where it stands. */
export function HeadTable({
  side,
  caption,
  startLine,
  startLineNote,
  headers,
  broken,
}: HeadTableProps) {
  const lines = [
    { name: '', line: startLine, note: startLineNote },
    ...headers.map(([name, value]) => ({
      name,
      line: `${name}: ${value}`,
      note: noteFor(side, name),
    })),
  ];
  if (broken !== undefined && !headers.some(([name]) => name === broken)) {
    lines.push({ name: broken, line: `(no ${broken})`, note: noteFor(side, broken) });
  }
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Why it is there</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, line, note }) => (
          <tr key={line} data-broken={name === broken}>
            <th scope="row">
              <code>{line}</code>
            </th>
            <td>
              {name === broken && <strong>Broken. </strong>}
              {note}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
