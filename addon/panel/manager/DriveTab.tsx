import * as React from 'react';
import { shortcutToAriaKeyshortcuts, shortcutToHumanString, useArgs } from 'storybook/manager-api';
import { readClose, readControls } from '../model/close-fields.ts';
import { Drive } from '../views/drive/Drive.tsx';
import type { PanelStore } from './panel-store.ts';
import { usePanel } from './usePanel.ts';

interface DriveTabProps {
  readonly store: PanelStore;
}

export function DriveTab({ store }: DriveTabProps): React.JSX.Element {
  const { panel, preferences, problem, typedClose, chosenServer } = usePanel(store);
  // oxlint-disable-next-line typescript/no-useless-default-assignment -- whatever its types say, Storybook has no args while it goes from one story to the next
  const [storyArgs = {}, updateArgs] = useArgs();
  const args = readControls(storyArgs);
  const { latencyMs = 0, messagesPerSecond = 0 } = args;
  const close = readClose(args, typedClose);
  return (
    <Drive
      status={panel.status}
      chosenServer={chosenServer}
      onServer={(name) => store.chooseServer(name)}
      problem={problem ?? panel.status.problem}
      draft={preferences.draft}
      onDraft={(change) => store.fillIn(change)}
      close={close}
      onClose={(field, text) => store.typeClose(args, field, text)}
      onCloseDone={() => updateArgs({ closeCode: close.code, closeReason: close.reason })}
      onVerb={(verb) => store.drive(verb, args)}
      formatKeys={(shortcut) => ({
        keys: shortcutToHumanString([...shortcut]),
        ariaKeys: shortcutToAriaKeyshortcuts([...shortcut]),
      })}
      controls={{ latencyMs, messagesPerSecond }}
      onControls={(change) => updateArgs(change)}
      behaviours={panel.run?.behaviours ?? []}
      onBehaviour={(behaviour) => store.behave(behaviour)}
      onRemount={() => store.command({ verb: 'remount' })}
      recording={panel.recording}
      onRecord={(isOn) => store.command({ verb: 'record', isOn })}
      onCopyPlay={(code) => void navigator.clipboard.writeText(code)}
    />
  );
}
