import {
  type Beda,
  bandingkan,
  type IsiPegawai,
  isiDariBaris,
  type PegawaiLama,
  type Tindakan,
} from './bandingkan.ts';
import type { Kolom } from './kolom.ts';
import type { BarisDiperiksa, HasilPeriksa } from './periksa.ts';

/** First digits of a number that stands for a NIP: no NIP begins so, since it begins with a year of birth. */
export const AWALAN_PENGGANTI = '99';

/** What an import means to do with one row, before anybody has said yes. */
export type BarisRencana = {
  readonly baris: BarisDiperiksa;
  readonly tindakan: Tindakan;
  /** NIP, or the number that stands for it; empty for a row that is no person. */
  readonly nip: string;
  readonly isi: IsiPegawai | null;
  readonly beda: readonly Beda[];
  /** What the file says otherwise and an import leaves: accepted corrections, moves, another superior. */
  readonly ditahan: readonly Beda[];
  /** True where an account by this row may sign in. */
  readonly masuk: boolean;
};

/** Somebody whom the service holds in a school of this file, and whom the file does not have. She keeps her account. */
export type Hilang = { readonly nip: string; readonly nama: string; readonly npsn: string };

/** What an import means to do with a file. */
export type Rencana = {
  readonly baris: readonly BarisRencana[];
  readonly hilang: readonly Hilang[];
};

/** What the plan is made beside. */
export type RencanaOptions = {
  readonly lama: ReadonlyMap<string, PegawaiLama>;
  /** The number that stands for a NIP: always the same for the same person. */
  readonly nomor: (baris: BarisDiperiksa) => string;
};

const adaKolom = (hasil: HasilPeriksa): ReadonlyMap<string, ReadonlySet<Kolom>> =>
  new Map(
    hasil.lembar.map(({ nama, judul }) => [
      nama,
      new Set((judul ?? []).flatMap(({ kolom }) => (kolom === null ? [] : [kolom]))),
    ]),
  );

const TANPA: ReadonlySet<Kolom> = new Set();

const satu = (
  baris: BarisDiperiksa,
  ada: ReadonlySet<Kolom>,
  { lama, nomor, dicari }: RencanaOptions & { readonly dicari: boolean },
): BarisRencana => {
  if (baris.ditolak || baris.nilai === null)
    return { baris, tindakan: 'refused', nip: '', isi: null, beda: [], ditahan: [], masuk: false };
  const nip = baris.nip ?? nomor(baris);
  if (baris.samaDengan)
    return { baris, tindakan: 'unchanged', nip, isi: null, beda: [], ditahan: [], masuk: true };
  // Who came in without a NIP before is found again by her number once she has one.
  const dulu = lama.get(nip) ?? (dicari ? lama.get(nomor(baris)) : undefined);
  if (!dulu)
    return {
      baris,
      tindakan: 'new',
      nip,
      isi: isiDariBaris(baris, nip),
      beda: [],
      ditahan: [],
      masuk: true,
    };
  const { isi, beda, ditahan } = bandingkan(baris, dulu, ada);
  const naik: readonly Beda[] =
    dulu.isi.nip === nip ? [] : [{ bidang: 'nip', sebelum: dulu.isi.nip, sesudah: nip, kunci: true }];
  const semua = [...naik, ...beda];
  return {
    baris,
    tindakan: semua.length > 0 || ditahan.length > 0 || dulu.hilang ? 'changed' : 'unchanged',
    nip: dulu.isi.nip,
    isi: { ...isi, nip },
    beda: semua,
    ditahan,
    masuk: true,
  };
};

const cariHilang = (baris: readonly BarisRencana[], { lama }: RencanaOptions): Hilang[] => {
  const [sekolah, ada] = [new Set(baris.map((one) => one.baris.npsn)), new Set<string>()];
  for (const one of baris) ada.add(one.nip).add(one.isi?.nip ?? '');
  return [...lama.values()].flatMap(({ npsn, isi }) =>
    sekolah.has(npsn) && !ada.has(isi.nip) ? [{ nip: isi.nip, nama: isi.nama, npsn }] : [],
  );
};

/** What an import means to do with all rows, beside what the service holds. Nothing is decided by it. */
export const rencanakan = (hasil: HasilPeriksa, options: RencanaOptions): Rencana => {
  const ada = adaKolom(hasil);
  // Making a number costs a hash: only where somebody without a NIP came in before.
  const dicari = [...options.lama.keys()].some((nip) => nip.startsWith(AWALAN_PENGGANTI));
  const baris = hasil.baris.map((one) => satu(one, ada.get(one.lembar) ?? TANPA, { ...options, dicari }));
  return { baris, hilang: cariHilang(baris, options) };
};
