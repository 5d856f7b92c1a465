import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig(async () => ({
  plugins: [react()],
  // Storybook reads this file too, and starts sooner without the test runner.
  ...(process.env['VITEST'] &&
    (await import('./tests/projects.ts').then((tests) => tests.config()))),
}));
