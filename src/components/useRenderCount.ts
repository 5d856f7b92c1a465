import { useEffect, useRef, type RefObject } from 'react';

/**
 * Counts how often React has rendered the component that calls this, and writes it into an element. It
 * is no state: a counter that renders would count itself.
 * @returns the ref of an element without children
 */
export function useRenderCount(): RefObject<HTMLElement | null> {
  const elementRef = useRef<HTMLElement>(null);
  const countRef = useRef(0);
  // Without dependencies: after every render.
  useEffect(() => {
    countRef.current += 1;
    if (elementRef.current) elementRef.current.textContent = String(countRef.current);
  });
  return elementRef;
}
