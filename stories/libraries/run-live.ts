import type { ReactRenderer } from '@storybook/react-vite';
import type { StoryContext } from 'storybook/internal/csf';
import { realTime } from '../../mocks/clock.ts';
import { chooseLive } from './choose-live.ts';
import { handleIn, type LiveProps } from './LiveContender.tsx';
import type { Cell } from './results.ts';
import { drawTheSame } from './same-chance.ts';
import { Stage } from './stage.tsx';
import { tokens } from './tokens.ts';
import { toTrace } from './trace.ts';

type Context = Pick<
  StoryContext<ReactRenderer>,
  'server' | 'clock' | 'page' | 'canvasElement' | 'globals'
>;

/** Long enough for a handshake on this machine, or a closing one. */
const SETTLE_MS = 15;
const settle = () =>
  new Promise<void>((resolve) => void realTime.after(SETTLE_MS, () => resolve()));

/** Runs a library in a scenario on the story's own server and clock, and shows what comes out. */
export async function runLive(context: Context, props: LiveProps): Promise<Cell> {
  const { server, clock, page, canvasElement, globals } = context;
  const { column, row } = chooseLive(props);
  const { render, show } = handleIn(canvasElement);
  show(undefined);
  // As the run before may have left them.
  page.online();
  page.show();
  await Promise.all([server.accept(), server.resume()]);
  const undoChance = drawTheSame();
  const stage = new Stage({
    ...column,
    server,
    clock,
    page,
    render,
    ...(globals['transport'] === 'live' && { settle }),
    ...(row.hasTokens && tokens()),
  });
  try {
    const outcome = await row.run(stage);
    const cell = { ...outcome, trace: toTrace(stage.events) };
    show(cell);
    return cell;
  } finally {
    await stage.leave();
    undoChance();
  }
}

/** Runs it, and again with each change of its Controls. */
export async function runLiveNowAndLater(context: Context, props: LiveProps): Promise<Cell> {
  const cell = await runLive(context, props);
  let last: Promise<unknown> = Promise.resolve();
  handleIn(context.canvasElement).onChange = (changed) => {
    last = last.then(() => runLive(context, changed));
  };
  return cell;
}
