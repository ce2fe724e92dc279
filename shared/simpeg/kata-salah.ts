import type { KelasSalah, Salah } from './salah.ts';

/** What is wrong, and what whoever made the file should do. One sentence each, for the screen and for the file to send back. */
export const KATA_SALAH: Readonly<Record<KelasSalah, string>> = {
  'nip-berspasi': 'NIP ditulis dengan spasi. Tulis 18 angka tanpa spasi',
  'nip-17-digit': 'NIP kurang satu angka. Lihat SK, lalu tulis 18 angkanya',
  'nip-angka':
    'NIP tersimpan sebagai angka, jadi tiga angka terakhirnya hilang. Ubah kolomnya menjadi Teks, lalu tulis lagi dari SK',
  'nip-salah': 'NIP bukan 18 angka. Tulis lagi dari SK',
  'nip-kosong': 'NIP kosong padahal statusnya PNS atau PPPK. Isi dari SK',
  'nip-janggal': 'Delapan angka awal NIP bukan tanggal lahir. Cocokkan dengan SK',
  'nip-ganda':
    'NIP ini juga ada di baris lain. Bila orangnya sama, hapus satu; bila berbeda, betulkan NIP yang keliru',
  'nama-kosong': 'Nama kosong. Isi nama tanpa gelar',
  'nama-dua-ejaan': 'Orang ini ada di baris lain dengan ejaan lain. Pakai satu ejaan dan hapus baris lamanya',
  'orang-ganda': 'Orang ini sudah ada di baris lain. Hapus salah satunya',
  'tgl-lahir-beda-nip': 'Tanggal lahir berbeda dari NIP. Betulkan yang keliru menurut akta dan SK',
  'tanggal-mustahil': 'Tanggal ini tidak ada di kalender',
  'tanggal-tak-terbaca': 'Ini bukan tanggal. Tulis seperti 31-12-2020',
  'tmt-masa-depan': 'TMT di masa depan. Periksa tahunnya',
  'jk-beda-nip': 'Jenis kelamin berbeda dari NIP (angka ke-15: 1 laki-laki, 2 perempuan)',
  'jk-tak-dikenal': 'Tulis L atau P',
  'status-tak-dikenal': 'Tulis PNS, PPPK, atau Honorer',
  'status-beda-nip': 'Status berbeda dari bentuk NIP-nya. Cocokkan dengan SK',
  'golongan-jenjang': 'Jenjang dan golongan tidak sepadan. Cocokkan keduanya dengan SK',
  'pppk-golongan-pns': 'Golongan PNS pada PPPK. Golongan PPPK ditulis I sampai XVII',
  'pns-golongan-pppk': 'Golongan PPPK pada PNS. Tulis seperti III/c',
  'npsn-tak-dikenal': 'NPSN ini bukan milik sekolah yang dikenal. Periksa di Data Referensi',
  'npsn-kosong': 'NPSN kosong. Isi NPSN sekolahnya',
  'atasan-kosong': 'NIP atasan kosong. Isi NIP kepala sekolahnya',
  'atasan-tidak-ada': 'NIP atasan tidak ada di berkas. Mungkin pejabat lama',
  'atasan-siklus': 'Garis atasan kembali ke dirinya sendiri. Isi atasan yang sebenarnya',
  'apostrof-depan': 'Ada tanda petik di depan isi. Sudah dibaca tanpa petik',
  'spasi-tak-tampak': 'Ada spasi atau tanda yang tidak tampak. Sudah dibaca tanpa tanda itu',
  'kolom-tertukar': 'Isi dua kolom tertukar. Sudah dibaca pada tempatnya',
  'sel-rumus': 'Sel berisi rumus atau galat rumus. Tempel nilainya saja',
  'isi-terlalu-panjang': 'Isi terlalu panjang, jadi dipotong',
  'baris-judul': 'Baris judul, bukan orang',
  'header-gabung': 'Judul kolom digabung dua baris',
  'baris-nomor-kolom': 'Baris nomor kolom',
  'baris-kosong': 'Baris kosong',
  'lembar-tanpa-judul': 'Judul kolom di lembar ini tidak dikenali. Padankan kolomnya, atau lewati lembar ini',
};

/** A fault as one line: column, what is wrong, and what the file itself says it should be. */
export const kalimatSalah = ({ kelas, usul }: Salah, kolom: string): string =>
  `${kolom === '' ? '' : `${kolom}: `}${KATA_SALAH[kelas]}${usul === null ? '' : `. Usulan: ${usul}`}`;
