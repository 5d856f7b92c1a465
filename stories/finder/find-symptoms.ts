import MiniSearch, { type SearchResult } from 'minisearch';
import { SYMPTOMS, type Symptom } from './symptoms.ts';

/** Words that people use for one thing: each is searched for as all of them. */
const SYNONYMS = [
  ['socket', 'websocket', 'ws', 'connection'],
  ['twice', 'double', 'doubled', 'duplicate', 'duplicated', 'two', 'times'],
  ['lost', 'missing', 'disappear', 'gone', 'dropped', 'lose', 'loses'],
  ['reconnect', 'reconnects', 'reconnecting', 'retry', 'again'],
  ['disconnect', 'disconnects', 'closes', 'closed', 'close', 'drops'],
  ['slow', 'freezes', 'frozen', 'lag', 'laggy', 'hangs'],
  ['token', 'auth', 'authentication', 'login', 'jwt'],
  ['old', 'stale', 'outdated'],
  ['refetch', 'refetches', 'invalidate'],
  ['online', 'presence'],
  ['sleep', 'sleeps', 'phone', 'laptop', 'wakes', 'background', 'hidden', 'tab'],
  ['proxy', 'nginx', 'balancer', 'idle', '60'],
  ['cors', 'origin'],
  ['opens', 'runs', 'mounts', 'connects'],
  ['forever', 'endless', 'endlessly', 'infinite', 'loop', 'ever'],
  ['nextjs', 'server', 'ssr'],
];

/** Words that say nothing about what is wrong. */
const FILLERS = new Set(
  'a an and are at be but by do does for how i in is it my of on or the to we when why with'.split(
    ' ',
  ),
);

const tokenize = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replace(/next\.js/g, 'nextjs')
      .match(/[a-z0-9_]+/g) ?? []
  ).filter((word) => !FILLERS.has(word));

const index = new MiniSearch<Symptom>({
  fields: ['text', 'title', 'answer'],
  tokenize,
  searchOptions: {
    boost: { text: 3, title: 2 },
    prefix: (term) => term.length > 2,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  },
});
index.addAll(SYMPTOMS);

const synonymsOf = (word: string) => SYNONYMS.find((words) => words.includes(word)) ?? [word];

/** Of so many that have every word, others need not be shown. */
const ENOUGH = 3;

/** How many symptoms are shown. */
const SHOWN = 8;

/**
 * The symptoms that are most like a description, the best first, one of each page: those that have every
 * word of it, or a word for the same, and where these are few, behind them those that have some.
 */
export function findSymptoms(description: string): readonly Symptom[] {
  const words = tokenize(description);
  if (words.length === 0) return [];
  const search = (combineWith: 'AND' | 'OR') =>
    index.search({
      combineWith,
      queries: words.map((word) => ({ combineWith: 'OR', queries: synonymsOf(word) })),
    });
  const all = search('AND');
  const found: readonly SearchResult[] = all.length >= ENOUGH ? all : [...all, ...search('OR')];
  const pages = new Map<string, Symptom>();
  for (const { id } of found) {
    const symptom = SYMPTOMS[Number(id)];
    if (symptom && !pages.has(symptom.href)) pages.set(symptom.href, symptom);
  }
  return [...pages.values()].slice(0, SHOWN);
}
