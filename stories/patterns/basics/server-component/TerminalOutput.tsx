import './next.css';

interface TerminalOutputProps {
  readonly command: string;
  readonly output: string;
}

/** What a command says. Its errors stand out. */
export function TerminalOutput({ command, output }: TerminalOutputProps) {
  return (
    <figure className="next">
      <figcaption>
        <code>$ {command}</code>
      </figcaption>
      <pre className="output">
        {output
          .split(/(?<=\n)/)
          .map((line, index) =>
            line.startsWith('Error: ') ? <strong key={index}>{line}</strong> : line,
          )}
      </pre>
    </figure>
  );
}
