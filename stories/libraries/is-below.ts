/** Whether a socket goes to the server: libraries add paths and queries, and write `http` for `ws`. */
export function isBelow(url: string, server: string): boolean {
  const address = (text: string) =>
    text
      .replace(/^\w+:/, '')
      .replace(/[?#].*/, '')
      .replace(/\/$/, '');
  return address(url).startsWith(address(server));
}
