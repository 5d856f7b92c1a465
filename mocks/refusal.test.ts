import { expect, test } from 'vitest';
import { checkRefusal } from './refusal.ts';

test.for([400, 401, 503, 599])('a handshake can be refused with %i', (status) => {
  expect(() => checkRefusal(status)).not.toThrow();
});

test.for([0, 101, 200, 302, 399, 600, 404.5, Number.NaN])('and not with %d', (status) => {
  expect(() => checkRefusal(status)).toThrow(
    /^A handshake is refused with .+ 400 to 599, and .+ is none/,
  );
});
