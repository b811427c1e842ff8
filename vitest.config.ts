import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{domain,lib,ui,main,renderer,platform,scripts}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
