import { bertumpuk, hariKe, jenisHari, lama, selisihHari, tambahHari } from '../../shared/domain/index.ts';
import { cleanText, Entri, type Satker, type Skp } from '../../shared/records/index.ts';
import type { DemoKegiatan } from './demo-data.ts';

/** Days that the demo fills, up to yesterday. */
export const HARI_TERISI = 31;
/** Last Sundays of the two stretches of the term that are laid over one another: one alone would look idle. */
const AKHIR_RENTANG = ['2026-10-04', '2026-11-08'];
const PANJANG_JANGGAL = 10 * 60;
const VOLUME_JANGGAL = 40;

/** Words that tell the activities of one RHK apart where they are counted in the same unit. */
const TANDA: readonly (readonly [string, RegExp])[] = [
  ['PGY', /pengayaan/i],
  ['RPT', /rapat/i],
  ['REF', /refleksi/i],
  ['TPK', /tppk|kekerasan/i],
];

const rencanaAksiUntuk = (kegiatan: DemoKegiatan, skp: Skp): string | null => {
  const pilihan = skp.rhk.find(({ kode }) => kode === kegiatan.rhk)?.rencanaAksi ?? [];
  const tanda = TANDA.find(([, kata]) => kata.test(kegiatan.uraian))?.[0];
  const sesuai = pilihan.filter(({ satuan }) => satuan === kegiatan.satuan);
  return (sesuai.find(({ kode }) => kode === tanda) ?? sesuai[0] ?? pilihan[0])?.kode ?? null;
};

/** Absurd rows, and those without an RHK of the SKP, are what the app keeps people from sending. */
const wajar = (entri: Entri, skp: Skp, satker: Satker): boolean =>
  lama(entri) > 0 &&
  lama(entri) <= PANJANG_JANGGAL &&
  (entri.realisasi < VOLUME_JANGGAL || ['lembar', 'rapor', 'murid', 'orang tua'].includes(entri.satuan)) &&
  skp.rhk.some(({ kode }) => kode === entri.rhk) &&
  jenisHari(entri.tanggal, satker).jenis !== 'libur';

/** Moves a date by whole weeks, so that lessons stay on their weekday and the stretch ends on the day before today. */
const geser = (tanggal: string, akhir: string, kemarin: string): string =>
  tambahHari(tanggal, Math.floor((hariKe(kemarin) - hariKe(akhir) + 6) / 7) * 7);

const bacaBaris = (kegiatan: DemoKegiatan, tanggal: string, skp: Skp): Entri | null => {
  const { data } = Entri.safeParse({
    tanggal,
    mulai: kegiatan.mulai,
    selesai: kegiatan.selesai,
    rhk: kegiatan.rhk,
    rencanaAksi: rencanaAksiUntuk(kegiatan, skp),
    uraian: cleanText(kegiatan.uraian).trim(),
    realisasi: kegiatan.volume,
    satuan: kegiatan.satuan,
    catatan: cleanText(kegiatan.catatan).trim(),
    tautan: [],
    foto: [],
  });
  return data ?? null;
};

/**
 * A month of one teacher's entries up to the day before `hariIni`, ordered by date and time: well formed, on her SKP,
 * none doubled or overlapping, none on a holiday.
 */
export const entriGuru = (
  kegiatan: readonly DemoKegiatan[],
  { skp, satker, hariIni }: { readonly skp: Skp; readonly satker: Satker; readonly hariIni: string },
): Entri[] => {
  const kemarin = tambahHari(hariIni, -1);
  const dipilih: Entri[] = [];
  for (const akhir of AKHIR_RENTANG) {
    for (const baris of kegiatan) {
      const tanggal = geser(baris.tanggal, akhir, kemarin);
      const umur = selisihHari(tanggal, kemarin);
      if (umur < 0 || umur >= HARI_TERISI) continue;
      const entri = bacaBaris(baris, tanggal, skp);
      if (!entri || !wajar(entri, skp, satker)) continue;
      if (dipilih.some((lain) => lain.tanggal === tanggal && bertumpuk(lain, entri))) continue;
      dipilih.push(entri);
    }
  }
  return dipilih.sort((a, b) => (a.tanggal + a.mulai < b.tanggal + b.mulai ? -1 : 1));
};
