import { useState, type SubmitEvent } from 'react';

interface SendFormProps {
  readonly canSend: boolean;
  readonly onSend: (text: string) => void;
}

/** A field and a button that send what was typed. */
export function SendForm({ canSend, onSend }: SendFormProps) {
  const [draft, setDraft] = useState('');

  function send(event: SubmitEvent) {
    event.preventDefault();
    if (!canSend) return;
    onSend(draft);
    setDraft('');
  }

  // `aria-disabled` and not `disabled`: a button that disables itself loses the keyboard's focus.
  return (
    <form onSubmit={send}>
      <label>
        Message <input value={draft} onChange={(event) => setDraft(event.target.value)} />
      </label>
      <button type="submit" aria-disabled={!canSend}>
        Send
      </button>
    </form>
  );
}
