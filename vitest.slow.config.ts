import { defineConfig } from 'vitest/config';

/** Tests that take minutes; `npm run check:all` runs them. */
export default defineConfig({
  test: { include: ['test/**/*.slow.test.ts'], testTimeout: 600_000, passWithNoTests: true },
});
