'use client';

import { UseEffectSocket } from '../../../../src/patterns/01-use-effect/UseEffectSocket.tsx';

/** The boundary: this component, and all that this file imports, runs in the browser too. */
export function Live({ first, url }: { first: string; url: string }) {
  return (
    <section>
      <p>First: {first}</p>
      <UseEffectSocket url={url} />
    </section>
  );
}
