import { readJson } from './read-json.ts';

/** A user who is there, with one device or more. */
export interface Person {
  readonly user: string;
  readonly devices: number;
  readonly isTyping: boolean;
}

export interface PresenceOptions {
  /** Who is there, in the order in which they came; `undefined` while it is not known. */
  readonly onPeople: (people: readonly Person[] | undefined) => void;
  /** How long someone types after the last sign of it, in milliseconds. @default 5_000 */
  readonly typingMs?: number | undefined;
}

export interface Presence {
  /** Takes a message of the server. Returns whether it was about who is there. */
  readonly heard: (data: unknown) => boolean;
  /** There is no connection: whoever was there may have left. */
  readonly ended: () => void;
}

/** Follows the server's list of who is there: the list, and who came and went before and after it. */
export function createPresence({ onPeople, typingMs = 5_000 }: PresenceOptions): Presence {
  /** The user of each device, by what the server says. */
  const users = new Map<string, string>();
  const typing = new Map<string, ReturnType<typeof setTimeout>>();
  /** Devices whose coming or going was said before the list was: the list may be older than that. */
  const changed = new Set<string>();
  let isKnown = false;

  function tell() {
    if (!isKnown) return;
    const people = new Map<string, Person>();
    for (const [device, user] of users) {
      const { devices, isTyping } = people.get(user) ?? { devices: 0, isTyping: false };
      people.set(user, { user, devices: devices + 1, isTyping: isTyping || typing.has(device) });
    }
    onPeople([...people.values()]);
  }

  function stopTyping(device: string) {
    clearTimeout(typing.get(device));
    typing.delete(device);
  }

  function setTyping(device: string, isTyping: boolean) {
    stopTyping(device);
    if (isTyping && users.has(device)) {
      typing.set(
        device,
        setTimeout(() => setTyping(device, false), typingMs),
      );
    }
    tell();
  }

  function takeList(devices: readonly unknown[]) {
    for (const each of devices) {
      const { device, user } = Object(each) as Partial<Record<string, unknown>>;
      if (typeof device !== 'string' || typeof user !== 'string') continue;
      if (!changed.has(device)) users.set(device, user);
    }
    isKnown = true;
    tell();
  }

  function change(device: string, user?: string) {
    if (!isKnown) changed.add(device);
    stopTyping(device);
    if (user === undefined) users.delete(device);
    else users.set(device, user);
    tell();
  }

  return {
    heard(data) {
      const { type, devices, device, user, isTyping } = readJson(data);
      if (type === 'present' && Array.isArray(devices)) takeList(devices);
      else if (typeof device !== 'string') return false;
      else if (type === 'came' && typeof user === 'string') change(device, user);
      else if (type === 'went') change(device);
      else if (type === 'typing') setTyping(device, isTyping === true);
      else return false;
      return true;
    },
    ended() {
      for (const device of typing.keys()) stopTyping(device);
      users.clear();
      changed.clear();
      isKnown = false;
      onPeople(undefined);
    },
  };
}
