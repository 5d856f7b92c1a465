/**
 * What is checked when a test has ended: behind the `afterEach` of every addon, whatever their order, so
 * that a11y still finds the story on the page. Vitest says when that is, and so do the first of a project's
 * annotations; where neither does, it is now.
 */
const KEY = Symbol.for('react-websocket-lab/after-test');

type Check = () => Promise<void>;

/** Does it at the end of the test, or at once where no one says when that is. */
export async function checkAfterTest(check: Check): Promise<void> {
  const checks = Reflect.get(globalThis, KEY) as Check[] | undefined;
  if (checks) checks.push(check);
  else await check();
}

/** Collects from now on what is to be checked. Call what it returns at the end of each test. */
export function collectChecks(): Check {
  const checks: Check[] = [];
  // Not of this module: Vite may have loaded another copy of it for the story.
  Reflect.set(globalThis, KEY, checks);
  return async () => {
    for (const check of checks.splice(0)) await check();
  };
}
