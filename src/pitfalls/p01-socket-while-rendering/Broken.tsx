/** The last message of a server. */
export function LastMessage({ url }: { url: string }) {
  const socket = new WebSocket(url);
  let lastMessage = 'no message yet';
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    lastMessage = data;
  });

  return <p>{lastMessage}</p>;
}
