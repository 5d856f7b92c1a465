import { useId } from 'react';

interface TransportSwitchProps {
  /** Where the page's sockets go. */
  readonly url: string;
  readonly isLive: boolean;
  /** Whether a live server answers here: a built lab is only files, and has none. */
  readonly isLiveAvailable: boolean;
  readonly onGoLive: () => void;
}

/** Says whether this socket shows in DevTools, and lets it. */
export function TransportSwitch({ url, isLive, isLiveAvailable, onGoLive }: TransportSwitchProps) {
  const reasonId = useId();
  if (isLive) {
    return (
      <p>
        This socket is real. In DevTools, filter for <code>{new URL(url).host}</code>.
      </p>
    );
  }
  return (
    <>
      <p>This socket is simulated: no byte leaves the page, so it never shows in DevTools.</p>
      <button
        type="button"
        disabled={!isLiveAvailable}
        aria-describedby={isLiveAvailable ? undefined : reasonId}
        onClick={onGoLive}
      >
        Switch to live
      </button>
      {!isLiveAvailable && (
        <span id={reasonId}>
          There is no live server here: a published lab is only files. <code>npm start</code> has
          one.
        </span>
      )}
    </>
  );
}
