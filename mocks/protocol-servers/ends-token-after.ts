import type { Behaviour } from '../behaviour.ts';
import { after } from '../clock.ts';
import { asksForToken, NEEDS_LOGIN, type AsksForTokenOptions } from './asks-for-token.ts';
import { tell } from './protocol.ts';

/**
 * Asks for a token as `asksForToken` does, and lets each one end `ms` milliseconds after its login. Another
 * login before that is a renewal: the connection stays.
 *
 * | from   | message                               | what it says                          |
 * | ------ | ------------------------------------- | ------------------------------------- |
 * | server | `{"type":"token-expires","inMs":…}`   | after each `logged-in`: how long it is good |
 * | server | close 4401 `token expired`            | no other login has come in that time  |
 *
 * @example parameters: { server: { behaviour: endsTokenAfter(60_000) } }
 */
export const endsTokenAfter = (
  ms: number,
  options?: Pick<AsksForTokenOptions, 'accepts'>,
): Behaviour =>
  asksForToken({
    ...options,
    onLogin(connection) {
      tell(connection, { type: 'token-expires', inMs: ms });
      return after(ms, () => void connection.close(NEEDS_LOGIN, 'token expired'));
    },
  });
