import { createHash } from 'node:crypto';
import { HARI_URUNG } from '../../../shared/commands/index.ts';
import { MASA_SIMPAN } from '../../../shared/domain/index.ts';
import type { KeadaanImpor } from '../../../shared/protocol/index.ts';
import type { Kolom, Pemetaan } from '../../../shared/simpeg/index.ts';
import type { PhotoFiles } from '../../files/index.ts';
import {
  type ReadTx,
  type Store,
  type StoredUpload,
  StoreUnavailableError,
  type WriteTx,
} from '../../store/index.ts';
import { type Bacaan, Ringkasan } from './bacaan.ts';
import { shaDari } from './sumber.ts';

/*
 * Uploaded files, as all processes on the database share them. The row and its parts are in the store; the bytes, which
 * hold what no record does (NIK, birth, telephone), lie with the carried files, where no copy takes them along. A row comes
 * before its bytes and goes after them, so bytes without a row are never left.
 */

export type LaciRooms = {
  readonly store: Store;
  readonly carriedFiles: Pick<PhotoFiles, 'writePart' | 'readPart' | 'keep' | 'read' | 'drop'>;
  readonly clock: () => number;
};

/** Of which upload. */
export type Nama = Pick<StoredUpload, 'shard' | 'id'>;

/** So long a file waits for a decision, ms; and so long an import may stand still before nobody goes on with it. */
export const UMUR = 3_600_000;
const HARI = 86_400_000;
/** Part that says how many rows of an applied file are to be mended; beside it lies the file of these rows. */
export const SALAH = 'salah';

/** True for an import that was given up in its middle: with its file it can still be brought to its end. */
export const isTerputus = ({ tahap, impor }: StoredUpload): boolean => tahap === 'gagal' && impor !== null;

/**
 * How long an upload lies there, ms: an hour, one that broke off as long as it can be taken back, and one with rows to be
 * mended as long as their file can be fetched.
 */
export const umurDari = async (tx: ReadTx, upload: StoredUpload): Promise<number> => {
  if (isTerputus(upload)) return HARI_URUNG * HARI;
  if (upload.tahap !== 'selesai') return UMUR;
  const adaSalah = (await tx.uploadPart(upload.shard, upload.id, SALAH)) !== null;
  return adaSalah ? MASA_SIMPAN.barisSalah * HARI : UMUR;
};

/** Name under which the uploads of an instansi are changed. */
export const holdImpor = (shard: string): string => `impor:${shard}`;

/** Changes an upload as it stands; null where it is not there any more. */
export const ubah = <T>(
  { store }: Pick<LaciRooms, 'store'>,
  { shard, id }: Nama,
  kerja: (tx: WriteTx, kini: StoredUpload) => Promise<T>,
): Promise<T | null> =>
  store.write(
    async (tx) => {
      const kini = await tx.upload(shard, id);
      return kini && kerja(tx, kini);
    },
    { names: [holdImpor(shard)] },
  );

/** True for what is over by itself: the database or the place of the bytes cannot be reached. */
export const isSementara = (cause: unknown): boolean =>
  cause instanceof StoreUnavailableError || (cause as { code?: unknown }).code === 'EIO';

/** Under whom and by which name its bytes lie: two uploads of one file are two. */
const tempat = (
  { shard, id, sha }: Nama & Pick<StoredUpload, 'sha'>,
  apa = '',
): readonly [string, string] => [
  `impor:${shard}`,
  createHash('sha256').update(`${id} ${sha}${apa}`).digest('hex'),
];

/** Lays the file of rows to be mended beside an upload that is being applied; again, it is the same file. */
export const letakkanSalah = async (
  rooms: LaciRooms,
  upload: StoredUpload,
  { bytes, jumlah }: { readonly bytes: Uint8Array; readonly jumlah: number },
): Promise<void> => {
  await rooms.carriedFiles.keep(...tempat(upload, SALAH), bytes);
  const { shard, id } = upload;
  await ubah(rooms, upload, (tx) => tx.putUploadPart({ shard, id, part: SALAH, content: String(jumlah) }));
};

/** The file of rows to be mended of an upload that was applied; null where there is none (any more). */
export const salahDari = async (rooms: LaciRooms, upload: StoredUpload): Promise<Uint8Array | null> => {
  const ada = await rooms.store.read((tx) => tx.uploadPart(upload.shard, upload.id, SALAH));
  if (ada === null) return null;
  return rooms.carriedFiles.read(...tempat(upload, SALAH));
};

/** Its bytes as they were uploaded; null where they are not there (any more). */
export const bytesDari = async (
  { carriedFiles }: LaciRooms,
  upload: Nama & Pick<StoredUpload, 'sha'>,
): Promise<Uint8Array | null> => {
  const bytes =
    (await carriedFiles.read(...tempat(upload))) ?? (await carriedFiles.readPart(...tempat(upload)));
  return shaDari(bytes) === upload.sha ? bytes : null;
};

/** Forgets its bytes: before its row goes, or once they are needed no more. */
export const lupakanBytes = (
  { carriedFiles }: LaciRooms,
  upload: Nama & Pick<StoredUpload, 'sha'>,
): Promise<void> => carriedFiles.drop(...tempat(upload));

/** Keeps its bytes beyond the day after which what waits there is swept. */
export const simpanBytes = async (rooms: LaciRooms, upload: StoredUpload): Promise<void> => {
  const bytes = await bytesDari(rooms, upload);
  if (bytes) await rooms.carriedFiles.keep(...tempat(upload), bytes);
};

/** Puts an upload away. */
export const buang = async (rooms: LaciRooms, upload: StoredUpload): Promise<void> => {
  await lupakanBytes(rooms, upload);
  await rooms.carriedFiles.drop(...tempat(upload, SALAH));
  await ubah(rooms, upload, async (tx, kini) => {
    if (kini.tahap !== 'menerapkan') await tx.removeUpload(kini.shard, kini.id);
  });
};

