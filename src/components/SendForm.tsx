import { useState, type SubmitEvent } from 'react';

interface SendFormProps {
  readonly canSend: boolean;
  readonly onSend: (text: string) => void;
  /** What is in the field, and how to change it, where the pattern does so too. @default the form's own */
  readonly draft?: readonly [string, (draft: string) => void];
}

/** A field and a button that send what was typed. */
export function SendForm({ canSend, onSend, draft: shared }: SendFormProps) {
  const own = useState('');
  const [draft, setDraft] = shared ?? own;

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
