import type { BidangPegawai, Pegawai } from '../records/pegawai.ts';
import type { Kolom } from './kolom.ts';
import { angkaNip, bacaJk, bacaStatus, jenisNip } from './nilai.ts';
import type { BarisDiperiksa } from './periksa.ts';
import type { KelasSalah } from './salah.ts';

/** What an import does with a row. */
export type Tindakan = 'new' | 'changed' | 'unchanged' | 'refused';

/** What is written of a person, but for who rates her, which is an id here and a NIP in the file. */
export type IsiPegawai = Omit<Pegawai, 'penilai' | 'hilangSejak' | 'asal' | 'perluDiperbaiki'>;

/** A person as the service holds her. */
export type PegawaiLama = {
  readonly npsn: string;
  readonly isi: IsiPegawai;
  readonly nipPenilai: string | null;
  /** NIP that the file may still have of who rates her: a correction of his was accepted. */
  readonly nipPenilaiSemula?: string | undefined;
  /** Not in the file of an import before this one. */
  readonly hilang?: boolean;
  /**
   * Fields in which a correction of hers was accepted, with what they said before: an import shows that it disagrees, and
   * leaves them as they are. Once a file agrees, the field is the file's again.
   */
  readonly dikoreksi?: ReadonlyMap<BidangPegawai, string>;
};

/** One field that differs; `kunci` for those that decide where she belongs and who rates her, `dibetulkan` for accepted corrections. */
export type Beda = {
  readonly bidang: keyof IsiPegawai | 'npsn' | 'penilai';
  readonly sebelum: string;
  readonly sesudah: string;
  readonly kunci: boolean;
  readonly dibetulkan?: true;
};

const BIDANG = [
  ['nama', 'nama'],
  ['gelarDepan', 'gelarDepan'],
  ['gelarBelakang', 'gelarBelakang'],
  ['jenisKelamin', 'jk'],
  ['status', 'status'],
  ['golongan', 'golongan'],
  ['jabatan', 'jabatan'],
  ['jenjang', 'jenjang'],
] as const satisfies readonly (readonly [keyof IsiPegawai, Kolom])[];

/** Faults after which a value is not to be believed: what is held already stays, until somebody mends the file. */
const DIRAGUKAN: ReadonlySet<KelasSalah> = new Set([
  'jk-beda-nip',
  'jk-tak-dikenal',
  'status-tak-dikenal',
  'status-beda-nip',
  'golongan-jenjang',
  'pppk-golongan-pns',
  'pns-golongan-pppk',
]);

const salahDi = ({ salah }: BarisDiperiksa, kolom: Kolom) =>
  salah.find(
    (satu) => satu.kolom === kolom && (DIRAGUKAN.has(satu.kelas) || satu.kelas === 'isi-terlalu-panjang'),
  );

/**
 * What a row says of a person. Sex and status fall back on the NIP, which is more reliable than the cell beside it; a value
 * that is too long is cut as its fault says. `nomor` stands for the NIP of a person who has none.
 */
export const isiDariBaris = (baris: BarisDiperiksa, nomor: string): IsiPegawai => {
  const nilai = baris.nilai;
  const nip = baris.nip ?? nomor;
  const ambil = (kolom: Kolom): string => {
    const salah = salahDi(baris, kolom);
    return salah?.kelas === 'isi-terlalu-panjang' ? (salah.usul ?? '') : (nilai?.[kolom] ?? '');
  };
  const jk = salahDi(baris, 'jk')?.usul ?? nilai?.jk ?? '';
  return {
    nip,
    nama: ambil('nama'),
    gelarDepan: ambil('gelarDepan'),
    gelarBelakang: ambil('gelarBelakang'),
    jenisKelamin: bacaJk(jk) ?? (baris.nip?.[14] === '2' ? 'P' : 'L'),
    status: bacaStatus(nilai?.status ?? '') ?? (baris.nip === null ? 'Honorer' : jenisNip(baris.nip)),
    golongan: ambil('golongan'),
    jabatan: ambil('jabatan'),
    jenjang: ambil('jenjang'),
  };
};

/** NIP of the superior to be written: the one named where that is sound, else the one proposed. Null where neither is. */
export const atasanPasti = (baris: BarisDiperiksa): string | null => {
  const salah = baris.salah.find(({ kolom, kelas }) => kolom === 'nipAtasan' && kelas.startsWith('atasan-'));
  if (salah) return salah.usul;
  return angkaNip(baris.nilai?.nipAtasan ?? '') || null;
};

/** Compares a row with what is held. A doubted value never replaces one; a column that the sheet does not have says nothing. */
export const bandingkan = (
  baris: BarisDiperiksa,
  lama: PegawaiLama,
  ada: ReadonlySet<Kolom>,
): {
  readonly isi: IsiPegawai;
  readonly beda: readonly Beda[];
  /** Differences that are shown and not written. */
  readonly ditahan: readonly Beda[];
  /** Corrected fields of which the file now says the same. */
  readonly sepakat: readonly BidangPegawai[];
} => {
  const baru = isiDariBaris(baris, lama.isi.nip);
  const dipercaya = BIDANG.filter(([, kolom]) => {
    const salah = salahDi(baris, kolom);
    return ada.has(kolom) && (!salah || salah.kelas === 'isi-terlalu-panjang');
  }).map(([bidang]) => bidang);
  const semua = dipercaya.flatMap((bidang): Beda[] =>
    baru[bidang] === lama.isi[bidang]
      ? []
      : [{ bidang, sebelum: lama.isi[bidang], sesudah: baru[bidang], kunci: false }],
  );
  const dikoreksi = ({ bidang }: Pick<Beda, 'bidang'>): boolean =>
    lama.dikoreksi?.has(bidang as BidangPegawai) === true;
  const pindah: Beda[] =
    baris.npsn !== '' && baris.npsn !== lama.npsn
      ? [{ bidang: 'npsn', sebelum: lama.npsn, sesudah: baris.npsn, kunci: true }]
      : [];
  const atasan = ada.has('nipAtasan') ? atasanPasti(baris) : null;
  const lainAtasan = atasan !== lama.nipPenilai && atasan !== lama.nipPenilaiSemula;
  const penilai: Beda[] =
    atasan !== null && lama.nipPenilai !== null && lainAtasan
      ? [{ bidang: 'penilai', sebelum: lama.nipPenilai, sesudah: atasan, kunci: true }]
      : [];
  // A move and another superior touch rights and unsent work: both are for the admin to do by name, never by a file.
  const dibetulkan = semua.filter(dikoreksi).map((satu): Beda => ({ ...satu, dibetulkan: true }));
  const ditahan = [...dibetulkan, ...pindah, ...penilai];
  const beda = semua.filter((satu) => !dikoreksi(satu));
  const sepakat = dipercaya.filter((bidang) => dikoreksi({ bidang }) && baru[bidang] === lama.isi[bidang]);
  const isi = { ...lama.isi, ...Object.fromEntries(beda.map(({ bidang, sesudah }) => [bidang, sesudah])) };
  return { isi, beda, ditahan, sepakat };
};
