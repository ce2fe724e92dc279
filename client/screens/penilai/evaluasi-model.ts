import {
  aturanPeriode,
  bulanDari,
  kodePeriode,
  type Periode,
  type Predikat,
  periodeTahun,
  predikatDari,
  rentangPeriode,
  tambahBulan,
  tambahHari,
} from '../../../shared/domain/index.ts';
import type { Penilaian, RecordOf, Satker } from '../../../shared/records/index.ts';
import type { EntriRow, EvaluasiRow } from '../../store/index.ts';

/** Where a teacher stands in a period, as the head sees it; SEBAGIAN has one rating of two. */
export type TahapPenilai =
  | 'BELUM'
  | 'DRAF'
  | 'DIAJUKAN'
  | 'DIKEMBALIKAN'
  | 'SEBAGIAN'
  | 'DINILAI'
  | 'DITETAPKAN';

/** One teacher of the period. */
export type GuruEvaluasi = {
  readonly pegawai: RecordOf<'pegawai'>;
  readonly evaluasi: EvaluasiRow | undefined;
  readonly tahap: TahapPenilai;
  /** By the ratings kept so far: provisional until it is final. */
  readonly predikat: Predikat | null;
  /** Entries of the period that the head has not looked at yet: they would change the realisasi. */
  readonly belumDiperiksa: number;
};

/** Nothing rated yet. */
export const NILAI_KOSONG: Penilaian = { hasil: null, perilaku: null, umpan: [], catatan: '' };

/** What is rated so far: of a final result its own, else what the penilai has put down. */
export const nilaiKini = ({ state, penilaian }: EvaluasiRow): Penilaian =>
  (state.tahap === 'DITETAPKAN' ? state.nilai : penilaian?.[0]?.content.isi) ?? NILAI_KOSONG;

const tahapDari = (evaluasi: EvaluasiRow | undefined, predikat: Predikat | null): TahapPenilai => {
  if (!evaluasi) return 'BELUM';
  const { state, penilaian } = evaluasi;
  if (state.tahap !== 'DIAJUKAN' || !penilaian?.[0]) return state.tahap;
  return predikat === null ? 'SEBAGIAN' : 'DINILAI';
};

/** The staff in one period, by name, without the head himself. */
export const guruSeperiode = (
  periode: Periode,
  konteks: {
    readonly pegawai: readonly RecordOf<'pegawai'>[];
    readonly evaluasi: readonly EvaluasiRow[];
    readonly entri: readonly EntriRow[];
    readonly saya: string;
  },
): GuruEvaluasi[] => {
  const { akhir } = rentangPeriode(periode);
  const menunggu = new Map<string, number>();
  for (const { owner, state } of konteks.entri)
    if (state.tahap === 'DIAJUKAN') menunggu.set(owner, (menunggu.get(owner) ?? 0) + 1);
  const milik = new Map(konteks.evaluasi.map((satu) => [satu.owner, satu]));
  // A part of a year is theirs who served it; everybody has a month, a quarter and a year.
  const termasuk = (owner: string): boolean => !periode.bagian || milik.has(owner);
  return konteks.pegawai
    .filter(({ owner }) => owner !== konteks.saya && termasuk(owner))
    .map((pegawai) => {
      const evaluasi = milik.get(pegawai.owner);
      const dinilai = evaluasi?.state.tahap === 'DIAJUKAN' || evaluasi?.state.tahap === 'DITETAPKAN';
      const predikat = dinilai ? predikatDari(nilaiKini(evaluasi), akhir) : null;
      return {
        pegawai,
        evaluasi,
        tahap: tahapDari(evaluasi, predikat),
        predikat,
        belumDiperiksa: menunggu.get(pegawai.owner) ?? 0,
      };
    });
};

/** The months that a period reaches over, the first first. */
export const bulanPeriode = (periode: Periode): string[] => {
  const { awal, akhir } = rentangPeriode(periode);
  return Array.from({ length: 12 }, (_, i) => tambahBulan(bulanDari(awal), i)).filter(
    (bulan) => bulan <= bulanDari(akhir),
  );
};

/** Days into a new period during which a head still means the one before. */
const MASIH_LALU = 10;

/** Periods that have begun, newest first, of this year and the last; and the parts of a year that somebody has handed in. */
export const periodeAda = (
  hariIni: string,
  satker: Satker | null,
  bagian: readonly Periode[] = [],
): Periode[] => {
  const tahun = Number(hariIni.slice(0, 4));
  return [tahun - 1, tahun]
    .flatMap((satu) => periodeTahun(satu, aturanPeriode(satker, satu)))
    .concat(bagian)
    .filter((periode) => rentangPeriode(periode).awal <= hariIni)
    .sort((a, b) => (rentangPeriode(a).akhir < rentangPeriode(b).akhir ? 1 : -1));
};

/** The period that a head most likely means: the one that ends now or has ended a few days ago. */
export const periodeKini = (hariIni: string, satker: Satker | null): Periode | undefined => {
  const hari = tambahHari(hariIni, -MASIH_LALU);
  return periodeAda(hariIni, satker).find((periode) => {
    const { awal, akhir } = rentangPeriode(periode);
    return periode.tipe !== 'tahunan' && awal <= hari && hari <= akhir;
  });
};

/** The period to open on: the one most likely meant, or where nobody waits in that, the last in which somebody does. */
export const periodeAwal = (
  pilihan: readonly Periode[],
  ditunggu: readonly Periode[],
  kini: Periode | undefined,
): Periode | undefined => {
  const kode = new Set(ditunggu.map(kodePeriode));
  if (kini && kode.has(kodePeriode(kini))) return kini;
  return pilihan.find((satu) => kode.has(kodePeriode(satu))) ?? kini ?? pilihan[0];
};
