import { useState } from 'react';

interface CopyButtonProps {
  readonly text: string;
}

/** Copies a text, and says whether that has worked: a browser may forbid it. */
export function CopyButton({ text }: CopyButtonProps) {
  const [word, setWord] = useState('Copy');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setWord('Copied'),
      () => setWord('Not allowed here: select it, and copy'),
    );
  return (
    <button type="button" onClick={() => void copy()}>
      {/* Not `role="status"`: what is in one is no part of a button’s name. */}
      <span aria-live="polite">{word}</span>
    </button>
  );
}
