import type { Table } from 'dexie';

const TOGETHER = 64;
/** As many strangers may lie between the wanted rows; with more, each is asked for by itself. */
const SPARE = 4;

/**
 * Rows whose `index` holds one of `keys`, in no order. Neighbours come in one piece: a request a row is what costs, and
 * what one phone made in a row lies together, since an id begins with device and number.
 */
export const rowsNear = async <T>(
  table: Table<T, string>,
  index: keyof T & string,
  keys: readonly string[],
): Promise<T[]> => {
  const wanted = new Set(keys);
  const sorted = [...wanted].sort();
  const pieces: Promise<T[]>[] = [];
  for (let at = 0; at < sorted.length; at += TOGETHER)
    pieces.push(piece(table, index, sorted.slice(at, at + TOGETHER)));
  return (await Promise.all(pieces)).flat().filter((row) => wanted.has(row[index] as string));
};

/** {@link rowsNear} by their ids. */
export const rowsById = async <T extends { readonly id: string }>(
  table: Table<T, string>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, T>> =>
  new Map((await rowsNear<T>(table, 'id', ids)).map((row) => [row.id, row]));

const piece = async <T>(table: Table<T, string>, index: string, keys: readonly string[]): Promise<T[]> => {
  const most = keys.length * SPARE;
  const range = table.where(index).between(keys[0], keys.at(-1), true, true);
  const rows = await range.limit(most).toArray();
  if (rows.length < most) return rows;
  return (await Promise.all(keys.map((key) => table.where(index).equals(key).toArray()))).flat();
};
