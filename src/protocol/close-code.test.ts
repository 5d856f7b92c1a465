import { describe, expect, it } from 'vitest';
import { describeCloseCode, isPageCloseCode, isSendableCloseCode } from './close-code.ts';
import { CLOSE_CODE_RANGES, CLOSE_CODES } from './close-codes.ts';

describe('CLOSE_CODES', () => {
  it('has every registered code once, in ascending order', () => {
    const first = Array.from({ length: 16 }, (_, i) => 1000 + i);
    expect(CLOSE_CODES.map((one) => one.code)).toEqual([...first, 3000, 3003, 3008]);
  });

  it('says each thing in one sentence', () => {
    for (const { name, meaning, next } of [...CLOSE_CODES, ...CLOSE_CODE_RANGES]) {
      expect(name).toMatch(/^[A-Z]/);
      for (const sentence of [meaning, next]) expect(sentence).toMatch(/^[A-Z][^.]*\.$/);
    }
  });

  it('keeps 1004, 1005, 1006 and 1015 out of every frame, and no other', () => {
    const silent = CLOSE_CODES.filter((one) => one.sender === 'none').map((one) => one.code);
    expect(silent).toEqual([1004, 1005, 1006, 1015]);
  });
});

describe('describeCloseCode', () => {
  it('gives a registered code its own entry, also inside a range', () => {
    expect(describeCloseCode(1001).name).toBe('Going Away');
    expect(describeCloseCode(3003).name).toBe('Forbidden');
  });

  it.each([
    [0, 'Not Used', 'none'],
    [999, 'Not Used', 'none'],
    [1016, 'Unassigned', 'none'],
    [2999, 'Unassigned', 'none'],
    [3001, 'Library or Framework', 'endpoint'],
    [3999, 'Library or Framework', 'endpoint'],
    [4000, 'Private Use', 'endpoint'],
    [4999, 'Private Use', 'endpoint'],
    [5000, 'Not a Close Code', 'none'],
    [-1, 'Not a Close Code', 'none'],
    [1000.5, 'Not a Close Code', 'none'],
    [NaN, 'Not a Close Code', 'none'],
    [Infinity, 'Not a Close Code', 'none'],
  ])('%d is "%s", sent by %s', (code, name, sender) => {
    expect(describeCloseCode(code)).toMatchObject({ code, name, sender });
  });
});

it('lets a frame carry 1000–1014 but for 1004–1006, and 3000–4999', () => {
  const allowed = Array.from({ length: 65_536 }, (_, code) => code).filter(isSendableCloseCode);
  const expected = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014];
  expect(allowed.slice(0, 12)).toEqual(expected);
  expect(allowed.slice(12)).toEqual(Array.from({ length: 2000 }, (_, i) => 3000 + i));
});

it('lets a page close with 1000 and 3000–4999 only', () => {
  const codes = [999, 1000, 1001, 1005, 2999, 3000, 4999, 5000, 3000.5, NaN];
  expect(codes.filter(isPageCloseCode)).toEqual([1000, 3000, 4999]);
});
