import * as React from 'react';
import { ToggleButton } from 'storybook/internal/components';
import { useGlobals } from 'storybook/manager-api';

/** Toolbar button: puts React's StrictMode around the pattern. A story can decide by its own `globals`. */
export function StrictModeTool(): React.ReactElement {
  const [{ strictMode }, updateGlobals, storyGlobals] = useGlobals();
  const isOn = strictMode === 'on';
  const label = `StrictMode ${isOn ? 'on' : 'off'}`;
  const isDecided = 'strictMode' in storyGlobals;
  const reason = isDecided
    ? 'This story decides it'
    : 'React StrictMode around the pattern: effects run twice';
  return (
    <ToggleButton
      variant="ghost"
      padding="small"
      pressed={isOn}
      disabled={isDecided}
      ariaLabel={`${label}. ${reason}`}
      tooltip={reason}
      onClick={() => updateGlobals({ strictMode: isOn ? 'off' : 'on' })}
    >
      {label}
    </ToggleButton>
  );
}
