import type { TestProject } from 'vitest/node';
import { LiveServer } from './live-server.ts';
import { fromLoopback } from './origin.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a real server listens for this run. */
    liveServerUrl: string;
    /** What carries the bytes in this run of the clean-up suite. */
    transport: 'simulated' | 'live';
  }
}

/** Vitest's `globalSetup`: a real server on a port of its own, for as long as the run lasts. */
export default async function setup(project: TestProject): Promise<() => void> {
  const host = new LiveServer({ allowsOrigin: fromLoopback });
  project.provide('liveServerUrl', await host.listen());
  return () => host.close();
}
