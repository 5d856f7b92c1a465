import { useEffect } from 'react';
import { useStorybookApi } from 'storybook/manager-api';
import { VERBS } from '../model/verbs.ts';
import type { PanelStore } from './panel-store.ts';

/** Gives each verb its key, in Storybook's list of shortcuts, where the user can change it. */
export function useShortcuts(store: PanelStore): void {
  const api = useStorybookApi();
  useEffect(() => {
    for (const { verb, shortcut } of VERBS) {
      void api.setAddonShortcut('socket-panel', {
        label: `WebSocket: ${verb}`,
        actionName: verb,
        defaultShortcut: [...shortcut],
        showInMenu: false,
        action: () => store.drive(verb),
      });
    }
  }, [api, store]);
}
