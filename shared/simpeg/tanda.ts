import {
  BIDANG_PEGAWAI,
  type BidangPegawai,
  type Pegawai,
  type PerluDiperbaiki,
} from '../records/pegawai.ts';
import type { IsiPegawai } from './bandingkan.ts';
import type { Kolom } from './kolom.ts';
import type { BarisDiperiksa } from './periksa.ts';
import type { KelasSalah } from './salah.ts';

/*
 * Marks of faulty rows: what a person's row of the last personnel file was wrong in stays on her, until the next file has it
 * right or somebody has mended it by hand. Only column and class: what stood in the cell may be a NIK, and is not kept.
 */

/** Faults that were read rightly all the same, or of rows that are nobody: nothing about her is left to be mended. */
const TERBACA: ReadonlySet<KelasSalah> = new Set([
  'nip-berspasi',
  'apostrof-depan',
  'spasi-tak-tampak',
  'kolom-tertukar',
  'baris-judul',
  'header-gabung',
  'baris-nomor-kolom',
  'baris-kosong',
  'lembar-tanpa-judul',
]);

/** Columns whose faults are mended by writing a field. */
const KOLOM: Readonly<Record<BidangPegawai | 'penilai' | 'unit', readonly Kolom[]>> = {
  nip: ['nip'],
  nama: ['nama'],
  gelarDepan: ['gelarDepan'],
  gelarBelakang: ['gelarBelakang'],
  jenisKelamin: ['jk'],
  status: ['status'],
  golongan: ['golongan', 'tmtGolongan'],
  jabatan: ['jabatan', 'tmtJabatan'],
  jenjang: ['jenjang'],
  penilai: ['nipAtasan'],
  unit: ['npsn', 'unit'],
};

type Tanda = PerluDiperbaiki | undefined;

/** What is left to be mended of a row; undefined where nothing is. */
export const tandaDari = ({ salah }: Pick<BarisDiperiksa, 'salah'>, pada: string): Tanda => {
  const tinggal = salah.filter(({ kelas }) => !TERBACA.has(kelas));
  const satu = new Map(tinggal.map(({ kolom, kelas }) => [`${kolom} ${kelas}`, { kolom, kelas }]));
  return satu.size === 0 ? undefined : { pada, salah: [...satu.values()].slice(0, 30) };
};

const namai = (tanda: Tanda): string =>
  (tanda?.salah ?? [])
    .map(({ kolom, kelas }) => `${kolom} ${kelas}`)
    .sort()
    .join();

/** True where two marks say the same, on whichever day. */
export const samaTanda = (a: Tanda, b: Tanda): boolean => namai(a) === namai(b);

/** A mark once these fields were written by hand; undefined where nothing is left of it. */
export const tandaSesudah = (
  tanda: Tanda,
  bidang: readonly (BidangPegawai | 'penilai' | 'unit')[],
): Tanda => {
  const kolom = new Set<string | null>(bidang.flatMap((satu) => KOLOM[satu]));
  const salah = (tanda?.salah ?? []).filter((satu) => !kolom.has(satu.kolom));
  return tanda && salah.length > 0 ? { ...tanda, salah } : undefined;
};

/** A person's data with another mark, or with none. */
export const denganTanda = <T extends Partial<Pegawai>>(
  isi: T,
  perluDiperbaiki: Tanda,
): Omit<T, 'perluDiperbaiki'> & { perluDiperbaiki?: PerluDiperbaiki } => {
  const { perluDiperbaiki: _, ...lain } = isi;
  return perluDiperbaiki ? { ...lain, perluDiperbaiki } : lain;
};

/** Fields in which two versions of somebody's data differ. */
export const bidangBerbeda = (lama: IsiPegawai, baru: IsiPegawai): BidangPegawai[] =>
  BIDANG_PEGAWAI.filter((bidang) => lama[bidang] !== baru[bidang]);
