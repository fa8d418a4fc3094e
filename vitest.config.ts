import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.slow.test.ts', 'node_modules/**'],
    setupFiles: ['test/runs.ts'],
    testTimeout: 30_000,
    // Loading the compiler anew for each file would take longer than all of the tests; what they change they put back.
    isolate: false,
    maxWorkers: 2,
  },
});
