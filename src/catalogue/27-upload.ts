import type { Pattern } from './pattern.ts';

export const UPLOAD: Pattern = {
  folder: '27-upload',
  group: 'sending',
  title: 'A file in chunks',
  lesson:
    'Send slices with their offsets, a window at a time, go on behind what the server has, and show that as the progress.',
  view: 'UploadSocket.tsx',
  symptoms: [
    'The upload is at 100 % at once, and the file is not there',
    'An upload over a WebSocket begins at the start after a reconnect',
    'The connection closes with 1009 when I send a file',
    'Sending a large file blocks all other messages',
  ],
  prevents:
    'A page that counts what it has given to `send` shows 100 % in a moment: all of it stands in memory, and none of it may ever arrive. And one message of many megabytes is the whole file again after each loss.',
  notNeeded:
    'You do not need it where you have HTTP, which is the better way: `fetch` with a `File` as its body streams from disk, and proxies and servers know it. Well-kept libraries that resume: tus-js-client and Uppy, both over HTTP.',
  rules: [
    {
      text: 'A server closes with 1009 where a message is too big for it: the same message again ends the next connection too.',
      url: 'https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1',
    },
    {
      text: '`slice` reads nothing: only the chunk that is read next stands in memory.',
      url: 'https://w3c.github.io/FileAPI/#slice-method-algo',
    },
    {
      text: 'Ask for the offset first, and go on there: so do resumable uploads over HTTP.',
      url: 'https://tus.io/protocols/resumable-upload#example',
    },
  ],
  differs: {
    endings: 'It does not stay closed: it waits, and connects again.',
  },
};
