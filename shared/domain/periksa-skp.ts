import { type ProblemParams, type Refusal, refuse } from '../protocol/problem-codes.ts';
import type { Indikator, Rhk, Skp } from '../records/skp.ts';
import { bedaSkp } from './beda-skp.ts';
import { batasSkp } from './periode.ts';
import { periodeSkp, type SkpTercatat, skpBerlaku } from './skp-berlaku.ts';
import { teksPolos } from './teks-polos.ts';

const TOLAK = 'tolak';
const INGAT = 'peringatan';

/**
 * Every rule: whether it refuses or warns, and where it comes from. Article numbers are named only where they are known;
 * "kebiasaan kepegawaian" is what a careful personnel officer asks where no rule could be read.
 */
export const ATURAN_SKP = {
  periode_kosong: [TOLAK, 'PermenPANRB 6/2022, format SKP: Periode Penilaian'],
  periode_terbalik: [TOLAK, 'PermenPANRB 6/2022, format SKP: Periode Penilaian'],
  periode_lain_tahun: [TOLAK, 'PermenPANRB 6/2022: SKP disusun per tahun kinerja'],
  periode_tumpuk: [TOLAK, 'Manual e-Kinerja BKN: satu SKP untuk satu periode'],
  lewat_januari: [INGAT, 'PermenPANRB 6/2022: SKP ditetapkan paling lambat akhir Januari'],
  penilai_kosong: [TOLAK, 'PermenPANRB 6/2022 pasal 1: pejabat penilai adalah atasan langsung'],
  penilai_diri: [TOLAK, 'PermenPANRB 6/2022 pasal 1: pejabat penilai adalah atasan langsung'],
  penilai_lain: [INGAT, 'PermenPANRB 6/2022 pasal 1: atasan langsung atau pejabat yang diberi pendelegasian'],
  tanpa_utama: [TOLAK, 'PermenPANRB 6/2022, format SKP bagian A: Utama'],
  rhk_kosong: [TOLAK, 'PermenPANRB 6/2022, format SKP: Rencana Hasil Kerja'],
  rhk_ganda: [INGAT, 'Kebiasaan kepegawaian: satu hasil kerja ditulis sekali'],
  kode_ganda: [TOLAK, 'Kebiasaan kepegawaian: kegiatan menunjuk satu RHK'],
  intervensi_kosong: [TOLAK, 'PermenPANRB 6/2022, format SKP: RHK Pimpinan yang Diintervensi'],
  rhk_tanpa_indikator: [TOLAK, 'PermenPANRB 6/2022, format SKP: Indikator Kinerja Individu'],
  indikator_kosong: [TOLAK, 'PermenPANRB 6/2022, format SKP: Indikator Kinerja Individu'],
  target_kosong: [TOLAK, 'PermenPANRB 6/2022, pendekatan kuantitatif: Target'],
  target_nol: [TOLAK, 'PermenPANRB 6/2022, pendekatan kuantitatif: Target'],
  target_tanpa_angka: [INGAT, 'PermenPANRB 6/2022, pendekatan kuantitatif: terukur'],
  satuan_kosong: [TOLAK, 'PermenPANRB 6/2022, pendekatan kuantitatif: satuan'],
  persen_lebih: [INGAT, 'Kebiasaan kepegawaian: persentase paling banyak 100'],
  aksi_kosong: [INGAT, 'Manual e-Kinerja BKN: Pengisian Rencana Aksi'],
  aksi_belum_ditulis: [TOLAK, 'Manual e-Kinerja BKN: Pengisian Rencana Aksi'],
  perilaku_kosong: [INGAT, 'PermenPANRB 6/2022, format SKP: Ekspektasi Khusus Pimpinan'],
  lampiran_kosong: [INGAT, 'PermenPANRB 6/2022, format Lampiran SKP'],
  alasan_kosong: [TOLAK, 'Kebiasaan kepegawaian: perubahan SKP disertai alasan'],
  tanpa_perubahan: [TOLAK, 'Kebiasaan kepegawaian: versi baru memuat perubahan'],
} as const satisfies Readonly<Record<string, readonly ['tolak' | 'peringatan', string]>>;

/** A code of the table above. */
export type KodeSkp = keyof typeof ATURAN_SKP;

