/** What `flood.ts` calls in the page. */
import { createRoot, type Root } from 'react-dom/client';
import { columns } from '../../../../stories/libraries/columns.ts';
import type { App } from '../../../../stories/libraries/contender.ts';

export interface FloodPage {
  /**
   * Connects a library to the server at `url`. Resolves when it can be told news.
   * @param key of its column; none for a handler that counts and does nothing else
   */
  open(key: string | undefined, url: string): Promise<void>;
  /** Resolves when so many messages have come since the last `open`. */
  handled(count: number): Promise<void>;
  close(): void;
}

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

let root: Root | undefined;
let bare: WebSocket | undefined;
let count = 0;
let whenOpen: () => void = () => undefined;

const app: App = {
  onOpen: () => whenOpen(),
  onMessage: () => (count += 1),
  onClose: () => undefined,
  sendsWith: () => () => undefined,
};
const NO_OPTIONS = {};

const flood: FloodPage = {
  async open(key, url) {
    count = 0;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    whenOpen = () => resolve(undefined);
    if (key === undefined) {
      bare = new WebSocket(url);
      bare.addEventListener('message', () => {
        count += 1;
      });
      bare.addEventListener('open', () => resolve(undefined));
      await promise;
      return;
    }
    const column = columns.find((each) => each.key === key);
    if (!column) throw new Error(`No column has the key ${key}.`);
    const { contender, setup } = column;
    const { Component, best } = contender;
    const options = (setup === 'best' && best?.options) || NO_OPTIONS;
    root = createRoot(document.querySelector('#root') ?? document.body);
    root.render(<Component url={url} options={options} app={app} />);
    await promise;
    // What it subscribes to first, it has.
    for (let frame = 0; frame < 5; frame += 1) await nextFrame();
  },
  async handled(wanted) {
    while (count < wanted) await nextFrame();
  },
  close() {
    root?.unmount();
    bare?.close();
    root = undefined;
    bare = undefined;
  },
};

Object.assign(window, { flood });
