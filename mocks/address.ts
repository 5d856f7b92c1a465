import { fitOf, isBelow } from './below.ts';

const SCHEME = /^(?:wss?|https?):\/\//i;
/** What tells a wildcard that is more exact from one that is less; a URL without any is the most exact. */
const WILDCARD_HANDICAP = 0.5;

/**
 * Which sockets a server answers. A URL stands for itself, with any query, and for each path below it.
 * In a URL with `*`, that stands for any characters: `wss://*.example.com/live/*`. The query counts only
 * where the address has a `?` itself.
 */
export class Address {
  /** As it was written. */
  readonly text: string;
  readonly #url: string;
  readonly #pattern: RegExp | undefined;

  /**
   * @param text a URL with the scheme `ws`, `wss`, `http` or `https`, or `*` in its place, or a path of this page's host
   * @throws {TypeError} for anything else
   */
  constructor(text: string) {
    this.text = text;
    this.#url = normalize(text);
    if (this.#url.includes('*')) this.#pattern = toPattern(this.#url);
  }

  test(url: string): boolean {
    if (!this.#pattern) return isBelow(this.#url, url);
    return this.#pattern.test(this.#url.includes('?') ? url : withoutQuery(url));
  }

  /** Of several addresses that a URL goes to, the one that fits best is meant: the most exact. */
  fit(url: string): number {
    if (!this.#pattern) return fitOf(this.#url, url);
    return this.#url.replaceAll('*', '').length - WILDCARD_HANDICAP;
  }
}

function normalize(text: unknown): string {
  if (typeof text !== 'string') throw notAnAddress(`${typeof text} ${String(text)}`);
  const trimmed = text.trim();
  if (trimmed.startsWith('*')) return trimmed;
  if (!SCHEME.test(trimmed) && !trimmed.startsWith('/')) throw notAnAddress(`'${text}'`);
  const url = URL.parse(trimmed, location.href);
  // What is no URL, as `ws://localhost:*/`, may be a pattern still.
  if (!url && !trimmed.includes('*')) throw notAnAddress(`'${text}'`);
  // Chromium writes a `*` in a host as `%2A`.
  return (url?.href ?? trimmed).replace(/^http/i, 'ws').replaceAll('%2A', '*');
}

function notAnAddress(what: string): TypeError {
  return new TypeError(
    `${what} is not the address of a WebSocket server, so no socket would go there. Write a URL, such as wss://api.example.com/live, or one with *, which stands for any characters: wss://api.example.com/*.`,
  );
}

function toPattern(url: string): RegExp {
  const parts = url.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

function withoutQuery(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
