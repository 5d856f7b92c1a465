import { diffLines } from 'diff';
import './difference.css';

const FILES = import.meta.glob<string>('../../src/pitfalls/*/*.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const MARKS = { added: '+', removed: '-', same: ' ' } as const;

interface DifferenceProps {
  /** The pitfall's folder. */
  readonly folder: string;
}

/** The whole of both files as one, line by line: what only the broken one has, and what only the fixed one. */
export function Difference({ folder }: DifferenceProps) {
  const [broken = '', fixed = ''] = ['Broken', 'Fixed'].map(
    (name) => FILES[`../../src/pitfalls/${folder}/${name}.tsx`],
  );
  const lines = diffLines(broken, fixed).flatMap(({ value, added, removed }) => {
    const kind: keyof typeof MARKS = added ? 'added' : removed ? 'removed' : 'same';
    return value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ kind, text }));
  });
  return (
    <pre className="difference" tabIndex={0} aria-label="Broken.tsx and Fixed.tsx, line by line">
      {lines.map(({ kind, text }, index) => {
        const Line = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span';
        return (
          <Line key={index}>
            <b aria-hidden="true">{MARKS[kind]}</b> {text}
            {'\n'}
          </Line>
        );
      })}
    </pre>
  );
}
