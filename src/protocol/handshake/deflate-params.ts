import type { Extension } from './extensions.ts';

export const PERMESSAGE_DEFLATE = 'permessage-deflate';

/** The terms of permessage-deflate (RFC 7692 §7.1), of an offer or of an agreement. */
export interface DeflateParams {
  /** The server forgets its window after each message (§7.1.1.1). */
  readonly serverNoContextTakeover: boolean;
  /** The client forgets its window after each message (§7.1.1.2). */
  readonly clientNoContextTakeover: boolean;
  /** The server's window is 2 to the power of this, 8 to 15 (§7.1.2.1); 15 when not given. */
  readonly serverMaxWindowBits: number | undefined;
  /** As above (§7.1.2.2); `true` in an offer: the client can do it, and leaves the size open. */
  readonly clientMaxWindowBits: number | true | undefined;
}

/**
 * Reads the parameters of a permessage-deflate element; `undefined` when one is unknown, repeated,
 * or has a value that RFC 7692 §7.1 does not allow: such an offer must be declined, and such an
 * agreement must fail the connection.
 *
 * @param from `server_max_window_bits` needs a value always, and `client_max_window_bits` needs one
 * in a server's answer
 */
export function parseDeflateParams(
  { name, params }: Extension,
  from: 'client' | 'server',
): DeflateParams | undefined {
  const given = new Map(params);
  if (name !== PERMESSAGE_DEFLATE || given.size !== params.length) return undefined;
  const result = {
    serverNoContextTakeover: given.has('server_no_context_takeover'),
    clientNoContextTakeover: given.has('client_no_context_takeover'),
    serverMaxWindowBits: undefined as number | undefined,
    clientMaxWindowBits: undefined as number | true | undefined,
  };
  for (const [param, value] of params) {
    if (param === 'server_no_context_takeover' || param === 'client_no_context_takeover') {
      if (value !== true) return undefined;
    } else if (param === 'server_max_window_bits') {
      const bits = windowBits(value);
      if (bits === undefined) return undefined;
      result.serverMaxWindowBits = bits;
    } else if (param === 'client_max_window_bits') {
      const bits = value === true && from === 'client' ? true : windowBits(value);
      if (bits === undefined) return undefined;
      result.clientMaxWindowBits = bits;
    } else {
      return undefined;
    }
  }
  return result;
}

function windowBits(value: string | true): number | undefined {
  // No leading zero (§7.1.2).
  return value !== true && /^([89]|1[0-5])$/.test(value) ? Number(value) : undefined;
}

/** Whether a server may answer the offer with these terms (RFC 7692 §7.1.1, §7.1.2). */
export function isDeflateAnswer(offer: DeflateParams, answer: DeflateParams): boolean {
  if (offer.serverNoContextTakeover && !answer.serverNoContextTakeover) return false;
  const offered = offer.serverMaxWindowBits;
  if (offered !== undefined && !((answer.serverMaxWindowBits ?? 15) <= offered)) return false;
  // A client that did not say that it can limit its window must not be told to.
  return answer.clientMaxWindowBits === undefined || offer.clientMaxWindowBits !== undefined;
}

/** The shortest answer that accepts an offer: what it demands, and nothing more. */
export function acceptDeflateOffer(offer: DeflateParams): Extension {
  const params: [string, string | true][] = [];
  if (offer.serverNoContextTakeover) params.push(['server_no_context_takeover', true]);
  if (offer.clientNoContextTakeover) params.push(['client_no_context_takeover', true]);
  if (offer.serverMaxWindowBits !== undefined) {
    params.push(['server_max_window_bits', String(offer.serverMaxWindowBits)]);
  }
  return { name: PERMESSAGE_DEFLATE, params };
}
