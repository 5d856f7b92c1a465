import { ledger } from '../../../../mocks/ledger.ts';

export const TEN_MINUTES_MS = 600_000;

/** How many sockets a story has made. */
export const madeBy = (id: string) => ledger.sockets.filter(({ storyId }) => storyId === id).length;
