import type { Store } from '../port.ts';
import type { Place, Row, Shape } from './shape.ts';

/** Where a store is: a file of SQLite, or a database of PostgreSQL. */
export type StorePlace =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** How far a move has come. It stands in the target, written with the rows themselves, and goes when all is verified. */
export type Note = {
  /** Which history is moved. */
  readonly source: string;
  /** Tables that are there whole. */
  readonly done: readonly string[];
  /** The table that is under way, and where it ended; null before its first row. */
  readonly last: { readonly table: string; readonly place: Place } | null;
};

/** A move of which nothing is done yet. */
export const newNote = (source: string): Note => ({ source, done: [], last: null });

export type PageWanted = { readonly after: Place | null; readonly limit: number };
export type MovedPage = {
  readonly rows: readonly Row[];
  /** Where it ended; null where it is empty. */
  readonly last: Place | null;
};

/** A side of a move, held so that nobody else works on it. */
export type Side = {
  readonly page: (shape: Shape, wanted: PageWanted) => Promise<MovedPage>;
  readonly count: (shape: Shape) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** What is read: nothing of it is changed. */
export type MoveSource = Side & {
  /** Names the history, and how far it goes: changes with every start of a service, and with every line. */
  readonly identity: string;
};

/** What is filled. */
export type MoveTarget = Side & {
  /** How far it had come when it was opened; null where it was finished, and is only to be verified again. */
  readonly begun: Note | null;
  /** Writes rows and how far that is in one transaction. */
  readonly put: (shape: Shape, rows: readonly Row[], note: Note) => Promise<void>;
  /** The rows as whoever checks a ledger reads them. */
  readonly store: Pick<Store, 'read'>;
  /** Makes it a store like any other, durable: takes the note away. */
  readonly finish: () => Promise<void>;
};

/** Why a move cannot begin or go on; `reason` for the program, `detail` names the place. */
export class MoveRefusedError extends Error {
  readonly reason: 'tidak-ada' | 'dipakai' | 'lama' | 'isi' | 'lain' | 'nilai';
  readonly detail: string;
  constructor(reason: MoveRefusedError['reason'], detail: string) {
    super(`the move is refused (${reason}): ${detail}`);
    this.name = 'MoveRefusedError';
    this.reason = reason;
    this.detail = detail;
  }
}

const tagged = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? { angka: String(value) } : value;
const untagged = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'angka' in value ? BigInt(String(value.angka)) : value;

/** A note as text, and back. */
export const writeNote = (note: Note): string => JSON.stringify(note, tagged);
export const readNote = (text: string): Note => JSON.parse(text, untagged) as Note;
