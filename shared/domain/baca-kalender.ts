import type { HariKhusus } from '../records/satker.ts';
import { cleanText, countLetters } from '../records/text.ts';
import { bacaTanggal } from './baca-sel.ts';
import { pecahTabel, tebakPemisah } from './tabel-teks.ts';

/** A row of a pasted calendar that cannot be read: its number among the rows that hold something, and what stands there. */
export type BarisKalenderSalah = {
  readonly nomor: number;
  readonly kode: 'tanggal_mustahil' | 'tanggal_terbalik' | 'teks_kosong' | 'teks_panjang';
  readonly isi: string;
};

const KEPALA = /^(no|nomor|tanggal|tgl|mulai|hari|bulan)\b/i;
const SAMPAI = /\s*(?:\bs\.?\s?[/.]?\s?d\.?(?=\s)|\bsampai(?: dengan)?\b|–|—|\s-\s)\s*/i;
const MASUK = /^(masuk|kerja|tidak libur|bukan libur|kegiatan)$/i;
const LIBUR = /^(libur|libur nasional|cuti bersama|ya)$/i;
const NAMA_TERPANJANG = 120;

/** The days that a cell names: one, or two with "s.d." or a dash between; null where it holds no day. */
const rentangSel = (sel: string): { mulai: string; selesai: string } | null => {
  const satu = bacaTanggal(sel);
  if (satu) return { mulai: satu, selesai: satu };
  const [awal, akhir, ...lagi] = sel.split(SAMPAI).map((bagian) => bacaTanggal(bagian));
  return awal && akhir && lagi.length === 0 ? { mulai: awal, selesai: akhir } : null;
};

const bacaBaris = (sel: readonly string[], nomor: number): HariKhusus | BarisKalenderSalah => {
  const isi = sel.join(' · ').slice(0, 200);
  const salah = (kode: BarisKalenderSalah['kode']): BarisKalenderSalah => ({ nomor, kode, isi });
  const tanpaNomor = /^\d{1,3}\.?$/.test(sel[0] ?? '') ? sel.slice(1) : sel;
  const hari = rentangSel(tanpaNomor[0] ?? '');
  if (!hari) return salah('tanggal_mustahil');
  const akhir = bacaTanggal(tanpaNomor[1] ?? '');
  const { mulai, selesai } = akhir ? { ...hari, selesai: akhir } : hari;
  const sisa = tanpaNomor.slice(akhir ? 2 : 1);
  if (selesai < mulai) return salah('tanggal_terbalik');
  const nama = cleanText(
    sisa.find((one) => !MASUK.test(one) && !LIBUR.test(one)) ?? sisa.find((one) => LIBUR.test(one)) ?? '',
  ).trim();
  if (nama === '') return salah('teks_kosong');
  if (countLetters(nama) > NAMA_TERPANJANG) return salah('teks_panjang');
  return { mulai, selesai, nama, libur: !sisa.some((one) => MASUK.test(one)) };
};

/** Rows of one calendar at most: more is another kind of file. */
const BARIS_TERBANYAK = 400;

/**
 * A calendar pasted from a spreadsheet or a file: a day or a stretch ("20/03/2026 s.d. 24/03/2026", or two cells), a name,
 * and "masuk" where it is no holiday. Number columns and a header row are passed over; what cannot be read is named.
 */
export const bacaKalender = (
  teks: string,
): { readonly hari: readonly HariKhusus[]; readonly salah: readonly BarisKalenderSalah[] } => {
  const polos = cleanText(teks.replaceAll('\t', ';'));
  const rows = pecahTabel(polos, tebakPemisah(polos))
    .map((row) => row.map((sel) => sel.trim()).filter((sel) => sel !== ''))
    .filter((row) => row.length > 0)
    .slice(0, BARIS_TERBANYAK);
  const isi =
    rows[0] && KEPALA.test(rows[0][0] ?? '') && !rentangSel(rows[0][0] ?? '') ? rows.slice(1) : rows;
  const dibaca = isi.map((row, i) => bacaBaris(row, i + 1));
  return {
    hari: dibaca.filter((one) => 'libur' in one),
    salah: dibaca.filter((one) => 'kode' in one),
  };
};
