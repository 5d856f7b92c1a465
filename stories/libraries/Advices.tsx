import { InlineCode } from '../lesson/InlineCode.tsx';
import { ADVICE } from './advice.ts';
import { columns } from './columns.ts';

/** Six needs, and what to take for each. */
export function Advices() {
  return (
    <ul className="advice">
      {ADVICE.map(({ need, take, why }) => {
        const column = columns.find(({ key }) => key === take);
        if (!column) throw new Error(`The advice names ${take}, which is no column.`);
        const { name, home, npm } = column.contender;
        return (
          <li key={take}>
            <p>{need}</p>
            <p>
              <a href={home} target={npm ? '_blank' : '_top'} rel="noreferrer">
                {name}
              </a>
              . <InlineCode text={why} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}
