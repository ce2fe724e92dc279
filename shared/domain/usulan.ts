import type { ProblemCode, Refusal } from '../protocol/problem-codes.ts';
import { refuse } from '../protocol/problem-codes.ts';
import { type BidangPegawai, Pegawai } from '../records/pegawai.ts';
import type { BidangUsulan, Usulan, UsulanState } from '../records/usulan.ts';
import { periksaNip } from './nip.ts';

/*
 * Usulan perbaikan data: the admin of the school looks at it first, the admin of the instansi decides (trust.md 3.2, 4.8).
 *
 *   DIAJUKAN ─teruskan─▶ DITERUSKAN ─terima─▶ DITERIMA        a NIP only by two people, one after the other
 *      │  └──────────────terima──────────────────▲
 *      └─tolak, tarik─▶ DITOLAK, DITARIK ◀─tolak, tarik─┘
 */

/** Hours that a school's admin has it for himself; then the instansi's may decide without him (trust.md 4.8). */
export const JAM_SEKOLAH = 72;
const JAM = 3_600_000;

/** Where an admin stands: in a school, or in the instansi above it. */
export type Tingkat = 'sekolah' | 'instansi';

/** True while it waits for somebody. */
export const isTerbuka = ({ tahap }: Pick<UsulanState, 'tahap'>): boolean =>
  tahap === 'DIAJUKAN' || tahap === 'DITERUSKAN';

/**
 * True for who rates her and where she works: those are an admin's to mend by name (a move, another penilai, the school's own
 * data), so accepting such a usulan writes nothing of it.
 */
export const isTempat = (bidang: BidangUsulan): bidang is 'penilai' | 'sekolah' =>
  bidang === 'penilai' || bidang === 'sekolah';

/** Fewest letters that name a person or a school. */
const NAMA_TERPENDEK = 3;

/** A value as it is stored: without space around it, a NIP without what was typed between its digits. */
export const rapiNilai = (bidang: BidangUsulan, nilai: string): string => {
  const rapi = nilai.trim().replace(/\s+/g, ' ');
  if (bidang !== 'nip') return rapi;
  const { nip, salah } = periksaNip(rapi);
  return salah ? rapi : nip;
};

/** Why a usulan cannot be handed in: `usulan_salah` where no record could say so, `usulan_sama` where it says so already. */
export const periksaUsulan = ({ bidang, nilai, semula }: Usulan): Refusal | null => {
  const bentuk = isTempat(bidang)
    ? nilai.length >= NAMA_TERPENDEK
    : Pegawai.shape[bidang].safeParse(nilai).success;
  const cocok = bentuk && rapiNilai(bidang, nilai) === nilai;
  if (!cocok) return refuse('usulan_salah', { bidang });
  return nilai === semula ? refuse('usulan_sama', { bidang }) : null;
};

/** A person's data with an accepted correction in them: value, where it comes from, and what it took the place of. */
export const denganKoreksi = (
  pegawai: Pegawai,
  { bidang, nilai }: { readonly bidang: BidangPegawai; readonly nilai: string },
  pada: string,
): Pegawai => {
  const asal = pegawai.asal ?? { dasar: null, bidang: {} };
  const dulu = asal.bidang[bidang];
  // Corrected twice: what the personnel file says is still what stood there before the first time.
  const semula = dulu?.dari === 'usulan' ? (dulu.semula ?? '') : pegawai[bidang];
  return {
    ...pegawai,
    [bidang]: nilai,
    asal: { ...asal, bidang: { ...asal.bidang, [bidang]: { dari: 'usulan', pada, semula } } },
  };
};

/** What is asked of somebody who wants to decide. */
export type Putusan = {
  readonly pemilik: string;
  readonly bidang: BidangUsulan;
  readonly state: UsulanState;
  readonly tingkat: Tingkat;
  /** Who decides. */
  readonly id: string;
  /** True where the school has an admin besides its owner. */
  readonly adaAdminSekolah: boolean;
  /** Epoch ms, on the clock that `state.diajukan` was taken from. */
  readonly now: number;
};

/**
 * Why somebody may not decide now, or null: it is closed (`tahap_salah`), it is his own (`usulan_sendiri`), the school's
 * admin has had it for less than {@link JAM_SEKOLAH} hours (`menunggu_sekolah`).
 */
export const halanganPutusan = ({
  pemilik,
  state,
  tingkat,
  id,
  adaAdminSekolah,
  now,
}: Putusan): ProblemCode | null => {
  if (pemilik === id) return 'usulan_sendiri';
  if (!isTerbuka(state) || (tingkat === 'sekolah' && state.tahap === 'DITERUSKAN')) return 'tahap_salah';
  const milikSekolah = tingkat === 'instansi' && state.tahap === 'DIAJUKAN' && adaAdminSekolah;
  return milikSekolah && now - state.diajukan < JAM_SEKOLAH * JAM ? 'menunggu_sekolah' : null;
};

/**
 * What a yes means: a school's admin passes it on, the instansi's accepts it. A NIP is passed on by whoever says yes first
 * (two persons, trust.md 3.2); `orang_kedua` where the same one says it again.
 */
export const langkahSetuju = ({
  bidang,
  state,
  tingkat,
  id,
}: Pick<Putusan, 'bidang' | 'state' | 'tingkat' | 'id'>): 'teruskan' | 'terima' | 'orang_kedua' => {
  if (tingkat === 'sekolah') return 'teruskan';
  if (bidang !== 'nip') return 'terima';
  if (!state.penerus) return 'teruskan';
  return state.penerus.id === id ? 'orang_kedua' : 'terima';
};
