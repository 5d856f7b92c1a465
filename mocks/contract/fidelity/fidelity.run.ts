/**
 * Runs every scenario on the browser and a real server, then on the simulation and on the libraries
 * that people mock sockets with, and writes down who saw the same. Not a test: `npm run fidelity`.
 */
import { afterAll, expect, inject, test, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { SCENARIOS } from '../all.ts';
import { runScenario, SCENARIO_LIMIT_MS } from '../run.ts';
import { real, simulated } from '../subjects.ts';
import { mockSocketSubject } from './mock-socket-subject.ts';
import { mswSubject } from './msw-subject.ts';
import { compare, type Difference, type FidelityReport, type ScenarioReport } from './report.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Adds what only Node knows, and writes the file that the page shows. */
    writeReport: (found: Pick<FidelityReport, 'subjects' | 'groups'>) => Promise<void>;
  }
}

/**
 * The libraries have events of classes of their own. Few pages would notice, but the trace reads an
 * event by its class: as it is, they would differ in every close. So it reads theirs by its members.
 */
function asNative(event: Event): Event {
  if (event instanceof MessageEvent || event instanceof CloseEvent) return event;
  const { type } = event;
  const member = (name: string): unknown => Reflect.get(event, name);
  if (type === 'message') return new MessageEvent(type, { data: member('data') });
  if (type !== 'close') return event;
  return new CloseEvent(type, {
    code: Number(member('code')),
    reason: String(member('reason')),
    wasClean: member('wasClean') === true,
  });
}

vi.mock(import('../describe.ts'), async (importOriginal) => {
  const original = await importOriginal();
  return {
    ...original,
    describeEvent: (event, socket) => original.describeEvent(asNative(event), socket),
  };
});

/** A mock has no wire to wait for, and on the wire the slowest scenario takes under 3 s. */
const SUBJECT_LIMIT_MS = 4_000;

const reality = real(inject('liveServerUrl'));
const subjects = [simulated, mswSubject(), mockSocketSubject];
const found = new Map<string, ScenarioReport[]>();

test.for(SCENARIOS)('$group: $name', { timeout: 4 * SCENARIO_LIMIT_MS }, async (scenario) => {
  const expected = await runScenario(scenario, reality);
  expect(expected.isComplete, expected.trace.at(-1)).toBe(true);
  const differences: Record<string, Difference> = {};
  for (const subject of subjects) {
    const limitMs = subject === simulated ? SCENARIO_LIMIT_MS : SUBJECT_LIMIT_MS;
    const difference = compare(expected, await runScenario(scenario, subject, limitMs));
    if (difference) differences[subject.name] = difference;
  }
  const { group, name } = scenario;
  found.set(group, [...(found.get(group) ?? []), { name, differences }]);
});

afterAll(async () => {
  const groups = [...found].map(([name, scenarios]) => ({ name, scenarios }));
  await commands.writeReport({ subjects: subjects.map(({ name }) => name), groups });
});
