import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/sequencer.ts';

export default defineConfig({
  test: {
    include: ['{domain,lib,ui,main,renderer,platform,scripts}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Every file would load the same modules again, which takes twice as long as all tests together.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
