import { angka, jamSaat, ukuran, waktu } from '../format.ts';
import { bawahanPendek } from '../sebutan.ts';

/** Units of a stretch of time, the largest first, ms. */
const SATUAN_WAKTU: readonly (readonly [number, string])[] = [
  [86_400_000, 'hari'],
  [3_600_000, 'jam'],
];

/** Words of the frame: what every screen shares. */
export const umum = {
  nama: 'e-Kinerja Luring',
  judul: (halaman: string, belum: number) => `${belum > 0 ? `(${angka(belum)}) ` : ''}${halaman} · e-Kinerja`,
  aksi: {
    kembali: 'Kembali',
    tutup: 'Tutup',
    tutupPesan: 'Tutup pesan',
    batal: 'Batal',
    simpan: 'Simpan',
    hapus: 'Hapus',
    ubah: 'Ubah',
    lanjut: 'Lanjut',
    urungkan: 'Urungkan',
    pulihkan: 'Pulihkan',
    lainnya: 'Lainnya',
    berikutnya: 'Berikutnya',
    sebelumnya: 'Sebelumnya',
    keBeranda: 'Kembali ke Beranda',
    perbarui: 'Perbarui',
    loncat: 'Langsung ke isi',
  },
  nav: {
    label: 'Menu utama',
    beranda: 'Beranda',
    kegiatan: 'Kegiatan',
    catat: 'Catat',
    catatLengkap: 'Catat kegiatan, buka kamera',
    skp: 'SKP',
    akun: 'Akun',
    usulan: 'Usulan',
    akses: 'Akses',
    sekolah: 'Sekolah',
    pegawai: 'Pegawai',
    susunan: 'Susunan',
    periksa: 'Periksa',
    get guru() {
      return bawahanPendek();
    },
    kinerjaSaya: 'Kinerja saya',
    menungguPembaca: (jumlah: number) => `${angka(jumlah)} menunggu diperiksa`,
    belumPembaca: (jumlah: number) => `${angka(jumlah)} belum terkirim`,
  },
  /** The strip under the app bar: one line, computed from the database. */
  strip: {
    semuaTerkirim: (saat: number | null) =>
      saat === null ? 'Semua terkirim' : `Semua terkirim · ${jamSaat(saat)}`,
    tersimpan: (jumlah: number) => `${angka(jumlah)} tersimpan di HP`,
    /** Many go in one request: which of them is the first says nothing, until some have arrived. */
    mengirim: (terkirim: number, semua: number, sisa: number) =>
      `Mengirim ${terkirim > 0 ? `${angka(Math.min(terkirim + 1, semua))} dari ` : ''}${angka(semua)}${sisa > 0 ? ` · sisa ${ukuran(sisa)}` : ''}`,
    mencoba: (jumlah: number) => `Mencoba mengirim · ${angka(jumlah)} tersimpan di HP`,
    fotoMenyusul: (foto: number, sisa: number) =>
      `Teks terkirim · ${angka(foto)} foto menyusul (${ukuran(sisa)})`,
    tanpaInternet: 'Tanpa internet',
    tanpaInternetTersimpan: (jumlah: number) => `Tanpa internet · ${angka(jumlah)} tersimpan di HP`,
    serverDiam: (jumlah: number) =>
      jumlah > 0 ? `Server belum menjawab · ${angka(jumlah)} aman di HP` : 'Server belum menjawab',
    perluMasuk: (jumlah: number) =>
      jumlah > 0 ? `Perlu masuk lagi · ${angka(jumlah)} aman di HP` : 'Perlu masuk lagi',
    wifiMasuk: (jumlah: number) => `Wi-Fi perlu dibuka di peramban · ${angka(jumlah)} aman di HP`,
    perluDiperbarui: (jumlah: number) => `Aplikasi perlu diperbarui · ${angka(jumlah)} aman di HP`,
    ramai: (jumlah: number) => `Server sedang ramai · ${angka(jumlah)} aman di HP`,
    gangguan: (jumlah: number) =>
      jumlah > 0 ? `Layanan sedang terganggu · ${angka(jumlah)} aman di HP` : 'Layanan sedang terganggu',
    duaVersi: (jumlah: number) => `${angka(jumlah)} ada dua versi`,
    putusanGugur: (jumlah: number) =>
      `${angka(jumlah)} keputusan belum berlaku: kegiatannya sudah diubah guru`,
    perluPerbaikan: (jumlah: number) => `${angka(jumlah)} perlu diperbaiki`,
    latihan: 'Mode latihan · tidak ada yang dikirim',
  },
  snackbar: {
    tersimpan: 'Tersimpan di HP',
    tersimpanDiajukan: 'Tersimpan di HP dan diajukan lagi',
    tersimpanBanyak: (jumlah: number) => `${angka(jumlah)} kegiatan tersimpan di HP`,
    terkirim: (jumlah: number) => `${angka(jumlah)} kegiatan terkirim`,
    dihapus: 'Dihapus',
    dipulihkan: 'Dipulihkan',
    ditarik: 'Ditarik dari pemeriksaan',
    diajukan: 'Diajukan lagi',
    internetKembali: (jumlah: number) => `Internet kembali, mengirim ${angka(jumlah)} kegiatan`,
    fotoBelum: 'Foto belum tersimpan',
  },
  galat: {
    judul: 'Halaman ini berhenti bekerja',
    isi: 'Yang sudah Anda simpan tetap ada di HP ini. Buka lagi halamannya. Bila terulang, simpan cadangan lalu hubungi operator.',
    bukaLagi: 'Buka lagi',
    simpanCadangan: 'Simpan cadangan',
    rincian: 'Untuk operator',
    cadanganNama: 'e-kinerja-cadangan.zip',
    cadanganGagal:
      'Cadangan belum bisa dibuat. Tutup aplikasi, buka lagi, lalu coba dari halaman Belum terkirim.',
    simpananTerkunci:
      'HP ini tidak mengizinkan aplikasi menyimpan data. Matikan mode penyamaran di Chrome, atau hapus beberapa foto agar ada ruang, lalu buka lagi.',
    perluHttps:
      'Alamat ini tidak aman, sehingga aplikasi tidak bisa bekerja tanpa internet. Buka alamat sekolah yang diawali https://.',
    layarGagal: 'Halaman ini belum ada di HP. Sambungkan internet sebentar, lalu coba lagi.',
  },
  pasang: {
    judul: 'Pasang di layar utama',
    isi: 'Buka lebih cepat dan tanpa internet.',
    pasang: 'Pasang',
    nanti: 'Nanti',
    ios: [
      'Ketuk tombol Bagikan di bawah layar Safari',
      'Pilih “Tambah ke Layar Utama”',
      'Ketuk “Tambah”, lalu buka dari layar utama',
    ],
    iosAlasan: 'Di iPhone, data aplikasi yang tidak dipasang dapat dihapus HP setelah 7 hari tidak dibuka.',
  },
  perbarui: {
    siap: 'Versi baru siap. Isian Anda tetap ada.',
  },
  tidakAda: {
    pendek: 'Tidak ditemukan',
    judul: 'Halaman tidak ada di aplikasi ini',
    isi: 'Alamatnya mungkin salah ketik atau sudah lama.',
  },
  hanyaPenilai: 'Halaman ini untuk kepala sekolah. Anda masuk sebagai guru',
  memuat: 'Membuka…',
  latihan: {
    judul: 'Mode latihan',
    isi: 'Silakan mencoba apa saja. Tidak ada yang dikirim, dan semuanya hilang ketika Anda selesai.',
    selesai: 'Selesai berlatih',
  },
  /** `beda` in ms, in the largest unit that it fills at least once. */
  jamHp: (beda: number) => {
    const [satuan, kata] = SATUAN_WAKTU.find(([ms]) => beda >= ms / 2) ?? [60_000, 'menit'];
    return `Jam HP berbeda ${angka(Math.round(beda / satuan))} ${kata} dari jam server. Tanggal kegiatan memakai jam server. Samakan lewat Setelan > Tanggal & waktu.`;
  },
  /** The server's history is another one than this phone saw: said by facts of the phone's own database. */
  server: {
    berubah: (saat: number, kegiatan: number, isian: number) =>
      `Pada ${waktu(saat)} catatan di server tidak lagi sama dengan yang pernah dilihat HP ini; biasanya karena server dipulihkan dari cadangan. ${
        kegiatan > 0
          ? `${angka(kegiatan)} kegiatan dikirim ulang dari HP ini. `
          : isian > 0
            ? `${angka(isian)} isian dikirim ulang dari HP ini. `
            : ''
      }Tidak ada yang hilang dari HP ini.`,
    mengerti: 'Mengerti',
  },
  /** What was done to the person's account, by herself or by others. */
  akses: {
    jenis: {
      slip: 'Slip aktivasi diterbitkan',
      slip_setuju: 'Slip aktivasi disetujui admin kedua',
      slip_dipakai: 'Slip aktivasi dipakai untuk masuk',
      perangkat: 'Perangkat diputus',
      hilang: 'Perangkat ditandai hilang',
      hilang_batal: 'Tanda hilang ditarik',
      terhapus: 'Data di perangkat hilang dihapus',
      sesi: 'Semua sesi diakhiri',
      sandi: 'Sandi diganti',
      kunci: 'Kunci sandi ditambahkan',
      kunci_hapus: 'Kunci sandi dihapus',
      cadangan: 'Cadangan diminta',
      publikasi: 'Publikasi data diatur',
      akun: 'Akun dibuat',
      hak: 'Hak diberikan',
      hak_akhir: 'Hak diakhiri',
      insiden: 'Pemberitahuan kegagalan pelindungan data',
      retensi: 'Dihapus karena masa simpannya habis',
      hapus_data: 'Data dihapus atas permintaan pemiliknya',
    },
    /** What a newer service did, and this app has no word for yet. */
    lain: 'Tindakan atas akun',
    kabar: (apa: string, oleh: string, pada: number, lain: number) =>
      `Akun Anda: ${apa.toLowerCase()} oleh ${oleh}, ${waktu(pada)}${lain > 0 ? `, dan ${angka(lain)} lagi` : ''}. Bila bukan atas permintaan Anda, ganti sandi dan beri tahu admin sekolah.`,
    kabarSlip: (hp: string, pada: number) =>
      `Akun Anda dibuka dengan slip aktivasi di ${hp}, ${waktu(pada)}. Bila itu bukan Anda, ganti sandi dan beri tahu admin sekolah.`,
    insiden: (apa: string) => `Data pribadi Anda terungkap: ${apa}`,
    bacaInsiden: 'Baca pemberitahuannya',
    lihat: 'Lihat perangkat saya',
  },
} as const;

