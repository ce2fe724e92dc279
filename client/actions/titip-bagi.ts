import { LIMITS } from '../../shared/protocol/index.ts';
import {
  type AccountDatabase,
  type AccountStore,
  type JournalRow,
  openCommands,
  type PhotoRow,
} from '../store/index.ts';
import { pick, wireBytes } from '../sync/collect.ts';

/** One signed request: commands of one device, and photos that travel beside it. */
type Sheet = { readonly rows: readonly JournalRow[]; readonly foto: PhotoRow[] };

/** What one file will hold; `bytes` is at least what it will weigh. */
export type Part = { readonly sheets: Sheet[]; bytes: number };

/** More than header, seal and the fixed part of an index take. */
const FRAME = 2048;
/** More than the fixed part of a request, its signature and its line in the index take. */
const SHEET = 1024;
/** More than a photo's name in request and index takes. */
const PHOTO = 256;
const MOST_ASKED = 100;

const weigh = ({ rows, foto }: Sheet): number =>
  SHEET +
  rows.reduce((sum, row) => sum + wireBytes(row) + 1, 0) +
  foto.reduce((sum, { size }) => sum + size + PHOTO, 0);

/** Everything that waits, in requests as a sync would send them. */
const sheetsOf = (open: readonly JournalRow[], budget: number): Sheet[] => {
  const done = new Set<string>();
  const sheets: Sheet[] = [];
  for (let rows = pick(open, { budget, done }); rows.length > 0; rows = pick(open, { budget, done })) {
    for (const { id } of rows) done.add(id);
    sheets.push({ rows, foto: [] });
  }
  return sheets;
};

/** The sheet that a photo goes beside: the last of the part while it may name one more, else one of its own. */
const sheetFor = (part: Part): Sheet => {
  const last = part.sheets.at(-1);
  if (last && last.foto.length < MOST_ASKED) return last;
  const next: Sheet = { rows: [], foto: [] };
  part.sheets.push(next);
  part.bytes += SHEET;
  return next;
};

/**
 * Divides what waits into files of at most `most` bytes: all text first, then photos. Each stands alone, so one that never
 * arrives holds up no other. `most` must leave room for the largest photo.
 */
export const divide = ({ open, foto }: Waiting, most: number): Part[] => {
  const limit = Math.min(most, LIMITS.carriedBytes);
  const parts: Part[] = [];
  const room = (bytes: number): Part => {
    const last = parts.at(-1);
    if (last && last.bytes + bytes <= limit) return last;
    const next: Part = { sheets: [], bytes: FRAME };
    parts.push(next);
    return next;
  };
  for (const sheet of sheetsOf(open, limit - FRAME - SHEET)) {
    const part = room(weigh(sheet));
    part.sheets.push(sheet);
    part.bytes += weigh(sheet);
  }
  for (const photo of foto) {
    const part = room(photo.size + PHOTO + SHEET);
    sheetFor(part).foto.push(photo);
    part.bytes += photo.size + PHOTO;
  }
  return parts;
};

/** What would be carried: how much of it, and in how many files. */
export type Muatan = {
  readonly entri: number;
  readonly foto: number;
  readonly bytes: number;
  readonly berkas: number;
};

/** What waits on this phone and may be carried. */
export type Waiting = { readonly open: readonly JournalRow[]; readonly foto: readonly PhotoRow[] };

/** Reads what waits. */
export const waiting = async (db: AccountDatabase): Promise<Waiting> => ({
  open: await openCommands(db),
  foto: await db.photos.where('status').equals('antri').toArray(),
});

/** Adds up something of all sheets. */
export const sumOf = (parts: readonly Part[], of: (sheet: Part['sheets'][number]) => number): number =>
  parts.flatMap(({ sheets }) => sheets).reduce((total, sheet) => total + of(sheet), 0);

/** What a file of at most `most` bytes each would take along, without making any. */
export const muatanTitipan = async (
  { store }: { readonly store: AccountStore },
  most: number,
): Promise<Muatan> => {
  const parts = divide(await waiting(store.db), most);
  return {
    entri: sumOf(parts, ({ rows }) => rows.length),
    foto: sumOf(parts, ({ foto }) => foto.length),
    bytes: parts.reduce((total, { bytes }) => total + bytes, 0),
    berkas: parts.length,
  };
};
