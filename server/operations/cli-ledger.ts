import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { PhotoFiles } from '../files/index.ts';
import {
  auditFile,
  auditLedger,
  compareFigures,
  compareWithLedger,
  type Difference,
  exportLedger,
  type FaultKind,
  type LedgerFault,
  rebuildRecords,
  recountFigures,
  verifyLedger,
} from '../ledger/index.ts';
import type { Store } from '../store/index.ts';

/** Where long work writes: its result, and word of how far it has come. */
export type Alat = {
  readonly tulis: (potongan: string) => Promise<void>;
  readonly kabar: (kalimat: string) => void;
};

type Rooms = { readonly store: Store; readonly files: PhotoFiles; readonly clock: () => number };
type Isian = Readonly<Record<string, string>>;
/** Code 0 done, 1 refused with a sentence, 2 the ledger is not sound. */
type Keluaran = { readonly kode: 0 | 1 | 2; readonly teks: string };

const ARTI: Readonly<Record<FaultKind, string>> = {
  bentuk: 'barisnya tidak seperti yang ditulis layanan ini',
  hilang: 'tidak ada, padahal seharusnya ada',
  lebih: 'ada, padahal tidak berasal dari buku besar',
  nomor: 'nomor baris meloncat',
  isi: 'isinya bukan yang disebut nomor pengenalnya',
  janji: 'isi, pelaku, atau waktunya bukan yang dikunci rantai',
  rantai: 'tidak menyambung dengan baris sebelumnya',
  kepala: 'ujung rantai bukan baris terakhirnya',
  putusan: 'aturan memutuskan lain dari yang tersimpan',
  amplop: 'kiriman bertanda tangan tidak memuat perintah ini',
  tanda: 'tanda tangan perangkat tidak cocok',
  kunci: 'kunci perangkat bukan yang menandatangani',
  perangkat: 'perangkat penanda tangan tidak dikenal',
  orang: 'bukan orang yang menandatangani',
  waktu: 'waktu terimanya berbeda dari kirimannya',
  yatim: 'kiriman ini tidak membawa baris apa pun',
  rekam: 'catatannya berbeda dari buku besar',
  sidik: 'isi foto berbeda dari sidiknya',
  berkas: 'berkasnya rusak di sini',
};

const tempat = ({ table, shard, n, id }: LedgerFault): string =>
  [table, shard, n === null ? '' : `baris ${n}`, id].filter(Boolean).join(' · ');

const daftar = (faults: readonly LedgerFault[]): string =>
  faults.map((fault) => `  ${tempat(fault)}: ${fault.what}, ${ARTI[fault.what]}\n`).join('');

/** The faults of an audit, one a line. */
export const rusak = (faults: readonly LedgerFault[]): Keluaran => ({
  kode: 2,
  teks: `${faults.length} kerusakan ditemukan:\n${daftar(faults)}Jangan ubah apa pun; pulihkan dari cadangan.\n`,
});

const SECOND = 1000;

/** Says at most once a second how far the work is. */
const berkala = ({ clock }: Pick<Rooms, 'clock'>, { kabar }: Alat) => {
  let last = clock();
  return (jumlah: number, apa: string): void => {
    if (clock() - last < SECOND) return;
    last = clock();
    kabar(`${apa}: ${jumlah}`);
  };
};

const utuh = ({ lines, unsigned }: { lines: number; unsigned: number }): string =>
  `${lines} baris, ${lines - unsigned} bertanda tangan perangkat, ${unsigned} tanpa (ditulis layanan sendiri, atau sebelum tanda tangan disimpan).\n`;

/** `ledger verify`: everything in the database, or with `--file` an exported ledger alone. */
export const verify = async (rooms: Rooms, { foto }: Isian, alat: Alat): Promise<Keluaran> => {
  const files = foto === undefined ? null : rooms.files;
  const audit = await auditLedger({ store: rooms.store, files, onProgress: berkala(rooms, alat) });
  if (audit.faults.length > 0) return rusak(audit.faults);
  const gambar = files ? `${audit.photos} foto sesuai sidiknya. ` : '';
  return { kode: 0, teks: `Rantai, tanda tangan, dan catatan utuh: ${utuh(audit)}${gambar}` };
};

