import { useState, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';

/** Renders `children` to HTML as a server does, once for each page that is asked for. */
export function ServerRender({ why, children }: { why: string; children: ReactNode }) {
  const [pages, setPages] = useState<string[]>([]);
  const answer = () => {
    const html = renderToString(children);
    setPages((pages) => [...pages, html]);
  };

  return (
    <section>
      <p>{why}</p>
      <button type="button" onClick={answer}>
        Ask the server for the page
      </button>
      <ol aria-label="Pages the server has sent">
        {pages.map((html, index) => (
          <li key={index}>
            <code>{html}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}
