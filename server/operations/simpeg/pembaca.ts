import type { Store, StoredUpload } from '../../store/index.ts';
import { type Bacaan, bacaUnggahan, TakDapatDibaca } from './bacaan.ts';
import { type Isi, kenali } from './kenali.ts';
import {
  bytesDari,
  catatBacaan,
  catatKemajuan,
  catatTakTerbaca,
  isSementara,
  type LaciRooms,
  pemetaanDari,
} from './laci.ts';

/*
 * What this process has read of the uploads. Nothing of it is handed on: a process that is asked for a page of a file that
 * another took in reads the file itself, once, and answers from that until something has changed.
 */

export type PembacaRooms = LaciRooms & {
  readonly store: Store;
  readonly simpegKey: Uint8Array;
  readonly onFault: (cause: unknown) => void;
};

export type Pembaca = {
  /** What this process has read, where that is what counts. */
  readonly ada: (upload: StoredUpload) => Bacaan | null;
  /** The same, read first where it must be; null where it cannot be. */
  readonly untuk: (upload: StoredUpload) => Promise<Bacaan | null>;
  /** Has it read, and gives how far that is. */
  readonly mulai: (
    upload: StoredUpload,
    bytes?: Uint8Array,
  ) => { readonly selesai: number; readonly dari: number };
  /** Reads it beside these people, whatever was read before; throws where it cannot. */
  readonly bacaUlang: (upload: StoredUpload, isi?: Isi) => Promise<Bacaan>;
  /** Forgets what was read of all but these. */
  readonly hanya: (ids: ReadonlySet<string>) => void;
  /** Says nothing more of what goes wrong: the store is being closed. */
  readonly berhenti: () => void;
};

type Berjalan = { readonly round: number; janji: Promise<Bacaan | null>; selesai: number; dari: number };

/** Read files that are kept; a district's takes some tens of megabytes. */
const TERBANYAK = 4;
/** So often other processes hear how far reading is, ms. */
const KABAR = 1_000;
const HILANG = 'Berkasnya sudah tidak ada di server. Unggah lagi; belum ada yang berubah.';
const GAGAL = 'Server tidak dapat menyelesaikannya. Coba unggah lagi; bila tetap begitu, hubungi operator.';

/** Lays it out. One file is read at a time: it takes the whole of a core. */
export const createPembaca = (rooms: PembacaRooms): Pembaca => {
  const { store, simpegKey, clock } = rooms;
  const dibaca = new Map<string, { readonly round: number; readonly bacaan: Bacaan }>();
  const berjalan = new Map<string, Berjalan>();
  let antre: Promise<unknown> = Promise.resolve();
  let isOver = false;

  const onFault = (cause: unknown): void => {
    if (!isOver) rooms.onFault(cause);
  };
  const bergilir = <T>(kerja: () => Promise<T>): Promise<T> => {
    const janji = antre.then(kerja);
    antre = janji.catch(() => undefined);
    return janji;
  };
  const simpan = ({ id, round }: StoredUpload, bacaan: Bacaan): Bacaan => {
    dibaca.delete(id);
    dibaca.set(id, { round, bacaan });
    for (const lama of [...dibaca.keys()].slice(0, -TERBANYAK)) dibaca.delete(lama);
    return bacaan;
  };
  const baca = async (
    upload: StoredUpload,
    { bytes, isi }: { readonly bytes?: Uint8Array | undefined; readonly isi?: Isi | undefined },
    onProgress: (selesai: number, dari: number) => void = () => undefined,
  ): Promise<Bacaan> => {
    const isiBerkas = bytes ?? (await bytesDari(rooms, upload));
    if (!isiBerkas) throw new TakDapatDibaca(HILANG);
    const dimintakan = {
      ...{ bytes: isiBerkas, pemetaan: await pemetaanDari(rooms, upload), pada: upload.openedAt, simpegKey },
      isi: isi ?? (await kenali(store)),
    };
    return simpan(upload, await bacaUnggahan(dimintakan, onProgress));
  };
  const kabari = (upload: StoredUpload, satu: Berjalan) => {
    let terakhir = clock();
    return (selesai: number, dari: number): void => {
      Object.assign(satu, { selesai, dari });
      if (clock() - terakhir < KABAR) return;
      terakhir = clock();
      catatKemajuan(rooms, upload, [selesai, dari]).catch(onFault);
    };
  };
  const bacaDanCatat = async (
    upload: StoredUpload,
    satu: Berjalan,
    bytes?: Uint8Array,
  ): Promise<Bacaan | null> => {
    try {
      const bacaan = await baca(upload, { bytes }, kabari(upload, satu));
      await catatBacaan(rooms, upload, bacaan);
      return bacaan;
    } catch (cause) {
      const kalimat = cause instanceof TakDapatDibaca ? cause.kalimat : GAGAL;
      if (!(cause instanceof TakDapatDibaca)) onFault(cause);
      // What is over by itself says nothing of the file: whoever asks next has it read again.
      if (!isOver && !isSementara(cause)) await catatTakTerbaca(rooms, upload, kalimat).catch(onFault);
      return null;
    }
  };
  const jalankan = (upload: StoredUpload, bytes?: Uint8Array): Berjalan => {
    const sedang = berjalan.get(upload.id);
    if (sedang?.round === upload.round) return sedang;
    const satu: Berjalan = { round: upload.round, janji: Promise.resolve(null), selesai: 0, dari: 0 };
    berjalan.set(upload.id, satu);
    satu.janji = bergilir(() => bacaDanCatat(upload, satu, bytes)).finally(() => {
      if (berjalan.get(upload.id) === satu) berjalan.delete(upload.id);
    });
    return satu;
  };
  const ada = ({ id, round, reading }: StoredUpload): Bacaan | null => {
    const satu = dibaca.get(id);
    if (satu?.round !== round) return null;
    return reading === null || reading === satu.bacaan.kunci ? satu.bacaan : null;
  };
  return {
    ada,
    untuk: async (upload) => ada(upload) ?? (await jalankan(upload).janji),
    mulai: jalankan,
    bacaUlang: (upload, isi) => bergilir(() => baca(upload, { isi })),
    hanya: (ids) => {
      for (const id of dibaca.keys()) if (!ids.has(id)) dibaca.delete(id);
    },
    berhenti: () => {
      isOver = true;
    },
  };
};
