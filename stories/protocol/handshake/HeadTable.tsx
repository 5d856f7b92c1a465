import type { Header } from '../../../src/protocol/handshake.ts';
import { noteFor } from './header-notes.ts';

interface HeadTableProps {
  readonly side: 'request' | 'response';
  readonly caption: string;
  readonly startLine: string;
  readonly startLineNote: string;
  readonly headers: readonly Header[];
}

/** A request or an answer, line by line, each line explained where it stands. */
export function HeadTable({ side, caption, startLine, startLineNote, headers }: HeadTableProps) {
  const lines = [
    { line: startLine, note: startLineNote },
    ...headers.map(([name, value]) => ({ line: `${name}: ${value}`, note: noteFor(side, name) })),
  ];
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
        {lines.map(({ line, note }) => (
          <tr key={line}>
            <th scope="row">
              <code>{line}</code>
            </th>
            <td>{note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
