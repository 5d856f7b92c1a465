import type { Pattern } from './pattern.ts';

export const BINARY: Pattern = {
  folder: '07-binary',
  group: 'basics',
  title: 'Text and bytes in order',
  lesson:
    'Ask for bytes as an ArrayBuffer: reading a Blob takes time, and the next message overtakes.',
  view: 'BinarySocket.tsx',
  symptoms: ['Messages arrive in the wrong order', 'event.data is a Blob', '[object Blob]'],
  prevents:
    'A handler that awaits blob.arrayBuffer() lets the browser call it for the next message meanwhile: a text that was sent after the bytes is shown before them.',
  notNeeded:
    'You do not need it when the server sends text only, or when you hand a Blob on without reading it, as with an image. A well-kept library for what is inside the bytes is @msgpack/msgpack.',
  rules: [
    {
      text: 'Bytes come as a Blob unless binaryType says arraybuffer.',
      url: 'https://websockets.spec.whatwg.org/#dom-websocket-binarytype',
    },
    {
      text: 'blob.arrayBuffer() returns a promise; an ArrayBuffer is read at once.',
      url: 'https://developer.mozilla.org/en-US/docs/Web/API/Blob/arrayBuffer',
    },
    {
      text: 'Numbers of several bytes have an order too: a DataView asks which, and the network’s is big-endian.',
      url: 'https://developer.mozilla.org/en-US/docs/Web/API/DataView',
    },
  ],
};
