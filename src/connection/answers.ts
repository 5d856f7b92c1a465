import { readJson } from './read-json.ts';

/** An answer as it grows. */
export interface Answer {
  readonly id: string;
  readonly question: string;
  readonly text: string;
  /** How many pieces of it are here: they are numbered from 1. */
  readonly pieces: number;
  readonly state: 'streaming' | 'finished' | 'stopped';
}

export interface AnswersOptions {
  /** Sends where the socket is open. Returns whether it was. */
  readonly send: (message: string) => boolean;
  readonly onChange: (answer: Answer) => void;
}

export interface Answers {
  /** Asks the server. Returns the id of the answer. */
  readonly ask: (question: string) => string;
  /** Whatever still comes of this answer is ignored. */
  readonly stop: (id: string) => void;
  /** There is a connection: asks for the rest of what is not finished. */
  readonly opened: () => void;
  /** Takes a message of the server. Returns whether it belonged to an answer. */
  readonly heard: (data: unknown) => boolean;
}

/** Puts answers together from their pieces, each piece once and in its place. */
export function createAnswers({ send, onChange }: AnswersOptions): Answers {
  const streaming = new Map<string, Answer>();

  function change(answer: Answer) {
    if (answer.state === 'streaming') streaming.set(answer.id, answer);
    else streaming.delete(answer.id);
    onChange(answer);
  }

  /** The id makes it the same question: the server goes on, and does not begin again. */
  function askFor({ id, question, pieces }: Answer) {
    send(JSON.stringify({ type: 'ask', id, body: question, from: pieces }));
  }

  function take(answer: Answer, n: number, text: string) {
    if (n === answer.pieces + 1) change({ ...answer, text: answer.text + text, pieces: n });
    else if (n > answer.pieces + 1) askFor(answer);
  }

  return {
    ask(question) {
      const id = crypto.randomUUID();
      const answer: Answer = { id, question, text: '', pieces: 0, state: 'streaming' };
      change(answer);
      askFor(answer);
      return id;
    },
    stop(id) {
      const answer = streaming.get(id);
      if (!answer) return;
      send(JSON.stringify({ type: 'stop', id }));
      change({ ...answer, state: 'stopped' });
    },
    opened() {
      for (const answer of streaming.values()) askFor(answer);
    },
    heard(data) {
      const { type, id, n, text } = readJson(data);
      if (type !== 'piece' && type !== 'finished') return false;
      const answer = streaming.get(String(id));
      // One that was stopped, or belongs to another page.
      if (!answer) return true;
      if (type === 'finished') change({ ...answer, state: 'finished' });
      else if (typeof n === 'number') take(answer, n, String(text));
      return true;
    },
  };
}
