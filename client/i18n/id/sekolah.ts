/** A04: schools, their data and the letterhead of everything that is printed. */
export const sekolah = {
  judul: 'Sekolah dan kop',
  cari: 'Cari nama sekolah atau NPSN',
  kosong: 'Tidak ada sekolah yang cocok',
  lengkap: 'Lengkap',
  kurang: (tanpaAlamat: boolean, tanpaLogo: boolean) =>
    `Belum ada ${[tanpaAlamat ? 'alamat' : '', tanpaLogo ? 'logo' : ''].filter(Boolean).join(' dan ')}`,
  pola: 'Pola bersama',
  polaIsi: 'Kegiatan yang dicatat banyak guru di sekolah ini',
  kop: 'Kop surat',
  kopIsi:
    'Seperti inilah kop setiap dokumen yang dicetak sesudah disimpan. Dokumen yang sudah terbit tetap memakai kopnya yang lama.',
  logo: 'Logo',
  logoIsi:
    'PNG, JPEG, atau WebP, paling besar 2 MB. Logo pemerintah daerah atau sekolah; bukan lambang Garuda, yang pemakaiannya pada kop diatur UU 24/2009.',
  pilihLogo: 'Pilih gambar logo',
  gantiLogo: 'Ganti logo',
  lepasLogo: 'Hapus logo',
  logoTersimpan: 'Logo tersimpan',
  logoDilepas: 'Logo dihapus dari kop',
  mengirim: 'Mengirim gambar…',
  npsn: 'NPSN',
  npsnIsi: 'NPSN menjadi nama sekolah ini di seluruh layanan dan tidak dapat diganti.',
  bidang: {
    nama: 'Nama',
    kabupaten: 'Kabupaten atau kota',
    alamat: 'Alamat',
    telepon: 'Telepon atau surel',
    kop: 'Baris di atas nama',
  },
  kopKet:
    'Satu baris satu kantor, paling banyak tiga, misalnya Pemerintah Kabupaten lalu Dinas Pendidikan. Kosong: nama kabupaten saja.',
  kopBanyak: 'Paling banyak tiga baris di atas nama',
  namaPendek: 'Tulis nama sekolah, paling sedikit tiga huruf',
  tersimpan: 'Kop tersimpan',
  buka: (nama: string) => `Buka ${nama}`,
} as const;
