import * as React from 'react';
import { ToggleButton } from 'storybook/internal/components';
import { useGlobals } from 'storybook/manager-api';
import type { Settings } from '../../mocks/settings.ts';

type TransportToolProps = Pick<Settings, 'liveServerPath' | 'noLiveServer'>;

/** Toolbar button: lets the stories' sockets go to a real server instead of the simulation. */
export function TransportTool({
  liveServerPath,
  noLiveServer,
}: TransportToolProps): React.ReactElement {
  const isLiveAvailable = liveServerPath !== undefined;
  const [{ transport }, updateGlobals] = useGlobals();
  const isLive = transport === 'live' && isLiveAvailable;
  const label = isLive ? 'live' : 'simulated';
  const available = isLive
    ? 'Sockets go to a real server on this machine'
    : 'Sockets go to the simulation. Press to have them go to a real server on this machine';
  const reason = isLiveAvailable ? available : `No live server: ${noLiveServer}`;
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
