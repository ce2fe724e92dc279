import {
  type AturanPeriode,
  aturanPeriode,
  bagianTahun,
  buktiRealisasi,
  type EntriTercatat,
  kodePeriode,
  type Periode,
  periodeTahun,
  realisasiIndikator,
  rentangPeriode,
  type SkpTercatat,
  type UsulRealisasi,
  usulRealisasi,
} from '../../../shared/domain/index.ts';
import type { Evaluasi, HasilRhk, RecordOf, Rhk, Satker, Skp } from '../../../shared/records/index.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import type { EvaluasiRow } from '../../store/index.ts';

const kata = words.isi.usul;

type Indikator = Rhk['indikator'][number];

/** What is written into one indicator before the teacher edits it; empty where the record counts something else. */
const usulTeks = (indikator: Indikator, usul: UsulRealisasi): string => {
  const jumlah = realisasiIndikator(indikator, usul);
  const satuan = indikator.satuan.trim() || indikator.target.replace(/^[\s\d.,]+/, '');
  return jumlah === null ? '' : kata.satuan(jumlah, satuan);
};

/** What the record holds that bears on one indicator, for whoever words its realisasi; undefined where it holds nothing. */
const bahanIndikator = ({ aspek }: Indikator, usul: UsulRealisasi): string | undefined => {
  if (usul.kegiatan === 0 || !usul.awal || !usul.akhir) return undefined;
  const kapan = words.rentang(usul.awal, usul.akhir);
  if (aspek === 'waktu') return kata.dari(usul.kegiatan, kapan);
  // How good it was is hers to say; the record can say how much of it can be looked at.
  if (aspek === 'kualitas') return kata.dari(usul.kegiatan, kata.berbukti(usul.berbukti));
  const volume = usul.volume.slice(0, 3).map((one) => kata.satuan(one.jumlah, one.satuan));
  return kata.dari(usul.kegiatan, `${volume.join(', ')} (${kapan})`);
};

const SATU: Indikator = { aspek: 'kuantitas', indikator: '', target: '', satuan: '' };

const ukuranDari = ({ indikator }: Rhk): readonly Indikator[] => (indikator.length > 0 ? indikator : [SATU]);

const usulRhk = (rhk: Rhk, entriList: readonly EntriTercatat[], periode: Periode): HasilRhk => {
  const usul = usulRealisasi(rhk.kode, entriList, rentangPeriode(periode));
  return {
    kode: rhk.kode,
    rhk: rhk.rhk,
    kegiatan: usul.kegiatan,
    ukuran: ukuranDari(rhk).map((satu) => ({
      indikator: satu.indikator,
      target: [satu.target, satu.satuan].filter(Boolean).join(' ').slice(0, 110),
      realisasi: usulTeks(satu, usul).slice(0, 300),
    })),
  };
};

/** A new evaluation as the record proposes it: every RHK of the SKP with what was approved in the period. */
export const usulEvaluasi = (skp: Skp, entriList: readonly EntriTercatat[], periode: Periode): Evaluasi => ({
  periode,
  hasil: skp.rhk.map((rhk) => usulRhk(rhk, entriList, periode)),
  diri: { hasil: null, perilaku: null },
  refleksi: '',
});

/** How many entries of an RHK are approved by now: more than were counted means that there is something new to propose. */
export const kegiatanKini = (
  hasil: HasilRhk,
  entriList: readonly EntriTercatat[],
  periode: Periode,
): number => buktiRealisasi(hasil.kode, entriList, rentangPeriode(periode)).length;

type Bahan = { readonly entriList: readonly EntriTercatat[]; readonly periode: Periode };

/** What the record proposes for one RHK now, in place of what was proposed before; what it proposes nothing for stays as written. */
export const usulBaru = (hasil: HasilRhk, skp: Skp, { entriList, periode }: Bahan): HasilRhk => {
  const rhk = skp.rhk.find(({ kode }) => kode === hasil.kode);
  if (!rhk) return hasil;
  const baru = usulRhk(rhk, entriList, periode);
  const tertulis = (indikator: string): string =>
    hasil.ukuran.find((satu) => satu.indikator === indikator)?.realisasi ?? '';
  return {
    ...baru,
    ukuran: baru.ukuran.map((satu) => ({ ...satu, realisasi: satu.realisasi || tertulis(satu.indikator) })),
  };
};

/** What the record holds for each indicator of one RHK, by the indicator's words. */
export const bahanRhk = (
  kode: string,
  skp: Skp,
  { entriList, periode }: Bahan,
): ReadonlyMap<string, string | undefined> => {
  const rhk = skp.rhk.find((satu) => satu.kode === kode);
  const usul = usulRealisasi(kode, entriList, rentangPeriode(periode));
  return new Map((rhk ? ukuranDari(rhk) : []).map((satu) => [satu.indikator, bahanIndikator(satu, usul)]));
};

/** Where the form of a period keeps what is typed and not saved yet. */
export const kunciKetikan = (periode: Periode): string => `evaluasi-${kodePeriode(periode)}`;

/** One period of a person: the evaluation that counts, and any other that waits to be settled. */
export type SatuPeriode = {
  readonly periode: Periode;
  readonly aturan: AturanPeriode;
  readonly utama: EvaluasiRow | undefined;
  readonly lain: EvaluasiRow | undefined;
};

/** The periods of a year under the school's rule, and those that were evaluated under another one; newest first. */
export const daftarPeriode = (
  tahun: number,
  satker: RecordOf<'satker'> | undefined,
  evaluasiList: readonly EvaluasiRow[],
  skp: readonly SkpTercatat[],
): SatuPeriode[] => {
  const aturan = aturanPeriode((satker?.content as Satker | undefined) ?? null, tahun);
  const milik = evaluasiList.filter(({ content }) => content.periode.tahun === tahun);
  const all = [
    ...periodeTahun(tahun, aturan, bagianTahun(skp, tahun)),
    ...milik.map(({ content }) => content.periode),
  ];
  const unik = [...new Map(all.map((satu) => [kodePeriode(satu), satu])).values()];
  return unik
    .sort((a, b) => (rentangPeriode(a).akhir < rentangPeriode(b).akhir ? 1 : -1))
    .map((periode) => {
      const [utama, lain] = milik.filter(
        ({ content }) => kodePeriode(content.periode) === kodePeriode(periode),
      );
      return { periode, aturan, utama, lain };
    });
};
