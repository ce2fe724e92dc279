import { LIMITS } from './limits.ts';

/*
 * Rows of equal shape travel as a table, member by member: a week of entries repeats kind, school and field names in each
 * of them, and what stands side by side deflates to two thirds.
 *
 *   [{n: 7, k: 'x', b: {a: 1}}, {n: 8, k: 'x', b: {a: 2}}]   ⇄   {rows: 2, same: {k: 'x'}, each: {n: [7, 1], 'b.a': [1, 2]}}
 *
 * A member that is an object is taken apart one level deep. Members named in COUNTERS go as differences. A member that
 * says what one before it says names that one: an untouched record's head is its id.
 */

const COUNTERS: ReadonlySet<string> = new Set(['n', 'at']);
const NESTED: ReadonlySet<string> = new Set(['b', 'st']);

/** Several rows as one: members that are the same in all, and those that are not; a name stands for that one's column. */
export type WireTable = {
  readonly rows: number;
  readonly same: Readonly<Record<string, unknown>>;
  readonly each: Readonly<Record<string, string | readonly unknown[]>>;
};

type Row = Readonly<Record<string, unknown>>;
type Flat = readonly (readonly [string, unknown])[];

const isPlain = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members with those of `b` and `st` beside them; null for a row that no table can hold. */
const flatten = (row: Row): Flat | null => {
  const flat = Object.entries(row).flatMap(([key, value]): Flat => {
    if (!NESTED.has(key) || !isPlain(value)) return [[key, value]];
    const inner = Object.entries(value);
    return inner.length === 0 ? [[key, value]] : inner.map(([name, member]) => [`${key}.${name}`, member]);
  });
  const dots = flat.filter(([key]) => key.split('.').length > 2);
  return dots.length === 0 && flat.every(([, value]) => value !== undefined) ? flat : null;
};

const toDifferences = (values: readonly unknown[]): unknown[] =>
  values.map((value, i) => (i === 0 ? value : Number(value) - Number(values[i - 1])));

const isOne = ([first, ...others]: readonly unknown[]): boolean => {
  const text = JSON.stringify(first);
  return others.every((value) => JSON.stringify(value) === text);
};

const isEqual = (column: readonly unknown[] | string, values: readonly unknown[]): boolean =>
  Array.isArray(column) && values.every((value, i) => typeof value === 'string' && value === column[i]);

const tableOf = (rows: readonly Flat[]): WireTable => {
  const same: Record<string, unknown> = {};
  const each: Record<string, unknown[] | string> = {};
  for (const [i, [key]] of (rows[0] ?? []).entries()) {
    const values = rows.map((row) => row[i]?.[1]);
    const twin = Object.entries(each).find(([, other]) => isEqual(other, values));
    if (isOne(values)) same[key] = values[0];
    else if (twin) each[key] = twin[0];
    else each[key] = COUNTERS.has(key) ? toDifferences(values) : values;
  }
  return { rows: rows.length, same, each };
};

/** Rows for the wire, in their order: those of one shape that follow each other as a table, the others as they are. */
export const packRows = <T extends object>(rows: readonly T[]): (T | WireTable)[] => {
  const packed: (T | WireTable)[] = [];
  let run: { readonly row: T; readonly flat: Flat }[] = [];
  let shape = '';
  const close = (): void => {
    const [only] = run;
    if (run.length > 1) packed.push(tableOf(run.map(({ flat }) => flat)));
    else if (only) packed.push(only.row);
    run = [];
  };
  for (const row of rows) {
    const flat = flatten(row as Row);
    const own = flat ? flat.map(([key]) => key).join(' ') : '';
    if (own !== shape || !flat || run.length === LIMITS.commandsPerRequest) close();
    shape = own;
    if (flat) run.push({ row, flat });
    else packed.push(row);
  }
  close();
  return packed;
};

const fromDifferences = (values: readonly unknown[]): unknown[] => {
  let sum = 0;
  return values.map((value) => {
    sum += typeof value === 'number' ? value : Number.NaN;
    return sum;
  });
};

