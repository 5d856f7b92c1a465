import * as React from 'react';
import { addons, types } from 'storybook/manager-api';
import { ClockFace } from './ClockFace.tsx';
import { ClockTool } from './ClockTool.tsx';
import { StrictModeTool } from './StrictModeTool.tsx';
import { TransportTool } from './TransportTool.tsx';

/** Whether a live server answers here: a built Storybook is only files. */
const hasLiveServer = () => Reflect.get(globalThis, 'CONFIG_TYPE') === 'DEVELOPMENT';

const TOOLS: Record<string, { title: string; render: () => React.ReactElement }> = {
  'socket-transport': {
    title: 'Transport',
    render: () => <TransportTool isLiveAvailable={hasLiveServer()} />,
  },
  'story-clock': {
    title: 'Clock',
    render: () => (
      <>
        <ClockTool />
        <ClockFace />
      </>
    ),
  },
  'strict-mode': { title: 'StrictMode', render: () => <StrictModeTool /> },
};

/** Adds to Storybook's toolbar what carries the bytes, how time passes, and React's StrictMode. */
export function registerTools(): void {
  for (const [id, { title, render }] of Object.entries(TOOLS)) {
    addons.register(id, () => {
      addons.add(id, {
        type: types.TOOL,
        title,
        match: ({ viewMode }) => viewMode === 'story' || viewMode === 'docs',
        render,
      });
    });
  }
}
