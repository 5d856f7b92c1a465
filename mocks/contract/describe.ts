/** Values as text, so that two traces can be compared, and read side by side. */

const STATE_NAMES = ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'];
/** Longer ones are told by their length and their ends. */
const LONGEST_SHOWN = 300;

export function describeState(state: number): string {
  return STATE_NAMES[state] ?? String(state);
}

export function describe(value: unknown): string {
  if (typeof value === 'string') return describeText(value);
  if (value instanceof ArrayBuffer) return `ArrayBuffer ${describeBytes(value)}`;
  // What is in a Blob can only be known later: a scenario that cares reads it.
  if (value instanceof Blob) return `Blob of ${value.size} bytes, type "${value.type}"`;
  if (value instanceof Error || value instanceof DOMException) {
    return `${value.name}: ${value.message}`;
  }
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return `[${value.map(describe).join(', ')}]`;
  if (isPlain(value)) {
    const members = Object.entries(value).map(([key, member]) => `${key} ${describe(member)}`);
    return `{ ${members.join(', ')} }`;
  }
  if (typeof value === 'object' && value !== null) return Object.prototype.toString.call(value);
  return String(value);
}

function isPlain(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

function describeText(text: string): string {
  if (text.length <= LONGEST_SHOWN) return JSON.stringify(text);
  return `${JSON.stringify(`${text.slice(0, 10)}…${text.slice(-10)}`)} of ${text.length}`;
}

function describeBytes(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  if (bytes.length <= 40) return `[${bytes.join(' ')}]`;
  return `[${bytes.slice(0, 3).join(' ')} … ${bytes.slice(-3).join(' ')}] of ${bytes.length}`;
}

/** One line for an event, at the moment that it is dispatched. */
export function describeEvent(event: Event, socket: WebSocket): string {
  const head = `${event.type} · ${describeState(socket.readyState)}`;
  if (event instanceof MessageEvent) return `${head} · ${describe(event.data)}`;
  if (event instanceof CloseEvent) {
    const { code, reason, wasClean } = event;
    return `${head} · ${code} ${describe(reason)} ${wasClean ? 'clean' : 'not clean'}`;
  }
  return head;
}
