import * as React from 'react';
import { addons, types } from 'storybook/manager-api';
import { settings } from '../../mocks/settings.ts';
import { CLOCK_ID, STRICT_MODE_ID, TRANSPORT_ID } from '../constants.ts';
import { ClockFace } from './ClockFace.tsx';
import { ClockTool } from './ClockTool.tsx';
import { StrictModeTool } from './StrictModeTool.tsx';
import { TransportTool } from './TransportTool.tsx';

const TOOLS: Record<string, { title: string; render: () => React.ReactElement }> = {
  [TRANSPORT_ID]: {
    title: 'Transport',
    render: () => <TransportTool {...settings()} />,
  },
  [CLOCK_ID]: {
    title: 'Clock',
    render: () => (
      <>
        <ClockTool />
        <ClockFace />
      </>
    ),
  },
  [STRICT_MODE_ID]: { title: 'StrictMode', render: () => <StrictModeTool /> },
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
