import * as React from 'react';

interface VerbButtonProps {
  readonly verb: string;
  readonly does: string;
  readonly isEnabled: boolean;
  /** Of a verb that decides handshakes: whether it is the one that does now. */
  readonly isActive: boolean | undefined;
  /** As the user reads it: `⌥ ⇧ A`. */
  readonly keys: string;
  /** As `aria-keyshortcuts` has it. */
  readonly ariaKeys: string;
  readonly onPress: () => void;
}

/** One verb of the server. `aria-disabled`: a button that disables itself loses the keyboard's focus. */
export function VerbButton(props: VerbButtonProps): React.JSX.Element {
  const { verb, does, isEnabled, isActive, keys, ariaKeys, onPress } = props;
  return (
    <button
      type="button"
      title={`${does} (${keys})`}
      aria-keyshortcuts={ariaKeys}
      aria-disabled={!isEnabled}
      aria-pressed={isActive}
      onClick={() => isEnabled && onPress()}
    >
      {verb}
    </button>
  );
}
