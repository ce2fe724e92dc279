import type { RecordOf } from '../records/record.ts';
import type { Satker } from '../records/satker.ts';
import { isJenjang, type Konversi, konversiAk } from './angka-kredit.ts';
import { bulanDinilai } from './bulan-dinilai.ts';
import {
  hariTidakHadir,
  isTidakHadir,
  type KendalaTercatat,
  kendalaBerlaku,
  type SebabKendala,
  tanggalRentang,
} from './kendala.ts';
import { kodePeriode, type Periode, rentangPeriode } from './periode.ts';
import type { Predikat } from './predikat.ts';
import { berlaku, ringkasBulan } from './ringkas.ts';
import { periodeSkp, type SkpTercatat, skpBacaan, skpPada } from './skp-berlaku.ts';
import { bulanDari } from './tanggal.ts';
import { teksPolos } from './teks-polos.ts';

/** An entry, as far as a look back needs it. */
export type EntriSaya = Pick<RecordOf<'entri'>, 'id' | 'owner' | 'content' | 'state' | 'deleted'>;

/** Everything of one person that a look back on a year is worked out from. Others appear in none of it. */
export type BahanTahun = {
  readonly tahun: number;
  readonly hariIni: string;
  /** The day of her first entry ever: before it nobody asked her for one here. Null where there is none. */
  readonly mulai: string | null;
  readonly entri: readonly EntriSaya[];
  readonly kendala: readonly KendalaTercatat[];
  readonly skp: readonly SkpTercatat[];
  readonly evaluasi: readonly Pick<RecordOf<'evaluasi'>, 'content' | 'state' | 'deleted'>[];
  readonly satker: Pick<Satker, 'hariKerja' | 'kalender'> | null;
  /** Kind of work of a rencana aksi. */
  readonly jenisDari: (rencanaAksi: string | null) => string;
  /** Her jenjang as the personnel record has it; whatever is none of JF Guru earns no angka kredit. */
  readonly jenjang: string;
};

/**
 * One month. `hariKerja` are working days from her first entry ever up to today without those of illness and leave on which nothing was recorded;
 * it is `terisi` + `terjelaskan` + `kosong`, where `terjelaskan` are empty days for which she reported a kendala.
 */
export type BulanSaya = {
  readonly bulan: string;
  readonly kegiatan: number;
  readonly disetujui: number;
  readonly hariKerja: number;
  readonly terisi: number;
  readonly terjelaskan: number;
  readonly kosong: number;
  readonly tidakHadir: number;
};

/** Work on one RHK by its wording (null for what names none), realisasi per unit, and how much of it has evidence. */
export type RhkSaya = {
  readonly rhk: string | null;
  readonly kegiatan: number;
  readonly disetujui: number;
  readonly berbukti: number;
  readonly volume: readonly (readonly [satuan: string, banyak: number])[];
};

/** A result that was made final, with what it earns where it is the year's: hundredths, null where none can be told. */
export type HasilSaya = {
  readonly periode: Periode;
  readonly predikat: Predikat;
  readonly konversi: Konversi | null;
};

/** A year of one person. `sebab` are her own reasons, days by cause, leave and illness among them. */
export type Setahun = {
  readonly kegiatan: number;
  readonly disetujui: number;
  readonly menunggu: number;
  readonly dikembalikan: number;
  readonly berbukti: number;
  readonly foto: number;
  readonly tautan: number;
  readonly bulan: readonly BulanSaya[];
  readonly rhk: readonly RhkSaya[];
  /** Entries by kind of work, the most first. */
  readonly jenis: readonly (readonly [jenis: string, kegiatan: number])[];
  readonly sebab: readonly (readonly [sebab: SebabKendala, hari: number])[];
  readonly hasil: readonly HasilSaya[];
};

const dalamTahun = (tahun: number, tanggal: string): boolean => tanggal.startsWith(`${tahun}-`);
const isBerbukti = ({ content: { foto, tautan } }: EntriSaya): boolean => foto.length + tautan.length > 0;
const isDisetujui = ({ state }: EntriSaya): boolean => state.tahap === 'DISETUJUI';
const hitung = <T>(list: readonly T[], cocok: (satu: T) => boolean): number => list.filter(cocok).length;

