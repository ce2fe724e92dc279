import { angka } from '../format.ts';

/** Documents of everybody whom one rates, in one ZIP. */
export const dokumenSemua = {
  judul: 'Dokumen semua guru',
  isi: 'Server membuat PDF satu per satu. Perlu internet; bila terputus, yang sudah jadi tetap ada dan sisanya dilanjutkan.',
  jenis: 'Jenis dokumen',
  tidakAda: 'Belum ada guru di sekolah ini.',
  latihan: 'Mode latihan tidak memakai server, jadi PDF tidak dapat dibuat.',
  buat: (jumlah: number) => `Buat ${angka(jumlah)} dokumen`,
  maju: (ke: number, dari: number, nama: string) => `${angka(ke)} dari ${angka(dari)}: ${nama}`,
  menunggu: (sebab: string, jadi: number, dari: number) =>
    `${sebab} ${angka(jadi)} dari ${angka(dari)} dokumen sudah jadi dan tetap ada.`,
  putus: 'Internet terputus. Dilanjutkan sendiri begitu tersambung.',
  diam: 'Server belum menjawab. Dicoba lagi otomatis.',
  sibuk: 'Server sedang ramai. Dicoba lagi otomatis.',
  wifi: 'Wi-Fi ini meminta masuk dulu. Buka peramban, selesaikan masuk Wi-Fi, lalu kembali ke sini.',
  cobaSekarang: 'Coba sekarang',
  henti: 'Hentikan',
  selesai: (jadi: number, dari: number) =>
    jadi === dari ? `${angka(jadi)} dokumen siap.` : `${angka(jadi)} dari ${angka(dari)} dokumen siap.`,
  tidakSatuPun: 'Tidak satu dokumen pun dapat dibuat.',
  simpan: (jumlah: number) => `Simpan ZIP (${angka(jumlah)} dokumen)`,
  tersimpan: 'ZIP diserahkan ke unduhan',
  gagal: 'Tidak dapat dibuat',
  belum: 'Belum dibuat',
  belumKet: 'Dihentikan sebelum gilirannya',
  ulangi: (jumlah: number) => `Coba lagi ${angka(jumlah)} yang belum ada`,
  lain: 'Pilih dokumen lain',
  namaZip: (dokumen: string) => `${dokumen}-semua-guru.zip`,
  namaDaftar: 'TIDAK-ADA.txt',
  daftar: (baris: readonly string[]) =>
    ['Dokumen yang tidak ada di berkas ini:', '', ...baris, ''].join('\r\n'),
  sebab: {
    skp: 'SKP-nya belum disetujui.',
    evaluasi: 'Evaluasi periode ini belum ada, atau predikatnya belum ditetapkan.',
    jenjang: 'Jenjang jabatannya belum tercatat di data pegawai.',
    orang: 'Tidak ada di sekolah yang Anda nilai menurut server. Mungkin ia sudah pindah.',
  },
} as const;