/** Status words of one record (experience.md 3.5): axis A until it has arrived, then axis B. */
export const status = {
  draf: { teks: 'Draf' },
  tersimpan: {
    teks: 'Tersimpan di HP',
    pembaca: 'Tersimpan di HP, belum terkirim',
  },
  tunggu: { internet: 'Menunggu internet', masuk: 'Menunggu masuk lagi', giliran: 'Menunggu dikirim' },
  mengirim: { teks: 'Mengirim', pembaca: 'Sedang dikirim' },
  teksTerkirim: {
    teks: 'Teks terkirim',
    pembaca: (foto: number) => `Teks terkirim, ${angka(foto)} foto menyusul`,
    rinci: (foto: number, byte: number) => `${angka(foto)} foto menyusul (${ukuran(byte)})`,
  },
  belumTerkirim: {
    teks: 'Belum terkirim',
    pembaca: 'Belum terkirim, dicoba lagi otomatis',
    rinci: (jam: string) => `Dicoba lagi ${jam}`,
  },
  perluDiperbaiki: { teks: 'Perlu diperbaiki', pembaca: 'Perlu diperbaiki' },
  duaVersi: { teks: 'Ada dua versi', pembaca: 'Ada dua versi, pilih salah satu', rinci: 'Pilih versi' },
  terkirim: { teks: 'Terkirim', pembaca: 'Terkirim, menunggu diperiksa' },
  disetujui: {
    teks: 'Disetujui',
    pembaca: 'Disetujui',
    rinci: (oleh: string, hari: string) => `oleh ${oleh} · ${hari}`,
  },
  dikembalikan: { teks: 'Dikembalikan', pembaca: 'Dikembalikan', rinci: (alasan: string) => `“${alasan}”` },
  ditarik: { teks: 'Ditarik', pembaca: 'Ditarik oleh Anda', rinci: 'oleh Anda' },
  dihapus: { teks: 'Dihapus', pembaca: 'Dihapus, penghapusannya sudah terkirim' },
  terkunci: {
    teks: 'Terkunci',
    pembaca: 'Terkunci',
    rinci: (bulan: string) => `Evaluasi ${bulan} sudah ditetapkan`,
  },
} as const;
