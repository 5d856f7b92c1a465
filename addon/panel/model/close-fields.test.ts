import { expect, test } from 'vitest';
import { readClose, typeClose } from './close-fields.ts';

const CONTROLS = { closeCode: '1000', closeReason: '' };

test('shows what the Controls say', () => {
  expect(readClose({ closeCode: 'none', closeReason: 'bye' }, {})).toEqual({
    code: '',
    reason: 'bye',
  });
  // In a story that has none.
  expect(readClose({}, {})).toEqual({ code: '', reason: '' });
});

test('shows what is being typed until the Control says something else', () => {
  const typed = typeClose(CONTROLS, {}, 'code', '43');
  expect(readClose(CONTROLS, typed)).toEqual({ code: '43', reason: '' });
  expect(readClose({ ...CONTROLS, closeCode: '1012' }, typed).code).toBe('1012');
});

test('keeps what is typed in one field while the other comes back from the story', () => {
  const code = typeClose(CONTROLS, {}, 'code', '4001');
  const both = typeClose(CONTROLS, code, 'reason', 'by');
  expect(readClose({ ...CONTROLS, closeCode: '4001' }, both)).toEqual({
    code: '4001',
    reason: 'by',
  });
});
