import { beforeEach, expect, test } from 'vitest';
import { createAnswers, type Answer, type Answers } from './answers.ts';

let sent: unknown[];
let latest: Answer | undefined;
let answers: Answers;
let id: string;

beforeEach(() => {
  sent = [];
  answers = createAnswers({
    send: (message) => sent.push(JSON.parse(message)) > 0,
    onChange(answer) {
      latest = answer;
    },
  });
  id = answers.ask('why?');
});

const piece = (n: number, of = id) =>
  answers.heard(JSON.stringify({ type: 'piece', id: of, n, text: `${n} ` }));

test('asks at once, from the beginning', () => {
  expect(sent).toEqual([{ type: 'ask', id, body: 'why?', from: 0 }]);
});

test('puts the pieces together, until the answer is finished', () => {
  piece(1);
  piece(2);
  expect(latest).toMatchObject({ question: 'why?', text: '1 2 ', pieces: 2, state: 'streaming' });
  answers.heard(JSON.stringify({ type: 'finished', id, count: 2 }));
  expect(latest).toMatchObject({ text: '1 2 ', state: 'finished' });
});

test('takes each piece once', () => {
  piece(1);
  piece(1);
  piece(2);
  expect(latest?.text).toBe('1 2 ');
});

test('asks for the rest where a piece is missing', () => {
  piece(1);
  piece(3);
  expect(latest?.text).toBe('1 ');
  expect(sent.at(-1)).toEqual({ type: 'ask', id, body: 'why?', from: 1 });
});

test('asks again, under the same id, on the next connection; not for what is over', () => {
  piece(1);
  const second = answers.ask('and?');
  answers.stop(second);
  sent = [];
  answers.opened();
  expect(sent).toEqual([{ type: 'ask', id, body: 'why?', from: 1 }]);
  answers.heard(JSON.stringify({ type: 'finished', id }));
  sent = [];
  answers.opened();
  expect(sent).toEqual([]);
});

test('an answer that was stopped does not grow, and the server is told', () => {
  piece(1);
  answers.stop(id);
  expect(sent.at(-1)).toEqual({ type: 'stop', id });
  expect(latest).toMatchObject({ text: '1 ', state: 'stopped' });
  expect(piece(2)).toBe(true);
  expect(latest).toMatchObject({ text: '1 ', state: 'stopped' });
  sent = [];
  answers.stop(id);
  expect(sent).toEqual([]);
});

test('takes no piece of another answer', () => {
  expect(piece(1, 'another')).toBe(true);
  expect(latest?.text).toBe('');
});

test('leaves other messages to the application', () => {
  expect(answers.heard('hello')).toBe(false);
  expect(answers.heard('{"type":"reply","id":"1"}')).toBe(false);
});