/** One thing that the rules say of an SKP; `rhk` is the place of the RHK that it is about, `ke` that of its indicator or aksi. */
export type TemuanSkp = {
  readonly kode: KodeSkp;
  readonly berat: 'tolak' | 'peringatan';
  readonly rhk?: number;
  readonly ke?: number;
  readonly params?: ProblemParams;
};

/** What the rules judge an SKP against. */
export type KonteksSkp = {
  /** Record that is judged; null before it is stored. */
  readonly id: string | null;
  readonly pemilik: string;
  /** The owner's NIP and her penilai, as the school's data has them; undefined where it has not come. */
  readonly pegawai: { readonly nip: string; readonly penilai: { readonly id: string } | null } | undefined;
  /** All SKP of the owner, in whatever stage. */
  readonly lain: readonly SkpTercatat[];
  /** The judge's date; left out where lateness is nobody's business any more. */
  readonly hariIni?: string;
  /** Last day for SKP of a year by the school's rule; the regulation's own where it is not at hand. */
  readonly batas?: typeof batasSkp;
};

type Letak = Omit<TemuanSkp, 'kode' | 'berat'>;
const temukan = (kode: KodeSkp, letak: Letak = {}): TemuanSkp => ({
  kode,
  berat: ATURAN_SKP[kode][0],
  ...letak,
});
const bila = (syarat: boolean, kode: KodeSkp, letak?: Letak): TemuanSkp[] =>
  syarat ? [temukan(kode, letak)] : [];
const kosong = (teks: string | undefined | null): boolean => !teks?.trim();

/** An SKP of the same days that is handed in or in force, and that this one does not take the place of. */
const tumpuk = (skp: Skp, { id, lain }: KonteksSkp): SkpTercatat | undefined => {
  const { awal, akhir } = periodeSkp(skp);
  const diajukan = lain.filter(({ state, deleted }) => state.tahap === 'DIAJUKAN' && !deleted);
  return [...skpBerlaku(lain), ...diajukan].find((other) => {
    if (other.id === id || other.id === skp.mengganti) return false;
    const hari = periodeSkp(other.content);
    return hari.awal <= akhir && awal <= hari.akhir;
  });
};

const periksaPeriode = (skp: Skp, konteks: KonteksSkp): TemuanSkp[] => {
  if (!skp.periode) return [temukan('periode_kosong')];
  const { awal, akhir } = skp.periode;
  if (akhir < awal) return [temukan('periode_terbalik')];
  const tahun = String(skp.tahun);
  if (!awal.startsWith(tahun) || !akhir.startsWith(tahun))
    return [temukan('periode_lain_tahun', { params: { tahun } })];
  const lain = tumpuk(skp, konteks);
  const { hariIni = '', batas: menurut = batasSkp } = konteks;
  const batas = menurut(skp.tahun, {});
  return [
    ...(lain
      ? [temukan('periode_tumpuk', { params: { ...periodeSkp(lain.content), tahap: lain.state.tahap } })]
      : []),
    ...bila(!skp.mengganti && awal === `${tahun}-01-01` && hariIni > batas, 'lewat_januari', {
      params: { batas },
    }),
  ];
};

const periksaPenilai = ({ penilai }: Skp, { pemilik, pegawai }: KonteksSkp): TemuanSkp[] => {
  if (!penilai || kosong(penilai.nama)) return [temukan('penilai_kosong')];
  if (penilai.id === pemilik || (pegawai && penilai.nip === pegawai.nip)) return [temukan('penilai_diri')];
  return bila(pegawai?.penilai != null && pegawai.penilai.id !== penilai.id, 'penilai_lain');
};

const angkaDari = (target: string): number => {
  const [angka] = /-?\d+([.,]\d+)?/.exec(target.replace(/\.(?=\d{3}\b)/g, '')) ?? [];
  return angka === undefined ? Number.NaN : Number(angka.replace(',', '.'));
};

const periksaUkuran = (
  { indikator, target, satuan }: Indikator,
  kuantitatif: boolean,
  letak: Letak,
): TemuanSkp[] => {
  if (kosong(indikator)) return [temukan('indikator_kosong', letak)];
  if (!kuantitatif) return [];
  if (kosong(target)) return [temukan('target_kosong', letak)];
  const angka = angkaDari(target);
  const persen = /persen|%/i.test(`${target} ${satuan}`);
  return [
    ...bila(Number.isNaN(angka), 'target_tanpa_angka', letak),
    ...bila(angka <= 0, 'target_nol', letak),
    ...bila(persen && angka > 100, 'persen_lebih', letak),
    // A target such as "95 %" names its unit itself.
    ...bila(kosong(satuan) && !/[\p{L}%]/u.test(target), 'satuan_kosong', letak),
  ];
};

