import { createElement } from 'react';
import { addons, types } from 'storybook/manager-api';
import { create, getPreferredColorScheme } from 'storybook/theming';
import { registerSocketPanel } from '../src/panel/manager/register.tsx';
import { TransportTool } from '../src/panel/manager/TransportTool.ts';

addons.setConfig({
  theme: create({ base: getPreferredColorScheme(), brandTitle: 'React WebSocket Lab' }),
});

addons.register('lab/transport', () => {
  addons.add('lab/transport', {
    type: types.TOOL,
    title: 'Transport',
    match: ({ viewMode }) => viewMode === 'story' || viewMode === 'docs',
    render: () =>
      createElement(TransportTool, {
        isLiveAvailable: Reflect.get(globalThis, 'CONFIG_TYPE') === 'DEVELOPMENT',
      }),
  });
});

registerSocketPanel();