/** Months of the year that have begun, from that of her first entry on. */
const bulanDihitung = ({ tahun, hariIni, mulai }: BahanTahun): string[] =>
  mulai === null
    ? []
    : Array.from({ length: 12 }, (_, i) => `${tahun}-${String(i + 1).padStart(2, '0')}`).filter(
        (bulan) => bulanDari(mulai) <= bulan && bulan <= bulanDari(hariIni),
      );

/** Days for which she said why she could not fill in, other than that she was away. */
const hariBerkendala = (kendala: readonly KendalaTercatat[]): ReadonlySet<string> =>
  new Set(
    kendala
      .filter((satu) => kendalaBerlaku(satu) && !isTidakHadir(satu.content.sebab))
      .flatMap(({ content: { mulai, selesai } }) => tanggalRentang(mulai, selesai)),
  );

const bulanan = (bahan: BahanTahun, entri: readonly EntriSaya[]): BulanSaya[] => {
  const { hariIni, satker, kendala, mulai } = bahan;
  const absen = new Set([...hariTidakHadir(kendala).values()].flatMap((hari) => [...hari]));
  const berkendala = hariBerkendala(kendala);
  return bulanDihitung(bahan).map((bulan) => {
    const milik = entri.filter(({ content }) => bulanDari(content.tanggal) === bulan);
    const { terisi, kosong } = ringkasBulan(bulan, milik, satker, hariIni);
    const ditagih = kosong.filter((tanggal) => tanggal >= (mulai ?? ''));
    const hadir = ditagih.filter((tanggal) => !absen.has(tanggal));
    const terjelaskan = hitung(hadir, (tanggal) => berkendala.has(tanggal));
    return {
      bulan,
      kegiatan: milik.length,
      disetujui: hitung(milik, isDisetujui),
      hariKerja: terisi + hadir.length,
      terisi,
      terjelaskan,
      kosong: hadir.length - terjelaskan,
      tidakHadir: ditagih.length - hadir.length,
    };
  });
};

/** Wording of the RHK that an entry was recorded under: codes are each SKP's own, so the same words are one RHK. */
const kataRhk = (skp: readonly SkpTercatat[]): ((entri: EntriSaya) => string | null) => {
  const perTanggal = new Map<string, ReturnType<typeof skpBacaan>>();
  return ({ content: { rhk, tanggal } }) => {
    if (rhk === null) return null;
    if (!perTanggal.has(tanggal)) perTanggal.set(tanggal, skpBacaan(skp, tanggal));
    return perTanggal.get(tanggal)?.rhk.find(({ kode }) => kode === rhk)?.rhk ?? null;
  };
};

/** Sums per unit, whatever its case; a unit goes by its first spelling. */
const volumeDari = (entri: readonly EntriSaya[]): RhkSaya['volume'] => {
  const volume = new Map<string, readonly [satuan: string, banyak: number]>();
  for (const { content } of entri) {
    const kunci = content.satuan.trim().toLowerCase();
    const [satuan, banyak] = volume.get(kunci) ?? [content.satuan.trim(), 0];
    volume.set(kunci, [satuan, banyak + content.realisasi]);
  }
  return [...volume.values()].sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
};

const perRhk = (entri: readonly EntriSaya[], skp: readonly SkpTercatat[]): RhkSaya[] => {
  const kata = kataRhk(skp);
  const kelompok = new Map<string | null, { rhk: string | null; isi: EntriSaya[] }>();
  for (const satu of entri) {
    const rhk = kata(satu);
    const kunci = rhk === null ? null : teksPolos(rhk);
    const ada = kelompok.get(kunci) ?? { rhk, isi: [] };
    ada.isi.push(satu);
    kelompok.set(kunci, ada);
  }
  return [...kelompok.values()]
    .map(({ rhk, isi }) => ({
      rhk,
      kegiatan: isi.length,
      disetujui: hitung(isi, isDisetujui),
      berbukti: hitung(isi, isBerbukti),
      volume: volumeDari(isi),
    }))
    .sort((a, b) => Number(a.rhk === null) - Number(b.rhk === null) || b.kegiatan - a.kegiatan);
};

