/** Imported first, so that what needs a page says so, and not that something is undefined. */
if (typeof window === 'undefined' || typeof window.WebSocket === 'undefined') {
  throw new Error(
    "react-websocket-lab/mock needs a page with a WebSocket, and there is none here. Run the test in Vitest’s browser mode, or set `environment: 'jsdom'` or `'happy-dom'`.",
  );
}
