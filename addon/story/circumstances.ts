import { override } from './override.ts';

/** How a page comes back into view from the browser's history. */
interface Return {
  /** Whether the page was kept as it was (in the back/forward cache). @default true */
  readonly persisted?: boolean;
}

/**
 * What happens to a page besides its sockets. Each verb sets what a page reads and dispatches what a
 * browser dispatches, in its order. *Offline here does not cut the wire; `server.stall()` or
 * `server.drop()` does.*
 */
export interface PageCircumstances {
  /** `navigator.onLine` is false; `offline` on `window`. */
  offline(): void;
  /** `navigator.onLine` is true; `online` on `window`. */
  online(): void;
  /** The tab goes into the background: `document.hidden`, `visibilitychange` on `document`. */
  hide(): void;
  /** The tab comes to the front. */
  show(): void;
  /** The browser puts a hidden page to sleep: `freeze` on `document`. Hides it first. */
  freeze(): void;
  /** The browser wakes it: `resume` on `document`. It is still hidden. */
  resume(): void;
  /** The page is left for another: `pagehide` on `window`, then it is hidden and frozen. */
  leave(): void;
  /** Back from the history: `pageshow` on `window`. */
  comeBack(how?: Return): void;
}

type Undo = () => void;

/** The circumstances of the page that a story is on; there is one page, whatever it shows. */
export class Circumstances implements PageCircumstances {
  #network: Undo | undefined;
  #visibility: Undo | undefined;
  #isFrozen = false;
  #isAway = false;

  readonly offline = (): void => {
    if (this.#network) return;
    this.#network = override(navigator, 'onLine', false);
    window.dispatchEvent(new Event('offline'));
  };

  readonly online = (): void => {
    if (!this.#network) return;
    this.#network();
    this.#network = undefined;
    window.dispatchEvent(new Event('online'));
  };

  readonly hide = (): void => {
    if (this.#visibility) return;
    const undos = [
      override(document, 'hidden', true),
      override(document, 'visibilityState', 'hidden'),
    ];
    this.#visibility = () => {
      for (const undo of undos) undo();
    };
    this.#visibilityChanged();
  };

  readonly show = (): void => {
    if (!this.#visibility) return;
    this.resume();
    this.#visibility();
    this.#visibility = undefined;
    this.#visibilityChanged();
  };

  readonly freeze = (): void => {
    this.hide();
    if (this.#isFrozen) return;
    this.#isFrozen = true;
    document.dispatchEvent(new Event('freeze'));
  };

  readonly resume = (): void => {
    if (!this.#isFrozen) return;
    this.#isFrozen = false;
    document.dispatchEvent(new Event('resume'));
  };

  readonly leave = (): void => {
    if (this.#isAway) return;
    this.#isAway = true;
    transition('pagehide', true);
    this.freeze();
  };

  readonly comeBack = ({ persisted = true }: Return = {}): void => {
    this.#isAway = false;
    this.resume();
    transition('pageshow', persisted);
    this.show();
  };

  /** Gives the page its own circumstances back, and tells no one: the story is left. */
  dispose(): void {
    this.#network?.();
    this.#visibility?.();
  }

  #visibilityChanged(): void {
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }
}

/** https://html.spec.whatwg.org/#fire-a-page-transition-event */
function transition(type: 'pagehide' | 'pageshow', persisted: boolean): void {
  const event = new PageTransitionEvent(type, { persisted, bubbles: true, cancelable: true });
  // A browser names the document as the target of what it dispatches on the window.
  Object.defineProperty(event, 'target', { value: document });
  window.dispatchEvent(event);
}
