import { forEachConnection, type Behaviour } from '../behaviour.ts';
import { Later } from '../later.ts';
import type { ServerConnection } from '../socket-server.ts';
import { onMessageOf, tell, type ServerMessage } from './protocol.ts';

export interface PresenceOptions {
  /** Who is there at first, besides the pages: the user of each device. @default no one */
  readonly devices?: Readonly<Record<string, string>>;
  /** Milliseconds until the list is sent: it says who was there when the page entered. @default 0 */
  readonly delayMs?: number;
}

export interface Present {
  /** A user comes with a device that is no page. */
  come(device: string, user: string): void;
  go(device: string): void;
  type(device: string, isTyping: boolean): void;
}

/**
 * Knows who is there: `enter` is answered with the list of devices, and everyone else hears `came`. `went`
 * tells of a connection that has ended, however it ended. `typing` is handed on to the others.
 *
 * @example
 * const room = tracksPresence({ devices: { phone: 'Mia' } });
 * room(server);
 * room.go('phone');
 */
export function tracksPresence({
  devices: initial = {},
  delayMs = 0,
}: PresenceOptions = {}): Behaviour & Present {
  const devices = new Map(Object.entries(initial));
  const pages = new Map<string, ServerConnection>();
  let count = 0;

  function tellOthers(message: ServerMessage & { readonly device: string }): void {
    for (const [device, page] of pages) if (device !== message.device) tell(page, message);
  }

  function come(device: string, user: string): void {
    devices.set(device, user);
    tellOthers({ type: 'came', device, user });
  }

  function go(device: string): void {
    if (devices.delete(device)) tellOthers({ type: 'went', device });
  }

  function type(device: string, isTyping: boolean): void {
    if (devices.has(device)) tellOthers({ type: 'typing', device, isTyping });
  }

  const behaviour = forEachConnection((connection) => {
    const device = `page ${++count}`;
    const later = new Later();
    const stops = [
      onMessageOf(connection, 'enter', ({ user }) => {
        pages.set(device, connection);
        come(device, user);
        const list = [...devices].map(([device, user]) => ({ device, user }));
        later.run(delayMs, () => tell(connection, { type: 'present', devices: list }));
      }),
      onMessageOf(connection, 'typing', ({ isTyping }) => type(device, isTyping)),
    ];
    return () => {
      for (const stop of stops) stop();
      later.callOff();
      pages.delete(device);
      go(device);
    };
  });
  return Object.assign(behaviour, { come, go, type });
}
