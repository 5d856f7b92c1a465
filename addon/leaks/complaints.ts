import type { Register } from './register.ts';
import { replace, type Undo } from './replace.ts';

function describe(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message;
  return String(value);
}

/** Tells, as text, each console error, uncaught error and unhandled rejection. */
export class Complaints {
  // Taken before listeners are watched.
  readonly #listen = window.addEventListener.bind(window);
  readonly #unlisten = window.removeEventListener.bind(window);
  readonly #register: Register;
  readonly #undoConsole: Undo;

  constructor(register: Register) {
    this.#register = register;
    this.#undoConsole = replace(console, 'error', (original) => (...args: unknown[]) => {
      register.complain(`console.error: ${args.map(describe).join(' ')}`);
      original.apply(console, args);
    });
    this.#listenForErrors();
  }

  /** Reports an error that no story on the page is to blame for. It fails a test run, and none of its tests. */
  reportForeign(error: Error): void {
    // Vitest leaves errors to the page where the page listens to them.
    this.#unlistenForErrors();
    reportError(error);
    this.#listenForErrors();
  }

  stop(): void {
    this.#undoConsole();
    this.#unlistenForErrors();
  }

  #listenForErrors(): void {
    this.#listen('error', this.#onError);
    this.#listen('unhandledrejection', this.#onRejection);
  }

  #unlistenForErrors(): void {
    this.#unlisten('error', this.#onError);
    this.#unlisten('unhandledrejection', this.#onRejection);
  }

  readonly #onError = ({ error, message }: ErrorEvent) => {
    this.#register.complain(`Uncaught ${describe(error ?? message)}`);
  };

  readonly #onRejection = ({ reason }: PromiseRejectionEvent) => {
    this.#register.complain(`Unhandled rejection: ${describe(reason)}`);
  };
}
