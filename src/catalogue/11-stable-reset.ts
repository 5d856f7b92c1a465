import type { Pattern } from './pattern.ts';

export const STABLE_RESET: Pattern = {
  folder: '11-stable-reset',
  group: 'staying-connected',
  title: 'Reset the back-off by proof',
  lesson:
    'An open socket proves nothing: start again with short waits only after a message, or five seconds without a close.',
  view: 'StableReset.tsx',
  symptoms: [
    'It reconnects in a tight loop',
    'Clients hammer the server after a deploy',
    'The connection opens and closes again at once',
  ],
  prevents:
    'With a reset in `onopen`, a server that accepts and closes at once is asked again after the shortest wait, for ever.',
  notNeeded:
    'You do not need it behind a library that asks for proof: partysocket (5 s up), graphql-ws (an ack).',
  rules: [
    {
      text: 'partysocket counts a connection as up after five seconds.',
      url: 'https://github.com/cloudflare/partykit/tree/main/packages/partysocket',
    },
    {
      text: 'A reset in `onopen` brought a site to a halt.',
      url: 'https://github.com/destinygg/chat-gui/pull/872',
    },
  ],
  differs: { endings: 'It does not stay closed: it waits, and connects again.' },
};
