import { useId, type ReactNode, type Ref } from 'react';

interface FigureProps {
  readonly label: string;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLElement>;
}

/** One number or word with its name, in a `<dl className="figures">`. */
export function Figure({ label, children, ref }: FigureProps) {
  const id = useId();
  return (
    <div>
      <dt id={id}>{label}</dt>
      <dd aria-labelledby={id} ref={ref}>
        {children}
      </dd>
    </div>
  );
}
