import { useState, type ComponentProps } from 'react';
import { Checkboxes } from '../../../../src/components/Checkboxes.tsx';
import { TabSocket } from '../../../../src/patterns/42-tabs/TabSocket.tsx';

const NAMES = ['Tab A', 'Tab B', 'Tab C'];

/** Tabs that can be opened and closed: they stand on one page, and share nothing but the browser. */
export function Tabs(props: ComponentProps<typeof TabSocket>) {
  const [open, setOpen] = useState<readonly string[]>(NAMES.slice(0, 2));
  return (
    <>
      <Checkboxes label="Open tabs" options={NAMES} chosen={open} onChange={setOpen} />
      <div className="tabs">
        {NAMES.filter((name) => open.includes(name)).map((name) => (
          <div key={name} role="group" aria-label={name}>
            <h3>{name}</h3>
            <TabSocket {...props} />
          </div>
        ))}
      </div>
    </>
  );
}
