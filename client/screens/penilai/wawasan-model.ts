import {
  type BahanWawasan,
  HARI_TERTINGGAL,
  hariKerjaDi,
  type IsianGuru,
  isianSekolah,
  type LogHarian,
  namaLengkap,
  type PekanSekolah,
  type RentangHari,
  type SebaranRhk,
  sebaranRhk,
  type TandaAwal,
  tambahHari,
  tandaAwal,
  tanggalPada,
  trenPekan,
} from '../../../shared/domain/index.ts';
import type { RecordOf } from '../../../shared/records/index.ts';
import type { KendalaRow, Menunggu } from '../../store/index.ts';

/** Weeks of the plot, and days that the lists look back on. */
const PEKAN = 8;
const HARI = 28;

/** What the phone holds of the school, as read from its database. */
export type BacaanSekolah = {
  readonly satker: RecordOf<'satker'> | undefined;
  readonly pegawai: readonly RecordOf<'pegawai'>[];
  readonly entri: readonly RecordOf<'entri'>[];
  readonly kendala: readonly KendalaRow[];
  readonly skp: readonly RecordOf<'skp'>[];
  readonly menunggu: readonly Menunggu[];
  /** Day of the first entry that the phone knows of: before it the school was not here yet. */
  readonly mulai: string | null;
};

/** Something that waits for the head; `sejak` is a date of the school, null where it is not known. */
export type MenungguSaya = Pick<Menunggu, 'jenis' | 'jumlah'> & { readonly sejak: string | null };

/** The school at a glance. */
export type Wawasan = {
  readonly log: LogHarian;
  readonly orang: ReadonlyMap<string, string>;
  /** Of today: who has filled in, of those who are there; null where today is no working day. */
  readonly hariIni: { readonly terisi: number; readonly dari: number } | null;
  /** Everybody, over the last four weeks up to yesterday: a day that is not over is owed by nobody. */
  readonly isian: readonly IsianGuru[];
  readonly tertinggal: readonly IsianGuru[];
  readonly menunggu: readonly MenungguSaya[];
  readonly tanda: readonly TandaAwal[];
  readonly rhk: readonly SebaranRhk[];
  readonly kendala: readonly KendalaRow[];
  readonly entri: ReadonlyMap<string, RecordOf<'entri'>>;
};

/** Days of entries that a look needs, today included. */
export const rentangWawasan = (hariIni: string): RentangHari => ({
  awal: tambahHari(hariIni, -HARI),
  akhir: hariIni,
});
/** Days before those, that only the plot needs: they are read when the rest is on the screen, for they take as long again. */
export const rentangLama = (hariIni: string): RentangHari => ({
  awal: tambahHari(hariIni, -7 * PEKAN),
  akhir: tambahHari(hariIni, -HARI - 1),
});

const hariIniTerisi = (bahan: BahanWawasan, hariIni: string): Wawasan['hariIni'] => {
  const sehari = { awal: hariIni, akhir: hariIni };
  if (hariKerjaDi(sehari, bahan.satker).length === 0) return null;
  const isian = isianSekolah(bahan, sehari);
  return {
    terisi: isian.reduce((sum, { terisi }) => sum + terisi, 0),
    dari: isian.reduce((sum, { hariKerja }) => sum + hariKerja, 0),
  };
};

const tertinggalDari = (isian: readonly IsianGuru[], log: LogHarian): IsianGuru[] =>
  isian
    .filter(({ kosongAkhir }) => kosongAkhir.length >= HARI_TERTINGGAL[log])
    .sort((a, b) => b.kosongAkhir.length - a.kosongAkhir.length);

/** Oldest first; what has no date known comes last. */
const urutMenunggu = (menunggu: readonly Menunggu[], zona: string): MenungguSaya[] =>
  menunggu
    .map(({ jenis, jumlah, tanggal, saat }) => ({
      jenis,
      jumlah,
      sejak: tanggal ?? (saat === null ? null : tanggalPada(saat, zona)),
    }))
    .sort((a, b) => (a.sejak ?? '9').localeCompare(b.sejak ?? '9'));

/** Works the look out from what was read. People without a name here (who have left) are left out. */
export const susunWawasan = (
  { satker, pegawai, entri, kendala, skp, menunggu, mulai }: BacaanSekolah,
  { hariIni, saya }: { readonly hariIni: string; readonly saya: string },
): Wawasan => {
  const guru = pegawai.filter(({ owner }) => owner !== saya);
  const orang = new Map(guru.map(({ owner, content }) => [owner, namaLengkap(content)]));
  const log = satker?.content.logHarian ?? 'opsional';
  const bahan: BahanWawasan = { satker: satker?.content ?? null, orang: [...orang.keys()], entri, kendala };
  const kemarin = tambahHari(hariIni, -1);
  const awal = [tambahHari(hariIni, -HARI), mulai ?? hariIni].sort().at(-1) ?? hariIni;
  const rentang = { awal, akhir: kemarin };
  const isian = isianSekolah(bahan, rentang);
  const sebulan = entri.filter(({ owner, content }) => orang.has(owner) && content.tanggal >= rentang.awal);
  return {
    log,
    orang,
    hariIni: hariIniTerisi(bahan, hariIni),
    isian,
    tertinggal: tertinggalDari(isian, log),
    menunggu: urutMenunggu(menunggu, satker?.content.zona ?? 'Asia/Jakarta'),
    tanda: tandaAwal(isian, sebulan, log).filter(({ jenis }) => jenis !== 'kosong'),
    rhk: sebaranRhk(
      sebulan,
      skp.filter(
        ({ owner, content, state }) =>
          orang.has(owner) &&
          state.tahap === 'DISETUJUI' &&
          content.tahun >= Number(rentang.awal.slice(0, 4)),
      ),
    ),
    kendala: kendala.filter(({ owner, state }) => orang.has(owner) && state.tahap !== 'DITARIK'),
    entri: new Map(sebulan.map((satu) => [satu.id, satu])),
  };
};

/** The last weeks, those left out that lie before the school's first entry. */
export const trenSekolah = (
  { satker, entri, kendala, mulai }: BacaanSekolah,
  lama: readonly RecordOf<'entri'>[],
  { hariIni, orang }: { readonly hariIni: string; readonly orang: readonly string[] },
): PekanSekolah[] =>
  trenPekan(
    { satker: satker?.content ?? null, orang, entri: [...lama, ...entri], kendala },
    tambahHari(hariIni, -1),
    PEKAN,
  ).filter(({ akhir }) => akhir >= (mulai ?? hariIni));
