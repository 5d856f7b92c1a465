import * as React from 'react';
import { ToggleButton } from 'storybook/internal/components';
import { useGlobals } from 'storybook/manager-api';

interface TransportToolProps {
  /** Whether a live server answers here: a built lab is only files, and has none. */
  readonly isLiveAvailable: boolean;
}

/** Toolbar button: lets the stories' sockets go to a real server instead of the simulation. */
export function TransportTool({ isLiveAvailable }: TransportToolProps): React.ReactElement {
  const [{ transport }, updateGlobals] = useGlobals();
  const isLive = transport === 'live' && isLiveAvailable;
  const label = isLive ? 'live' : 'simulated';
  const reason = isLiveAvailable
    ? 'Sockets go to a real server on this machine'
    : 'No live server: a built Storybook is only files. `storybook dev` has one';
  return (
    <ToggleButton
      variant="ghost"
      padding="small"
      pressed={isLive}
      disabled={!isLiveAvailable}
      ariaLabel={`Live transport: ${label}. ${reason}`}
      tooltip={reason}
      onClick={() => updateGlobals({ transport: isLive ? 'simulated' : 'live' })}
    >
      {label}
    </ToggleButton>
  );
}
