import type { Actor } from '../../../shared/commands/index.ts';
import { kalimatSalah } from '../../../shared/simpeg/index.ts';
import { berkasKembali } from '../../people/index.ts';
import type { Line, StoredUpload } from '../../store/index.ts';
import type { AkunRooms } from '../akun.ts';
import { type Bacaan, dasarDari, TakDapatDibaca } from './bacaan.ts';
import { kenali } from './kenali.ts';
import { genggamImpor } from './kunci.ts';
import {
  isSementara,
  isTerputus,
  type LaciRooms,
  letakkanSalah,
  lupakanBytes,
  type Nama,
  simpanBytes,
} from './laci.ts';
import { createPegangan, Diambil } from './pegangan.ts';
import type { Pembaca } from './pembaca.ts';
import type { Lanjutan, Perintah } from './perintah.ts';
import { sumberDari } from './sumber.ts';
import { terapkan } from './terapkan.ts';

/*
 * Applies what an admin said yes to, whatever becomes of the process that began it.
 *
 *   one at a time   a name that is held on a line of its own (`kunci.ts`) and is free when its process is gone
 *   by one          the row names who applies it, and each transaction looks first: whoever was taken for dead, and was
 *                   not, writes nothing more once another has taken over
 *   as she saw it   nothing is written before what would be done is what she was shown
 *   to its end      how far it is stands in the same transactions as what it wrote, so another goes on after the last school
 *
 * Where it cannot go on, the row says what to do; it says `selesai` only in the transaction that ends the import.
 */

type Rooms = AkunRooms & LaciRooms & { readonly onFault: (cause: unknown) => void };

export type Pelaksana = {
  /** Goes on with an import that was said yes to, with the place that is held already; returns before it is done. */
  readonly jalankan: (nama: Nama, line: Line) => void;
  /** Goes on with one that nobody is at. */
  readonly ambilAlih: (nama: Nama) => Promise<void>;
  /** Lets go of it after the school that it is at; another process goes on, or the next start. */
  readonly berhenti: () => Promise<void>;
};

/** The server writes in the admin's name: what a phone of hers sends has no such right, so no import can be forged. */
export const tangan = ({ id, nama }: Pick<Actor, 'id' | 'nama'>): Actor => ({
  id,
  nama,
  peran: ['admin', 'sistem'],
});

/** Lays out whoever applies. */
export const createPelaksana = (rooms: Rooms, pembaca: Pembaca): Pelaksana => {
  const { store } = rooms;
  let [berjalan, isLeaving]: [Promise<void> | null, boolean] = [null, false];
  const pegangan = createPegangan({ ...rooms, isLeaving: () => isLeaving });

  /** What she was shown, as it would still be done; null where it would not, and the file lies in front of her again. */
  const sepertiDilihat = async (upload: StoredUpload): Promise<Bacaan | null> => {
    const isi = await kenali(store);
    const ada = pembaca.ada(upload);
    const kini = ada?.dasar === (await dasarDari(isi)) ? ada : await pembaca.bacaUlang(upload, isi);
    if (kini.kunci === upload.reading) return kini;
    await pegangan.kembalikan(upload, kini);
    return null;
  };

  const perintahDari = async (
    upload: StoredUpload,
    { rencana, isi, hasil }: Bacaan,
    lanjutan: Lanjutan | null,
  ): Promise<Perintah> => {
    const { shard, id, actor, sumber, berkas, sha } = upload;
    const { satker, kecuali } = await store.read(async (tx) => ({
      satker: await tx.recordsOfKind(shard, 'satker'),
      kecuali: await tx.uploadPart(shard, id, 'kecuali'),
    }));
    const dinas = satker[0]?.record.kind === 'satker' ? satker[0].record.content : null;
    return {
      ...{ rencana, menurutNip: isi.menurutNip, instansi: shard },
      kecuali: new Set(JSON.parse(kecuali ?? '[]') as string[]),
      actor: tangan(JSON.parse(actor ?? '') as Actor),
      sekolah: new Map(hasil.sekolah.map(({ npsn, nama }) => [npsn, nama])),
      kabupaten: dinas?.kabupaten ?? '',
      zona: dinas?.zona ?? 'Asia/Jakarta',
      sumber: sumberDari({ sumber, berkas, sha, hasil }),
      ...(lanjutan ? { lanjutan } : {}),
    };
  };

  /** Before anything is written: rows that are to be mended can be fetched whatever becomes of this process. */
  const simpanSalah = async (upload: StoredUpload, { hasil, ringkasan }: Bacaan): Promise<void> => {
    const { bermasalah = 0 } = ringkasan.jumlah ?? {};
    if (bermasalah === 0) return;
    const bytes = new Uint8Array(berkasKembali(hasil, kalimatSalah));
    await letakkanSalah(rooms, upload, { bytes, jumlah: bermasalah });
  };

  const satuKali = async (upload: StoredUpload): Promise<void> => {
    const lanjutan = await pegangan.lanjutan(upload);
    const bacaan = lanjutan ? await pembaca.bacaUlang(upload) : await sepertiDilihat(upload);
    if (bacaan) await simpanSalah(upload, bacaan);
    if (bacaan) await terapkan(rooms, await perintahDari(upload, bacaan, lanjutan), pegangan.saksi(upload));
  };

  /** True where it may be begun once more. */
  const gagal = async (upload: StoredUpload, cause: unknown): Promise<boolean> => {
    if (cause instanceof Diambil) return false;
    if (cause instanceof TakDapatDibaca) {
      await pegangan.menyerah(upload, cause.kalimat);
      return false;
    }
    rooms.onFault(cause);
    // What is over by itself takes its time; whoever is asked then goes on.
    return !(isLeaving || isSementara(cause));
  };

  const sampaiSelesai = async (nama: Nama): Promise<void> => {
    for (;;) {
      const upload = await pegangan.pegang(nama);
      if (!upload) return;
      try {
        return await satuKali(upload);
      } catch (cause) {
        if (!(await gagal(upload, cause))) return;
      }
    }
  };

  /** What was applied, or never will be, is needed no more. */
  const bereskan = async ({ shard, id }: Nama): Promise<void> => {
    const kini = await store.read((tx) => tx.upload(shard, id));
    if (kini && isTerputus(kini)) await simpanBytes(rooms, kini);
    else if (kini?.tahap === 'selesai' || kini?.tahap === 'gagal') await lupakanBytes(rooms, kini);
  };

  const sampaiBeres = async (nama: Nama, line: Line): Promise<void> => {
    try {
      await sampaiSelesai(nama);
      // Still alone at it: whoever takes an import back must not pass whoever keeps its file.
      await bereskan(nama);
    } finally {
      await line.close();
    }
  };

  const jalankan = (nama: Nama, line: Line): void => {
    berjalan = sampaiBeres(nama, line)
      .catch(rooms.onFault)
      .finally(() => {
        berjalan = null;
      });
  };

  return {
    jalankan,
    ambilAlih: async (nama) => {
      if (berjalan || isLeaving) return;
      const line = await genggamImpor(store);
      if (line) jalankan(nama, line);
    },
    berhenti: async () => {
      isLeaving = true;
      await berjalan;
    },
  };
};
