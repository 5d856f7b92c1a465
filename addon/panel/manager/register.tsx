// Storybook compiles the JSX of its manager to `React.createElement`: every view has it in scope.
import * as React from 'react';
import { addons, types } from 'storybook/manager-api';
import { PANEL_ID } from '../../constants.ts';
import { PanelChannel } from '../model/channel.ts';
import { PanelStore } from './panel-store.ts';
import { PanelTitle } from './PanelTitle.tsx';
import { SocketPanel } from './SocketPanel.tsx';

const ID = `${PANEL_ID}/panel`;

/** Adds the panel to Storybook's manager. */
export function registerSocketPanel(): void {
  addons.register(PANEL_ID, () => {
    const store = new PanelStore(new PanelChannel(addons.getChannel()));
    addons.add(ID, {
      type: types.PANEL,
      title: (): React.JSX.Element => <PanelTitle store={store} />,
      match: ({ viewMode }) => viewMode === 'story',
      render: () => <SocketPanel store={store} panelId={ID} />,
    });
  });
}
