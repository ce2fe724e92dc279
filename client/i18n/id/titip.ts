import { angka, ukuran } from '../format.ts';

/** File names of people travel through many apps: plain letters only. */
const huruf = (nama: string): string =>
  nama
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30) || 'guru';

type Isi = { readonly entri: number; readonly foto: number };
type Bagian = { readonly nama: string; readonly bagian: number; readonly dari: number };

const isiTitipan = ({ entri, foto }: Isi): string =>
  [entri > 0 ? `${angka(entri)} isian` : '', foto > 0 ? `${angka(foto)} foto` : '']
    .filter(Boolean)
    .join(' · ');

/** Titip kirim: for those who never have signal. */
export const titip = {
  judul: 'Titip kirim lewat teman',
  isi: 'Buat berkas terkunci, berikan kepada teman yang punya internet. Teman tidak bisa membaca isinya. Isian tetap di HP ini sampai buktinya kembali.',
  ukuran: 'Besar berkas paling banyak',
  ukuranPilihan: { kecil: '5 MB', sedang: '15 MB', bebas: 'Tanpa batas' },
  muatan: (muatan: Isi & { readonly bytes: number; readonly berkas: number }) =>
    `${isiTitipan(muatan)} · ${ukuran(muatan.bytes)} · ${angka(muatan.berkas)} berkas`,
  siapkan: 'Siapkan berkas',
  menyiapkan: 'Menyiapkan berkas…',
  siap: (berkas: number) => `${angka(berkas)} berkas siap dititipkan`,
  bagikan: 'Bagikan berkas',
  simpan: 'Simpan ke HP',
  tersimpan: (berkas: number) => `${angka(berkas)} berkas tersimpan di folder Unduhan`,
  gagal: 'Berkas belum jadi. Kosongkan sedikit ruang HP, lalu coba lagi',
  gagalTerima:
    'Berkas belum dapat disimpan. Sambungkan ke internet sekali atau kosongkan sedikit ruang HP, lalu coba lagi',
  belumSiap: 'Titip kirim belum siap di HP ini. Sambungkan ke internet sekali, lalu coba lagi.',
  bukaHalaman: 'Buka titipan teman atau bukti',
  namaBerkas: ({ nama, bagian, dari, tanggal }: Bagian & { readonly tanggal: string }) =>
    `titipan-${huruf(nama)}-${tanggal}-${String(bagian)}-dari-${String(dari)}.txt`,
  namaBukti: ({ nama, bagian, dari }: Bagian) =>
    `bukti-titipan-${huruf(nama)}-${String(bagian)}-dari-${String(dari)}.txt`,
  halaman: 'Titipan teman',
  halamanIsi:
    'Pilih berkas titipan dari teman; HP ini mengirimkannya saat ada internet. Pilih juga di sini bukti yang dibawakan teman untuk Anda.',
  buka: 'Pilih berkas',
  diterima: (nama: string) => `Titipan ${nama} disimpan, dikirim saat ada internet`,
  buktiCocok: (jumlah: number) =>
    jumlah > 0 ? `Bukti cocok: ${angka(jumlah)} isian sudah dijawab server` : 'Bukti cocok',
  buktiAsing: 'Bukti ini bukan untuk titipan dari HP ini. Buka di HP pemiliknya',
  kosong: 'Belum ada titipan di HP ini.',
  dibawa: 'Yang Anda bawa',
  dari: (nama: string) => `Titipan ${nama}`,
  isiBerkas: ({ bagian, dari, ...isi }: Isi & Bagian) =>
    [isiTitipan(isi), dari > 1 ? `bagian ${angka(bagian)} dari ${angka(dari)}` : '']
      .filter(Boolean)
      .join(' · '),
  menunggu: 'Menunggu internet',
  terkirim: 'Terkirim',
  ditolak: 'Tidak diterima',
  bawaBukti: 'Bawa bukti kembali',
  bawaBuktiIsi: 'Berikan bukti ini kepada pemiliknya, supaya ia tahu isiannya sudah sampai.',
  buang: 'Hapus dari daftar',
} as const;
