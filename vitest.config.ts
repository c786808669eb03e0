import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Processes, because a native module and changed environment variables do not share one well.
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
