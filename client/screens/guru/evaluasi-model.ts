import {
  type AturanPeriode,
  aturanPeriode,
  bagianTahun,
  buktiRealisasi,
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
import type { EntriRow, EvaluasiRow } from '../../store/index.ts';

const kata = words.isi.usul;

/** What is written into one indicator before the teacher edits it; empty where the record says nothing of its aspect. */
const usulTeks = (indikator: Rhk['indikator'][number], usul: UsulRealisasi): string => {
  if (usul.kegiatan === 0 || !usul.awal || !usul.akhir) return '';
  const kapan = words.rentang(usul.awal, usul.akhir);
  if (indikator.aspek === 'waktu') return kapan;
  // How good it was is hers to say; the record can say how much of it can be looked at.
  if (indikator.aspek === 'kualitas')
    return usul.berbukti === 0 ? '' : kata.berbukti(usul.berbukti, usul.kegiatan);
  if (indikator.aspek !== 'kuantitas') return '';
  const jumlah = realisasiIndikator(indikator, usul);
  const satuan = usul.volume.find(({ jumlah: sum }) => sum === jumlah)?.satuan ?? indikator.satuan;
  const volume =
    jumlah === null
      ? usul.volume.slice(0, 3).map((one) => kata.satuan(one.jumlah, one.satuan))
      : [kata.satuan(jumlah, satuan)];
  return kata.dari(volume.join(', '), usul.kegiatan, kapan);
};

const SATU: Rhk['indikator'][number] = { aspek: 'kuantitas', indikator: '', target: '', satuan: '' };

const usulRhk = (rhk: Rhk, entriList: readonly EntriRow[], periode: Periode): HasilRhk => {
  const usul = usulRealisasi(rhk.kode, entriList, rentangPeriode(periode));
  const ukuran = rhk.indikator.length > 0 ? rhk.indikator : [SATU];
  return {
    kode: rhk.kode,
    rhk: rhk.rhk,
    kegiatan: usul.kegiatan,
    ukuran: ukuran.map((satu) => ({
      indikator: satu.indikator,
      target: [satu.target, satu.satuan].filter(Boolean).join(' ').slice(0, 110),
      realisasi: usulTeks(satu, usul).slice(0, 300),
    })),
  };
};

/** A new evaluation as the record proposes it: every RHK of the SKP with what was approved in the period. */
export const usulEvaluasi = (skp: Skp, entriList: readonly EntriRow[], periode: Periode): Evaluasi => ({
  periode,
  hasil: skp.rhk.map((rhk) => usulRhk(rhk, entriList, periode)),
  diri: { hasil: null, perilaku: null },
  refleksi: '',
});

/** How many entries of an RHK are approved by now: more than were counted means that there is something new to propose. */
export const kegiatanKini = (hasil: HasilRhk, entriList: readonly EntriRow[], periode: Periode): number =>
  buktiRealisasi(hasil.kode, entriList, rentangPeriode(periode)).length;

/** What the record proposes for one RHK now, in place of what was proposed before. */
export const usulBaru = (
  hasil: HasilRhk,
  skp: Skp,
  { entriList, periode }: { readonly entriList: readonly EntriRow[]; readonly periode: Periode },
): HasilRhk => {
  const rhk = skp.rhk.find(({ kode }) => kode === hasil.kode);
  return rhk ? usulRhk(rhk, entriList, periode) : hasil;
};

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
