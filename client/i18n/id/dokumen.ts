import { angka, bulanTahun } from '../format.ts';

export const dokumen = {
  judul: 'Cetak & ekspor',
  judulMilik: (nama: string) => `Cetak & ekspor: ${nama}`,
  bulan: 'Bulan',
  kertas: 'Kertas',
  kertasPilihan: { A4: 'A4', F4: 'F4 (folio)' },
  denganFoto: 'Sertakan foto',
  denganFotoIsi: 'Foto kegiatan ikut di halaman terakhir rekap.',
  daftar: 'Dokumen',
  nama: {
    rekap: 'Rekap kegiatan bulanan',
    skp: 'SKP',
    progres: 'Progres harian BKN',
    akumulasi: 'Akumulasi angka kredit',
  },
  arti: {
    rekap: (bulan: string) => bulanTahun(bulan),
    skp: (bulan: string) => `Tahun ${bulan.slice(0, 4)}, dengan perilaku kerja dan lampiran`,
    progres: (bulan: string) => `${bulanTahun(bulan)}, kolom sama dengan e-Kinerja BKN`,
    akumulasi: () => 'Perkiraan dari isian Anda sendiri',
  },
  hitung: 'Hitung angka kredit',
  hitungIsi: 'Isi predikat per tahun dan lihat kapan naik',
  tanpaInternet: 'Cetak, CSV, dan Excel bisa tanpa internet.',
  memuat: 'Menyiapkan dokumen…',
  belumAdaOrang:
    'Data pegawai belum ada di HP ini. Sambungkan internet sekali untuk mengunduhnya, lalu buka lagi halaman ini.',
  belumAdaSkp: (tahun: string) =>
    `SKP ${tahun} belum ada di HP ini. Sambungkan internet sekali untuk mengunduhnya, lalu buka lagi halaman ini.`,
  belumAdaAk: 'Belum ada predikat yang diisi. Isi dulu di halaman Angka kredit.',
  keAngkaKredit: 'Buka Angka kredit',
  jenisAsing: 'Dokumen ini tidak dikenal. Pilih dari daftar dokumen.',
  keDaftar: 'Lihat daftar dokumen',
  cetak: 'Cetak',
  unduhCsv: 'Unduh CSV',
  unduhXlsx: 'Unduh Excel (XLSX)',
  namaBerkas: (jenis: string, masa: string, ekor: string) => `${jenis}-${masa}.${ekor}`,
  fotoKurang: (jumlah: number) =>
    `${angka(jumlah)} foto tidak ada di HP ini. Sambungkan internet lalu buka lagi halaman ini supaya foto itu ikut tercetak.`,
  fotoTidakAda: 'Foto tidak ada di HP ini',
  dariHp: 'Dicetak dari HP, tanpa kode pemeriksaan.',
  nip: (nip: string) => `NIP ${nip}`,
  kosong: '–',
} as const;
