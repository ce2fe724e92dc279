import type { JumlahImpor } from '../../../shared/records/index.ts';
import type { StoredUpload, WriteTx } from '../../store/index.ts';
import { type AkunRooms, newId } from '../akun.ts';
import { type Bacaan, TakDapatDibaca } from './bacaan.ts';
import { holdImpor, type LaciRooms, type Nama, SALAH, UMUR, ubah } from './laci.ts';
import type { Lanjutan } from './perintah.ts';
import type { Langkah, Saksi } from './saksi.ts';

/** Thrown where an import is another's by now, or is to be left to another. */
export class Diambil extends Error {}

/** So often it is begun without coming any further. */
const PERCOBAAN = 3;
const GAGAL =
  'Server tidak dapat menerapkannya; belum ada yang berubah. Coba unggah lagi; bila tetap begitu, hubungi operator.';
const SEBAGIAN =
  'Impor berhenti sebelum selesai: sebagian sekolah sudah ditulis. Lanjutkan atau urungkan di daftar Impor sebelumnya.';
const BERUBAH =
  'Data pegawai berubah sejak berkas ini dibaca, dan belum ada yang diterapkan. Periksa sekali lagi, lalu terapkan.';

/** Part that says of a shard that it has been written. */
const SUDAH = 'sudah ';

type PutusanTersimpan = {
  readonly ikut: readonly (readonly [string, string])[];
  readonly hilang: readonly string[];
};

/** The hold that a process has on an import that it applies, as it stands in the store. */
export type Pegangan = {
  /** Takes it as its own; null where it is over, or was begun too often: then the row says what to do. */
  readonly pegang: (nama: Nama) => Promise<StoredUpload | null>;
  /** Keeps how far it is; every transaction of the import looks first whether it is still this process's. */
  readonly saksi: (upload: StoredUpload) => Saksi;
  /** Where it goes on from; null where nothing was written yet. */
  readonly lanjutan: (upload: StoredUpload) => Promise<Lanjutan | null>;
  /** Lays the file in front of the admin again, as it was read now. */
  readonly kembalikan: (upload: StoredUpload, bacaan: Bacaan) => Promise<void>;
  /** Says that it will not be applied, or not to its end, and what to do. */
  readonly menyerah: (upload: StoredUpload, kalimat: string) => Promise<unknown>;
};

type Parts = Pick<AkunRooms, 'randomBytes'> & LaciRooms & { readonly isLeaving: () => boolean };

const berhenti = async (
  tx: WriteTx,
  kini: StoredUpload,
  { kalimat, now }: { readonly kalimat: string; readonly now: number },
): Promise<null> => {
  const sentence = kini.impor === null ? kalimat : SEBAGIAN;
  await tx.putUpload({ ...kini, tahap: 'gagal', sentence, worker: null, changedAt: now });
  // What was said yes to is needed as long as it can be gone on with.
  if (kini.impor === null) await tx.removeUploadParts(kini.shard, kini.id);
  return null;
};

/** Lays out how this process holds imports. */
export const createPegangan = (parts: Parts): Pegangan => {
  const { store, clock } = parts;

  const milikku = async (tx: WriteTx, { shard, id, worker }: StoredUpload): Promise<StoredUpload> => {
    const kini = await tx.upload(shard, id);
    if (parts.isLeaving() || kini?.tahap !== 'menerapkan' || kini.worker !== worker) throw new Diambil();
    return kini;
  };

  const maju = async (
    tx: WriteTx,
    upload: StoredUpload,
    { langkah, ...lain }: Partial<StoredUpload> & { readonly langkah: Langkah },
  ): Promise<void> => {
    const { id: impor, jumlah, selesai: done, dari: total } = langkah;
    await tx.putUpload({
      ...{ ...(await milikku(tx, upload)), done, total, tries: 0, changedAt: clock() },
      ...{ impor, jumlah: JSON.stringify(jumlah), ...lain },
    });
  };

  return {
    pegang: (nama) =>
      ubah(parts, nama, async (tx, kini) => {
        if (kini.tahap !== 'menerapkan') return null;
        const now = clock();
        if (kini.tries >= PERCOBAAN || now - kini.changedAt > UMUR)
          return berhenti(tx, kini, { kalimat: GAGAL, now });
        const milik = { ...kini, worker: newId('w', parts), tries: kini.tries + 1, changedAt: now };
        await tx.putUpload(milik);
        return milik;
      }),

    saksi: (upload) => {
      const { shard, id } = upload;
      const bagian = (tx: WriteTx, part: string, content: string): Promise<void> =>
        tx.putUploadPart({ shard, id, part, content });
      return {
        nama: [holdImpor(shard)],
        sebelum: async (tx) => void (await milikku(tx, upload)),
        dimulai: async (tx, langkah, { ikut, hilang }) => {
          await maju(tx, upload, { langkah });
          const putusan: PutusanTersimpan = { ikut: [...ikut], hilang: [...hilang] };
          await bagian(tx, 'putusan', JSON.stringify(putusan));
        },
        sekolah: async (tx, langkah, sekolah) => {
          await maju(tx, upload, { langkah });
          await bagian(tx, `${SUDAH}${sekolah}`, '');
        },
        selesai: async (tx, langkah) => {
          await maju(tx, upload, { langkah, tahap: 'selesai', sentence: null, worker: null });
          const salah = await tx.uploadPart(shard, id, SALAH);
          await tx.removeUploadParts(shard, id);
          if (salah !== null) await bagian(tx, SALAH, salah);
        },
      };
    },

    lanjutan: async ({ shard, id, impor, jumlah, done }) => {
      if (impor === null) return null;
      const { record, putusan, bagian } = await store.read(async (tx) => ({
        record: (await tx.record(shard, impor))?.record,
        putusan: await tx.uploadPart(shard, id, 'putusan'),
        bagian: await tx.uploadParts(shard, id),
      }));
      // Taken back meanwhile by the command line: then there is nothing to go on with.
      if (record?.kind !== 'impor' || record.state.tahap !== 'BERJALAN') throw new TakDapatDibaca(SEBAGIAN);
      const { penanda } = record.content;
      const nomor = await store.read((tx) => tx.numbersOf(penanda));
      const { ikut, hilang } = JSON.parse(putusan ?? '{"ikut":[],"hilang":[]}') as PutusanTersimpan;
      return {
        ...{ id: impor, penanda, nomor: nomor.at(-1) ?? 0, selesai: done },
        jumlah: JSON.parse(jumlah ?? '') as JumlahImpor,
        ...{ ikut: new Map(ikut), hilang: new Set(hilang) },
        sudah: new Set(bagian.flatMap((part) => (part.startsWith(SUDAH) ? part.slice(SUDAH.length) : []))),
      };
    },

    kembalikan: (upload, { kunci, ringkasan }) =>
      store.write(
        async (tx) => {
          const { shard, id } = upload;
          await tx.putUpload({
            ...{ ...(await milikku(tx, upload)), tahap: 'siap', reading: kunci, sentence: BERUBAH },
            ...{ worker: null, actor: null, tries: 0, changedAt: clock() },
          });
          await tx.putUploadPart({ shard, id, part: 'ringkasan', content: JSON.stringify(ringkasan) });
        },
        { names: [holdImpor(upload.shard)] },
      ),

    menyerah: (upload, kalimat) =>
      ubah(parts, upload, async (tx, kini) => {
        if (kini.tahap === 'menerapkan' && kini.worker === upload.worker)
          await berhenti(tx, kini, { kalimat, now: clock() });
      }),
  };
};
