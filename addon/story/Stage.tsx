import {
  Fragment,
  StrictMode,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { CountBar } from './count/CountBar.tsx';
import { CountedStory } from './count/Counted.tsx';
import type { Session } from './session.ts';

interface StageProps {
  readonly session: Session;
  readonly isMounted: boolean;
  readonly isStrict: boolean;
  /** Whether what the pattern throws is shown in its place. A test lets it fail the story instead. */
  readonly isCaught: boolean;
  readonly children: ReactNode;
}

function Problem({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="problem">
      {children}
    </p>
  );
}

/**
 * Where a pattern stands. React runs effects twice only for what is added together with its
 * `StrictMode` or below one that is on the page already. So the mode stands outside the boundary, and
 * the pattern comes in an update after it: https://react.dev/reference/react/StrictMode
 */
export function Stage({ session, isMounted, isStrict, isCaught, children }: StageProps) {
  const { isOnStage, problems } = useSyncExternalStore(session.subscribe, () => session.state);
  const [isStageReady, setIsStageReady] = useState(false);
  useLayoutEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the second pass is the purpose
    setIsStageReady(true);
  }, []);

  const isShown = isStageReady && isMounted && isOnStage;
  // React undoes effects below before it does this one.
  useEffect(() => session.staged(isShown), [session, isShown]);
  const { counter, isShown: isCountShown } = session.instruments.counting;
  const Mode = isStrict ? StrictMode : Fragment;
  return (
    <>
      {problems.map((problem) => (
        <Problem key={problem}>{problem}</Problem>
      ))}
      <Mode>
        {isShown && (
          <ErrorBoundary
            // Another element comes with each change of a Control.
            resetKeys={[children]}
            fallbackRender={({ error }) => {
              if (!isCaught) throw error;
              return (
                <Problem>
                  The pattern threw this, and is off the page until a Control changes:{' '}
                  {String(error)}
                </Problem>
              );
            }}
          >
            {counter ? <CountedStory counter={counter}>{children}</CountedStory> : children}
          </ErrorBoundary>
        )}
      </Mode>
      {counter && isCountShown && <CountBar counter={counter} />}
    </>
  );
}
