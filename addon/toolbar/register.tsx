import * as React from 'react';
import { addons, types } from 'storybook/manager-api';
import { ClockFace } from './ClockFace.tsx';
import { ClockTool } from './ClockTool.tsx';
import { TransportTool } from './TransportTool.tsx';

const ADDON_ID = 'socket-transport';
const CLOCK_ID = 'story-clock';

/** Adds to Storybook's toolbar what carries the bytes, a simulation or a real server, and how time passes. */
export function registerTools(): void {
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
  addons.register(CLOCK_ID, () => {
    addons.add(CLOCK_ID, {
      type: types.TOOL,
      title: 'Clock',
      match: ({ viewMode }) => viewMode === 'story' || viewMode === 'docs',
      render: (): React.ReactElement => (
        <>
          <ClockTool />
          <ClockFace />
        </>
      ),
    });
  });
}
