import {
  type BahanWawasan,
  bertugasAntara,
  bertugasPada,
  HARI_TERTINGGAL,
  hariKerjaDi,
  type IsianGuru,
  isianSekolah,
  type LogHarian,
  namaLengkap,
  type OrangBertugas,
  orangBertugasDiHp,
  type PekanSekolah,
  type RentangHari,
  type SebabKendala,
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
  readonly penugasan: readonly RecordOf<'penugasan'>[];
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
  /** Names of those who serve in the school today, and of everybody whose days are counted. */
  readonly orang: ReadonlyMap<string, string>;
  readonly nama: ReadonlyMap<string, string>;
  readonly bertugas: readonly OrangBertugas[];
  /** Of today: who has filled in, of those who are there; null where today is no working day. */
  readonly hariIni: { readonly terisi: number; readonly dari: number } | null;
  /** Everybody who served there, over the last four weeks up to yesterday: a day that is not over is owed by nobody. */
  readonly isian: readonly IsianGuru[];
  readonly tertinggal: readonly IsianGuru[];
  /** False where nobody has recorded anything here yet, as far as the phone knows: then nobody can have fallen behind. */
  readonly adaKegiatan: boolean;
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

/** Whoever falls behind, of those whose days are handed in: the head's screens and the reminder say the same. */
export const tertinggalDari = (isian: readonly IsianGuru[], log: LogHarian): IsianGuru[] =>
  isian
    .filter(({ kosongAkhir }) => kosongAkhir.length >= HARI_TERTINGGAL[log])
    .sort((a, b) => b.kosongAkhir.length - a.kosongAkhir.length);

/** What somebody said herself of the days since which she is empty: the causes that touch them, each once, the last first. */
export const sebabKosong = (
  kendala: readonly Pick<KendalaRow, 'owner' | 'content'>[],
  { owner, sejak, hariIni }: { readonly owner: string; readonly sejak: string; readonly hariIni: string },
): SebabKendala[] => {
  const kena = kendala
    .filter(
      ({ owner: siapa, content }) => siapa === owner && content.selesai >= sejak && content.mulai <= hariIni,
    )
    .sort((a, b) => b.content.mulai.localeCompare(a.content.mulai));
  return [...new Set(kena.map(({ content }) => content.sebab))];
};

/** Oldest first; what has no date known comes last. */
const urutMenunggu = (menunggu: readonly Menunggu[], zona: string): MenungguSaya[] =>
  menunggu
    .map(({ jenis, jumlah, tanggal, saat }) => ({
      jenis,
      jumlah,
      sejak: tanggal ?? (saat === null ? null : tanggalPada(saat, zona)),
    }))
    .sort((a, b) => (a.sejak ?? '9').localeCompare(b.sejak ?? '9'));

/**
 * Works the look out from what was read: days are counted for whoever served then, lists name whoever serves today. Who
 * heads or stands in is none of them on the days on which he does.
 */
export const susunWawasan = (
  { satker, pegawai, penugasan, entri, kendala, skp, menunggu, mulai }: BacaanSekolah,
  { hariIni, saya }: { readonly hariIni: string; readonly saya: string },
): Wawasan => {
  const bertugas = orangBertugasDiHp({ pegawai, penugasan }, saya);
  const nama = new Map(pegawai.map(({ owner, content }) => [owner, namaLengkap(content)]));
  const kini = bertugas.filter((satu) => bertugasPada(satu, hariIni));
  const orang = new Map(kini.map(({ id }) => [id, nama.get(id) ?? '']));
  const log = satker?.content.logHarian ?? 'opsional';
  const bahan: BahanWawasan = { satker: satker?.content ?? null, orang: bertugas, entri, kendala };
  const kemarin = tambahHari(hariIni, -1);
  const awal = [tambahHari(hariIni, -HARI), mulai ?? hariIni].sort().at(-1) ?? hariIni;
  const rentang = { awal, akhir: kemarin };
  const isian = isianSekolah(
    { ...bahan, orang: bertugas.filter((satu) => bertugasAntara(satu, awal, hariIni)) },
    rentang,
  );
  const isianKini = isian.filter(({ owner }) => orang.has(owner));
  const dilihat = new Set(isian.map(({ owner }) => owner));
  const sebulan = entri.filter(({ owner, content }) => dilihat.has(owner) && content.tanggal >= rentang.awal);
  return {
    log,
    ...{ orang, nama, bertugas },
    hariIni: hariIniTerisi(bahan, hariIni),
    isian,
    tertinggal: tertinggalDari(isianKini, log),
    adaKegiatan: mulai !== null,
    menunggu: urutMenunggu(menunggu, satker?.content.zona ?? 'Asia/Jakarta'),
    tanda: tandaAwal(isianKini, sebulan, log).filter(({ jenis }) => jenis !== 'kosong'),
    rhk: sebaranRhk(
      sebulan,
      skp.filter(
        ({ owner, content, state }) =>
          dilihat.has(owner) &&
          state.tahap === 'DISETUJUI' &&
          content.tahun >= Number(rentang.awal.slice(0, 4)),
      ),
    ),
    kendala: kendala.filter(({ owner, state }) => dilihat.has(owner) && state.tahap !== 'DITARIK'),
    entri: new Map(sebulan.map((satu) => [satu.id, satu])),
  };
};

/** The last weeks, those left out that lie before the school's first entry. */
export const trenSekolah = (
  { satker, entri, kendala, mulai }: BacaanSekolah,
  lama: readonly RecordOf<'entri'>[],
  { hariIni, orang }: { readonly hariIni: string; readonly orang: readonly OrangBertugas[] },
): PekanSekolah[] =>
  trenPekan(
    { satker: satker?.content ?? null, orang, entri: [...lama, ...entri], kendala },
    tambahHari(hariIni, -1),
    PEKAN,
  ).filter(({ akhir }) => akhir >= (mulai ?? hariIni));
