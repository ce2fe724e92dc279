import { Zip, ZipPassThrough } from 'fflate';
import { LIMITS } from '../../shared/protocol/index.ts';
import { type AccountStore, getMeta, type JournalRow, openCommands, type PhotoRow } from '../store/index.ts';
import { wireBytes } from '../sync/collect.ts';
import { envelopesOf, type Making } from './amplop.ts';
import type { Part } from './titip-bagi.ts';

/** Commands in one envelope, and their bytes with room for the rest of it: what a server takes in one request. */
const MOST = 200;
const MOST_BYTES = Math.floor(LIMITS.requestBytes * 0.9);

type Source = { readonly store: AccountStore; readonly clock: () => number };

type Sheet = Part['sheets'][number];

/** Commands of one device each, in the order of their numbers, as many as a server would take in one request. */
const sheetsOf = (open: readonly JournalRow[]): Sheet[] => {
  const sheets: { rows: JournalRow[]; foto: PhotoRow[]; bytes: number }[] = [];
  for (const row of [...open].sort((a, b) => a.number - b.number)) {
    const bytes = wireBytes(row);
    const last = sheets.filter(({ rows }) => rows[0]?.device === row.device).at(-1);
    if (last && last.rows.length < MOST && last.bytes + bytes <= MOST_BYTES) {
      last.rows.push(row);
      last.bytes += bytes;
    } else sheets.push({ rows: [row], foto: [], bytes });
  }
  return sheets;
};

/** Photos that one request may name. */
const MOST_PHOTOS = 100;

const photoSheets = (foto: readonly PhotoRow[]): Sheet[] =>
  Array.from({ length: Math.ceil(foto.length / MOST_PHOTOS) }, (_, i) => ({
    rows: [],
    foto: foto.slice(i * MOST_PHOTOS, (i + 1) * MOST_PHOTOS),
  }));

/** The signed requests: the commands, then the photos by name, since a server takes no photo that nobody signed for. */
const envelopes = async (making: Making, foto: readonly PhotoRow[]): Promise<Record<string, Uint8Array>> => {
  const files: Record<string, Uint8Array> = {};
  const sheets = [...sheetsOf(making.open), ...photoSheets(foto)];
  for (const [i, { bytes, tanda }] of (await envelopesOf(making, { sheets, bytes: 0 })).entries()) {
    files[`amplop-${i + 1}.json`] = bytes;
    files[`amplop-${i + 1}.tanda`] = new TextEncoder().encode(tanda);
  }
  return files;
};

const unsentPhotos = async ({ store: { db } }: Source): Promise<{ row: PhotoRow; bytes: Uint8Array }[]> => {
  const found: { row: PhotoRow; bytes: Uint8Array }[] = [];
  for (const row of await db.photos.where('status').noneOf(['terkirim', 'aman']).toArray()) {
    const stored = await db.bytes.get(row.sha);
    if (stored) found.push({ row, bytes: new Uint8Array(stored.bytes) });
  }
  return found;
};

const photoName = ({ sha, mime }: PhotoRow): string =>
  `foto/${sha}.${mime === 'image/webp' ? 'webp' : 'jpg'}`;

const EARLIEST = Date.UTC(1980, 0, 2);

/** Files as a zip. Stored, not deflated: photos do not shrink, and what deflates is 2 KB on every phone. */
export const zipOf = (files: Readonly<Record<string, Uint8Array>>, type = 'application/zip'): Blob => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(chunk as Uint8Array<ArrayBuffer>);
  });
  for (const [name, bytes] of Object.entries(files)) {
    const file = new ZipPassThrough(name);
    // ZIP knows no year before 1980.
    file.mtime = Math.max(Date.now(), EARLIEST);
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return new Blob(parts, { type });
};

/**
 * The rescue file: everything that has not arrived, as a zip. `amplop-N.json` and its `.tanda` are the very bytes and
 * signature that the phone would send; `isi.json` is for people; `foto/` holds the photos by SHA-256.
 */
export const exportQueue = async (source: Source): Promise<Blob> => {
  const { db } = source.store;
  const saya = await getMeta(db, 'saya');
  const [open, drafts] = [await openCommands(db), await db.drafts.toArray()];
  const [skp, photos] = [await db.rancangan.toArray(), await unsentPhotos(source)];
  const readable = { pemilik: saya, dibuat: source.clock(), isian: open, draf: drafts, rancanganSkp: skp };
  const files = {
    'isi.json': new TextEncoder().encode(JSON.stringify(readable, null, 2)),
    ...(saya
      ? await envelopes(
          { ...source, saya, open },
          photos.map(({ row }) => row),
        )
      : {}),
    ...Object.fromEntries(photos.map(({ row, bytes }) => [photoName(row), bytes])),
  };
  return zipOf(files);
};
