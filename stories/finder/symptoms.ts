import { CATALOGUE, findPattern, linkTo } from '../../src/catalogue.ts';
import { linkToPitfall, PITFALLS } from '../../src/pitfalls.ts';

/** Something that a developer sees, in their own words, and the page that answers it. */
export interface Symptom {
  readonly id: number;
  readonly text: string;
  readonly title: string;
  /** What the page says, in a sentence. */
  readonly answer: string;
  /** A link for the whole window, as `linkTo` makes it. */
  readonly href: string;
  /** Where the page shows a mistake: the page that does it right. */
  readonly instead?: Page | undefined;
}

interface Page {
  readonly title: string;
  readonly href: string;
}

/** Pages that are no pattern, with what brings people there: error messages above all. */
const PAGES = [
  {
    title: 'Handshake',
    answer: 'How a socket comes to be, step by step: break one thing, and see who refuses.',
    href: './?path=/docs/protocol-handshake--docs',
    symptoms: [
      'Error during WebSocket handshake: Unexpected response code: 404',
      'WebSocket connection failed: net::ERR_CONNECTION_REFUSED',
      'Unexpected server response: 400',
      'The WebSocket does not connect behind a proxy',
    ],
  },
  {
    title: 'Close codes',
    answer: 'What each close code says, and what to do next.',
    href: './?path=/docs/protocol-closecodes--docs',
    symptoms: [
      'Close code 1000, 1001, 1005, 1006, 1008, 1009, 1011, 1012 or 1013',
      'wasClean is false',
    ],
  },
  {
    title: 'wss and ws',
    answer: 'What others on the way can read, and why a secure page may only open wss.',
    href: './?path=/docs/protocol-wss--docs',
    symptoms: [
      'Mixed content: the page was loaded over HTTPS, but attempted to connect to an insecure WebSocket',
      'SecurityError: an insecure WebSocket connection may not be initiated from a page loaded over HTTPS',
    ],
  },
  {
    title: 'Frames',
    answer: 'A message as bytes, bit by bit, and the rules that a broken one breaks.',
    href: './?path=/docs/protocol-frames--docs',
    symptoms: [
      'Invalid frame header',
      'A server must not mask any frames that it sends to the client',
    ],
  },
  {
    title: 'Where to look',
    answer: 'The messages of a socket in the DevTools of your browser.',
    href: './?path=/docs/protocol-wheretolook--docs',
    symptoms: ['I cannot see the WebSocket messages in DevTools', 'How do I debug a WebSocket?'],
  },
] as const;

const pitfalls = PITFALLS.map((pitfall) => {
  const pattern = findPattern(pitfall.pattern);
  return {
    title: pitfall.title,
    answer: pitfall.why,
    href: linkToPitfall(pitfall),
    instead: { title: pattern.title, href: linkTo(pattern) },
    symptoms: pitfall.symptoms,
  };
});

const patterns = CATALOGUE.map((pattern) => ({
  title: pattern.title,
  answer: pattern.lesson,
  href: linkTo(pattern),
  symptoms: pattern.symptoms,
}));

/** Every symptom that the lab answers. */
export const SYMPTOMS: readonly Symptom[] = [...pitfalls, ...patterns, ...PAGES]
  .flatMap(({ symptoms, ...page }) => symptoms.map((text) => ({ ...page, text })))
  .map((symptom, id) => ({ ...symptom, id }));
