import type { ServerStatus, Status } from './status.ts';

/** What the verbs of the panel are for. */
export interface Target {
  /** Missing where that is all servers, or the story's one. */
  readonly name: string | undefined;
  readonly server: ServerStatus;
}

/** The names to choose from; none where there is no choice. */
export function serverNamesOf({ servers }: Status): readonly string[] {
  const names = Object.keys(servers);
  return names.length > 1 ? names : [];
}

/**
 * The chosen one of several servers. Where the story has no such server any more, all of them.
 * @returns nothing in a story that has no server
 */
export function findTarget(status: Status, chosen: string | undefined): Target | undefined {
  const name = serverNamesOf(status).find((known) => known === chosen);
  const server = name === undefined ? status.server : status.servers[name];
  return server && { name, server };
}
