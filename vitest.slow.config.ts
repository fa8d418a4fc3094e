import { readFileSync, readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const { FLOWC_RUNS = '20', FLOWC_SEED = 'random' } = process.env;

/** Tests of properties, tried in the gate on the same cases each time. */
const properties = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts') && readFileSync(path, 'utf8').includes("'fast-check'"));

/** Tests that take minutes; `npm run check:all` runs them. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'slow', include: ['test/**/*.slow.test.ts'], testTimeout: 600_000 } },
      {
        test: {
          name: 'random',
          include: properties,
          setupFiles: ['test/runs.ts'],
          env: { FLOWC_RUNS, FLOWC_SEED },
          testTimeout: 600_000,
          isolate: false,
        },
      },
    ],
  },
});
