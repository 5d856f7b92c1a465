'use client';

/** The boundary: what is below it is rendered by the server, and again in the browser. */
export { ContinuedFeed as Feed } from '../../../../src/patterns/40-first-data/ContinuedFeed.tsx';
