import { InlineCode } from '../lesson/InlineCode.tsx';
import { CONTENDERS } from './contenders/all.ts';

/** Each option of the columns called *best*. */
export function Options() {
  return (
    <dl className="options">
      {CONTENDERS.map(({ id, name, best }) =>
        best ? (
          <div key={id}>
            <dt>{name}</dt>
            {best.documented.map(({ code, why, link }) => (
              <dd key={code}>
                <code>{code}</code>{' '}
                <span>
                  <InlineCode text={why} />{' '}
                  <a href={link} target="_blank" rel="noreferrer">
                    Documented
                  </a>
                </span>
              </dd>
            ))}
          </div>
        ) : null,
      )}
    </dl>
  );
}
