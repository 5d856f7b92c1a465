import { useEffect } from 'react';
import { useArgs } from 'storybook/manager-api';
import type { Controls } from '../model/command.ts';
import type { PanelStore } from './panel-store.ts';

/** Lets the panel's verb close with what the Controls say. */
export function useSharedClose(store: PanelStore): void {
  // oxlint-disable-next-line typescript/no-useless-default-assignment -- whatever its types say, Storybook has no args while it goes from one story to the next
  const [args = {}] = useArgs();
  const { closeCode, closeReason }: Partial<Controls> = args;
  // Each by itself: while one of them comes back from the story, the other may be typed.
  useEffect(() => {
    if (closeCode !== undefined) {
      store.fillIn({ code: closeCode === 'none' ? '' : String(closeCode) });
    }
  }, [store, closeCode]);
  useEffect(() => {
    if (closeReason !== undefined) store.fillIn({ reason: closeReason });
  }, [store, closeReason]);
}
