/** What happens to a page besides its sockets. */
export interface PageListeners {
  /** The browser says that there is no network. It may be wrong. */
  readonly offline: () => void;
  /** The browser says that there is a network. It may lead nowhere. */
  readonly online: () => void;
  /** Another tab is at the front. */
  readonly hide: () => void;
  readonly show: () => void;
  /** The page is left for another one, and may be kept. */
  readonly leave: () => void;
  /** The page that was kept is back. */
  readonly comeBack: () => void;
}

/** Calls back for what happens to the page from now on. Returns the undo. */
export function listenToPage(page: PageListeners): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  const onVisibility = () => (document.hidden ? page.hide() : page.show());
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) page.comeBack();
  };
  window.addEventListener('offline', page.offline, { signal });
  window.addEventListener('online', page.online, { signal });
  window.addEventListener('pagehide', page.leave, { signal });
  window.addEventListener('pageshow', onPageShow, { signal });
  document.addEventListener('visibilitychange', onVisibility, { signal });
  return () => listeners.abort();
}
