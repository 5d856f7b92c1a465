import Queue from 'yocto-queue';
import { queueNetworkTask } from './network-tasks.ts';
import type { OutgoingMessage } from './outgoing-message.ts';
import type { Payload } from './socket-server.ts';

/** What Chromium hands to its network process at once: `bufferedAmount` falls in steps of this. */
export const PIPE_BYTES = 131_000;

/** Where what is sent goes. */
export interface SendTarget {
  /** How many of these bytes leave the page's process now. */
  take(bytes: number): number;
  /** The page has sent a message, and all of it has been taken. */
  pageSent(message: Payload): void;
  /** The page has started the closing handshake; `code` 1005 stands for a frame without one. */
  pageClosed(code: number, reason: string): void;
}

interface MessageEntry {
  message: OutgoingMessage;
  unsentBytes: number;
}

type Entry = MessageEntry | { readonly closeCode: number; readonly reason: string };

/**
 * What a page has sent, in its order, on its way out of the page's process. A Blob has to be read
 * first, and what is behind it waits. Bytes go through a pipe; those that have entered it are
 * counted at once, and show in `bufferedAmount` with the next task or event of the socket.
 */
export class SendQueue {
  readonly #target: SendTarget;
  readonly #entries = new Queue<Entry>();
  #bufferedBytes = 0;
  /** Of those: in the pipe or beyond it, and still shown. */
  #takenBytes = 0;
  #pipeBytes = 0;
  /** What is sent on a socket that closes is counted, and goes nowhere. */
  #lostBytes = 0;
  #isReading = false;
  #isScheduled = false;
  #hasEnded = false;

  constructor(target: SendTarget) {
    this.#target = target;
  }

  get bufferedAmount(): number {
    return this.#bufferedBytes + this.#lostBytes;
  }

  send(message: OutgoingMessage, bytes: number): void {
    this.#bufferedBytes += bytes;
    this.#entries.enqueue({ message, unsentBytes: bytes });
    this.#fillPipe();
  }

  lose(bytes: number): void {
    this.#lostBytes += bytes;
  }

  close(closeCode: number, reason: string): void {
    this.#entries.enqueue({ closeCode, reason });
    this.#fillPipe();
  }

  /** Shows what has been taken. Chromium does so before each event, too. */
  update(): void {
    this.#bufferedBytes -= this.#takenBytes;
    this.#takenBytes = 0;
  }

  /** Sends on, where the target takes bytes again. */
  drain(): void {
    if (this.#hasEnded) return;
    this.#pipeBytes -= this.#target.take(this.#pipeBytes);
    this.#fillPipe();
  }

  /** Nothing more leaves. Returns whether everything has left before. */
  end(): boolean {
    this.update();
    this.#hasEnded = true;
    return this.#bufferedBytes === 0;
  }

  #fillPipe(): void {
    while (!this.#isReading && !this.#hasEnded && this.#sendFirst()) this.#entries.dequeue();
  }

  /** Returns whether the first entry is done with. */
  #sendFirst(): boolean {
    const entry = this.#entries.peek();
    if (!entry) return false;
    if ('closeCode' in entry) {
      this.#target.pageClosed(entry.closeCode, entry.reason);
      return true;
    }
    const { message } = entry;
    if (message instanceof Blob) {
      void this.#read(message, entry);
      return false;
    }
    const isWhole = this.#write(entry);
    if (isWhole) this.#target.pageSent(message);
    return isWhole;
  }

  async #read(blob: Blob, entry: MessageEntry): Promise<void> {
    this.#isReading = true;
    entry.message = await blob.arrayBuffer();
    this.#isReading = false;
    this.#fillPipe();
  }

  /** Returns whether all of it is in the pipe. */
  #write(entry: MessageEntry): boolean {
    const bytes = Math.min(entry.unsentBytes, PIPE_BYTES - this.#pipeBytes);
    entry.unsentBytes -= bytes;
    this.#pipeBytes += bytes;
    this.#takenBytes += bytes;
    if (bytes > 0) this.#schedule();
    return entry.unsentBytes === 0;
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueNetworkTask(() => {
      this.#isScheduled = false;
      this.update();
      this.drain();
    });
  }
}
