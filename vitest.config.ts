import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { plantFaults } from './tests/sim/plants.ts';

const setupFiles = ['tests/support/quiet-console.ts'];

/**
 * Rules and API run in parallel. After them, two files at a time: services that are killed, and browsers, since each of
 * these starts servers and phones of its own and mostly waits.
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
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          setupFiles,
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
