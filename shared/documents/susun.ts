import {
  akumulasiAk,
  type BarisAk,
  bacaKodePeriode,
  bulanDari,
  bulanDinilai,
  type EntriTercatat,
  isJenjang,
  kebutuhanAk,
  kodePeriode,
  kodeUtuh,
  konversiAk,
  type Periode,
  periodeSkp,
  rentangPeriode,
  type SkpTercatat,
  skpPada,
  tambahBulan,
  tambahHari,
  tanggalPada,
} from '../domain/index.ts';
import type { Pegawai } from '../records/pegawai.ts';
import type { RecordOf } from '../records/record.ts';
import type { Satker } from '../records/satker.ts';
import type { PenilaiSkp } from '../records/skp.ts';
import { dokumenAkumulasi, dokumenKonversi, dokumenPenetapan } from './akumulasi.ts';
import { type Bahan, type PenilaiCetak, penilaiCetak } from './bahan.ts';
import type { Dokumen, JenisDokumen } from './dokumen.ts';
import { dokumenEvaluasi, dokumenPenilaian } from './evaluasi.ts';
import { dokumenProgres } from './progres.ts';
import { dokumenRekap } from './rekap.ts';
import { dokumenSkp } from './skp.ts';

/** What a teacher noted of her own angka kredit: hundredths of the last PAK, and the rows that come after it. */
export type CatatanAk = { readonly awal: number; readonly baris: readonly BarisAk[] };

/** Which document is wanted. */
export type Minta = {
  readonly jenis: JenisDokumen;
  /** Id of the person whose it is. */
  readonly pemilik: string;
  /** `YYYY-MM`; of the SKP its year. */
  readonly bulan: string;
  /** Short name of the evaluation's period (`2026-B11`), where the document is about one. */
  readonly periode: string | null;
  readonly denganFoto: boolean;
  /** Today. What stands bears the date on which it was approved instead, so that it stays the same. */
  readonly tanggal: string;
  /** Her notes, where she asks for a document that is made from them. */
  readonly ak: CatatanAk | null;
};

type Tercatat = Pick<RecordOf<'evaluasi'>, 'content' | 'state' | 'deleted'>;

/** Where a document's facts come from: the phone's database or the server's. Records of one school. */
export type Sumber = {
  readonly pegawai: (id: string) => Promise<Pegawai | null>;
  readonly satker: () => Promise<Satker | null>;
  readonly entri: (pemilik: string, bulan: string) => Promise<readonly EntriTercatat[]>;
  readonly skp: (pemilik: string) => Promise<readonly SkpTercatat[]>;
  readonly evaluasi: (pemilik: string) => Promise<readonly Tercatat[]>;
  /** Heads as the matriks of the school names them, the newest first. */
  readonly pimpinan: () => Promise<readonly PenilaiSkp[]>;
};

/** A document, or what is missing to make it. */
export type Tersusun =
  | { readonly dokumen: Dokumen }
  | { readonly kurang: 'orang' | 'skp' | 'angka_kredit' | 'evaluasi' | 'jenjang' };

const ZONA_BAWAAN = 'Asia/Jakarta';

type Meja = {
  readonly sumber: Sumber;
  readonly minta: Minta;
  readonly bahan: Bahan;
  readonly atasan: PenilaiCetak | null;
};

/** The date of what stands is that of its approval, in the school's zone. */
const bertanggal = (bahan: Bahan, saat: number | undefined): Bahan =>
  saat === undefined ? bahan : { ...bahan, tanggal: tanggalPada(saat, bahan.satker?.zona ?? ZONA_BAWAAN) };

const skpDokumen = async ({ sumber, minta, bahan }: Meja): Promise<Tersusun> => {
  const skp = skpPada(await sumber.skp(minta.pemilik), minta.bulan);
  if (!skp) return { kurang: 'skp' };
  return { dokumen: dokumenSkp(bertanggal(bahan, skp.state.pada), skp.content, skp.state) };
};

const bulanan = async ({ sumber, minta, bahan }: Meja): Promise<Tersusun> => {
  const { jenis, pemilik, bulan, denganFoto } = minta;
  const skp = skpPada(await sumber.skp(pemilik), bulan)?.content ?? null;
  const isi = { bulan, entriList: await sumber.entri(pemilik, bulan), skp };
  if (jenis === 'progres') return { dokumen: dokumenProgres(bahan, isi) };
  const terkunci = bahan.satker?.bulanTerkunci.includes(bulan) ?? false;
  const akhir = tambahHari(`${tambahBulan(bulan, 1)}-01`, -1);
  return {
    dokumen: dokumenRekap(terkunci ? { ...bahan, tanggal: akhir } : bahan, { ...isi, denganFoto }),
  };
};

