import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Instruments } from '../../addon/story/instruments.ts';
import { realTime } from '../../mocks/clock.ts';
import { RemoteServer } from '../../mocks/live/remote-server.ts';
import { SimulatedServer } from '../../mocks/simulated-server.ts';
import type { Contender, Setup } from '../../stories/libraries/contender.ts';
import type { Cell } from '../../stories/libraries/results.ts';
import type { Scenario } from '../../stories/libraries/scenarios/scenario.ts';
import { drawTheSame } from '../../stories/libraries/same-chance.ts';
import { Stage } from '../../stories/libraries/stage.tsx';
import { tokens } from '../../stories/libraries/tokens.ts';
import { toTrace } from '../../stories/libraries/trace.ts';
import { refresh, registerFirst } from './fast-refresh.ts';

let runs = 0;

const realSleep = (ms: number) =>
  new Promise<void>((resolve) => void realTime.after(ms, () => resolve()));

/** Long enough for a handshake on this machine, or a closing one. */
const SETTLE_MS = 15;

/**
 * Runs one library in one scenario. On a simulated server the result is the same each time.
 * @param liveServerUrl a real server, in place of a simulated one
 */
export async function runCell(
  contender: Contender,
  setup: Setup,
  scenario: Scenario,
  liveServerUrl?: string,
): Promise<Cell> {
  const storyId = `compare-${++runs}`;
  const instruments = await Instruments.open({ clock: 'paused', storyId });
  const undoChance = drawTheSame();
  const server = liveServerUrl
    ? await RemoteServer.open(liveServerUrl, storyId)
    : new SimulatedServer(`wss://lab.test/${storyId}`, storyId);
  const root = createRoot(document.createElement('div'));
  registerFirst(contender);
  const stage = new Stage({
    contender,
    setup,
    server,
    clock: instruments.clock,
    page: instruments.page,
    render: (content) => flushSync(() => root.render(content)),
    refresh,
    ...(liveServerUrl && { settle: () => realSleep(SETTLE_MS) }),
    ...(scenario.hasTokens && tokens()),
  });
  try {
    const { figures, ...outcome } = await scenario.run(stage);
    const trace = toTrace(stage.events);
    return { ...outcome, figures: { ...figures, thrown: stage.thrown.length }, trace };
  } finally {
    await stage.leave();
    root.unmount();
    server.dispose();
    undoChance();
    instruments.close();
  }
}
