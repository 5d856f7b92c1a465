import { useRef, useState } from 'react';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { UploadBar } from '../../components/UploadBar.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useUpload } from './useUpload.ts';

interface UploadSocketProps {
  readonly url: string;
  readonly chunkBytes?: number;
  readonly windowBytes?: number;
  readonly random?: () => number;
}

/** A mebibyte whose bytes count. */
const SAMPLE = new Blob([Uint8Array.from({ length: 1_048_576 }, (_, n) => n / 256)]);

/** Sends a file, and shows how much of it the server has. */
export function UploadSocket({ url, ...options }: UploadSocketProps) {
  const [outcome, setOutcome] = useState('');
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const cancelRef = useRef<AbortController>(null);
  const { status, progress, upload } = useUpload(url, {
    ...options,
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
  });

  async function send(file: Blob) {
    const controller = new AbortController();
    cancelRef.current = controller;
    const report = (outcome: string) => {
      if (cancelRef.current === controller) setOutcome(outcome);
    };
    report('on its way');
    try {
      await upload(file, controller.signal);
      report('the server has it');
    } catch (error) {
      report((error as Error).message);
    }
  }

  return (
    <section>
      <StatusBadge status={status} />
      <div className="row">
        <label>
          File{' '}
          <input
            type="file"
            onChange={({ target }) => target.files?.[0] && void send(target.files[0])}
          />
        </label>
        <button type="button" onClick={() => void send(SAMPLE)}>
          Send 1 MiB
        </button>
        <button type="button" onClick={() => cancelRef.current?.abort(new Error('cancelled'))}>
          Cancel
        </button>
        {outcome}
      </div>
      {progress && <UploadBar {...progress} />}
      <MessageList messages={messages} />
    </section>
  );
}