const periksaSatuRhk = (
  one: Rhk,
  rhk: number,
  { skp, bawahan }: { skp: Skp; bawahan: boolean },
): TemuanSkp[] => [
  ...bila(kosong(one.rhk), 'rhk_kosong', { rhk }),
  ...bila(bawahan && one.jenis === 'utama' && kosong(one.intervensi), 'intervensi_kosong', { rhk }),
  ...bila(one.indikator.length === 0, 'rhk_tanpa_indikator', { rhk }),
  ...one.indikator.flatMap((satu, ke) => periksaUkuran(satu, skp.pendekatan === 'kuantitatif', { rhk, ke })),
  ...bila(one.rencanaAksi.length === 0, 'aksi_kosong', { rhk }),
  ...one.rencanaAksi.flatMap(({ nama, satuan }, ke) =>
    bila(kosong(nama) || kosong(satuan), 'aksi_belum_ditulis', { rhk, ke }),
  ),
];

const periksaGanda = ({ rhk }: Skp): TemuanSkp[] =>
  rhk.flatMap(({ kode, rhk: teks }, i) => {
    const sebelum = rhk.slice(0, i);
    return [
      ...bila(
        sebelum.some((other) => other.kode === kode),
        'kode_ganda',
        { rhk: i },
      ),
      ...bila(
        !kosong(teks) && sebelum.some((other) => teksPolos(other.rhk) === teksPolos(teks)),
        'rhk_ganda',
        { rhk: i },
      ),
    ];
  });

const LAMPIRAN = ['dukungan', 'skema', 'konsekuensi'] as const;

const periksaIsiLain = ({ perilaku = [], lampiran }: Skp): TemuanSkp[] => {
  const kurang = LAMPIRAN.filter((bagian) => !lampiran?.[bagian].some((butir) => !kosong(butir)));
  return [
    ...bila(perilaku.every(kosong), 'perilaku_kosong'),
    ...bila(kurang.length > 0, 'lampiran_kosong', { params: { bagian: kurang.join() } }),
  ];
};

const berbeda = (lama: Skp, kini: Skp): boolean => {
  const { bagian, rhk } = bedaSkp(lama, kini);
  return bagian.length + rhk.length > 0;
};

const periksaPerubahan = (skp: Skp, { lain }: KonteksSkp): TemuanSkp[] => {
  if (!skp.mengganti) return [];
  const lama = lain.find(({ id }) => id === skp.mengganti);
  return [
    ...bila(kosong(skp.alasan), 'alasan_kosong'),
    ...bila(lama !== undefined && !berbeda(lama.content, skp), 'tanpa_perubahan'),
  ];
};

/**
 * Everything that the rules say of an SKP before it is handed in, refusals first: the one place where it is judged, as it
 * is typed and on the server. Never throws, however unfinished the draft is.
 */
export const periksaSkp = (skp: Skp, konteks: KonteksSkp): TemuanSkp[] => {
  const bawahan = konteks.pegawai?.penilai != null;
  return [
    ...periksaPeriode(skp, konteks),
    ...periksaPenilai(skp, konteks),
    ...bila(!skp.rhk.some(({ jenis }) => jenis === 'utama'), 'tanpa_utama'),
    ...skp.rhk.flatMap((one, i) => periksaSatuRhk(one, i, { skp, bawahan })),
    ...periksaGanda(skp),
    ...periksaIsiLain(skp),
    ...periksaPerubahan(skp, konteks),
  ].sort((a, b) => Number(b.berat === TOLAK) - Number(a.berat === TOLAK));
};

/** The first refusal of {@link periksaSkp} as a verdict carries it: `skp_salah` with its code and the number of the RHK. */
export const tolakanSkp = (skp: Skp, konteks: KonteksSkp): Refusal | null => {
  const first = periksaSkp(skp, konteks).find(({ berat }) => berat === TOLAK);
  if (!first) return null;
  return refuse('skp_salah', {
    ...first.params,
    sebab: first.kode,
    ...(first.rhk === undefined ? {} : { rhk: first.rhk + 1 }),
  });
};
