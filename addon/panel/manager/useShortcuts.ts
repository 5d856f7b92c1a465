import { useEffect } from 'react';
import { useStorybookApi, type LeafEntry } from 'storybook/manager-api';
import { PANEL_ID } from '../../constants.ts';
import { VERBS } from '../model/verbs.ts';
import type { PanelStore } from './panel-store.ts';

/** Gives each verb its key, in Storybook's list of shortcuts, where the user can change it. */
export function useShortcuts(store: PanelStore): void {
  const api = useStorybookApi();
  useEffect(() => {
    for (const { verb, shortcut } of VERBS) {
      void api.setAddonShortcut(PANEL_ID, {
        label: `WebSocket: ${verb}`,
        actionName: verb,
        defaultShortcut: [...shortcut],
        showInMenu: false,
        action() {
          // Whatever its types say, there is none while Storybook goes from one story to the next.
          const entry = api.getCurrentStoryData() as LeafEntry | undefined;
          store.drive(verb, (entry?.type === 'story' && entry.args) || {});
        },
      });
    }
  }, [api, store]);
}
