/**
 * Do not copy: a component that makes its socket while it renders.
 *
 * A server component has no other place to make one, and Node has a global `WebSocket`, so nothing
 * stops it: each page that is asked for opens one more. The HTML is sent before the first message can
 * arrive, and no render follows that could show it, or close the socket.
 */
export function SocketWhileRendering({ url }: { url: string }) {
  const socket = new WebSocket(url);
  let lastMessage = 'no message yet';
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    lastMessage = data; // no one will ever render this
  });

  return <p>{lastMessage}</p>;
}
