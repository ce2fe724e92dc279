import { writeFileSync } from 'node:fs';

/** One figure: what it is, its readings in ms (or a ratio, or a bare number), and the most it should be, if anything. */
export type Row = {
  readonly name: string;
  readonly readings: readonly number[];
  readonly goal?: number;
  /** The goal is the least it should be. */
  readonly isFloor?: boolean;
  readonly unit: 'ms' | 'x' | '';
  /** What a fixed piece of work took in the same place right before each reading, ms: how busy the machine was. */
  readonly pace?: readonly number[];
};

/** The middle reading. */
export const median = (readings: readonly number[]): number =>
  [...readings].sort((a, b) => a - b)[Math.floor(readings.length / 2)] ?? Number.NaN;

/**
 * Readings as they would be at the best pace of the run, and in paces: on a machine that others use as well these are what
 * can be compared from run to run. Work that waits for another process is brought nearer, not all the way.
 */
export const atBestPace = ({ readings, pace = [] }: Row): { readonly ms: number; readonly paces: number } => {
  const paces = readings.map((reading, i) => reading / (pace[i] ?? Number.NaN));
  return { ms: median(paces) * Math.min(...pace), paces: median(paces) };
};

/** Says on stderr what is being done, with the seconds since the start. */
export const stage = (what: string): void => {
  process.stderr.write(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${what}\n`);
};

const show = (value: number, unit: Row['unit']): string => {
  if (unit === 'x') return `${value.toFixed(value < 0.1 ? 4 : 2)} x`;
  return unit === 'ms'
    ? `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`
    : String(Math.round(value * 10) / 10);
};

/** Prints the table; with a path, the same as JSON. Figures are for people to read: nothing here fails a build. */
export const report = (
  rows: readonly Row[],
  facts: Readonly<Record<string, unknown>>,
  path: string | undefined,
): void => {
  for (const row of rows) {
    const { name, readings, goal, isFloor, unit } = row;
    const middle = median(readings);
    const range = `${show(Math.min(...readings), unit)}–${show(Math.max(...readings), unit)}`;
    const isMet = goal !== undefined && (isFloor ? middle >= goal : middle <= goal);
    const verdict =
      goal === undefined
        ? ''
        : `goal ${show(goal, unit).padStart(9)}  ${isMet ? 'ok' : isFloor ? 'UNDER' : 'OVER'}`;
    process.stdout.write(
      `${name.padEnd(54)}${show(middle, unit).padStart(10)}  ${range.padStart(20)}  ${verdict}\n`,
    );
    if (!row.pace) continue;
    const { ms, paces } = atBestPace(row);
    process.stdout.write(
      `${'  at the best pace of this run'.padEnd(52)}${show(ms, unit).padStart(10)}  ${`${paces.toFixed(2)} paces of ${show(median(row.pace), unit)}`.padStart(20)}\n`,
    );
  }
  if (path)
    writeFileSync(
      path,
      `${JSON.stringify(
        {
          facts,
          rows: rows.map((row) => ({
            ...row,
            median: median(row.readings),
            ...(row.pace ? { atBestPace: atBestPace(row) } : {}),
          })),
        },
        null,
        2,
      )}\n`,
    );
};
