import type { Pattern } from './pattern.ts';

export const THROTTLE: Pattern = {
  folder: '25-throttle',
  group: 'sending',
  title: 'Not more than the server takes',
  lesson:
    'Send the newest position at most every so often, and always the last; send each command, at the pace that the server takes.',
  view: 'RateLimited.tsx',
  symptoms: [
    'The server closes with 1008 when I move the mouse',
    'The cursors of the others stand still until I stop',
    'How do I rate-limit WebSocket messages in the browser?',
  ],
  prevents:
    'A message for each move of the pointer is more than a server takes, and it closes the connection. A debounce is no help: it sends nothing for as long as the pointer moves.',
  notNeeded:
    'You do not need it where only clicks are sent, and the server has no limit. A well-kept library with throttles and rate limiters: TanStack Pacer.',
  rules: [
    {
      text: 'A throttle keeps the pace while calls go on; a debounce waits for them to stop.',
      url: 'https://tanstack.com/pacer/v0/docs/guides/throttling.md',
    },
    {
      text: 'Servers cut off a client that sends too often: Supabase shuts its channel at the sixth presence update in 30 seconds.',
      url: 'https://supabase.com/docs/guides/troubleshooting/realtime-client-presence-rate-limit-reached',
    },
    {
      text: '1008 says that a message has broken the server’s policy: to come back at the same pace is to be closed again.',
      url: 'https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1',
    },
  ],
  differs: { endings: 'It does not stay closed: it waits, and connects again.' },
};
