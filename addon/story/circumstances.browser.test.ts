import { afterEach, beforeEach, expect, test } from 'vitest';
import { Circumstances } from './circumstances.ts';
import { hearPage } from './testing/hear-page.ts';
import capture from './testing/page-events.json' with { type: 'json' };

let page: Circumstances;
let lines: string[];
let stopHearing: () => void;
beforeEach(() => {
  page = new Circumstances();
  lines = [];
  stopHearing = hearPage(lines);
});
afterEach(() => {
  stopHearing();
  page.dispose();
});

/** How each step of the capture is done here. */
const STEPS: Record<keyof typeof capture.steps, () => void> = {
  offline: () => page.offline(),
  online: () => page.online(),
  hide: () => page.hide(),
  freeze: () => page.freeze(),
  resume: () => page.resume(),
  show: () => page.show(),
  'leave and come back': () => {
    page.leave();
    page.comeBack();
  },
};

test('a page hears what Chromium tells it, in its order', () => {
  for (const [name, heard] of Object.entries(capture.steps)) {
    STEPS[name as keyof typeof STEPS]();
    expect(lines.splice(0), name).toEqual(heard);
  }
});

test('a hidden page loses the focus, and a shown one has it back', () => {
  const heard: string[] = [];
  const hear = ({ type }: Event) => heard.push(`${type} ${document.hasFocus()}`);
  window.addEventListener('blur', hear, { once: true });
  window.addEventListener('focus', hear, { once: true });
  page.hide();
  expect(document.hasFocus()).toBe(false);
  page.show();
  expect(heard).toEqual([`blur ${document.hasFocus()}`, 'focus false']);
});

test('what is so already is told once', () => {
  page.online();
  page.show();
  page.resume();
  expect(lines).toEqual([]);
  page.offline();
  page.freeze();
  lines.splice(0);
  page.offline();
  page.hide();
  page.freeze();
  expect(lines).toEqual([]);
});

test('a page that was not kept hears of its return only', () => {
  page.leave();
  lines.splice(0);
  page.comeBack({ persisted: false });
  expect(lines).toEqual([expect.stringMatching(/pageshow .* persisted: false,.*; visible/)]);
});

test('all is as it was when the story is left, and no one is told', () => {
  page.offline();
  page.freeze();
  lines.splice(0);
  page.dispose();
  const { onLine } = navigator;
  const { hidden, visibilityState } = document;
  expect([onLine, hidden, visibilityState, lines]).toEqual([true, false, 'visible', []]);
});
