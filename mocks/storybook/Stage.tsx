import {
  StrictMode,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { Session } from './session.ts';

interface StageProps {
  readonly session: Session;
  readonly isMounted: boolean;
  readonly isStrict: boolean;
  readonly children: ReactNode;
}

/**
 * Where a pattern stands. The stage comes first and the pattern in an update after it, since React
 * runs effects twice only for what is added together with its `StrictMode`, or below a root that is
 * strict: https://react.dev/reference/react/StrictMode
 */
export function Stage({ session, isMounted, isStrict, children }: StageProps) {
  const { isOnStage, problems } = useSyncExternalStore(session.subscribe, () => session.state);
  const [isStageReady, setIsStageReady] = useState(false);
  useLayoutEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the second pass is the purpose
    setIsStageReady(true);
  }, []);

  const isShown = isStageReady && isMounted && isOnStage;
  // React undoes effects below before it does this one.
  useEffect(() => session.staged(isShown), [session, isShown]);
  return (
    <>
      {problems.map((problem) => (
        <p key={problem} role="alert" className="problem">
          {problem}
        </p>
      ))}
      {isShown && (isStrict ? <StrictMode>{children}</StrictMode> : children)}
    </>
  );
}
