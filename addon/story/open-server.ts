import { RemoteServer } from '../../mocks/live/remote-server.ts';
import type { ServerBase } from '../../mocks/server-base.ts';
import { ServerGroup } from '../../mocks/server-group.ts';
import { SimulatedServer } from '../../mocks/simulated-server.ts';
import type { SocketServer } from '../../mocks/socket-server.ts';
import { claimUrl, leaveAddress } from '../../mocks/story-urls.ts';
import { readAddresses, type Addresses } from './addresses.ts';

/** What carries the bytes: the simulation, or a real server. */
export type Transport = 'simulated' | 'live';

/** The server of a story: where it has several by name, each of them besides: `server.prices.send()`. */
export type StoryServer = SocketServer & { readonly [name: string]: SocketServer };

export interface ServerPlace {
  readonly storyId: string;
  /** Where the simulated server listens, which no other story does: that of its argument `url`. */
  readonly url?: string;
  /** What other stories may have too. With this, there is no `url`. */
  readonly addresses?: Addresses | undefined;
  /** Where a live server listens, or that there is none here: then the story stays simulated. */
  readonly liveServerUrl: string | undefined;
  readonly transport: Transport;
}

interface OpenServer {
  readonly server: SocketServer;
  /** What to call when the story is left. */
  readonly leave: () => void;
}

/**
 * Opens the server of a story.
 * @throws {TypeError} for what is no address, or no name
 */
export async function openServer(place: ServerPlace): Promise<OpenServer> {
  const { storyId, url = '', addresses, liveServerUrl, transport } = place;
  if (addresses === undefined) {
    const server =
      transport === 'live' && liveServerUrl !== undefined
        ? await RemoteServer.open(liveServerUrl, storyId, URL.parse(url)?.search)
        : new SimulatedServer(url, storyId);
    return { server, leave: claimUrl(server.url, storyId, server.url !== url) };
  }
  const all = readAddresses(addresses);
  const leave = () => {
    for (const address of all) leaveAddress(address, storyId);
  };
  if (typeof addresses === 'string') return { server: await openAt(addresses, place), leave };
  const servers = Object.entries(addresses).map(
    async ([name, address]) => [name, await openAt(address, place)] as const,
  );
  return { server: new ServerGroup(Object.fromEntries(await Promise.all(servers))), leave };
}

function openAt(address: string, place: ServerPlace): Promise<ServerBase> | ServerBase {
  const { storyId, liveServerUrl, transport } = place;
  return transport === 'live' && liveServerUrl !== undefined
    ? RemoteServer.openAt(liveServerUrl, storyId, address)
    : new SimulatedServer(address, storyId);
}
