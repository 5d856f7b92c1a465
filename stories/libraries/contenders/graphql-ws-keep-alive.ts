import type { ClientOptions } from 'graphql-ws';

const PONG_TIMEOUT_MS = 5_000;

/** What graphql-ws leaves to the application: a line on which a ping is not answered is left. */
export function leavesSilentLine(terminate: () => void): NonNullable<ClientOptions['on']> {
  let deadline: ReturnType<typeof setTimeout> | undefined;
  return {
    ping(isReceived) {
      if (!isReceived) deadline = setTimeout(terminate, PONG_TIMEOUT_MS);
    },
    pong(isReceived) {
      if (isReceived) clearTimeout(deadline);
    },
  };
}
