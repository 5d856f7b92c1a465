import type { DocumentedServer } from './servers.ts';
import './server-messages.css';

/** Each message of a server, in both directions, by an example. */
export function MessageTable({ server }: { readonly server: DocumentedServer }) {
  const rows = [
    ...server.hears.map((message) => ({ by: 'page', message })),
    ...server.says.map((message) => ({ by: 'server', message })),
  ];
  return (
    <table className="messages">
      <thead>
        <tr>
          <th scope="col">Said by</th>
          <th scope="col">Message</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ by, message }) => (
          <tr key={`${by} ${message.type}`}>
            <td>{by}</td>
            <td>
              <code>{JSON.stringify(message)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
