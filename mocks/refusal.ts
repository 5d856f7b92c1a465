/** @throws {RangeError} for a status that is no HTTP error */
export function checkRefusal(status: number): void {
  if (!Number.isInteger(status) || status < 400 || status > 599) {
    throw new RangeError(
      `A handshake is refused with an HTTP error, a status from 400 to 599, and ${status} is none. A page cannot see which it was: 503 does for most stories.`,
    );
  }
}
