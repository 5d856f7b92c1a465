import { useId, useState } from 'react';
import { frameFields } from '../../../src/protocol/frame.ts';
import type { FrameField } from '../../../src/protocol/frame.ts';
import type { ReadFrame } from './read-bytes.ts';

interface FrameDiagramProps {
  /** From 1. */
  readonly number: number;
  readonly frame: ReadFrame;
}

/** The widest a field is drawn, in bits: one line of the figure in RFC 6455 §5.2. */
const LINE_BITS = 32;

/** Where a field stands: by bits in the first two bytes, then by bytes. */
function place({ bit, bits }: FrameField): string {
  if (bit < 16) return bits === 1 ? `bit ${bit}` : `bits ${bit}–${bit + bits - 1}`;
  const first = bit / 8;
  return bits === 8 ? `byte ${first}` : `bytes ${first}–${first + bits / 8 - 1}`;
}

/**
 * A frame, field by field. Radio buttons, so that the browser brings what a diagram needs: one tab
 * stop, arrow keys from field to field, and each field read out with its bits and its value.
 */
export function FrameDiagram({ number, frame: { offset, bytes, state } }: FrameDiagramProps) {
  const group = useId();
  const [selected, select] = useState(0);
  const fields = frameFields(bytes);
  const field = fields[selected] ?? fields[0];
  const opcode = fields.find(({ name }) => name === 'Opcode')?.value;
  return (
    <fieldset data-state={state}>
      <legend>
        Frame {number}: {opcode}, {bytes.length.toLocaleString('en')} bytes from byte{' '}
        {offset.toLocaleString('en')}
        {state !== 'complete' && <strong>, {state}</strong>}
      </legend>
      <div className="fields">
        {fields.map((one, i) => (
          <label key={one.name} style={{ flexGrow: Math.min(one.bits, LINE_BITS) }}>
            <input type="radio" name={group} checked={one === field} onChange={() => select(i)} />
            <span className="name">{one.name}</span> <code>{one.raw}</code>{' '}
            {one.value !== one.raw && <span>{one.value}</span>}
          </label>
        ))}
      </div>
      {field && (
        <p aria-live="polite">
          <strong>{field.name}</strong>, {place(field)}: {field.value}. {field.means}{' '}
          <small>{field.section}</small>
        </p>
      )}
    </fieldset>
  );
}
