import { checkServerCode } from '../../mocks/close-arguments.ts';

/**
 * The close code that a user has typed; none for an empty text, and for `none`.
 * @throws {SyntaxError} for what is no whole number
 * @throws {DOMException} `InvalidAccessError` for a code that a server may not send
 */
export function readCloseCode(typed: number | string): number | undefined {
  const text = String(typed).trim();
  if (text === '' || text === 'none') return undefined;
  if (!/^\d+$/.test(text)) {
    throw new SyntaxError(
      `A close code is a whole number: 1000–1003, 1007–1014, or 3000–4999. “${text}” is not. Leave it empty, or write none, for a close without a code.`,
    );
  }
  checkServerCode(Number(text));
  return Number(text);
}
