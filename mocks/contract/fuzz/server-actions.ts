import type { Policy, Verb } from './script.ts';

const sends: readonly Verb[] = [
  (connection) => connection.send('s'),
  (connection) => connection.send(''),
  (connection) => connection.send('é€😀'),
  (connection) => connection.send('lone \udc00'),
  (connection) => connection.send('x'.repeat(126)),
  (connection) => connection.send('y'.repeat(20_000)),
  (connection) => connection.send(new ArrayBuffer(0)),
  (connection) => connection.send(new Uint8Array([1, 2, 3, 4]).subarray(1, 3)),
  (connection) => connection.send(new Uint8Array(20_000)),
];

const pings: readonly Verb[] = [
  (connection) => connection.ping(),
  (connection) => connection.ping('data'),
];

const handshakes: readonly Verb[] = [
  (connection) => connection.accept(),
  (connection) => connection.accept({ protocol: '' }),
  (connection) => connection.accept({ protocol: 'b' }),
  (connection) => connection.accept({ protocol: 'not-offered' }),
  (connection) => connection.accept({ extensions: 'permessage-deflate' }),
  (connection) => connection.refuse(),
  (connection) => connection.refuse(404),
];

const closes: readonly Verb[] = [
  (connection) => connection.close(),
  (connection) => connection.close(1000),
  (connection) => connection.close(1001, 'going away'),
  (connection) => connection.close(1011),
  (connection) => connection.close(4001, 'é€😀'),
  (connection) => connection.close(4001, 'r'.repeat(123)),
];

const answers: readonly Verb[] = [
  (connection) => connection.answerClose(),
  (connection) => connection.answerClose(1001),
  (connection) => connection.answerClose(4002, 'as you like'),
];

const ends: readonly Verb[] = [
  (connection) => connection.drop(),
  (connection) => connection.fail(),
];

export const VERBS = { sends, pings, handshakes, closes, answers, ends };

export const POLICIES: readonly Policy[] = [
  (server) => server.accept(),
  (server) => server.hold(),
  (server) => server.refuse(),
  (server) => server.accept({ protocol: 'b' }),
  (server) => server.answerClose(4003, 'for all'),
];
