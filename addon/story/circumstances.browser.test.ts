import { afterEach, beforeEach, expect, test } from 'vitest';
import { Circumstances } from './circumstances.ts';

const TYPES = ['online', 'offline', 'visibilitychange', 'freeze', 'resume', 'pagehide', 'pageshow'];

let page: Circumstances;
let heard: string[];
let listening: AbortController;
beforeEach(() => {
  page = new Circumstances();
  heard = [];
  listening = new AbortController();
  const hear = (event: Event) => {
    const { onLine } = navigator;
    const persisted = event instanceof PageTransitionEvent ? ` ${event.persisted}` : '';
    heard.push(`${event.type}${persisted} ${onLine ? '' : 'offline '}${document.visibilityState}`);
  };
  for (const type of TYPES) window.addEventListener(type, hear, { signal: listening.signal });
  for (const type of ['freeze', 'resume']) {
    document.addEventListener(type, hear, { signal: listening.signal });
  }
});
afterEach(() => {
  listening.abort();
  page.dispose();
});

test('offline and online', () => {
  page.online();
  page.offline();
  page.offline();
  page.online();
  expect(heard).toEqual(['offline offline visible', 'online visible']);
});

test('hidden and shown', () => {
  page.show();
  page.hide();
  expect(document.hidden).toBe(true);
  page.show();
  expect(document.hidden).toBe(false);
  expect(heard).toEqual(['visibilitychange hidden', 'visibilitychange visible']);
});

test('is as it was when its story is left', () => {
  page.offline();
  page.freeze();
  heard = [];
  page.dispose();
  expect([navigator.onLine, document.hidden, document.visibilityState, heard]).toEqual([
    true,
    false,
    'visible',
    [],
  ]);
});
