import { useSyncExternalStore } from 'react';
import type { PanelStore, Snapshot } from './panel-store.ts';

export function usePanel(store: PanelStore): Snapshot {
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}
