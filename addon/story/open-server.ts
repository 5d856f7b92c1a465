import { RemoteServer } from '../../mocks/live/remote-server.ts';
import { SimulatedServer } from '../../mocks/simulated-server.ts';
import type { SocketServer } from '../../mocks/socket-server.ts';

/** What carries the bytes: the simulation, or a real server. */
export type Transport = 'simulated' | 'live';

export interface ServerPlace {
  readonly storyId: string;
  /** Where the simulated server listens. */
  readonly url: string;
  /** Where a live server listens, or that there is none here: then the story stays simulated. */
  readonly liveServerUrl: string | undefined;
  readonly transport: Transport;
}

/** The server of a story. */
export async function openServer(place: ServerPlace): Promise<SocketServer> {
  const { storyId, url, liveServerUrl, transport } = place;
  return transport === 'live' && liveServerUrl !== undefined
    ? RemoteServer.open(liveServerUrl, storyId, URL.parse(url)?.search)
    : new SimulatedServer(url, storyId);
}
