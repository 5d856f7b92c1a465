/** What `once-a-frame.bench.ts` calls in the page. */
import { createRoot, type Root } from 'react-dom/client';
import '../../src/components/tokens.css';
import '../../src/components/controls.css';
import '../../src/components/drawings.css';
import { OnceAFrame } from '../../src/patterns/29-once-a-frame/OnceAFrame.tsx';
import { LiveTable } from '../../src/patterns/live-table/LiveTable.tsx';

/** A handler that counts and does nothing else, or a pattern with its demo. */
export type Subject = 'bare' | 'once a frame' | 'live table';

const DEMOS = { 'once a frame': OnceAFrame, 'live table': LiveTable };

export interface FrameBench {
  /** Connects to the server at `url`. Resolves when the socket is open. */
  open(subject: Subject, url: string): Promise<void>;
  /** Resolves when so many messages have come since the last `open`, and are handled. */
  handled(count: number): Promise<void>;
  /** Looks at so many frames. @returns the milliseconds between each two */
  frames(count: number): Promise<readonly number[]>;
  close(): void;
}

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

const element = document.querySelector('#root') ?? document.body;
let root: Root | undefined;
let bare: WebSocket | undefined;
let count = 0;

/** What has been handled: the pattern's demo says it on screen. */
const readCount = () => (bare ? count : Number(element.querySelector('dd')?.textContent ?? 0));

const bench: FrameBench = {
  async open(subject, url) {
    count = 0;
    if (subject === 'bare') {
      const socket = new WebSocket(url);
      bare = socket;
      socket.addEventListener('message', () => {
        count += 1;
      });
      await new Promise((resolve) => socket.addEventListener('open', resolve));
    } else {
      root = createRoot(element);
      const Demo = DEMOS[subject];
      root.render(<Demo url={url} />);
      while (!element.textContent.startsWith('open')) await nextFrame();
    }
  },
  async handled(wanted) {
    while (readCount() < wanted) await nextFrame();
  },
  async frames(wanted) {
    const times = [await nextFrame()];
    while (times.length <= wanted) times.push(await nextFrame());
    return times.slice(1).map((time, index) => time - (times[index] ?? NaN));
  },
  close() {
    root?.unmount();
    bare?.close();
    root = undefined;
    bare = undefined;
  },
};

Object.assign(window, { bench });
