/** The attribute by which a pattern says how it stands. */
const ATTRIBUTE = 'data-status';

/** What a pattern says of itself, where it marks that with `data-status`. */
export function findPatternStatus(): { readonly patternStatus?: string } {
  const element = document.querySelector(`#storybook-root [${ATTRIBUTE}]`);
  const patternStatus = element?.getAttribute(ATTRIBUTE) ?? undefined;
  return patternStatus === undefined ? {} : { patternStatus };
}

/** Calls back when a pattern may say something else. Returns the undo. */
export function watchPatternStatus(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: [ATTRIBUTE],
  });
  return () => observer.disconnect();
}
