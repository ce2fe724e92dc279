import { LIMITS } from '../../shared/protocol/index.ts';
import type { Entri, FotoRujukan } from '../../shared/records/index.ts';
import {
  type AccountDatabase,
  type AmbilanData,
  getMeta,
  type NewPhoto,
  putPhoto,
  queuePhotos,
  setMeta,
} from '../store/index.ts';
import { actOnce } from './act.ts';
import { type BarisAmbil, type DataDibaca, namaFoto, type Sebab } from './ambil-rencana.ts';
import { simpanDialog } from './dialog.ts';
import { hapusEntri, periksaIsian, ubahEntri } from './entri.ts';
import type { Acting } from './journal.ts';
import { shrinkPhoto } from './shrink.ts';
import { isiZip } from './zip-baca.ts';

/** Makes the small picture of a photo; null where it is none. A browser's work, so that tests can do it themselves. */
type Kecilkan = (foto: Blob) => Promise<NewPhoto['thumb'] | null>;

const kecilkanDiPeramban: Kecilkan = async (foto) => {
  const kecil = await shrinkPhoto(foto);
  return kecil.ok ? kecil.thumb : null;
};

/** How an import is made: what was chosen, who is told how far it is, and who may stop it. */
type Ambil = {
  /** Ids of the lines that were chosen. */
  readonly dipilih: ReadonlySet<string>;
  readonly onKemajuan: (selesai: number, dari: number) => void;
  readonly batal: AbortSignal;
  readonly kecilkan?: Kecilkan;
};

/** What came of an import: how many were taken over, and which were not, by the code of the rule. */
export type HasilAmbil = {
  readonly id: string;
  readonly diambil: number;
  readonly ditolak: ReadonlyMap<string, Sebab>;
  readonly fotoHilang: number;
};

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A photo of the file: its bytes must be the ones that its name says, and a picture. */
const satuFoto = async (
  { berkas, daftar }: DataDibaca,
  foto: FotoRujukan,
  kecilkan: Kecilkan,
): Promise<NewPhoto | null> => {
  const bytes = await isiZip(berkas, daftar, { nama: namaFoto(foto), paling: LIMITS.fotoBytes });
  if (!bytes || bytes.length !== foto.size) return null;
  if (hex(await crypto.subtle.digest('SHA-256', bytes)) !== foto.sha) return null;
  const thumb = await kecilkan(new Blob([bytes], { type: foto.mime }));
  return thumb && { foto, bytes: bytes.buffer, thumb };
};

type Terkumpul = { readonly isi: Entri; readonly baru: readonly NewPhoto[] };

/** The entry with the photos that there are: those of the file, of this phone, and those it has here already. */
const denganFoto = async (
  { store: { db } }: Acting,
  dibaca: DataDibaca,
  { baris: { isi, disini }, kecilkan }: { baris: BarisAmbil & { isi: Entri }; kecilkan: Kecilkan },
): Promise<Terkumpul> => {
  const tetap = new Set(disini?.isi.foto.map(({ sha }) => sha));
  const [foto, baru]: [FotoRujukan[], NewPhoto[]] = [[], []];
  for (const satu of isi.foto) {
    const ada = tetap.has(satu.sha) || (await db.bytes.get(satu.sha)) !== undefined;
    if (ada) foto.push(satu);
    else {
      const terbaca = await satuFoto(dibaca, satu, kecilkan);
      if (terbaca) {
        baru.push(terbaca);
        foto.push(satu);
      }
    }
  }
  return { isi: { ...isi, foto }, baru };
};

const catatAmbilan = async (
  db: AccountDatabase,
  id: string,
  satu: AmbilanData['isi'][number],
  pada: number,
): Promise<void> => {
  const semua = (await getMeta(db, 'ambilan')) ?? [];
  const ini = semua.find((ambilan) => ambilan.id === id) ?? { id, pada, isi: [] };
  const isi = [...ini.isi, satu];
  await setMeta(db, 'ambilan', [...semua.filter((ambilan) => ambilan.id !== id), { ...ini, isi }]);
};

type Meja = {
  readonly acting: Acting;
  readonly dibaca: DataDibaca;
  readonly ambilan: string;
  readonly kecilkan: Kecilkan;
};

