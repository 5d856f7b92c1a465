import { useEffect } from 'react';
import { useArgs } from 'storybook/manager-api';
import type { Controls } from '../model/command.ts';
import type { PanelStore } from './panel-store.ts';

/** Lets the panel's verb close with what the Controls say. */
export function useSharedClose(store: PanelStore): void {
  // oxlint-disable-next-line typescript/no-useless-default-assignment -- whatever its types say, Storybook has no args while it goes from one story to the next
  const [args = {}] = useArgs();
  const { closeCode, closeReason }: Partial<Controls> = args;
  useEffect(() => {
    if (closeCode === undefined || closeReason === undefined) return;
    store.fillIn({ code: closeCode === 'none' ? undefined : closeCode, reason: closeReason });
  }, [store, closeCode, closeReason]);
}
