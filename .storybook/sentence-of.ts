interface DocsParameters {
  readonly docs?: { readonly description?: { readonly story?: string } };
}

interface Described {
  readonly parameters: DocsParameters;
  readonly moduleExport?: unknown;
}

/**
 * The comment above a story, in its file; empty where there is none. Storybook's plugin gives it to the
 * parameters of `meta.story()`. Of what `.extend()` makes it gives it to the export, and it is lost there.
 */
export function sentenceOf({ parameters, moduleExport }: Described): string {
  const own = (moduleExport as { parameters?: DocsParameters } | undefined)?.parameters;
  return own?.docs?.description?.story ?? parameters.docs?.description?.story ?? '';
}
