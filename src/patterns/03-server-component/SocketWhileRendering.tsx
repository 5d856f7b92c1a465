/**
 * Do not copy: a component that makes its socket while it renders.
 *
 * It has no other place to make one when it is a server component: those have no effects, no state,
 * and render once. Node has had a global `WebSocket` since version 22, so nothing stops it: each
 * page that is asked for opens one more socket. The HTML is sent before the first message can
 * arrive, and no render follows that could show it, or close the socket.
 */
export function SocketWhileRendering({ url }: { url: string }) {
  const socket = new WebSocket(url);
  let lastMessage = 'no message yet';
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    lastMessage = data; // nobody will ever render this
  });

  return <p>{lastMessage}</p>;
}
