import { createHash, type Hash } from 'node:crypto';
import { type MovedPage, MoveRefusedError, type MoveSource, type MoveTarget, type Side } from './port.ts';
import { misfitOf, nameOf, type Place, type Row, SHAPES, type Shape, type Value } from './shape.ts';

/** Told of every page: rows that are there of all that are to come, and the table. */
export type MoveProgress = (table: string, done: number, total: number) => void | Promise<void>;

/** A table as it was compared, row by row. */
export type Compared = {
  readonly table: string;
  readonly rows: number;
  /** SHA-256 over every row in order, hex. */
  readonly digest: string;
  /** Null where both sides are the same; else the first row that is not, or is on one side alone. */
  readonly differs: string | null;
};

/** Rows of the first page, bytes that a page is meant to have, and rows that it has at most. */
const [FIRST, BYTES, MOST] = [100, 2 ** 21, 5000];

const sizeOf = (value: Value): number => (value === null || typeof value === 'bigint' ? 8 : value.length);

/** A table of long rows is moved in short pages: how many rows the next one has. */
const nextLimit = (rows: readonly Row[], limit: number, most: number): number => {
  const bytes = rows.reduce((sum, row) => sum + row.reduce((all: number, one) => all + sizeOf(one), 0), 1);
  return Math.max(1, Math.min(most, limit * 4, Math.floor((BYTES * rows.length) / bytes)));
};

type Pages = { readonly after: Place | null; readonly most: number };

/** Pages of a table, the next one asked for while the one before is at work. */
async function* pagesOf(side: Side, shape: Shape, { after, most }: Pages): AsyncGenerator<MovedPage> {
  let limit = Math.min(FIRST, most);
  let coming = side.page(shape, { after, limit });
  for (;;) {
    const page = await coming;
    if (page.rows.length === 0) return;
    const isLast = page.rows.length < limit;
    if (!isLast) {
      limit = nextLimit(page.rows, limit, most);
      coming = side.page(shape, { after: page.last, limit });
      // Whoever takes no further page hears of no fault of it.
      coming.catch(() => undefined);
    }
    yield page;
    if (isLast) return;
  }
}

const assertFits = (shape: Shape, rows: readonly Row[]): void => {
  for (const row of rows) {
    const column = misfitOf(shape, row);
    if (column !== null) throw new MoveRefusedError('nilai', `${nameOf(shape, row)}: ${column}`);
  }
};

const sum = async (side: Side): Promise<number> => {
  let rows = 0;
  for (const shape of SHAPES) rows += await side.count(shape);
  return rows;
};

type Sides = { readonly source: MoveSource; readonly target: MoveTarget };
type Told = { readonly onProgress: MoveProgress; readonly most?: number };

/** Lays every row of the source down in the target, from where an earlier run ended. */
export const copyRows = async (
  { source, target }: Sides,
  { onProgress, most = MOST }: Told,
): Promise<void> => {
  let note = target.begun;
  if (note === null) return;
  const total = await sum(source);
  let done = await sum(target);
  for (const shape of SHAPES) {
    if (note.done.includes(shape.name)) continue;
    const after: Place | null = note.last?.table === shape.name ? note.last.place : null;
    for await (const { rows, last } of pagesOf(source, shape, { after, most })) {
      assertFits(shape, rows);
      note = { ...note, last: last && { table: shape.name, place: last } };
      await target.put(shape, rows, note);
      done += rows.length;
      await onProgress(shape.name, done, total);
    }
    note = { ...note, done: [...note.done, shape.name], last: null };
    await target.put(shape, [], note);
  }
};

/** Every value under its kind and length, so that no two rows give the same bytes. */
const addRow = (hash: Hash, row: Row): void => {
  for (const value of row) {
    if (value === null) hash.update('-;');
    else if (typeof value === 'bigint') hash.update(`i${value};`);
    else {
      const bytes = typeof value === 'string' ? Buffer.from(value) : value;
      hash.update(`${typeof value === 'string' ? 't' : 'b'}${bytes.length};`);
      hash.update(bytes);
    }
  }
  hash.update('\n');
};

const isSame = (one: Value, other: Value): boolean =>
  one instanceof Uint8Array && other instanceof Uint8Array ? Buffer.compare(one, other) === 0 : one === other;

const areSame = (one: Row | undefined, other: Row | undefined): boolean =>
  one !== undefined && other !== undefined && one.every((value, i) => isSame(value, other[i] ?? null));

async function* rowsOf(side: Side, shape: Shape, most: number): AsyncGenerator<Row> {
  for await (const { rows } of pagesOf(side, shape, { after: null, most })) yield* rows;
}

type Pairing = { readonly shape: Shape; readonly most: number; readonly onRow: () => void | Promise<void> };

const compareTable = async (
  { source, target }: Sides,
  { shape, most, onRow }: Pairing,
): Promise<Compared> => {
  const [ours, theirs] = [rowsOf(source, shape, most), rowsOf(target, shape, most)];
  const hash = createHash('sha256');
  for (let rows = 0; ; rows += 1) {
    const [one, other] = await Promise.all([ours.next(), theirs.next()]);
    const [from, to] = [one.done ? undefined : one.value, other.done ? undefined : other.value];
    if (!from && !to) return { table: shape.name, rows, digest: hash.digest('hex'), differs: null };
    if (!from || !areSame(from, to))
      return { table: shape.name, rows, digest: '', differs: nameOf(shape, from ?? to ?? []) };
    addRow(hash, from);
    await onRow();
  }
};

/** Reads both sides anew, whole, and compares them row by row; of a table that differs no more than its first such row. */
export const compareRows = async (
  sides: Sides,
  { onProgress, most = MOST }: Told,
): Promise<readonly Compared[]> => {
  const total = await sum(sides.source);
  const compared: Compared[] = [];
  let done = 0;
  for (const shape of SHAPES) {
    const onRow = (): void | Promise<void> => {
      done += 1;
      return done % FIRST === 0 ? onProgress(shape.name, done, total) : undefined;
    };
    compared.push(await compareTable(sides, { shape, most, onRow }));
  }
  return compared;
};
