import { BATAS, type TakTerbaca } from './batas.ts';

/** Why a file cannot be read, and what to do. */
export const KATA_TAK_TERBACA: Readonly<Record<TakTerbaca, string>> = {
  terlalu_besar: `Berkas terlalu besar. Paling besar ${BATAS.berkas / 1024 / 1024} MB; bagi menjadi beberapa berkas.`,
  bukan_tabel: 'Berkas ini bukan CSV atau XLSX. Simpan ulang dari Excel sebagai "Buku Kerja Excel (.xlsx)".',
  xlsx_rusak: 'Berkas XLSX ini rusak atau tidak wajar. Buka di Excel, lalu simpan ulang sebagai .xlsx.',
  xlsx_terkunci: 'Berkas ini berkata sandi. Buka di Excel, hapus kata sandinya, lalu simpan ulang.',
  xls_lama: 'Berkas .xls lama tidak dibaca. Buka di Excel, lalu simpan sebagai .xlsx.',
  terlalu_banyak_baris: `Berkas ini lebih dari ${BATAS.baris} baris. Bagi menjadi beberapa berkas.`,
  terlalu_banyak_kolom: `Berkas ini lebih dari ${BATAS.kolom} kolom. Hapus kolom yang tidak dipakai.`,
  terlalu_banyak_lembar: `Berkas ini lebih dari ${BATAS.lembar} lembar. Hapus lembar yang tidak dipakai.`,
};