/** The evaluation of a period: the one that was fixed where there are two. */
const evaluasiPada = (all: readonly Tercatat[], periode: Periode): Tercatat | undefined => {
  const kode = kodePeriode(periode);
  const milik = all.filter(({ content, deleted }) => !deleted && kodePeriode(content.periode) === kode);
  return milik.find(({ state }) => state.tahap === 'DITETAPKAN') ?? milik[0];
};

const perEvaluasi = async ({ sumber, minta, bahan: kini, atasan }: Meja): Promise<Tersusun> => {
  const periode = minta.periode === null ? null : bacaKodePeriode(minta.periode);
  const satu = periode && evaluasiPada(await sumber.evaluasi(minta.pemilik), periode);
  if (!periode || !satu) return { kurang: 'evaluasi' };
  const { content: evaluasi, state } = satu;
  const tetap = state.tahap === 'DITETAPKAN';
  const bahan = bertanggal(kini, tetap ? (state.keberatan?.keputusan?.pada ?? state.pada) : undefined);
  const skp = skpPada(await sumber.skp(minta.pemilik), rentangPeriode(periode).akhir)?.content ?? null;
  if (minta.jenis === 'konversi') {
    const { jenjang } = bahan.pegawai;
    if (!isJenjang(jenjang)) return { kurang: 'jenjang' };
    const bulan = bulanDinilai(periode, skp && periodeSkp(skp));
    const konversi =
      state.predikat &&
      bulan &&
      konversiAk({ tahun: periode.tahun, ...bulan, predikat: state.predikat, jenjang });
    if (!konversi || typeof konversi === 'string' || !tetap) return { kurang: 'evaluasi' };
    return { dokumen: dokumenKonversi(bahan, { jenjang, konversi, sah: tetap }) };
  }
  const capaian = bahan.satker?.capaian?.find((one) => one.periode === kodeUtuh(periode))?.capaian ?? null;
  const isi = { evaluasi, state, skp, capaian, atasan };
  if (minta.jenis === 'evaluasi') return { dokumen: dokumenEvaluasi(bahan, isi) };
  const tanggal = (saat: number) => tanggalPada(saat, bahan.satker?.zona ?? ZONA_BAWAAN);
  return { dokumen: dokumenPenilaian(bahan, { ...isi, tanggal }) };
};

const dariCatatan = ({ minta, bahan }: Meja): Tersusun => {
  const { ak, jenis, tanggal } = minta;
  const { jenjang } = bahan.pegawai;
  if (!isJenjang(jenjang)) return { kurang: 'jenjang' };
  if (!ak || ak.baris.length === 0) return { kurang: 'angka_kredit' };
  const isi = { jenjang, awal: ak.awal, akumulasi: akumulasiAk(ak.baris, jenjang) };
  if (jenis === 'akumulasi') return { dokumen: dokumenAkumulasi(bahan, isi) };
  const kebutuhan = kebutuhanAk(bahan.pegawai, bulanDari(tanggal));
  return { dokumen: dokumenPenetapan(bahan, { ...isi, kebutuhan }) };
};

/** Who stands above the penilai, as far as the penilai's own record says. */
const atasanDari = (penilai: Pegawai | null): PenilaiCetak | null =>
  penilai?.penilai
    ? { nama: penilai.penilai.nama, nip: '', pangkat: '', jabatan: penilai.penilai.jabatan }
    : null;

const JALAN: Readonly<Record<JenisDokumen, (meja: Meja) => Tersusun | Promise<Tersusun>>> = {
  rekap: bulanan,
  progres: bulanan,
  skp: skpDokumen,
  evaluasi: perEvaluasi,
  penilaian: perEvaluasi,
  konversi: perEvaluasi,
  akumulasi: dariCatatan,
  penetapan: dariCatatan,
};

/** Makes a document from what a source holds: the same on a phone without network and on the server. */
export const susunDokumen = async (minta: Minta, sumber: Sumber): Promise<Tersusun> => {
  const pegawai = await sumber.pegawai(minta.pemilik);
  if (!pegawai) return { kurang: 'orang' };
  const penilai = pegawai.penilai ? await sumber.pegawai(pegawai.penilai.id) : null;
  const bahan: Bahan = {
    pegawai,
    penilai: penilaiCetak(pegawai, penilai, await sumber.pimpinan()),
    satker: await sumber.satker(),
    tanggal: minta.tanggal,
  };
  return JALAN[minta.jenis]({ sumber, minta, bahan, atasan: atasanDari(penilai) });
};

/** What a document is about beside its person: a month, a year, or a period. Two of one subject are versions of each other. */
export const tentangDokumen = ({
  jenis,
  bulan,
  periode,
}: Pick<Minta, 'jenis' | 'bulan' | 'periode'>): string =>
  jenis === 'rekap' || jenis === 'progres' ? bulan : (periode ?? bulan.slice(0, 4));
