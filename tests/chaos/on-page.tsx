import { StrictMode, type ComponentType } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';

export type PatternComponent = ComponentType<{ readonly url: string }>;

/** A pattern in a root of its own, to be mounted, moved and unmounted. */
export class OnPage {
  readonly element = document.createElement('div');
  readonly #Component: PatternComponent;
  readonly #url: string;
  readonly #isStrict: boolean;
  readonly #root: Root;
  #mounts = 0;
  #lives = 0;
  #isMounted = false;
  #path = '';

  constructor(Component: PatternComponent, url: string, isStrict: boolean) {
    this.#Component = Component;
    this.#url = url;
    this.#isStrict = isStrict;
    document.body.append(this.element);
    // React reports on the console what a pattern's own error boundary catches: that is no fault.
    this.#root = createRoot(this.element, { onCaughtError: () => undefined });
  }

  get isMounted(): boolean {
    return this.#isMounted;
  }

  /** What stands behind the URL of its server. */
  get path(): string {
    return this.#path;
  }

  /** How often it has been put on the page: a pattern that comes back begins again. */
  get mounts(): number {
    return this.#mounts;
  }

  /** How often it has been put on the page, or given another URL: what was to be sent stays behind. */
  get lives(): number {
    return this.#lives;
  }

  /** Puts it on the page with this behind its URL, or gives it that. */
  readonly mount = (path = ''): void => {
    if (!this.#isMounted) this.#mounts += 1;
    if (!this.#isMounted || path !== this.#path) this.#lives += 1;
    this.#isMounted = true;
    this.#path = path;
    const Component = this.#Component;
    const pattern = <Component key={this.#mounts} url={this.#url + path} />;
    flushSync(() =>
      this.#root.render(this.#isStrict ? <StrictMode>{pattern}</StrictMode> : pattern),
    );
  };

  readonly unmount = (): void => {
    this.#isMounted = false;
    flushSync(() => this.#root.render(null));
  };

  /** Presses a button. Returns the text that it has sent, where it is the form's. */
  readonly press = (button: number): string | undefined => {
    const buttons = this.element.querySelectorAll('button');
    const text = this.#field?.value;
    flushSync(() => buttons[button % buttons.length]?.click());
    return text !== '' && this.#field?.value === '' ? text : undefined;
  };

  /** Types the text into the form, and sends it. Returns whether the form took it: it is empty then. */
  readonly say = (text: string): boolean => {
    const field = this.#field;
    if (!field) return false;
    // React sees a value only where it is set behind its back.
    Reflect.set(HTMLInputElement.prototype, 'value', text, field);
    flushSync(() => field.dispatchEvent(new Event('input', { bubbles: true })));
    flushSync(() => field.form?.requestSubmit());
    return field.value === '';
  };

  get #field(): HTMLInputElement | null {
    return this.element.querySelector<HTMLInputElement>('form input');
  }

  remove(): void {
    this.#root.unmount();
    this.element.remove();
  }
}
