import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { plantFaults } from './tests/sim/plants.ts';

const setupFiles = ['tests/support/quiet-console.ts'];

/** Stories that count on how soon something comes (waits of the engine, a cut line, several phones): one at a time. */
const ALONE = ['satu-tahun', 'two-devices', 'wrong-turns', 'crash', 'low-signal', 'village-day'].map(
  (name) => `tests/browser/${name}.test.ts`,
);

type Files = { include: string[]; exclude: string[]; maxWorkers: number; group: number };

const browser = (name: string, { group, ...files }: Files) => ({
  test: {
    name,
    environment: 'node' as const,
    ...files,
    setupFiles,
    pool: 'forks' as const,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    sequence: { groupOrder: group },
  },
});

/**
 * Rules and API run in parallel. After them, two files at a time: services that are killed, and browsers, since each of
 * these starts servers and phones of its own and mostly waits. Last, alone, what depends on when things come.
 */
export default defineConfig({
  test: {
    projects: [
      {
        define: { __VERSI__: '"uji"', __DIBUAT__: '"2026-11-24"' },
        plugins: [
          plantFaults(),
          preact({ reactAliasesEnabled: false, prefreshEnabled: false, devToolsEnabled: false }),
        ],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/{unit,api,sim}/**/*.test.{ts,tsx}'],
          setupFiles,
          // Processes, not threads: SQLite and argon2 are native, and a worker thread that ends with them at work can hang a run.
          pool: 'forks',
          maxWorkers: '100%',
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'faults',
          environment: 'node',
          include: ['tests/faults/**/*.test.ts'],
          setupFiles,
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      browser('browser', {
        include: ['tests/browser/**/*.test.ts'],
        exclude: ALONE,
        maxWorkers: 2,
        group: 1,
      }),
      browser('browser-sendiri', { include: ALONE, exclude: [], maxWorkers: 1, group: 2 }),
    ],
  },
});
