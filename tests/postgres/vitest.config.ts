import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What runs on PostgreSQL: its own tests, and tests of the API whose server keeps its data there for this run. */
export default defineConfig({
  define: { __VERSI__: '"uji"', __DIBUAT__: '"2026-11-24"' },
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    environment: 'node',
    include: [
      'tests/postgres/**/*.test.ts',
      'tests/api/{sync,session,activation,organisasi,usulan,akses,salah,fuzz}.test.ts',
      'tests/unit/server/ledger/together.test.ts',
    ],
    setupFiles: ['tests/support/quiet-console.ts'],
    pool: 'forks',
    // Programs are loaded once a worker and not once a file: half of the work. Each test has a server and a database of its own.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
