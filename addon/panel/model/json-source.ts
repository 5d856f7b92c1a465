/** A JSON value as it was written: `1e999` and a repeated key are lost in what `JSON.parse` returns. */
export type JsonSource =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'null'; readonly source: string }
  | { readonly kind: 'object' | 'array'; readonly children: readonly JsonChild[] };

/** `name` is a key as it was written, without its quotes, or an index. */
export interface JsonChild {
  readonly name: string;
  readonly value: JsonSource;
}

const TOKENS = /"(?:[^"\\]+|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g;

/** Reads the JSON text of an object or an array. Returns nothing for any other text. */
export function readJson(text: string): JsonSource | undefined {
  if (!/^\s*[[{]/.test(text) || !isJson(text)) return undefined;
  // Without recursion: a text can be nested deeper than the stack is.
  const root: JsonChild[] = [];
  const open = [root];
  let key: string | undefined;
  let last = '';
  const add = (value: JsonSource) => {
    const children = open.at(-1) ?? root;
    children.push({ name: key ?? String(children.length), value });
    key = undefined;
  };
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') {
      const children: JsonChild[] = [];
      add({ kind: token === '{' ? 'object' : 'array', children });
      open.push(children);
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      open.at(-1)?.pop();
      key = last.slice(1, -1);
    } else if (token !== ',') add({ kind: kindOf(token), source: token });
    last = token;
  }
  return root[0]?.value;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function kindOf(token: string): 'string' | 'number' | 'boolean' | 'null' {
  if (token.startsWith('"')) return 'string';
  if (token === 'null') return 'null';
  return token === 'true' || token === 'false' ? 'boolean' : 'number';
}
