import { useEffect, useRef, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { UseEffectSocket } from '../01-use-effect/UseEffectSocket.tsx';

/**
 * A component with a socket on both sides: the server's HTML, and its hydration in the browser.
 *
 * Why it is a client component: the server renders one too, to HTML, but runs no effect, so there is
 * no socket yet. When the browser has loaded the JavaScript and hydrates that HTML, the effect runs,
 * and opens the one socket. In Next.js, `examples/next/app/fixed` is the same.
 */
export function ClientBoundary({ url }: { url: string }) {
  const [isLoaded, setIsLoaded] = useState(false);
  const pageRef = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const page = document.createElement('div');
    page.innerHTML = renderToString(<UseEffectSocket url={url} />);
    pageRef.current?.append(page);
    const root = isLoaded ? hydrateRoot(page, <UseEffectSocket url={url} />) : undefined;

    return () => {
      page.remove();
      // Not at once: React does not unmount one root while it is committing another.
      queueMicrotask(() => root?.unmount());
    };
  }, [url, isLoaded]);

  return (
    <section>
      <button type="button" aria-disabled={isLoaded} onClick={() => setIsLoaded(true)}>
        Load the JavaScript
      </button>
      <p>{isLoaded ? 'Hydrated: one socket.' : 'HTML from the server: no socket.'}</p>
      <div ref={pageRef} />
    </section>
  );
}
