import { useState } from 'react';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import { UseEffectSocket } from '../../../src/patterns/01-use-effect/UseEffectSocket.tsx';
import './close-codes.css';
import { CodeRow } from './CodeRow.tsx';
import { findRows } from './rows.ts';

const COLUMNS = ['Code', 'What it says', 'Who may send it', 'What a client does next', 'Try it'];

interface CloseCodesProps {
  readonly url: string;
  readonly server: SocketServer;
}

/** Every close code, searchable, beside a pattern whose server sends the one that you choose. */
export function CloseCodes({ url, server }: CloseCodesProps) {
  const [query, setQuery] = useState('');
  const [sent, setSent] = useState('');
  const [attempt, setAttempt] = useState(0);
  const rows = findRows(query);

  async function send(code: number): Promise<void> {
    if (server.open.length === 0) {
      setSent('No socket is open. Reconnect first.');
      return;
    }
    await server.close(code);
    setSent(`The server has sent ${code}.`);
  }

  function reconnect(): void {
    setAttempt(attempt + 1);
    setSent('');
  }

  return (
    <div className="close-codes">
      <div>
        {' '}
        <section aria-label="The pattern and its socket">
          <UseEffectSocket key={attempt} url={url} />
          <button type="button" onClick={reconnect}>
            Reconnect
          </button>
          <output>{sent}</output>
        </section>
        <div>
          <label>
            Search by number or word{' '}
            <input type="search" value={query} onChange={({ target }) => setQuery(target.value)} />
          </label>
          <output>{rows.length === 1 ? '1 match' : `${rows.length} matches`}</output>
          <table>
            <caption>Close codes</caption>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <CodeRow key={row.label} row={row} onSend={(code) => void send(code)} />
              ))}
            </tbody>
          </table>
        </div>
      </div>{' '}
    </div>
  );
}
