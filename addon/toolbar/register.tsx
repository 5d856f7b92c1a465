import * as React from 'react';
import { addons, types } from 'storybook/manager-api';
import { TransportTool } from './TransportTool.tsx';

const ADDON_ID = 'socket-transport';

/** Adds the choice between the simulation and a real server to Storybook's toolbar. */
export function registerTransportTool(): void {
  addons.register(ADDON_ID, () => {
    addons.add(ADDON_ID, {
      type: types.TOOL,
      title: 'Transport',
      match: ({ viewMode }) => viewMode === 'story' || viewMode === 'docs',
      render: (): React.ReactElement => (
        <TransportTool isLiveAvailable={Reflect.get(globalThis, 'CONFIG_TYPE') === 'DEVELOPMENT'} />
      ),
    });
  });
}
