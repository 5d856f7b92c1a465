/** What React does to a component. */
import { Leftovers } from '../leftovers.ts';
import type { Stage } from '../stage.tsx';
import { MINUTE_MS, SECOND_MS, type Scenario } from './scenario.ts';

const strictMode: Scenario = {
  id: 'strict-mode',
  title: 'Mounted in StrictMode',
  about:
    'React mounts the component, unmounts it and mounts it again, as it does in development. Measured: the sockets that are left open.',
  rule: 'good with one open socket, bad with another number',
  group: 'react',
  isOnRealServer: true,
  async run(stage) {
    await stage.connect({ isStrict: true });
    await stage.pass(10 * SECOND_MS);
    const open = stage.living.length;
    return {
      verdict: open === 1 ? 'good' : 'bad',
      says: `${open} open`,
      figures: { made: stage.sockets.length, open },
    };
  },
};

/** Each leads to a moment at which the component is unmounted. */
const MOMENTS: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  connecting: async (stage) => {
    await stage.server.hold();
    await stage.mount();
    await stage.pass(SECOND_MS);
  },
  open: (stage) => stage.connect(),
  closing: async (stage) => {
    await stage.connect();
    await Promise.all(stage.server.open.map((connection) => connection.close(1012)));
  },
  waiting: async (stage) => {
    await stage.connect();
    await stage.server.refuse();
    await stage.server.drop();
    await stage.pass(100);
  },
  'in an attempt': async (stage) => {
    await stage.connect();
    await stage.server.hold();
    await stage.server.drop();
    await stage.until(() => stage.living.length > 0, MINUTE_MS);
  },
};

const unmount: Scenario = {
  id: 'unmount',
  title: 'Unmounted at five moments',
  about:
    'The component is unmounted while it connects, while it is open, while the server closes, while it waits to reconnect, and in the next attempt. Measured a minute later: what is left.',
  rule: 'good where nothing is left, in part where only listeners are, bad with a socket, a timer or another attempt',
  group: 'react',
  async run(stage) {
    const leftovers = new Leftovers();
    const left = { sockets: 0, attempts: 0, timers: 0, listeners: 0 };
    try {
      for (const leadTo of Object.values(MOMENTS)) {
        await stage.server.accept();
        await leadTo(stage);
        await stage.unmount();
        const { sockets } = stage.mark();
        await stage.server.accept();
        await stage.pass(MINUTE_MS);
        left.attempts += stage.sockets.length - sockets;
      }
      left.sockets = stage.living.length;
      left.timers = leftovers.timers;
      left.listeners = leftovers.listeners;
    } finally {
      leftovers.stop();
    }
    const kept = left.sockets + left.attempts + left.timers;
    const words = Object.entries(left).flatMap(([what, count]) =>
      count ? `${count} ${what}` : [],
    );
    return {
      verdict: kept > 0 ? 'bad' : left.listeners > 0 ? 'partly' : 'good',
      says: words.join(', ') || 'nothing left',
      figures: left,
    };
  },
};

const two: Scenario = {
  id: 'two',
  title: 'Two components, one URL',
  about: 'Two components ask for the same URL. Measured: the sockets that are open.',
  rule: 'good with one, in part with two',
  group: 'react',
  isOnRealServer: true,
  async run(stage) {
    await stage.connect({ copies: 2 });
    const open = stage.living.length;
    return {
      verdict: open === 1 ? 'good' : 'partly',
      says: `${open} open`,
      figures: { made: stage.sockets.length, open },
    };
  },
};

const hotReload: Scenario = {
  id: 'hot-reload',
  title: 'The file is edited: Fast Refresh',
  about:
    'React Fast Refresh replaces the component and keeps its state, as a development server does after an edit. Measured: the sockets that are open afterwards, and whether it is connected.',
  rule: 'good with one open socket, bad with more, or with none',
  group: 'react',
  isOnRealServer: true,
  isOnlyInTests: true,
  async run(stage) {
    await stage.connect();
    const before = stage.mark();
    await stage.refresh();
    await stage.pass(10 * SECOND_MS);
    const open = stage.open.length;
    return {
      verdict: open === 1 ? 'good' : 'bad',
      says: `${open} open`,
      figures: { made: stage.sockets.length - before.sockets, open },
    };
  },
};

export const REACT: readonly Scenario[] = [strictMode, unmount, hotReload, two];