const perJenis = (entri: readonly EntriSaya[], jenisDari: BahanTahun['jenisDari']): Setahun['jenis'] => {
  const jumlah = new Map<string, number>();
  for (const { content } of entri) {
    const jenis = jenisDari(content.rencanaAksi);
    jumlah.set(jenis, (jumlah.get(jenis) ?? 0) + 1);
  }
  return [...jumlah].sort(([, a], [, b]) => b - a);
};

const sebabTahun = ({ tahun, kendala }: BahanTahun): Setahun['sebab'] => {
  const hari = new Map<SebabKendala, Set<string>>();
  for (const satu of kendala.filter(kendalaBerlaku)) {
    const { sebab, mulai, selesai } = satu.content;
    const milik = hari.get(sebab) ?? new Set();
    for (const tanggal of tanggalRentang(mulai, selesai)) if (dalamTahun(tahun, tanggal)) milik.add(tanggal);
    if (milik.size > 0) hari.set(sebab, milik);
  }
  return [...hari].map(([sebab, days]) => [sebab, days.size] as const).sort(([, a], [, b]) => b - a);
};

const konversiTahun = (
  periode: Periode,
  predikat: Predikat,
  { skp, jenjang }: Pick<BahanTahun, 'skp' | 'jenjang'>,
): Konversi | null => {
  if (periode.tipe !== 'tahunan' || !isJenjang(jenjang)) return null;
  const berlakuPada = skpPada(skp, rentangPeriode(periode).akhir)?.content;
  const bulan = bulanDinilai(periode, berlakuPada ? periodeSkp(berlakuPada) : null);
  const hasil = bulan && konversiAk({ tahun: periode.tahun, ...bulan, predikat, jenjang });
  return hasil === null || typeof hasil === 'string' ? null : hasil;
};

const hasilTahun = (bahan: BahanTahun): HasilSaya[] => {
  const tetap = new Map<string, HasilSaya>();
  for (const { content, state, deleted } of bahan.evaluasi) {
    const { periode } = content;
    if (deleted || state.tahap !== 'DITETAPKAN' || !state.predikat || periode.tahun !== bahan.tahun) continue;
    const { predikat } = state;
    tetap.set(kodePeriode(periode), { periode, predikat, konversi: konversiTahun(periode, predikat, bahan) });
  }
  const akhir = ({ periode }: HasilSaya): string => rentangPeriode(periode).akhir;
  return [...tetap.values()].sort(
    (a, b) =>
      akhir(a).localeCompare(akhir(b)) ||
      Number(a.periode.tipe === 'tahunan') - Number(b.periode.tipe === 'tahunan'),
  );
};

/**
 * A year of one person out of her own records: what she did, month by month and RHK by RHK, what came of it, and why days
 * are empty as far as she said. Nothing in it is a score or measures her against others.
 */
export const setahun = (bahan: BahanTahun): Setahun => {
  const entri = bahan.entri.filter((satu) => berlaku(satu) && dalamTahun(bahan.tahun, satu.content.tanggal));
  const tahap = (mana: string): number => hitung(entri, ({ state }) => state.tahap === mana);
  return {
    kegiatan: entri.length,
    disetujui: tahap('DISETUJUI'),
    menunggu: tahap('DIAJUKAN'),
    dikembalikan: tahap('DIKEMBALIKAN'),
    berbukti: hitung(entri, isBerbukti),
    foto: entri.reduce((jumlah, { content }) => jumlah + content.foto.length, 0),
    tautan: entri.reduce((jumlah, { content }) => jumlah + content.tautan.length, 0),
    bulan: bulanan(bahan, entri),
    rhk: perRhk(entri, bahan.skp),
    jenis: perJenis(entri, bahan.jenisDari),
    sebab: sebabTahun(bahan),
    hasil: hasilTahun(bahan),
  };
};