/** One line, as an ordinary command; what stands against it, or how many of its photos were not to be had. */
const ambilSatu = async (
  { acting, dibaca, ambilan, kecilkan }: Meja,
  baris: BarisAmbil & { isi: Entri },
): Promise<Sebab | { readonly fotoHilang: number }> => {
  const { clock } = acting;
  const { isi, baru } = await denganFoto(acting, dibaca, { baris, kecilkan });
  const lawan = (await periksaIsian(acting, isi, baris.disini && baris.id)).find(
    ({ berat }) => berat === 'tolak',
  );
  if (lawan) return { code: lawan.kode, ...(lawan.params ? { params: lawan.params } : {}) };
  const wanted = baris.disini
    ? { kind: 'entri.ubah', record: baris.id, base: baris.disini.head, body: isi }
    : { kind: 'entri.catat', record: null, base: null, body: isi };
  // Command, photos and the note for undoing it are one transaction, so that no stop comes between.
  const done = await actOnce(acting, wanted, {
    before: async (db) => {
      for (const foto of baru) await putPhoto(db, foto, clock());
    },
    after: async (db, [written]) => {
      await queuePhotos(db, isi.foto);
      const id = written?.target ?? '';
      const head = (await db.records.get(id))?.visible.head ?? '';
      const sebelum = baris.disini?.isi ?? null;
      await catatAmbilan(db, ambilan, { asal: baris.id, id, head, sebelum }, clock());
    },
  });
  if (done.ok) return { fotoHilang: baris.isi.foto.length - isi.foto.length };
  return { code: done.code, ...(done.params ? { params: done.params } : {}) };
};

/** Her pages for the career talk, on what their entries are called here; one that is not here is left out. */
const ambilDialog = async (acting: Acting, { dialog }: DataDibaca): Promise<void> => {
  const { db } = acting.store;
  const ambilan = ((await getMeta(db, 'ambilan')) ?? []).flatMap(({ isi }) => isi);
  const disini = new Map(ambilan.map(({ asal, id }) => [asal, id]));
  for (const halaman of dialog) {
    const pilihan = [];
    for (const { entri, kalimat } of halaman.pilihan) {
      const id = disini.get(entri) ?? entri;
      if (await db.records.get(id)) pilihan.push({ entri: id, kalimat });
    }
    await simpanDialog(acting, { ...halaman, pilihan }, null);
  }
};

/**
 * Takes chosen activities of a file over, each as a command of one's own: new ones are recorded, differing ones changed,
 * and both go to the head like any other. Stopped half-way, what was taken over stays and can be undone.
 */
export const ambilData = async (
  acting: Acting,
  dibaca: DataDibaca,
  { dipilih, onKemajuan, batal, kecilkan = kecilkanDiPeramban }: Ambil,
): Promise<HasilAmbil> => {
  const ambilan = `ambilan-${acting.clock()}-${crypto.randomUUID()}`;
  const meja = { acting, dibaca, ambilan, kecilkan };
  const pilihan = dibaca.baris.filter(
    (baris): baris is BarisAmbil & { isi: Entri } =>
      dipilih.has(baris.id) && baris.isi !== null && (baris.nasib === 'baru' || baris.nasib === 'beda'),
  );
  const ditolak = new Map<string, Sebab>();
  let [diambil, fotoHilang] = [0, 0];
  for (const [i, baris] of pilihan.entries()) {
    if (batal.aborted) break;
    const hasil = await ambilSatu(meja, baris);
    if ('fotoHilang' in hasil) {
      diambil += 1;
      fotoHilang += hasil.fotoHilang;
    } else ditolak.set(baris.id, hasil);
    onKemajuan(i + 1, pilihan.length);
    // A full phone or queue will not have more room for the next one.
    if ('code' in hasil && hasil.code === 'hp_penuh') break;
  }
  if (!batal.aborted) await ambilDialog(acting, dibaca);
  return { id: ambilan, diambil, ditolak, fotoHilang };
};

/** Imports of this phone that can be undone, the last first. */
export const daftarAmbilan = async ({ store: { db } }: Pick<Acting, 'store'>): Promise<AmbilanData[]> =>
  [...((await getMeta(db, 'ambilan')) ?? [])].filter(({ isi }) => isi.length > 0).reverse();

/**
 * Takes a whole import back: new entries are deleted (and lie under Baru dihapus), changed ones get their former text.
 * What was changed or decided on since stays as it is, and is counted.
 */
export const urungkanAmbilan = async (
  acting: Acting,
  ambilan: string,
): Promise<{ readonly urung: number; readonly tetap: number }> => {
  const { db } = acting.store;
  const semua = (await getMeta(db, 'ambilan')) ?? [];
  const ini = semua.find(({ id }) => id === ambilan);
  let [urung, tetap] = [0, 0];
  for (const { id, head, sebelum } of ini?.isi ?? []) {
    const kini = (await db.records.get(id))?.visible;
    if (kini?.deleted) continue;
    const done =
      kini?.head === head
        ? await (sebelum ? ubahEntri(acting, id, sebelum, { base: head }) : hapusEntri(acting, id))
        : null;
    if (done?.ok) urung += 1;
    else tetap += 1;
  }
  const sisa = ((await getMeta(db, 'ambilan')) ?? []).filter(({ id }) => id !== ambilan);
  await setMeta(db, 'ambilan', sisa);
  return { urung, tetap };
};

/** False while records of this person may still be on their way from the server: then it cannot be told what is new. */
export const sudahLengkap = async ({ store: { db } }: Pick<Acting, 'store'>): Promise<boolean> => {
  const utuh = Object.keys((await getMeta(db, 'posUtuh')) ?? {}).length === 0;
  return utuh && (await getMeta(db, 'lastOk')) !== undefined && !(await getMeta(db, 'tertinggal'));
};
