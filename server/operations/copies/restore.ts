import { cpSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createPhotoDirectory, type PhotoFiles } from '../../files/index.ts';
import { isInUse, openSqliteStore, type Store } from '../../store/index.ts';
import { secretsDir } from '../secret-file.ts';
import { StartRefused } from '../start-refused.ts';
import type { Contents } from './check-copy.ts';
import { flushed } from './flushed.ts';
import { leaveWord } from './history-mark.ts';
import type { Progress } from './make.ts';
import { copiesIn, copyPath } from './manifest.ts';
import { type Fetched, fetchPhoto, wholePhotos } from './shelves.ts';
import { ABANDONED, newerThan, RESTORABLE, setAside } from './stable.ts';

/** What is to be put back, and where. */
export type RestoreParts = {
  readonly dataDir: string;
  readonly place: string;
  /** Where photos are put back. */
  readonly files: PhotoFiles;
  /** Id of a copy in the place, or path of a database file copied by hand; the newest copy where left out. */
  readonly from?: string | undefined;
  /** Also a copy older than those that phones were told of. */
  readonly force: boolean;
  readonly clock: () => number;
  readonly check: (path: string) => Promise<Contents>;
  readonly onProgress?: (progress: Progress) => void;
};

/** What was put back. */
export type Restored = Contents & {
  readonly from: string;
  /** Photos named by the database that neither the data folder nor the copies have: phones are asked for them. */
  readonly photosWanted: number;
  /** Where the data of before lies. */
  readonly setAsideIn: string | null;
};

type Source = { readonly path: string; readonly name: string; readonly newer: readonly { id: string }[] };

/** The copy that is meant; refuses one that a phone may already count as left behind. */
const chosen = ({ place, from, force }: RestoreParts): Source => {
  const copies = copiesIn(place);
  const at = from === undefined ? 0 : copies.findIndex(({ id }) => id === from);
  const copy = copies[at];
  if (!copy) {
    if (from !== undefined && existsSync(from)) return { path: from, name: basename(from), newer: copies };
    throw new StartRefused(
      from === undefined
        ? `Belum ada cadangan di ${place}. Sebut berkasnya dengan --dari BERKAS.`
        : `Cadangan ${from} tidak ada di ${place}. Lihat daftarnya dengan --daftar.`,
    );
  }
  const aside = copiesIn(join(place, ABANDONED));
  if (newerThan(copy, { copies, aside }) >= RESTORABLE && !force)
    throw new StartRefused(
      `Cadangan ${copy.id} lebih tua daripada ${RESTORABLE} yang terbaru: yang sudah dinyatakan aman bisa hilang bila HP penulisnya tidak ada lagi. Pilih yang lebih baru, atau tambahkan --paksa.`,
    );
  return { path: copyPath(place, copy.id), name: copy.id, newer: copies.slice(0, at) };
};

const DATABASE = /^kinerja\.db(-wal|-shm|\.bersih)?$/;

/** Nothing is deleted: what is there now may hold what the copy lacks. */
const putAside = (dataDir: string, now: number): string | null => {
  const files = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => DATABASE.test(name)) : [];
  if (files.length === 0) return null;
  const aside = join(dataDir, `sebelum-pulih-${now}`);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const name of files) renameSync(join(dataDir, name), join(aside, name));
  return aside;
};

const HELD: ReadonlySet<Fetched> = new Set(['there', 'copied']);

/** A row that says `utuh` without a file would keep phones from sending it again. */
const fetchPhotos = async (store: Store, parts: RestoreParts, total: number): Promise<number> => {
  const shelves = { from: createPhotoDirectory(join(parts.place, 'foto')), to: parts.files };
  let [done, wanted] = [0, 0];
  for await (const photo of wholePhotos(store)) {
    if (!HELD.has(await fetchPhoto(shelves, photo))) {
      await store.write((tx) => tx.removePhoto(photo.owner, photo.sha));
      wanted += 1;
    }
    done += 1;
    parts.onProgress?.({ part: 'foto', done, total });
  }
  return wanted;
};

/**
 * Puts a copy in the place of the database: checks it first, keeps what was there, fetches photos and secrets that are
 * missing, puts newer copies aside, and leaves word for the next start. The service must be stopped.
 */
export const restoreCopy = async (parts: RestoreParts): Promise<Restored> => {
  const { dataDir, place, clock, check, onProgress } = parts;
  if (isInUse(join(dataDir, 'kinerja.db')))
    throw new StartRefused('Layanan masih berjalan. Hentikan dulu, lalu ulangi pemulihan.');
  const source = chosen(parts);
  onProgress?.({ part: 'periksa', done: 0, total: 1 });
  const contents = await check(source.path);
  onProgress?.({ part: 'periksa', done: 1, total: 1 });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const setAsideIn = putAside(dataDir, clock());
  flushed(source.path, join(dataDir, 'kinerja.db'));
  if (!existsSync(secretsDir(dataDir)) && existsSync(join(place, 'rahasia')))
    cpSync(join(place, 'rahasia'), secretsDir(dataDir), { recursive: true });
  setAside(place, source.newer);
  leaveWord(dataDir, source.name);
  const store = await openSqliteStore(join(dataDir, 'kinerja.db'));
  try {
    const photosWanted = await fetchPhotos(store, parts, contents.counts.photos);
    return { ...contents, from: source.name, photosWanted, setAsideIn };
  } finally {
    await store.close();
  }
};
