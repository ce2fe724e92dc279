import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { plantFaults } from './tests/sim/plants.ts';

const setupFiles = ['tests/support/quiet-console.ts'];

/** Stories that mostly wait (for the engine, on a cut or slow line, for several phones): beside the simulation, no other browsers. */
const QUIET = ['satu-tahun', 'two-devices', 'wrong-turns', 'crash', 'low-signal', 'village-day'].map(
  (name) => `tests/browser/${name}.test.ts`,
);

/** What the two projects without a browser share. */
const plain = {
  environment: 'node' as const,
  // Processes, not threads: SQLite and argon2 are native, and a worker thread that ends with them at work can hang a run.
  pool: 'forks' as const,
  testTimeout: 20_000,
  hookTimeout: 60_000,
};
const own = () => ({
  define: { __VERSI__: '"uji"', __DIBUAT__: '"2026-11-24"' },
  plugins: [
    plantFaults(),
    preact({ reactAliasesEnabled: false, prefreshEnabled: false, devToolsEnabled: false }),
  ],
});

type Files = { include: string[]; exclude: string[]; maxWorkers: number; group: number };

const browser = (name: string, { group, ...files }: Files) => ({
  test: {
    name,
    environment: 'node' as const,
    ...files,
    setupFiles,
    pool: 'forks' as const,
    // As with the rules: what the files share is imported once for each worker.
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // No test is about speed: what does not come in this time is missing.
    expect: { poll: { timeout: 60_000 } },
    sequence: { groupOrder: group },
  },
});

/**
 * Files of the last group that take minutes, the longest first: a clean checkout knows no durations, and a long file that
 * begins last has the machine to itself. The killed services of the group before stay last: beside them browsers are too slow.
 */
const LONG = [
  'sim/seeds-11-20',
  'sim/seeds-1-10',
  'browser/two-devices',
  'sim/planted',
  'browser/satu-tahun',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`tests/${name}.test.ts`));
      return at === -1 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** Files of one group share their workers. Browsers and services mostly wait: three at a time keep two cores busy. */
const BESIDE = 3;

/**
 * Rules and API run in parallel. After them, three files at a time: services that are killed, and browsers, each with
 * servers and phones of its own. Last, what mostly waits, and beside it the simulation, whose clock is its own and which
 * takes of the machine what the others leave.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...own(),
        test: {
          ...plain,
          name: 'unit',
          include: ['tests/{unit,api}/**/*.test.{ts,tsx}'],
          setupFiles,
          // One process for many files: they share what they import and nothing else, and import it once.
          isolate: false,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...own(),
        test: {
          ...plain,
          name: 'sim',
          // Beside browsers and at a low priority: a world that is played takes as long as it takes.
          testTimeout: 180_000,
          include: ['tests/sim/**/*.test.ts'],
          setupFiles: [...setupFiles, 'tests/support/low-priority.ts'],
          maxWorkers: BESIDE,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'faults',
          environment: 'node',
          include: ['tests/faults/**/*.test.ts'],
          setupFiles,
          pool: 'forks',
          maxWorkers: BESIDE,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      browser('browser', {
        include: ['tests/browser/**/*.test.ts'],
        exclude: QUIET,
        maxWorkers: BESIDE,
        group: 1,
      }),
      browser('browser-tenang', { include: QUIET, exclude: [], maxWorkers: BESIDE, group: 2 }),
    ],
  },
});
