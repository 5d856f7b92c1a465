import { useEffect, useRef, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { UseEffectSocket } from '../01-use-effect/UseEffectSocket.tsx';

/**
 * A server component cannot hold a socket. It has no effects and no state, and it renders once: it
 * could neither close the socket nor show a message. That `WebSocket` is a browser API is only half
 * of the reason, for Node has had a global one since version 22.
 *
 * What to do instead: the component with the socket is a client component (in Next.js, a file that
 * begins with `'use client'`). The server renders it too, to HTML, but runs no effect, so there is no
 * socket yet. When the browser has loaded the JavaScript and hydrates that HTML, the effect runs,
 * and opens the one socket.
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
      <button type="button" disabled={isLoaded} onClick={() => setIsLoaded(true)}>
        Load the JavaScript
      </button>
      <p>{isLoaded ? 'Hydrated: one socket.' : 'HTML from the server: no socket.'}</p>
      <div ref={pageRef} />
    </section>
  );
}
