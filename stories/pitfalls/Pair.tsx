import { memo, useReducer, useState, useSyncExternalStore, type ComponentType } from 'react';
import { ledger } from '../../mocks/ledger.ts';
import { Figure } from '../../src/components/Figure.tsx';
import './pair.css';

type Pitfalls = ComponentType<{ url: string }>;

interface PairProps {
  readonly url: string;
  readonly Broken: Pitfalls;
  readonly Fixed: Pitfalls;
}

/**
 * A mistake beside its fix, at one server, so that the same fault reaches both at the same moment. Each has
 * its side in the URL of its sockets: by that they are told apart.
 */
export function Pair({ url, Broken, Fixed }: PairProps) {
  // What was there before is not counted.
  const [socketsBefore] = useState(() => ledger.socketCount);
  const [renders, renderAgain] = useReducer((renders: number) => renders + 1, 0);
  const [isOnPage, setIsOnPage] = useState(true);
  const sides = [
    ['Broken', Broken],
    ['Fixed', Fixed],
  ] as const;

  return (
    <div className="pair">
      <div className="row">
        <button type="button" onClick={renderAgain}>
          Render again
        </button>
        <button type="button" onClick={() => setIsOnPage(!isOnPage)}>
          {isOnPage ? 'Unmount both' : 'Mount both'}
        </button>
      </div>
      {sides.map(([name, Component]) => {
        const mark = `side=${name.toLowerCase()}`;
        return (
          <section key={name} aria-label={name} data-side={name}>
            <h3>{name}</h3>
            {isOnPage && (
              <Side
                url={`${url}${url.includes('?') ? '&' : '?'}${mark}`}
                Component={Component}
                renders={renders}
              />
            )}
            <Sockets mark={mark} since={socketsBefore} />
          </section>
        );
      })}
    </div>
  );
}

interface SideProps {
  readonly url: string;
  readonly Component: Pitfalls;
  /** Another number renders it again. */
  readonly renders: number;
}

/** One side. A change of a Control renders the story again, and not what is in it: only the button does. */
const Side = memo(function Side({ url, Component }: SideProps) {
  return <Component url={url} />;
});

interface SocketsProps {
  /** By what the URLs of that side are told apart. */
  readonly mark: string;
  /** How many sockets there were before: those are another’s. */
  readonly since: number;
}

/** How many sockets one side has made, and how many of them have not ended. */
function Sockets({ mark, since }: SocketsProps) {
  const own = () =>
    ledger.sockets.filter((socket) => socket.id > since && socket.url.includes(mark));
  const made = useSyncExternalStore(subscribe, () => own().length);
  const open = useSyncExternalStore(
    subscribe,
    () => own().filter(({ state }) => state === 'connecting' || state === 'open').length,
  );
  return (
    <dl className="figures">
      <Figure label="Sockets made">{made}</Figure>
      <Figure label="Not closed">{open}</Figure>
    </dl>
  );
}

/** A socket may be made while a component renders, and then another may not be told to render at once. */
function subscribe(onChange: () => void): () => void {
  return ledger.subscribe(() => queueMicrotask(onChange));
}
