import * as React from 'react';
import { shortcutToAriaKeyshortcuts, shortcutToHumanString, useArgs } from 'storybook/manager-api';
import type { Controls } from '../model/command.ts';
import { Drive } from '../views/drive/Drive.tsx';
import type { PanelStore } from './panel-store.ts';
import { usePanel } from './usePanel.ts';

interface DriveTabProps {
  readonly store: PanelStore;
}

export function DriveTab({ store }: DriveTabProps): React.JSX.Element {
  const { panel, preferences, problem } = usePanel(store);
  // oxlint-disable-next-line typescript/no-useless-default-assignment -- whatever its types say, Storybook has no args while it goes from one story to the next
  const [args = {}] = useArgs();
  const { latencyMs = 0, messagesPerSecond = 0 }: Partial<Controls> = args;
  return (
    <Drive
      status={panel.status}
      problem={problem ?? panel.status.problem}
      draft={preferences.draft}
      onDraft={(change) => store.fillIn(change)}
      onCloseDone={() => shareClose(store)}
      onVerb={(verb) => store.drive(verb)}
      formatKeys={(shortcut) => ({
        keys: shortcutToHumanString([...shortcut]),
        ariaKeys: shortcutToAriaKeyshortcuts([...shortcut]),
      })}
      controls={{ latencyMs, messagesPerSecond }}
      onControls={(change) => store.command({ verb: 'control', change })}
      behaviours={panel.run?.behaviours ?? []}
      onBehaviour={(behaviour) => store.command({ verb: 'behave', behaviour })}
      onRemount={() => store.command({ verb: 'remount' })}
      recording={panel.recording}
      onRecord={(isOn) => store.command({ verb: 'record', isOn })}
      onCopyPlay={(code) => void navigator.clipboard.writeText(code)}
    />
  );
}

/** What a close carries is also among the Controls. */
function shareClose(store: PanelStore): void {
  const { code, reason } = store.getSnapshot().preferences.draft;
  store.command({ verb: 'control', change: { closeCode: code, closeReason: reason } });
}
