import { useState } from 'react';
import { randomMaskingKey } from '../../../src/protocol/frame.ts';
import './frames.css';
import { EXAMPLES, findExample } from './examples.ts';
import { FrameDiagram } from './FrameDiagram.tsx';
import { HexField } from './HexField.tsx';
import { MessageForm } from './MessageForm.tsx';
import type { Message, Wire } from './message.ts';
import { ReceivedList } from './ReceivedList.tsx';
import { useReading } from './use-reading.ts';
import { WireForm } from './WireForm.tsx';

interface FrameLabProps {
  /** The message that is there at first. */
  readonly startWith?: Message;
  readonly wire?: Wire;
  /** Makes the masking key of each frame: 32 bits. @default one that no one can foresee */
  readonly makeKey?: () => number;
}

const HELLO: Message = {
  kind: 'text',
  text: 'Hello',
  times: undefined,
  fragmentBytes: undefined,
  closeCode: 1000,
};
const FROM_CLIENT: Wire = { sender: 'client', deflate: false };
const SHOWN_FRAMES = 12;
const NO_BYTES = new Uint8Array(0);

/** A message, its bytes, its frames bit by bit, and what the other side makes of them. */
export function FrameLab({
  startWith = HELLO,
  wire: firstWire = FROM_CLIENT,
  makeKey = randomMaskingKey,
}: FrameLabProps) {
  const [message, setMessage] = useState(startWith);
  const [wire, setWire] = useState(firstWire);
  const [edited, setEdited] = useState<string>();
  const outcome = useReading(edited ?? message, wire, makeKey);
  const done = outcome && 'reading' in outcome ? outcome : undefined;
  const { frames = [], received = [] } = done?.reading ?? {};
  return (
    <div className="frames">
      <WireForm wire={wire} onChange={setWire} />
      <MessageForm
        message={message}
        onChange={(next) => {
          setMessage(next);
          setEdited(undefined);
        }}
      />
      <label>
        Or start from an example{' '}
        <select
          value={findExample(edited, wire)}
          onChange={({ target }) => {
            const example = EXAMPLES[Number(target.value)];
            setEdited(example?.hex);
            if (example) setWire(example.wire);
          }}
        >
          <option value={-1}>none</option>
          {EXAMPLES.map(({ name }, i) => (
            <option key={name} value={i}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <HexField
        bytes={done?.bytes ?? NO_BYTES}
        edited={edited}
        problem={outcome && 'problem' in outcome ? outcome.problem : undefined}
        onEdit={setEdited}
      />
      <h2>Frames</h2>
      {frames.slice(0, SHOWN_FRAMES).map((frame, i) => (
        <FrameDiagram key={frame.offset} number={i + 1} frame={frame} />
      ))}
      {frames.length > SHOWN_FRAMES && (
        <p>… and {(frames.length - SHOWN_FRAMES).toLocaleString('en')} more frames.</p>
      )}
      <h2>What the {wire.sender === 'client' ? 'server' : 'client'} receives</h2>
      <ReceivedList received={received} isWaiting={received.length === 0 && frames.length > 0} />
    </div>
  );
}
