/** Tools ask these of any object that they print, compare or await. They expect `undefined`. */
const ASKED_BY_TOOLS: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'asymmetricMatch',
  'nodeType',
  'nodeName',
  'tagName',
  'hasAttribute',
  'ownerDocument',
  'length',
  'type',
  'inspect',
]);
/** `$$typeof`, `@@iterator`, `__storyId__` */
const TOOL_PREFIX = /^(\$\$|@@|_)/;

/**
 * Refuses a name that the server of a story does not have. Tools still get `undefined` for theirs.
 * @param names of the servers that it is made of
 * @throws {TypeError} that says which names there are
 */
export function refuseUnknownName(name: string | symbol, names: readonly string[]): undefined {
  if (typeof name === 'symbol' || ASKED_BY_TOOLS.has(name) || TOOL_PREFIX.test(name)) return;
  const [first] = names;
  if (first === undefined) {
    throw new TypeError(
      `This server has no \`${name}\`, and no other server is in it. For several servers, name them: parameters: { server: { url: { prices: 'wss://…', chat: 'wss://…' } } }.`,
    );
  }
  throw new TypeError(
    `This story has no server named \`${name}\`, so nothing can be done with it. \`parameters.server.url\` names these: ${names.join(', ')}. Write \`server.${first}\`, or add \`${name}\` there.`,
  );
}
