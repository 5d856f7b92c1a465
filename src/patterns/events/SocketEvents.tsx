import { useEffect, useState } from 'react';

/** The properties of the four events, in the order of https://websockets.spec.whatwg.org/ */
const PROPERTIES = {
  open: ['isTrusted'],
  message: ['data', 'origin', 'isTrusted'],
  error: ['isTrusted'],
  close: ['code', 'reason', 'wasClean', 'isTrusted'],
} as const;

interface Row {
  id: number;
  type: keyof typeof PROPERTIES;
  properties: string;
}

/**
 * The four events of a socket, each as the browser gives it.
 *
 * Why look: `error` carries nothing at all, so the reason for a failure is nowhere in the page; and
 * only `close` says how it ended, by `code`, `reason` and `wasClean`. `binaryType` decides what
 * `data` is when bytes arrive.
 */
export function SocketEvents({
  url,
  binaryType = 'blob',
}: {
  url: string;
  binaryType?: BinaryType;
}) {
  const [rows, setRows] = useState<Row[]>([]);

  useEffect(() => {
    const socket = new WebSocket(url);
    socket.binaryType = binaryType;
    const listeners = new AbortController();

    const record = (event: Event) => {
      const type = event.type as Row['type'];
      const properties = PROPERTIES[type]
        .map((name) => `${name}: ${describe(Reflect.get(event, name))}`)
        .concat(`readyState: ${socket.readyState}`, `binaryType: ${socket.binaryType}`)
        .join(', ');
      // The newest first, a hundred at most.
      setRows((rows) => [{ id: (rows[0]?.id ?? 0) + 1, type, properties }, ...rows.slice(0, 99)]);
    };
    for (const type of Object.keys(PROPERTIES)) {
      socket.addEventListener(type, record, { signal: listeners.signal });
    }

    return () => {
      listeners.abort();
      socket.close();
    };
  }, [url, binaryType]);

  return (
    <table>
      <caption>Events of {url}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Event</th>
          <th scope="col">Properties</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, type, properties }) => (
          <tr key={id} data-event={type}>
            <td>{id}</td>
            <th scope="row">{type}</th>
            <td>{properties}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function describe(value: unknown): string {
  if (value instanceof Blob) return `Blob of ${value.size} bytes`;
  if (value instanceof ArrayBuffer) return `ArrayBuffer of ${value.byteLength} bytes`;
  // A page that lays out megabytes of text stands still.
  return JSON.stringify(typeof value === 'string' ? value.slice(0, 2_000) : value);
}
