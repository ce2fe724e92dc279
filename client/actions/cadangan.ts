import { Zip, ZipPassThrough } from 'fflate';
import {
  type AccountStore,
  getMeta,
  type JournalRow,
  openCommands,
  type Saya,
  storedSigner,
} from '../store/index.ts';
import { requestFor } from '../sync/index.ts';

declare const __VERSI__: string;

/** Commands in one envelope: what a server takes in one request. */
const MOST = 200;

type Source = { readonly store: AccountStore; readonly clock: () => number };

/** Commands of one device each, in the order of their numbers, in envelopes that a server would take. */
const inEnvelopes = (open: readonly JournalRow[]): JournalRow[][] =>
  [...new Set(open.map(({ device }) => device))].flatMap((device) => {
    const rows = open.filter((row) => row.device === device).sort((a, b) => a.number - b.number);
    return Array.from({ length: Math.ceil(rows.length / MOST) }, (_, i) =>
      rows.slice(i * MOST, (i + 1) * MOST),
    );
  });

const envelopes = async (
  { store, clock }: Source,
  { saya, open }: { readonly saya: Saya; readonly open: readonly JournalRow[] },
): Promise<Record<string, Uint8Array>> => {
  const sign = storedSigner(store);
  const files: Record<string, Uint8Array> = {};
  for (const [i, rows] of inEnvelopes(open).entries()) {
    const request = requestFor(rows, {
      saya,
      open,
      pos: {},
      ask: [],
      given: null,
      app: __VERSI__,
      now: clock(),
    });
    const bytes = new TextEncoder().encode(JSON.stringify(request));
    files[`amplop-${i + 1}.json`] = bytes;
    files[`amplop-${i + 1}.tanda`] = new TextEncoder().encode(await sign(bytes));
  }
  return files;
};

const unsentPhotos = async ({ store: { db } }: Source): Promise<Record<string, Uint8Array>> => {
  const files: Record<string, Uint8Array> = {};
  for (const { sha, mime } of await db.photos.where('status').noneOf(['terkirim', 'aman']).toArray()) {
    const stored = await db.bytes.get(sha);
    if (stored) files[`foto/${sha}.${mime === 'image/webp' ? 'webp' : 'jpg'}`] = new Uint8Array(stored.bytes);
  }
  return files;
};

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
  const skp = await db.rancangan.toArray();
  const readable = { pemilik: saya, dibuat: source.clock(), isian: open, draf: drafts, rancanganSkp: skp };
  const files = {
    'isi.json': new TextEncoder().encode(JSON.stringify(readable, null, 2)),
    ...(saya ? await envelopes(source, { saya, open }) : {}),
    ...(await unsentPhotos(source)),
  };
  return zipOf(files);
};
