import { getTableColumns, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as tables from '../sqlite/tables.ts';

/** What a column holds; whole numbers as `bigint`, so that all 64 bits come over. */
export type Value = string | bigint | Uint8Array | null;
export type Row = readonly Value[];

/** Where a page ended: values of the row's key, or the place where it lies. */
export type Place = readonly (string | bigint)[];

export type Column = {
  readonly name: string;
  readonly kind: 'text' | 'integer' | 'bytes';
  readonly notNull: boolean;
};

/** A table as it is moved. */
export type Shape = {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** By key where one row follows another, else by where the rows lie: what is listed in that order stays in it. */
  readonly byPlace: boolean;
};

/** Starts of the service within one millisecond are told apart by their place alone. */
const BY_PLACE: readonly string[] = ['eras'];

const KINDS = { string: 'text', number: 'integer', buffer: 'bytes' } as const;

const kindOf = (dataType: string): Column['kind'] => {
  const kind = KINDS[dataType as keyof typeof KINDS];
  if (!kind) throw new Error(`a column of ${dataType} cannot be moved`);
  return kind;
};

const shapeOf = (table: SQLiteTable): Shape => {
  const { name, primaryKeys, columns } = getTableConfig(table);
  const key = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
  return {
    name,
    columns: Object.values(getTableColumns(table)).map((column) => ({
      name: column.name,
      kind: kindOf(column.dataType),
      notNull: column.notNull,
    })),
    key: key.map((column) => column.name),
    byPlace: BY_PLACE.includes(name),
  };
};

/** What a table refers to comes before it. */
const inOrder = (all: readonly SQLiteTable[]): readonly SQLiteTable[] => {
  const found = new Set<SQLiteTable>();
  const visit = (table: SQLiteTable): void => {
    if (found.has(table)) return;
    for (const one of getTableConfig(table).foreignKeys) visit(one.reference().foreignTable);
    found.add(table);
  };
  for (const table of all) visit(table);
  return [...found];
};

/** Every table, in an order in which nothing refers to what is not there yet. */
export const SHAPES: readonly Shape[] = inOrder(
  Object.values(tables)
    .filter((one) => is(one, SQLiteTable))
    // Whoever goes on finds the same order, however the program was loaded.
    .sort((one, other) => (getTableConfig(one).name < getTableConfig(other).name ? -1 : 1)),
).map(shapeOf);

/** A row's name for people: its table and its key, and nothing of what stands in it. */
export const nameOf = ({ name, columns, key }: Shape, row: Row): string => {
  const at = (wanted: string): Value => row[columns.findIndex((column) => column.name === wanted)] ?? null;
  return `${name} (${key.map((column) => `${column} ${String(at(column))}`).join(', ')})`;
};

const isOf = (value: Value, { kind, notNull }: Column): boolean => {
  if (value === null) return !notNull;
  if (kind === 'text') return typeof value === 'string';
  return kind === 'integer' ? typeof value === 'bigint' : value instanceof Uint8Array;
};

/** The first column of a row that holds what the other database could not hold exactly; null where all can. */
export const misfitOf = ({ columns }: Shape, row: Row): string | null =>
  columns.find((column, i) => {
    const value = row[i] ?? null;
    // PostgreSQL takes no NUL in a text. None comes in by the way of an entry: it is rot, or somebody's hand.
    return !isOf(value, column) || (typeof value === 'string' && value.includes('\0'));
  })?.name ?? null;
