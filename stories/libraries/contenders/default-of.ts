/** The default export of a CommonJS package: bundlers differ in what they make of it. */
export function defaultOf<T extends object>(module: T): T {
  return (module as { readonly default?: T }).default ?? module;
}
