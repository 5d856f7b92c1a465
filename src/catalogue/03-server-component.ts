import type { Pattern } from './pattern.ts';

export const SERVER_COMPONENT: Pattern = {
  folder: '03-server-component',
  group: 'basics',
  title: 'Server components and sockets',
  lesson:
    'A server component cannot hold a socket: fetch the first data there, and connect in a client component.',
  view: 'ClientBoundary.tsx',
  symptoms: [
    'window is not defined',
    'WebSocket is not defined',
    'You’re importing a module that depends on useEffect into a React Server Component module',
  ],
  prevents:
    'A socket made by a server component is opened by the server for every request, shows no one a message, and stays open until the process ends.',
  notNeeded: 'You do not need it without a framework that renders on the server.',
  rules: [
    {
      text: 'A server component has no state and no effects: once its result is sent, nothing of it remains.',
      url: 'https://react.dev/reference/rsc/server-components',
    },
    {
      text: '“use client” marks where the code for the browser begins.',
      url: 'https://react.dev/reference/rsc/use-client',
    },
  ],
  notInNext: 'The Next.js app is this pattern.',
  differs: { moves: 'For another URL the page is rendered and hydrated again.' },
};
