import { createElement, useEffect } from 'react';

/** A component of a package, which leaves its timer behind. */
export function LeftClock() {
  useEffect(() => {
    setInterval(() => {}, 60_000);
  }, []);
  return createElement('p', null, 'A clock');
}
