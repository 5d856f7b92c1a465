import { createContext, Profiler, useContext, useEffect, type ReactNode } from 'react';
import type { Counter } from './counter.ts';

const CounterContext = createContext<Counter | undefined>(undefined);

interface CountedProps {
  /** The name of its figure: `count.figures.renders[name]`. Two with one name count together. */
  readonly name: string;
  readonly children: ReactNode;
}

/**
 * Counts the commits in which something of its children has rendered, where its story counts; elsewhere
 * it adds nothing to them.
 * @example
 * render: ({ url }) => <Counted name="rows"><Rows url={url} /></Counted>
 */
export function Counted({ name, children }: CountedProps) {
  const counter = useContext(CounterContext);
  if (!counter) return children;
  return (
    <Profiler id={name} onRender={(_id, _phase, renderMs) => counter.committed(name, renderMs)}>
      {children}
    </Profiler>
  );
}

interface CountedStoryProps {
  readonly counter: Counter;
  readonly children: ReactNode;
}

/** Counts the commits of a whole story: https://react.dev/reference/react/Profiler */
export function CountedStory({ counter, children }: CountedStoryProps) {
  // The Profiler reports a mount before React runs effects.
  useEffect(() => counter.mounted(), [counter]);
  return (
    <CounterContext.Provider value={counter}>
      <Profiler
        id="story"
        onRender={(_id, _phase, renderMs) => counter.committed(undefined, renderMs)}
      >
        {children}
      </Profiler>
    </CounterContext.Provider>
  );
}
