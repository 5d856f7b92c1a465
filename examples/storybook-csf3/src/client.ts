/** As some libraries do: the class is kept when the module is loaded. */
const Socket = globalThis.WebSocket;

/** Its URL is its own affair. */
export function connect(room: string): WebSocket {
  return new Socket(`wss://chat.example.com/v2/${room}/websocket?vsn=2`);
}