const put = (row: Map<string, unknown>, key: string, value: unknown): void => {
  const [outer = '', inner] = key.split('.');
  if (inner === undefined) row.set(key, value);
  else row.set(outer, { ...(row.get(outer) as Row | undefined), [inner]: value });
};

const isTable = (item: unknown): item is WireTable => isPlain(item) && 'rows' in item;

/** True for a table as one may come: its rows together no larger than any request, so that a small one becomes no huge one. */
const isSound = ({ rows, same, each }: WireTable): boolean =>
  Number.isInteger(rows) &&
  rows > 1 &&
  rows <= LIMITS.commandsPerRequest &&
  isPlain(same) &&
  isPlain(each) &&
  JSON.stringify(same).length * rows <= LIMITS.requestBytes;

const columnOf = ({ each }: WireTable, key: string): readonly [string, readonly unknown[]] => {
  const named = each[key];
  const values = typeof named === 'string' ? each[named] : named;
  if (!Array.isArray(values)) return [key, []];
  return [key, COUNTERS.has(key) ? fromDifferences(values) : (values as unknown[])];
};

/** A row that no schema accepts. */
const UNSOUND: readonly unknown[] = [null];

/** What every object has: `__proto__`, `constructor` and the like. */
const NOTHING: object = {};

/** True where no name is one that JavaScript takes for something else, and none stands both for a member and for what is in it. */
const isOrdinary = (same: readonly string[], each: readonly string[]): boolean => {
  const names = [...same, ...each].map((key) => key.split('.'));
  const whole = new Set(names.filter((parts) => parts.length === 1).map(([outer]) => outer));
  return names.every(
    (parts) => parts.every((part) => !(part in NOTHING)) && (parts.length === 1 || !whole.has(parts[0])),
  );
};

type Member = readonly [outer: string, inner: string | undefined];

const memberOf = (key: string): Member => {
  const [outer = '', inner] = key.split('.');
  return [outer, inner];
};

const setMember = (row: Record<string, unknown>, [outer, inner]: Member, value: unknown): void => {
  if (inner === undefined) {
    row[outer] = value;
    return;
  }
  const within = (row[outer] ?? {}) as Record<string, unknown>;
  row[outer] = within;
  within[inner] = value;
};

/** The same rows as member by member, without a name being taken apart anew for each of them. */
const quickRows = (
  { rows: count, same }: WireTable,
  columns: readonly (readonly [string, readonly unknown[]])[],
): readonly unknown[] => {
  const fixed = Object.entries(same).map(([key, value]) => [memberOf(key), value] as const);
  const varied = columns.map(([key, values]) => [memberOf(key), values] as const);
  const rows: unknown[] = [];
  for (let i = 0; i < count; i += 1) {
    const row: Record<string, unknown> = {};
    for (const [member, value] of fixed) setMember(row, member, value);
    for (const [member, values] of varied) setMember(row, member, values[i]);
    rows.push(row);
  }
  return rows;
};

const fromTable = (table: WireTable): readonly unknown[] => {
  if (!isSound(table)) return UNSOUND;
  const columns = Object.keys(table.each).map((key) => columnOf(table, key));
  if (columns.some(([, values]) => values.length !== table.rows)) return UNSOUND;
  if (isOrdinary(Object.keys(table.same), Object.keys(table.each))) return quickRows(table, columns);
  return Array.from({ length: table.rows }, (_, i) => {
    const row = new Map<string, unknown>();
    for (const [key, value] of Object.entries(table.same)) put(row, key, value);
    for (const [key, values] of columns) put(row, key, values[i]);
    return Object.fromEntries(row);
  });
};

/**
 * Rows as they were before {@link packRows}, `most` of them. A table that does not add up, and a list that holds more,
 * becomes a row that no schema accepts.
 */
export const unpackRows = (packed: readonly unknown[], most = Number.POSITIVE_INFINITY): unknown[] => {
  const rows: unknown[] = [];
  for (const item of packed) {
    rows.push(...(isTable(item) ? fromTable(item) : [item]));
    if (rows.length > most) return [...UNSOUND];
  }
  return rows;
};
