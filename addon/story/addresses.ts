import { Address } from '../../mocks/address.ts';
import { ServerGroup } from '../../mocks/server-group.ts';

/** Where a story's server listens, as `Address` takes it; or several servers, each by its name. */
export type Addresses = string | Readonly<Record<string, string>>;

/** What `server` has besides what its class has, and what makes it a promise to `await`. */
const OTHER_MEMBERS = ['url', 'servers', 'streamed', 'hearCalls', 'behave', 'then'];
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/**
 * Reads what a story says in `parameters.server.url`.
 * @throws {TypeError} for what is no address, or no name
 */
export function readAddresses(addresses: Addresses): Address[] {
  // Whatever its type says: a story may be JavaScript.
  const given: unknown = addresses;
  if (typeof given !== 'object' || given === null) return [new Address(given as string)];
  if (Array.isArray(given)) {
    throw new TypeError(
      "`parameters.server.url` is a list, and several servers have names, so that a story can tell them apart. Write { prices: 'wss://…', chat: 'wss://…' }.",
    );
  }
  const names = Object.keys(addresses);
  if (names.length === 0) {
    throw new TypeError(
      "`parameters.server.url` names no server, so the story has none. Give it a URL, or several by name: { prices: 'wss://…', chat: 'wss://…' }.",
    );
  }
  for (const name of names) checkName(name);
  return Object.entries(addresses).map(([name, address]) => readNamed(name, address));
}

function readNamed(name: string, address: string): Address {
  try {
    return new Address(address);
  } catch (error) {
    throw new TypeError(`\`parameters.server.url.${name}\`: ${(error as Error).message}`);
  }
}

function checkName(name: string): void {
  if (!IDENTIFIER.test(name)) {
    throw new TypeError(
      `'${name}' in \`parameters.server.url\` is no name for a server, because \`server.${name}\` would not be code. Take letters, digits and _.`,
    );
  }
  if (name in ServerGroup.prototype || OTHER_MEMBERS.includes(name)) {
    throw new TypeError(
      `A server cannot be named '${name}' in \`parameters.server.url\`, because \`server.${name}\` belongs to all servers together. Give it another name.`,
    );
  }
}
