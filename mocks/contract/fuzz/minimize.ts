import type { FuzzScript } from './script.ts';

/**
 * A list without what can be left out, one by one from the end, while it still fails. fast-check leaves
 * what stands behind the cause.
 */
export async function minimize<T>(
  items: readonly T[],
  fails: (fewer: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  for (let index = items.length - 1; index >= 0; index--) {
    const fewer = items.toSpliced(index, 1);
    if (await fails(fewer)) items = fewer;
  }
  return items;
}

/** A script without the steps that can be left out, and each step without its parts that can. */
export async function minimizeScript(
  script: FuzzScript,
  fails: (fewer: FuzzScript) => Promise<boolean>,
): Promise<FuzzScript> {
  let smallest = await minimize(script, fails);
  for (const index of smallest.keys()) {
    for (const part of ['actions', 'reactions', 'verbs']) {
      const step = smallest[index];
      const list: unknown = step && Reflect.get(step, part);
      if (!step || !Array.isArray(list)) continue;
      const withList = (fewer: readonly unknown[]) =>
        smallest.with(index, { ...step, [part]: fewer });
      smallest = withList(await minimize<unknown>(list, (fewer) => fails(withList(fewer))));
    }
  }
  return smallest;
}