/** Lines of a file; only at line feeds, since JSON may hold every other mark that ends a line elsewhere. */
async function* lines(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of createReadStream(path, 'utf8')) {
    const parts = `${rest}${String(piece)}`.split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}

/** `ledger verify --file`: needs neither database nor secrets. */
export const verifyFile = async (file: string, { clock }: Pick<Rooms, 'clock'>, alat: Alat) => {
  const said = berkala({ clock }, alat);
  const audit = await auditFile(lines(file), (rows) => said(rows, 'berkas'));
  return audit.faults.length > 0
    ? rusak(audit.faults)
    : ({ kode: 0, teks: `Berkas utuh: ${utuh(audit)}` } as const);
};

const perbedaan = (differences: readonly Difference[]): string =>
  daftar(
    differences.map((one) => ({ ...one, table: one.what === 'putusan' ? 'commands' : 'records' }) as const),
  );

/** `ledger rebuild`: compares, and with `--tulis` makes the records anew where the chain itself is sound. */
export const rebuild = async ({ store }: Rooms, { tulis }: Isian): Promise<Keluaran> => {
  const shards = await store.read((tx) => tx.shards());
  if (tulis === undefined) {
    const found = (await Promise.all(shards.map((shard) => compareWithLedger(store, shard)))).flat();
    const jumlah = (await Promise.all(shards.map((shard) => compareFigures(store, shard)))).reduce(
      (sum, satu) => sum + satu,
      0,
    );
    if (found.length === 0 && jumlah > 0)
      return {
        kode: 2,
        teks: `Catatan sesuai, tetapi ${jumlah} angka wawasan berbeda dari catatannya. Hitung ulang dengan --tulis.\n`,
      };
    if (found.length === 0)
      return { kode: 0, teks: `Semua catatan sesuai dengan buku besar di ${shards.length} sekolah.\n` };
    return { kode: 2, teks: `${found.length} catatan berbeda dari buku besar:\n${perbedaan(found)}` };
  }
  const chain = await verifyLedger(store);
  if (!chain.ok)
    return {
      kode: 2,
      teks: `Rantai rusak di ${chain.shard} baris ${chain.n} (${chain.fault}). Tidak ada yang ditulis; jalankan ledger verify.\n`,
    };
  const done = await Promise.all(
    shards.map(async (shard) => {
      const hasil = await rebuildRecords(store, shard);
      if (hasil.ok) await recountFigures(store, shard);
      return { shard, ...hasil };
    }),
  );
  const teks = done
    .map(
      ({ shard, ok, records, differences }) =>
        `${shard}: ${differences.length} catatan berbeda\n${perbedaan(differences)}  ${ok ? `${records} catatan dibuat ulang.` : 'tidak ditulis: ada perintah yang kini diputuskan lain.'}\n`,
    )
    .join('');
  return { kode: done.every(({ ok }) => ok) ? 0 : 2, teks };
};

const writeAll = async (handle: FileHandle, pieces: AsyncIterable<string>): Promise<number> => {
  let rows = 0;
  for await (const piece of pieces) {
    await handle.write(piece);
    rows += 1;
  }
  await handle.sync();
  return rows;
};

/** `ledger export`: to the given file, which must not be there yet, or to standard output. */
export const exportTo = async (
  { store, clock }: Rooms,
  { out }: Isian,
  { tulis }: Alat,
): Promise<Keluaran> => {
  const pieces = exportLedger(store, clock());
  if (out === undefined) {
    for await (const piece of pieces) await tulis(piece);
    return { kode: 0, teks: '' };
  }
  const handle = await open(out, 'wx', 0o600).catch(() => null);
  if (!handle)
    return { kode: 1, teks: `Berkas ${out} tidak dapat dibuat, atau sudah ada. Pilih nama lain.\n` };
  try {
    const rows = await writeAll(handle, pieces);
    return { kode: 0, teks: `${rows} baris ditulis ke ${out}.\n` };
  } finally {
    await handle.close();
  }
};
