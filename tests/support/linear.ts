/** Constraints on unknowns that are not negative: each row times the unknowns equals, or is at most, its right side. */
export type Linear = {
  readonly sama: readonly (readonly [row: readonly number[], value: number])[];
  readonly paling: readonly (readonly [row: readonly number[], value: number])[];
};

const SMALL = 1e-9;

/** Simplex steps on a tableau whose last row is the objective, by Bland's rule so that they end. */
const improve = (rows: number[][], basis: number[], columns: number): void => {
  for (;;) {
    const goal = rows.at(-1) ?? [];
    const enter = Array.from({ length: columns }, (_, i) => i).find((i) => (goal[i] ?? 0) < -SMALL);
    if (enter === undefined) return;
    let [leave, least] = [-1, Number.POSITIVE_INFINITY];
    for (let r = 0; r < basis.length; r += 1) {
      const row = rows[r] ?? [];
      const a = row[enter] ?? 0;
      if (a <= SMALL) continue;
      const ratio = (row.at(-1) ?? 0) / a;
      const isBetter = ratio < least - SMALL;
      const isTie = Math.abs(ratio - least) <= SMALL && (basis[r] ?? 0) < (basis[leave] ?? 0);
      if (isBetter || isTie) [leave, least] = [r, ratio];
    }
    if (leave < 0) throw new Error('unbounded');
    pivot(rows, leave, enter);
    basis[leave] = enter;
  }
};

const pivot = (rows: number[][], at: number, column: number): void => {
  const row = rows[at] ?? [];
  const divisor = row[column] ?? 1;
  rows[at] = row.map((value) => value / divisor);
  const pivoted = rows[at] ?? [];
  for (let r = 0; r < rows.length; r += 1) {
    const factor = rows[r]?.[column] ?? 0;
    if (r === at || Math.abs(factor) < 1e-12) continue;
    rows[r] = (rows[r] ?? []).map((value, i) => value - factor * (pivoted[i] ?? 0));
  }
};

/** The most that `goal` times the unknowns can be; null where the constraints contradict one another. */
const most = (goal: readonly number[], { sama, paling }: Linear): number | null => {
  const n = goal.length;
  const m = sama.length + paling.length;
  const columns = n + paling.length + m;
  const rows = [...sama, ...paling].map(([row, value], r) => {
    const slack = paling.map((_, i) => (r - sama.length === i ? 1 : 0));
    const line = [...row, ...slack];
    const sign = value < 0 ? -1 : 1;
    return [
      ...line.map((a) => sign * a),
      ...Array.from({ length: m }, (_, i) => (i === r ? 1 : 0)),
      sign * value,
    ];
  });
  const basis = Array.from({ length: m }, (_, i) => n + paling.length + i);
  const phase1 = Array.from(
    { length: columns + 1 },
    (_, i) =>
      (i < n + paling.length ? -1 : i === columns ? -1 : 0) *
      rows.reduce((sum, row) => sum + (i < n + paling.length || i === columns ? (row[i] ?? 0) : 0), 0),
  );
  rows.push(phase1);
  improve(rows, basis, n + paling.length);
  if ((rows.at(-1)?.at(-1) ?? 0) < -1e-7) return null;
  rows.pop();
  // An artificial unknown that is still in the basis stands at zero; any other may take its place.
  for (let r = 0; r < m; r += 1) {
    if ((basis[r] ?? 0) < n + paling.length) continue;
    const other = (rows[r] ?? []).slice(0, n + paling.length).findIndex((a) => Math.abs(a) > SMALL);
    if (other < 0) continue;
    pivot(rows, r, other);
    basis[r] = other;
  }
  const cost = (i: number): number => (i < n ? (goal[i] ?? 0) : 0);
  rows.push(
    Array.from({ length: columns + 1 }, (_, i) =>
      basis.reduce((sum, b, r) => sum + cost(b) * (rows[r]?.[i] ?? 0), i === columns ? 0 : -cost(i)),
    ),
  );
  improve(rows, basis, n + paling.length);
  return rows.at(-1)?.at(-1) ?? null;
};

/** The least and the most that `goal` times the unknowns can be under the constraints: what an attacker learns of it. */
export const interval = (goal: readonly number[], linear: Linear): readonly [number, number] | null => {
  const high = most(goal, linear);
  const low = most(
    goal.map((a) => -a),
    linear,
  );
  return high === null || low === null ? null : [-low, high];
};
