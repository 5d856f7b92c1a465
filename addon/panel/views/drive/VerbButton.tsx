import * as React from 'react';

interface VerbButtonProps {
  readonly verb: string;
  readonly does: string;
  readonly isEnabled: boolean;
  /** As a person reads it: `⌥ ⇧ A`. */
  readonly keys: string;
  /** As `aria-keyshortcuts` has it. */
  readonly ariaKeys: string;
  readonly onPress: () => void;
}

/** One verb of the far end. */
export function VerbButton(props: VerbButtonProps): React.JSX.Element {
  const { verb, does, isEnabled, keys, ariaKeys, onPress } = props;
  return (
    <button
      type="button"
      title={`${does} (${keys})`}
      aria-keyshortcuts={ariaKeys}
      disabled={!isEnabled}
      onClick={onPress}
    >
      {verb}
    </button>
  );
}
