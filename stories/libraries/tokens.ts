import type { TakesToken } from './languages/language.ts';

/** A login service, and what a server takes of it: each token once, as if it had ended after that. */
export function tokens(): { readonly getToken: () => string; readonly takesToken: TakesToken } {
  let given = 0;
  const used = new Set<string>();
  return {
    getToken: () => `token-${++given}`,
    takesToken(token) {
      if (token === undefined || used.has(token)) return false;
      used.add(token);
      return true;
    },
  };
}
