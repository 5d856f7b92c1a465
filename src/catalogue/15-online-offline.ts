import type { Pattern } from './pattern.ts';

export const ONLINE_OFFLINE: Pattern = {
  folder: '15-online-offline',
  group: 'staying-connected',
  title: 'Online and offline are hints',
  lesson: 'offline is a question to the line; online is a reason to try at once.',
  view: 'NetworkHints.tsx',
  symptoms: [
    'navigator.onLine is true, but nothing works',
    'It takes a long time to reconnect after the Wi-Fi is back',
    'The socket does not notice airplane mode',
  ],
  prevents:
    'Code that takes `navigator.onLine` for the status drops a line that works, and trusts a network that leads nowhere.',
  notNeeded:
    'You do not need it when waiting for the next attempt does no harm. A well-kept library that listens to both events: Centrifuge, which closes at `offline` without asking.',
  rules: [
    {
      text: 'onLine only says whether there is a network, not whether it reaches anything.',
      url: 'https://html.spec.whatwg.org/multipage/system-state.html#navigator.online',
    },
  ],
  differs: { endings: 'It does not stay closed: it waits, and connects again.' },
};
