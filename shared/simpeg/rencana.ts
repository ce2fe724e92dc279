import type { BidangPegawai } from '../records/pegawai.ts';
import {
  type Beda,
  bandingkan,
  type IsiPegawai,
  isiDariBaris,
  type PegawaiLama,
  type Tindakan,
} from './bandingkan.ts';
import type { Kolom } from './kolom.ts';
import { namaMirip } from './nilai.ts';
import type { BarisDiperiksa, HasilPeriksa } from './periksa.ts';

/** First digits of a number that stands for a NIP: no NIP begins so, since it begins with a year of birth. */
export const AWALAN_PENGGANTI = '99';

/** True where a row writes something of somebody who is here: a difference that is not held, or a correction confirmed. */
export const isDitulis = ({ beda, sepakat }: Pick<BarisRencana, 'beda' | 'sepakat'>): boolean =>
  beda.length + sepakat.length > 0;

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
  /** Corrected fields of which the file now says the same: they are the file's again. */
  readonly sepakat: readonly BidangPegawai[];
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

type Beside = RencanaOptions & {
  readonly dicari: boolean;
  /** People whose NIP was corrected, by the one that the file may still have. */
  readonly semula: ReadonlyMap<string, PegawaiLama>;
};

/**
 * Who was corrected to another NIP, by the one before. Left out where a row has the right one already, and where the one
 * before is somebody else's: perhaps that is what was wrong with it.
 */
const menurutSemula = (
  baris: readonly BarisDiperiksa[],
  lama: RencanaOptions['lama'],
): ReadonlyMap<string, PegawaiLama> => {
  const diBerkas = new Set(baris.map(({ nip }) => nip));
  return new Map(
    [...lama.values()].flatMap((orang): [string, PegawaiLama][] => {
      const nip = orang.dikoreksi?.get('nip');
      return nip === undefined || lama.has(nip) || diBerkas.has(orang.isi.nip) ? [] : [[nip, orang]];
    }),
  );
};

/** A NIP that is no longer hers names her only where the name beside it is hers as well, as it is or as it was. */
const lewatSemula = (baris: BarisDiperiksa, nip: string, { semula }: Beside): PegawaiLama | undefined => {
  const orang = semula.get(nip);
  const nama = [orang?.isi.nama, orang?.dikoreksi?.get('nama')];
  return nama.some((satu) => namaMirip(satu ?? '', baris.nilai?.nama ?? '')) ? orang : undefined;
};

const POLOS = { isi: null, beda: [], ditahan: [], sepakat: [] } as const;

/** A NIP that differs: hers by correction stays, and is shown; else she has come by one. */
const bedaNip = (dulu: PegawaiLama, baris: BarisDiperiksa, nip: string): Beda[] => {
  if (dulu.isi.nip === nip) return [];
  const beda = { bidang: 'nip', sebelum: dulu.isi.nip, kunci: true } as const;
  return [
    dulu.dikoreksi?.has('nip')
      ? { ...beda, sesudah: baris.nip ?? '', dibetulkan: true }
      : { ...beda, sesudah: nip },
  ];
};

const satu = (baris: BarisDiperiksa, ada: ReadonlySet<Kolom>, beside: Beside): BarisRencana => {
  const { lama, nomor, dicari } = beside;
  if (baris.ditolak || baris.nilai === null)
    return { baris, tindakan: 'refused', nip: '', ...POLOS, masuk: false };
  const nip = baris.nip ?? nomor(baris);
  if (baris.samaDengan) return { baris, tindakan: 'unchanged', nip, ...POLOS, masuk: true };
  // Who came in without a NIP before is found again by her number once she has one.
  const dulu =
    lama.get(nip) ?? lewatSemula(baris, nip, beside) ?? (dicari ? lama.get(nomor(baris)) : undefined);
  if (!dulu) return { baris, tindakan: 'new', nip, ...POLOS, isi: isiDariBaris(baris, nip), masuk: true };
  const dibanding = bandingkan(baris, dulu, ada);
  const naik = bedaNip(dulu, baris, nip);
  const beda = [...naik.filter(({ dibetulkan }) => !dibetulkan), ...dibanding.beda];
  const ditahan = [...naik.filter(({ dibetulkan }) => dibetulkan), ...dibanding.ditahan];
  const nipSepakat = dulu.dikoreksi?.has('nip') && baris.nip === dulu.isi.nip;
  const sepakat = nipSepakat ? (['nip', ...dibanding.sepakat] as const) : dibanding.sepakat;
  const tetap = beda.length + ditahan.length + sepakat.length === 0 && !dulu.hilang;
  return {
    baris,
    tindakan: tetap ? 'unchanged' : 'changed',
    nip: dulu.isi.nip,
    isi: { ...dibanding.isi, nip: dulu.dikoreksi?.has('nip') ? dulu.isi.nip : nip },
    ...{ beda, ditahan, sepakat },
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
  const beside = { ...options, dicari, semula: menurutSemula(hasil.baris, options.lama) };
  const baris = hasil.baris.map((one) => satu(one, ada.get(one.lembar) ?? TANPA, beside));
  return { baris, hilang: cariHilang(baris, options) };
};
