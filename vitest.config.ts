/** Why: unit tests stand beside their source; census tests over all figures and all content stand in `tests/`. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  cacheDir: '.cache/vite',
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'scripts/**/*.test.ts',
      'record/**/*.test.ts',
      'tests/*.test.{ts,tsx}',
    ],
    environment: 'node',
    expect: { requireAssertions: true },
    testTimeout: 30_000,
    // A failed law prints its counterexample; whole traces would bury it.
    diff: { truncateThreshold: 40 },
  },
});
