import { Subscribable } from '../../mocks/subscribable.ts';
import type { PageState } from './clock/background.ts';
import { override } from './override.ts';
import type { PageArgs } from './server-args.ts';
import { Shared } from './shared.ts';

/** How a page is hidden. */
interface Hiding {
  /**
   * Whether a virtual clock slows its timers down as Chromium does: they come once a second, and once a
   * minute in a chain of timers of a page that has been hidden for five minutes. @default true
   */
  readonly throttled?: boolean;
}

/** How a page comes back from the browser's history. */
interface Return {
  /** Whether the browser has kept it as it was: the back/forward cache. @default true */
  readonly persisted?: boolean;
}

/**
 * What happens to a page besides its sockets. Each verb sets what a page reads and dispatches what
 * Chromium dispatches, in its order, and is undone when the story is left. *Offline here does not cut
 * the wire: `server.stall()` or `server.drop()` does.*
 */
export interface PageCircumstances {
  /** `navigator.onLine` is false; `offline` on `window`. */
  offline(): void;
  /** `navigator.onLine` is true; `online` on `window`. */
  online(): void;
  /** The tab goes to the back: `blur` on `window`, then `visibilitychange` on `document`. */
  hide(how?: Hiding): void;
  /** The tab comes to the front, awake: `focus` on `window`, then `visibilitychange` on `document`. */
  show(): void;
  /** The browser puts the page to sleep, in the back: `freeze` on `document`. */
  freeze(): void;
  /** The browser wakes the page, still in the back: `resume` on `document`. */
  resume(): void;
  /** The page is left, and kept: `beforeunload` and `pagehide` on `window`, then it is hidden and frozen. */
  leave(): void;
  /**
   * Back to the page: `resume` and `visibilitychange` on `document`, then `pageshow` on `window`. A page
   * that was not kept is another one, which is told of nothing but `pageshow`.
   */
  comeBack(how?: Return): void;
}

/** The circumstances of the page, one for all the stories on it. */
export class Circumstances implements PageCircumstances, PageState {
  readonly #changes = new Subscribable();
  #network: (() => void) | undefined;
  #visibility: (() => void) | undefined;
  #isFrozen = false;
  #isThrottled = true;

  get isHidden(): boolean {
    return this.#visibility !== undefined;
  }

  get isFrozen(): boolean {
    return this.#isFrozen;
  }

  get isThrottled(): boolean {
    return this.#isThrottled;
  }

  onChange(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  /** Does what a Control has changed. */
  apply(before: PageArgs, { network, visibility }: PageArgs): void {
    if (network !== before.network) (network === 'offline' ? this.offline : this.online)();
    if (visibility !== before.visibility) (visibility === 'hidden' ? this.hide : this.show)();
  }

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

  readonly hide = ({ throttled = true }: Hiding = {}): void => {
    this.#isThrottled = throttled;
    if (this.#visibility) return;
    window.dispatchEvent(new Event('blur'));
    this.#setHidden();
  };

  readonly show = (): void => {
    if (!this.#visibility) return;
    this.resume();
    window.dispatchEvent(new Event('focus'));
    this.#setVisible();
  };

  readonly freeze = (): void => {
    this.hide();
    this.#setFrozen();
  };

  readonly resume = (): void => {
    if (!this.#isFrozen) return;
    this.#isFrozen = false;
    this.#changes.notify();
    document.dispatchEvent(new Event('resume'));
  };

  readonly leave = (): void => {
    const leaving = document.createEvent('BeforeUnloadEvent');
    // oxlint-disable-next-line typescript/no-deprecated -- the class has no constructor
    leaving.initEvent('beforeunload', false, true);
    dispatchOnWindow(leaving);
    dispatchOnWindow(transition('pagehide', true));
    if (!this.#visibility) this.#setHidden();
    this.#setFrozen();
  };

  readonly comeBack = ({ persisted = true }: Return = {}): void => {
    if (persisted) {
      this.resume();
      if (this.#visibility) this.#setVisible();
    } else {
      this.#visibility?.();
      this.#visibility = undefined;
      this.#isFrozen = false;
      this.#changes.notify();
    }
    dispatchOnWindow(transition('pageshow', persisted));
  };

  /** Gives the page its real circumstances back, and tells no one: the story is left. */
  dispose(): void {
    this.#network?.();
    this.#visibility?.();
  }

  #setHidden(): void {
    const undos = [
      override(document, 'hidden', true),
      override(document, 'visibilityState', 'hidden'),
      override(document, 'hasFocus', () => false),
    ];
    this.#visibility = () => {
      for (const undo of undos) undo();
    };
    this.#changes.notify();
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }

  #setVisible(): void {
    this.#visibility?.();
    this.#visibility = undefined;
    this.#changes.notify();
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }

  #setFrozen(): void {
    if (this.#isFrozen) return;
    this.#isFrozen = true;
    this.#changes.notify();
    document.dispatchEvent(new Event('freeze'));
  }
}

/** The page's. */
export const circumstances = new Shared(() => new Circumstances());

/** https://html.spec.whatwg.org/#fire-a-page-transition-event */
function transition(type: 'pagehide' | 'pageshow', persisted: boolean): Event {
  return new PageTransitionEvent(type, { persisted, bubbles: true, cancelable: true });
}

/** A browser names the document as the target of these. */
function dispatchOnWindow(event: Event): void {
  Object.defineProperty(event, 'target', { value: document });
  window.dispatchEvent(event);
}
