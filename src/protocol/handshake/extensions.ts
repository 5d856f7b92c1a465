import { isToken } from './http-head.ts';

/** One element of `Sec-WebSocket-Extensions` (RFC 6455 §9.1). */
export interface Extension {
  readonly name: string;
  /** In order; a parameter without a value has `true`. */
  readonly params: readonly (readonly [name: string, value: string | true])[];
}

/** Reads the header's value, or gives `undefined` when it does not follow the grammar of §9.1. */
export function parseExtensions(value: string): readonly Extension[] | undefined {
  const extensions: Extension[] = [];
  for (const element of value.split(',')) {
    // Empty elements of a list count as nothing (RFC 9110 §5.6.1.2).
    if (element.trim() === '') continue;
    const [name = '', ...params] = element.split(';').map((part) => part.trim());
    const parsed = params.map(parseParam);
    if (!isToken(name) || parsed.includes(undefined)) return undefined;
    extensions.push({ name, params: parsed.filter((one) => one !== undefined) });
  }
  return extensions;
}

function parseParam(text: string): readonly [string, string | true] | undefined {
  const [, name, quoted, plain] = /^([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|([^\s"]+)))?$/.exec(text) ?? [];
  if (name === undefined || !isToken(name)) return undefined;
  // A quoted value must be a token once its quotes are off, so it holds no comma and no semicolon.
  const value = quoted ?? plain;
  if (value === undefined) return [name, true];
  return isToken(value) ? [name, value] : undefined;
}

export function formatExtensions(extensions: readonly Extension[]): string {
  return extensions
    .map(({ name, params }) =>
      [name, ...params.map(([key, value]) => (value === true ? key : `${key}=${value}`))].join(
        '; ',
      ),
    )
    .join(', ');
}