type Baru = Pick<StoredUpload, 'shard' | 'id' | 'berkas' | 'sumber'> & {
  readonly bytes: Uint8Array;
  readonly pemetaan: Pemetaan;
};

/** Lays a file down; whoever is asked knows of it when this resolves. */
export const letakkan = async (
  rooms: LaciRooms,
  { bytes, pemetaan, ...nama }: Baru,
): Promise<StoredUpload> => {
  const [sha, now] = [shaDari(bytes), rooms.clock()];
  const upload: StoredUpload = {
    ...{ ...nama, sha, openedAt: now, changedAt: now, tahap: 'membaca', round: 1, done: 0, total: 0 },
    ...{ reading: null, sentence: null, actor: null, worker: null, tries: 0, impor: null, jumlah: null },
  };
  const { shard, id } = upload;
  await rooms.store.write(
    async (tx) => {
      await tx.putUpload(upload);
      await tx.putUploadPart({ shard, id, part: 'pemetaan', content: JSON.stringify(pemetaan) });
    },
    { names: [holdImpor(shard)] },
  );
  try {
    await rooms.carriedFiles.writePart(...tempat(upload), 0, bytes);
  } catch (cause) {
    await rooms.store.write((tx) => tx.removeUpload(shard, id), { names: [holdImpor(shard)] });
    throw cause;
  }
  return upload;
};

/** How its columns are matched. */
export const pemetaanDari = async ({ store }: LaciRooms, { shard, id }: Nama): Promise<Pemetaan> =>
  JSON.parse((await store.read((tx) => tx.uploadPart(shard, id, 'pemetaan'))) ?? '{}') as Pemetaan;

/** Matches columns anew: what was read before counts no more. False where it is not waiting for the admin. */
export const padankan = (
  { store, clock }: LaciRooms,
  nama: Nama,
  baru: Readonly<Record<string, Kolom | null>>,
): Promise<StoredUpload | false | null> =>
  ubah({ store }, nama, async (tx, kini) => {
    if (kini.tahap !== 'siap') return false;
    const { shard, id, round } = kini;
    const dulu = JSON.parse((await tx.uploadPart(shard, id, 'pemetaan')) ?? '{}') as Pemetaan;
    await tx.putUploadPart({ shard, id, part: 'pemetaan', content: JSON.stringify({ ...dulu, ...baru }) });
    const lagi: StoredUpload = {
      ...{ ...kini, round: round + 1, tahap: 'membaca', reading: null, sentence: null },
      ...{ done: 0, total: 0, changedAt: clock() },
    };
    await tx.putUpload(lagi);
    return lagi;
  });

/** Keeps how far reading is, for whoever is asked meanwhile. */
export const catatKemajuan = (
  { store }: LaciRooms,
  upload: StoredUpload,
  [done, total]: readonly [number, number],
): Promise<unknown> =>
  ubah({ store }, upload, async (tx, kini) => {
    if (kini.tahap === 'membaca' && kini.round === upload.round && done > kini.done)
      await tx.putUpload({ ...kini, done, total });
  });

/** Lays what was read in front of the admin; the last reading counts, since each sees the people as they were. */
export const catatBacaan = (
  { store, clock }: LaciRooms,
  { round, ...nama }: Nama & Pick<StoredUpload, 'round'>,
  { kunci, ringkasan }: Pick<Bacaan, 'kunci' | 'ringkasan'>,
): Promise<unknown> =>
  ubah({ store }, nama, async (tx, kini) => {
    const { shard, id, tahap } = kini;
    if (kini.round !== round || (tahap !== 'membaca' && tahap !== 'siap') || kini.reading === kunci) return;
    await tx.putUpload({ ...kini, tahap: 'siap', reading: kunci, changedAt: clock() });
    await tx.putUploadPart({ shard, id, part: 'ringkasan', content: JSON.stringify(ringkasan) });
  });

/** Says that a file cannot be read, where nobody else has read it. */
export const catatTakTerbaca = (
  { store, clock }: LaciRooms,
  { round, ...nama }: Nama & Pick<StoredUpload, 'round'>,
  sentence: string,
): Promise<unknown> =>
  ubah({ store }, nama, async (tx, kini) => {
    if (kini.round === round && kini.tahap === 'membaca')
      await tx.putUpload({ ...kini, tahap: 'gagal', sentence, changedAt: clock() });
  });

/** What the admin is told of it, as it was last read. */
export const ringkasanDari = async ({ store }: LaciRooms, { shard, id }: Nama): Promise<Ringkasan | null> => {
  const teks = await store.read((tx) => tx.uploadPart(shard, id, 'ringkasan'));
  return teks === null ? null : Ringkasan.parse(JSON.parse(teks));
};

/** How many rows of an applied file are to be mended; null where their file is not there (any more). */
export const banyakSalah = async (tx: ReadTx, { shard, id }: Nama): Promise<number | null> => {
  const teks = await tx.uploadPart(shard, id, SALAH);
  return teks === null ? null : Number(teks);
};

/** How it stands, for the admin. */
export const keadaanDari = (kini: StoredUpload, ringkasan: Ringkasan | null): KeadaanImpor => ({
  ...{ id: kini.id, tahap: kini.tahap, selesai: kini.done, dari: kini.total },
  ...{ sumber: kini.sumber, berkas: kini.berkas },
  ...(kini.sentence === null ? {} : { kalimat: kini.sentence }),
  ...(kini.impor === null ? {} : { impor: kini.impor }),
  ...(kini.tahap === 'siap' && kini.reading !== null ? { bacaan: kini.reading } : {}),
  ...ringkasan,
});
