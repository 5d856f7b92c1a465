import { HarReader } from '../../../src/protocol/har/har-reader.ts';
import { readHar } from '../../../src/protocol/har/read-har.ts';
import type { Recording } from '../../../src/protocol/har/recording.ts';

/** What is handed to the page at once: it is checked there, and more would hold up a frame. */
const PIECE_CHARACTERS = 2 ** 17;
const PIECE_MESSAGES = 250;

/** A part of the file, in its order. */
type Part =
  | { readonly entry: unknown; readonly isSocket: boolean }
  | { readonly messages: readonly unknown[]; readonly first: number };

type Piece =
  | { readonly parts: readonly Part[] }
  /** There is no list of entries: what stands in its place. */
  | { readonly har: unknown }
  | { readonly problem: string }
  | null;

const CODE = `
const FIELDS = ['startedDateTime', 'time', 'timings', '_webSocketClose'];
// As in JSON, what is not there has no name either.
const plain = (value) => (value === undefined ? value : JSON.parse(JSON.stringify(value)));
const outline = (value) => (typeof value === 'object' && value !== null ? {} : value);
function entryOf(entry) {
  const { request, response } = entry;
  return plain({
    ...Object.fromEntries(FIELDS.map((name) => [name, entry[name]])),
    request: request && { url: request.url },
    response: response && { status: response.status, headers: response.headers },
  });
}
function* parts(entries) {
  for (const entry of entries) {
    const messages = entry?._webSocketMessages;
    const isSocket = Array.isArray(messages);
    yield [{ entry: isSocket ? entryOf(entry) : null, isSocket }, 100];
    for (let first = 0; isSocket && first < messages.length;) {
      let characters = 0;
      let end = first;
      while (end < messages.length && end - first < ${PIECE_MESSAGES} && characters < ${PIECE_CHARACTERS}) {
        characters += 50 + String(messages[end]?.data ?? '').length;
        end += 1;
      }
      yield [{ messages: messages.slice(first, end), first }, characters];
      first = end;
    }
  }
}
function* pieces(har) {
  const entries = har?.log?.entries;
  if (!Array.isArray(entries)) {
    const log = har?.log;
    const isObject = typeof log === 'object' && log !== null;
    const part = { log: isObject ? { entries: outline(entries) } : log };
    yield { har: plain(typeof har === 'object' && har !== null ? part : har) };
    return;
  }
  let piece = [];
  let size = 0;
  for (const [part, characters] of parts(entries)) {
    piece.push(part);
    size += characters;
    if (size < ${PIECE_CHARACTERS}) continue;
    yield { parts: piece };
    piece = [];
    size = 0;
  }
  if (piece.length > 0) yield { parts: piece };
}
let all;
onmessage = async ({ data: file }) => {
  try {
    all ??= pieces(JSON.parse(await file.text()));
    postMessage(all.next().value ?? null);
  } catch (error) {
    postMessage({ problem: String(error?.message ?? error) });
  }
};
`;

/**
 * Reads a HAR beside the page, and checks it a piece at a time: also a file of many megabytes holds up no
 * frame.
 * @throws {Error} for what is no JSON; that names the field which is not what it should be
 */
export async function readHarFile(file: Blob): Promise<Recording> {
  const url = URL.createObjectURL(new Blob([CODE], { type: 'text/javascript' }));
  const worker = new Worker(url);
  const reader = new HarReader();
  try {
    for (;;) {
      const piece = await ask(worker, file);
      if (piece === null) return reader.finish();
      if ('problem' in piece) throw new Error(toProblem(piece.problem));
      if ('har' in piece) return readHar(piece.har);
      for (const part of piece.parts) {
        if ('messages' in part) reader.readMessages(part.messages, part.first);
        else reader.readEntry(part.entry, part.isSocket);
      }
    }
  } finally {
    worker.terminate();
    URL.revokeObjectURL(url);
  }
}

function ask(worker: Worker, file: Blob): Promise<Piece> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data as Piece);
    worker.onerror = () => reject(new Error('This page lets no worker read the file.'));
    worker.postMessage(file);
  });
}

function toProblem(problem: string): string {
  return `This file cannot be read as JSON, which a HAR is: ${problem}. Export it again, from this panel or from Chrome’s DevTools: Network, Export HAR.`;
}
