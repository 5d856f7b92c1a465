interface InlineCodeProps {
  readonly text: string;
}

/** Text with what stands between backticks as code. */
export function InlineCode({ text }: InlineCodeProps) {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
