import { auditLedger } from '../../ledger/index.ts';
import {
  type Compared,
  compareRows,
  copyRows,
  type MoveProgress,
  MoveRefusedError,
  type MoveSource,
  type MoveTarget,
  openMoveSource,
  openMoveTarget,
  type StorePlace,
} from '../../store/index.ts';
import { rusak } from '../cli-ledger.ts';
import { angka, kemajuan, pemeriksaan } from './progress.ts';

/** From where to where, and whom to tell. */
export type Move = {
  readonly from: StorePlace;
  readonly to: StorePlace;
  readonly say: (text: string) => void;
  /** Epoch ms. */
  readonly clock: () => number;
  /** Told of every page, before the next one is written: where a test ends the process. */
  readonly onPage?: MoveProgress;
  /** Rows of a page at most. */
  readonly most?: number;
};

const ULANGI = 'Kosongkan tujuan (buat basis data baru, atau pindahkan berkasnya), lalu ulangi.';

const SEBAB: Readonly<Record<MoveRefusedError['reason'], (tempat: string) => string>> = {
  'tidak-ada': (tempat) => `Tidak ada basis data di ${tempat}.`,
  dipakai: (tempat) =>
    `${tempat} sedang dipakai proses lain. Hentikan layanan dan perintah yang masih berjalan di sana, lalu ulangi.`,
  lama: (tempat) =>
    `Tabel di ${tempat} bukan dari versi program ini. Jalankan layanan versi ini sekali di sana, hentikan, lalu ulangi.`,
  isi: (tempat) =>
    `${tempat} tidak kosong, atau sendiri belum selesai diisi dari tempat lain. Pilih tujuan yang kosong.`,
  lain: (tempat) =>
    `${tempat} berisi pemindahan yang belum selesai dari sejarah lain, atau sumbernya dipakai lagi sesudah pemindahan itu dimulai. ${ULANGI}`,
  nilai: (tempat) =>
    `Isi ${tempat} tidak dapat dipindahkan dengan tepat: jenisnya bukan jenis kolomnya, atau teksnya memuat NUL atau bukan UTF-8. Periksa sumbernya dengan \`npm run ledger -- verify\`.`,
};

/** The sentence for a move that was refused. */
export const moveSentence = (cause: unknown): string | null =>
  cause instanceof MoveRefusedError ? SEBAB[cause.reason](cause.detail) : null;

const table = (compared: readonly Compared[]): string =>
  compared
    .filter(({ rows }) => rows > 0)
    .map(({ table: name, rows, digest }) => `  ${name.padEnd(18)}${angka(rows).padStart(12)}  ${digest}\n`)
    .join('');

const beda = (compared: readonly Compared[]): string =>
  compared.flatMap(({ differs }) => (differs === null ? [] : `  ${differs}\n`)).join('');

/** Counts and contents, table by table, then chains, seals and records as `npm run ledger -- verify` reads them. */
const verified = async (
  sides: { readonly source: MoveSource; readonly target: MoveTarget },
  { say, clock, onPage, most }: Move,
): Promise<boolean> => {
  const told = kemajuan('Membandingkan', { clock, say });
  const onProgress: MoveProgress = async (name, done, total) => {
    told(name, done, total);
    await onPage?.(name, done, total);
  };
  const compared = await compareRows(sides, { onProgress, ...(most === undefined ? {} : { most }) });
  if (beda(compared) !== '') {
    say(`Isi tujuan berbeda dari sumbernya, mulai dari:\n${beda(compared)}${ULANGI}\n`);
    return false;
  }
  say(`Isi kedua tempat sama, tabel demi tabel (baris, SHA-256):\n${table(compared)}`);
  const audit = await auditLedger({
    store: sides.target.store,
    files: null,
    onProgress: pemeriksaan({ clock, say }),
  });
  if (audit.faults.length > 0) {
    say(`${rusak(audit.faults).teks}Sumbernya memuat kerusakan yang sama; tujuan tidak dibuka.\n`);
    return false;
  }
  say(`Rantai, tanda tangan, dan catatan utuh: ${angka(audit.lines)} baris buku besar.\n`);
  return true;
};

const run = async (move: Move, source: MoveSource): Promise<number> => {
  const target = await openMoveTarget(move.to, source);
  const { say, clock, onPage, most } = move;
  try {
    const told = kemajuan('Memindahkan', { clock, say });
    const onProgress: MoveProgress = async (name, done, total) => {
      told(name, done, total);
      await onPage?.(name, done, total);
    };
    await copyRows({ source, target }, { onProgress, ...(most === undefined ? {} : { most }) });
    if (!(await verified({ source, target }, move))) return 2;
    await target.finish();
    say('Selesai. Arahkan layanan ke tempat yang baru, lalu jalankan; sumbernya tidak diubah.\n');
    return 0;
  } finally {
    await target.close();
  }
};

/**
 * `npm run migrate-store`: moves everything that a store keeps into another one. 0 once it is there and verified, 2 where
 * the two differ or the ledger is not sound: then the target stays closed to services. Nothing of the source is changed.
 * An interrupted move goes on where it was; throws a `MoveRefusedError` where it cannot begin.
 */
export const moveStore = async (move: Move): Promise<number> => {
  const source = await openMoveSource(move.from);
  try {
    return await run(move, source);
  } finally {
    await source.close();
  }
};
