/**
 * A report that is older than the scenarios tells a page of yesterday. Here and not in Node, as the
 * scenarios look at the browser's own classes when they are loaded.
 */
import { describe, expect, test } from 'vitest';
import { SCENARIOS } from '../mocks/contract/all.ts';
import { mockSocketSubject } from '../mocks/contract/fidelity/mock-socket-subject.ts';
import { mswSubject } from '../mocks/contract/fidelity/msw-subject.ts';
import { simulated } from '../mocks/contract/subjects.ts';
import { report } from '../stories/fidelity/report.ts';

const HINT = 'Run `npm run fidelity`: it writes stories/fidelity/report.json again.';

describe('the report of the page Fidelity', () => {
  test('lists every scenario, and no other', () => {
    const listed = report.groups.flatMap(({ name, scenarios }) =>
      scenarios.map((scenario) => `${name}: ${scenario.name}`),
    );
    const known = SCENARIOS.map(({ group, name }) => `${group}: ${name}`);
    expect(listed.toSorted(), HINT).toEqual(known.toSorted());
  });

  test('is of the versions that are installed', () => {
    const names = [simulated, mswSubject(), mockSocketSubject].map(({ name }) => name);
    expect(report.subjects, HINT).toEqual(names);
  });

  test('finds the simulation equal in all', () => {
    const different = report.groups
      .flatMap((group) => group.scenarios)
      .filter(({ differences }) => simulated.name in differences)
      .map(({ name }) => name);
    expect(different).toEqual([]);
  });

  test('is of 10,000 random scripts, in the same browser, without a difference', () => {
    const { scripts, differences } = report.random;
    expect({ scripts, differences }, 'Run `npm run fidelity random`.').toEqual({
      scripts: 10_000,
      differences: 0,
    });
  });
});
