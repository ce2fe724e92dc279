import { type Periode, type Predikat, type Rating, rentangPeriode } from '../../../shared/domain/index.ts';
import { angka, bulanTahun, tanggalBulan, tanggalPanjang, waktu } from '../format.ts';
import { menyebut } from '../menyebut.ts';

const ROMAWI = ['I', 'II', 'III', 'IV'];

/** "November 2026", "Triwulan IV 2026", "Tahun 2026". */
const periode = ({ tahun, tipe, angka: nomor, bagian }: Periode): string => {
  if (bagian) return `Tahun ${tahun}, ${rentang(bagian.awal, bagian.akhir)}`;
  if (tipe === 'tahunan') return `Tahun ${tahun}`;
  if (tipe === 'triwulanan') return `Triwulan ${ROMAWI[nomor - 1]} ${tahun}`;
  return bulanTahun(rentangPeriode({ tahun, tipe, angka: nomor }).awal.slice(0, 7));
};

const rating: Readonly<Record<Rating, string>> = {
  DI_BAWAH: 'Di bawah ekspektasi',
  SESUAI: 'Sesuai ekspektasi',
  DI_ATAS: 'Di atas ekspektasi',
};
const ratingPendek: Readonly<Record<Rating, string>> = {
  DI_BAWAH: 'Di bawah',
  SESUAI: 'Sesuai',
  DI_ATAS: 'Di atas',
};
const predikat: Readonly<Record<Predikat, string>> = {
  SANGAT_BAIK: 'Sangat Baik',
  BAIK: 'Baik',
  BUTUH_PERBAIKAN: 'Butuh Perbaikan',
  KURANG: 'Kurang',
  SANGAT_KURANG: 'Sangat Kurang',
};

type Dua = { readonly hasil: Rating; readonly perilaku: Rating };

/** Why two ratings make this predikat, in one sentence. */
const alasan = ({ hasil, perilaku }: Dua): string => {
  const dasar = `Hasil kerja ${rating[hasil].toLowerCase()}, perilaku ${rating[perilaku].toLowerCase()}.`;
  if (perilaku === 'DI_BAWAH')
    return `${dasar} Perilaku di bawah ekspektasi menahan predikat paling tinggi pada Kurang.`;
  if (hasil === 'DI_BAWAH')
    return `${dasar} Hasil kerja di bawah ekspektasi menahan predikat paling tinggi pada Butuh Perbaikan.`;
  return hasil === 'DI_ATAS' && perilaku === 'DI_ATAS'
    ? `${dasar} Keduanya melebihi ekspektasi.`
    : `${dasar} Sangat Baik hanya bila keduanya di atas ekspektasi.`;
};

const daftarPredikat = (list: readonly Predikat[]): string => list.map((one) => predikat[one]).join(' atau ');

/** "2–28 November" or "2 Oktober – 28 November". */
const rentang = (awal: string, akhir: string): string => {
  if (awal === akhir) return tanggalBulan(awal);
  return awal.slice(0, 7) === akhir.slice(0, 7)
    ? `${Number(awal.slice(8))}–${tanggalBulan(akhir)}`
    : `${tanggalBulan(awal)} – ${tanggalBulan(akhir)}`;
};

const kata = {
  judul: 'Evaluasi',
  periode,
  rating,
  ratingPendek,
  predikat,
  alasan,
  rentang,
  tahunLalu: 'Tahun sebelumnya',
  tahunDepan: 'Tahun berikutnya',
  kembali: 'Daftar evaluasi',
  batas: (tanggal: string, lewat: boolean) =>
    lewat ? `Batas ${tanggalPanjang(tanggal)} sudah lewat` : `Isi sampai ${tanggalPanjang(tanggal)}`,
  tanpaSkp: (tahun: number) =>
    `SKP ${tahun} belum ada di HP ini, jadi realisasi belum bisa disusun. Sambungkan internet sekali untuk mengunduhnya.`,
  kosongTahun: (tahun: number) => `Belum ada periode ${tahun} yang dimulai.`,
  tidakAda: 'Periode ini tidak ada. Pilih dari daftar evaluasi.',
  kepalaSendiri: 'Evaluasi Anda sendiri dinilai oleh atasan Anda, di luar sekolah ini.',
  tahap: {
    BELUM: 'Belum disusun',
    DRAF: 'Draf',
    DIAJUKAN: 'Menunggu dinilai',
    DIKEMBALIKAN: 'Dikembalikan',
    DITETAPKAN: 'Ditetapkan',
    DITOLAK: 'Perlu diperbaiki',
    BEDA: 'Ada dua versi',
  },
  antrean: 'Buka Belum terkirim',
  diHp: 'Tersimpan di HP',
  belumDibaca: 'Belum dibaca; sejak dibuka, keberatan dapat diajukan 14 hari',
  belumDisimpan: 'Sedang diisi di HP ini, belum disimpan',
  isi: {
    langkahHasil: '1. Hasil kerja',
    langkahHasilKet:
      'Yang berupa jumlah sudah terisi dari kegiatan yang disetujui, bila satuannya sama. Target per minggu, mutu, dan waktu Anda isi sendiri; bahannya tertulis di bawah isiannya.',
    langkahDiri: '2. Menurut Anda sendiri',
    langkahDiriKet: 'Bahan bagi kepala sekolah; predikat tetap dari penilaian kepala sekolah.',
    utama: 'Utama',
    kegiatan: (jumlah: number) =>
      jumlah === 0 ? 'Belum ada kegiatan disetujui' : `${angka(jumlah)} kegiatan disetujui`,
    bukti: (jumlah: number) => `Lihat ${angka(jumlah)} kegiatan`,
    buktiKosong: 'Tidak ada kegiatan disetujui untuk RHK ini pada periode ini.',
    menunggu: (jumlah: number) => `${angka(jumlah)} kegiatan periode ini belum diperiksa kepala sekolah.`,
    lebihBaru: (jumlah: number) => `${angka(jumlah)} kegiatan disetujui sesudah ini disusun.`,
    perbarui: 'Pakai usul baru',
    realisasi: 'Realisasi',
    target: (teks: string) => `Target di SKP: ${teks}`,
    hasil: 'Hasil kerja saya',
    perilaku: 'Perilaku kerja saya',
    belumDipilih: 'Belum dipilih',
    refleksi: 'Catatan periode ini',
    refleksiKet: 'Apa yang berjalan baik, apa yang menghambat. Boleh kosong',
    simpan: 'Simpan draf',
    kirim: 'Kirim',
    tersimpan: 'Tersimpan di HP',
    terkirim: 'Evaluasi diajukan. Dikirim bila ada internet',
    tanyaKirim: (nama: string) => `Kirim evaluasi ${nama} ke kepala sekolah?`,
    tanyaKirimKet:
      'Selama kepala sekolah belum menjawab, Anda boleh menariknya kembali. Sesudah itu isinya hanya bisa diubah bila dikembalikan.',
    kosong: (jumlah: number) => `${angka(jumlah)} realisasi masih kosong.`,
    batal: 'Batal',
    tutup: 'Tutup',
    kesalahan: 'Perlu diperbaiki sebelum disimpan',
    dikembalikan: (oleh: string) => `Dikembalikan oleh ${oleh}`,
    usul: {
      satuan: (jumlah: number, satuan: string) => `${angka(jumlah)} ${satuan}`,
      dari: (catatan: number, teks: string) => `Dari ${angka(catatan)} catatan: ${teks}`,
      berbukti: (berbukti: number) =>
        berbukti === 0 ? 'tanpa foto atau tautan' : `${angka(berbukti)} berbukti foto atau tautan`,
    },
  },
  dua: {
    ditolak:
      'Evaluasi periode ini sudah dibuat lebih dulu di perangkat lain. Isian dari HP ini belum dipakai.',
    pakai: 'Pakai isian HP ini',
    buang: 'Buang isian HP ini',
    tidakBisa: 'Evaluasi yang lebih dulu sudah dikirim, jadi isian HP ini tidak bisa dipakai lagi.',
    varian: 'Evaluasi ini diubah di dua tempat. Pilih isian yang dipakai; yang lain tetap ada di riwayat.',
    pakaiVarian: 'Pakai isian lain',
    pakaiKini: 'Tetap isian ini',
    lihat: 'Lihat isian lain',
    dipakai: 'Isian dipakai',
    dibuang: 'Isian dibuang',
  },
  hasil: {
    menunggu: 'Sudah diajukan. Kepala sekolah menilai, lalu hasilnya tampil di sini.',
    diHp: 'Belum terkirim. Sesudah terkirim, kepala sekolah menilai dan hasilnya tampil di sini.',
    tarik: 'Tarik kembali',
    tarikKet: 'Boleh ditarik selama kepala sekolah belum menjawab. Isinya menjadi draf lagi.',
    ditarik: 'Ditarik. Evaluasi menjadi draf lagi',
    predikat: 'Predikat kinerja',
    ditetapkan: (oleh: string, saat: number) => `Ditetapkan oleh ${oleh}, ${waktu(saat)}`,
    hasilKerja: 'Hasil kerja',
    perilaku: 'Perilaku kerja',
    kuadran: 'Kuadran kinerja',
    kuadranKet: 'Baris: hasil kerja. Kolom: perilaku kerja.',
    umpan: 'Umpan balik per RHK',
    umpanKosong: 'Tidak ada umpan balik tertulis.',
    catatan: 'Catatan kepala sekolah',
    realisasi: 'Realisasi yang diajukan',
    diri: 'Menurut Anda sendiri',
    dibaca: (saat: number) => `Dibaca ${waktu(saat)}`,
    capaian: 'Capaian kinerja organisasi',
  },
  keberatan: {
    judul: 'Keberatan',
    boleh: (saat: number) =>
      `Tidak setuju dengan hasil ini? Keberatan dapat diajukan sampai ${waktu(saat)} (14 hari sejak dibaca).`,
    lewat: (saat: number) => `Batas keberatan sudah lewat, ${waktu(saat)}.`,
    tulis: 'Ajukan keberatan',
    alasan: 'Alasan keberatan',
    alasanKet: 'Sebutkan bagian mana dan buktinya. Dibaca kepala sekolah dan atasannya',
    kirim: 'Kirim keberatan',
    terkirim: 'Keberatan tercatat. Dikirim bila ada internet',
    diajukan: (saat: number) => `Diajukan ${waktu(saat)}`,
    terlambat: 'Sampai di server sesudah batas 14 hari',
    penjelasan: (oleh: string, saat: number) => `Penjelasan ${oleh}, ${waktu(saat)}`,
    menunggu: 'Menunggu penjelasan penilai. Sesudah itu atasan penilai memutuskan.',
    putusan: 'Atasan penilai yang memutuskan; keputusannya tampil di sini.',
    keputusan: (oleh: string, saat: number) => `Keputusan ${oleh}, ${waktu(saat)}`,
    tetap: (nama: string) => `Predikat tetap: ${nama}`,
    berubah: (dari: string, ke: string) => `Predikat berubah: ${dari} menjadi ${ke}`,
    final: 'Keputusan ini final.',
    jelaskan: 'Penjelasan untuk yang dinilai dan atasan',
    kirimJelas: 'Kirim penjelasan',
    dijelaskan: 'Penjelasan tercatat',
  },
  atasan: {
    judul: 'Keberatan',
    kosong: 'Belum ada keberatan dari sekolah binaan.',
    tidakAda: 'Keberatan ini tidak ada di HP ini.',
    tanpaNama: 'Nama belum diunduh',
    perluDiputus: 'Perlu diputuskan',
    belumDijelaskan: 'Belum dijelaskan penilai',
    belumDijelaskanKet:
      'Penilai belum memberi penjelasan. Anda boleh menunggu, atau memutuskan sesudah mendengar kedua pihak.',
    diputus: 'Sudah diputuskan',
    dibukaKepala: 'Dibuka lagi penilai',
    dibukaKepalaKet: 'Penilai membuka hasilnya lagi sesudah keberatan ini. Tidak ada yang perlu diputuskan.',
    keputusan: 'Keputusan atasan',
    predikat: 'Predikat menurut keputusan',
    alasan: 'Alasan keputusan',
    alasanKet: 'Dibaca yang dinilai dan penilainya. Sebut bukti yang diperiksa',
    putuskan: 'Putuskan',
    tanya: 'Putuskan keberatan ini?',
    tanyaKet: 'Keputusan atasan final: sesudah ini tidak ada yang dapat mengubah hasilnya.',
    tercatat: 'Keputusan tercatat. Dikirim bila ada internet',
  },
  penilai: {
    judul: 'Evaluasi guru',
    periode: 'Periode',
    kosong: 'Belum ada guru di sekolah ini. Sambungkan internet sekali untuk mengunduh daftar guru.',
    kosongSaring: 'Tidak ada guru di saringan ini.',
    tampilSemua: 'Tampilkan semua guru',
    saring: {
      semua: 'Semua',
      nilai: 'Perlu dinilai',
      dinilai: 'Sudah dinilai',
      selesai: 'Ditetapkan',
      belum: 'Belum masuk',
    },
    hitung: (label: string, jumlah: number) => `${label} ${angka(jumlah)}`,
    tahap: {
      BELUM: 'Belum disusun',
      DRAF: 'Masih disusun guru',
      DIAJUKAN: 'Perlu dinilai',
      DIKEMBALIKAN: 'Dikembalikan',
      DINILAI: 'Dinilai',
      SEBAGIAN: 'Baru sebagian',
      DITETAPKAN: 'Ditetapkan',
    },
    belumDiperiksa: (jumlah: number) => `${angka(jumlah)} kegiatan belum diperiksa`,
    periksaDulu: 'Periksa dulu',
    keberatan: 'Ada keberatan',
    sementara: (nama: string) => `Sementara: ${nama}`,
    predikatSementara: 'Predikat sementara',
    belumLengkap: 'Beri kedua rating; predikatnya dihitung sendiri.',
    ratingKurang: (hasil: boolean, perilaku: boolean) =>
      `Belum bisa ditetapkan: pilih rating ${[hasil && 'hasil kerja', perilaku && 'perilaku'].filter(Boolean).join(' dan ')} dulu.`,
    tanyaTetapkan: (nama: string) => `Tetapkan evaluasi ${nama}?`,
    tanyaTetapkanKet: (jumlah: number) =>
      `${angka(jumlah)} kegiatan periode ini belum diperiksa, jadi belum terhitung dalam realisasinya.`,
    masihTerbuka: (nama: string) =>
      `Penetapan tidak mengunci kegiatan: kegiatan ${nama} masih bisa ditambah dan diubah sampai bulannya dikunci, di bawah daftar guru.`,
    kunciBulan: 'Kunci bulan',
    kunciNanti: (bulan: string) => `${bulan} bisa dikunci sesudah bulan itu berakhir.`,
    pilihSatu: 'Pilih guru di daftar untuk menilai.',
    belumMasuk: (nama: string) => `${nama} belum mengirim evaluasi periode ini.`,
    diriGuru: (hasil: string, perilaku: string) => `Menurut guru: hasil ${hasil}, perilaku ${perilaku}`,
    tanpaDiri: 'belum dipilih',
    usulGuru: 'Realisasi dari guru',
    catatanGuru: 'Catatan guru',
    umpanRhk: 'Umpan balik RHK ini',
    beriUmpan: 'Beri umpan balik',
    catatan: 'Catatan untuk guru',
    catatanKet: 'Boleh kosong',
    simpan: 'Simpan',
    tetapkan: 'Tetapkan',
    kembalikan: 'Kembalikan',
    kembalikanJudul: 'Kembalikan ke guru',
    kembalikanAlasan: 'Apa yang perlu dilengkapi',
    bukaLagi: 'Buka lagi',
    bukaAlasan: 'Alasan membuka penetapan',
    bukaKet:
      'Guru melihat bahwa hasilnya dibuka. Sesudah ditetapkan lagi, batas keberatan dihitung dari awal.',
    tersimpan: 'Penilaian tersimpan di HP',
    ditetapkan: (jumlah: number) => (jumlah === 1 ? 'Ditetapkan' : `${angka(jumlah)} evaluasi ditetapkan`),
    dikembalikan: 'Dikembalikan ke guru',
    dibuka: 'Penetapan dibuka',
    urungkan: 'Urungkan',
    urungAlasan: 'Diurungkan sesaat sesudah ditetapkan',
    lain: 'Penilaian dari perangkat lain belum dipakai, karena evaluasi ini sudah berubah lebih dulu.',
    pakaiLain: 'Pakai rating itu',
    tetapkanSemua: (jumlah: number) => `Tetapkan ${angka(jumlah)} yang sudah dinilai`,
    tanyaSemua: (jumlah: number) => `Tetapkan ${angka(jumlah)} evaluasi?`,
    tanyaSemuaKet:
      'Hasilnya langsung terlihat oleh guru, dan batas keberatan 14 hari dihitung sejak mereka membacanya.',
    sebaran: (jumlah: number, dari: number) => `Sebaran predikat (${angka(jumlah)} dari ${angka(dari)})`,
    sebaranKet: 'Predikat sementara ikut dihitung.',
    orang: (jumlah: number) => `${angka(jumlah)} orang`,
    sedikit: 'Sepuluh orang atau kurang: pola persentase tidak dipakai, cukup jumlahnya.',
    pola: 'Di luar pola SE MenPANRB 3/2023. Ini peringatan; penetapan tetap bisa.',
    polaCocok: 'Sesuai pola untuk capaian ini.',
    capaian: 'Capaian kinerja organisasi',
    capaianKet: 'Diisi bila atasan sudah menetapkannya',
    capaianBelum: 'Belum ditetapkan',
    capaianNama: {
      ISTIMEWA: 'Istimewa',
      BAIK: 'Baik',
      BUTUH_PERBAIKAN: 'Butuh Perbaikan',
      KURANG: 'Kurang',
      SANGAT_KURANG: 'Sangat Kurang',
    },
    diLuar: {
      terbanyak: (list: readonly Predikat[], ada: number, wajar: number) =>
        `${daftarPredikat(list)} mestinya terbanyak: sekarang ${angka(ada)} orang, perlu ${angka(wajar)}.`,
      'paling-banyak': (list: readonly Predikat[], ada: number, wajar: number) =>
        wajar === 0
          ? `${daftarPredikat(list)} mestinya tidak ada: sekarang ${angka(ada)} orang.`
          : `${daftarPredikat(list)} paling banyak ${angka(wajar)} orang: sekarang ${angka(ada)}.`,
      'paling-sedikit': (list: readonly Predikat[], ada: number, wajar: number) =>
        `${daftarPredikat(list)} paling sedikit ${angka(wajar)} orang: sekarang ${angka(ada)}.`,
      'harus-ada': (list: readonly Predikat[]) =>
        `${daftarPredikat(list)} mestinya ada paling sedikit 1 orang.`,
    },
    atur: 'Pengaturan periode',
    aturTipe: (tahun: number) => `Evaluasi tahun ${tahun}`,
    bulanan: 'Bulanan',
    triwulanan: 'Triwulanan',
    aturTetap: (tahun: number) =>
      `Sudah ada evaluasi ${tahun}, jadi tipenya tidak bisa diganti untuk tahun ini.`,
    aturHari: 'Batas pengisian, hari sesudah periode berakhir',
    aturTahunan: 'Batas evaluasi tahunan, hari sesudah tahun berakhir',
    aturSkp: 'SKP diajukan paling lambat',
    aturSimpan: 'Simpan pengaturan',
    praktik: 'Praktik kinerja',
    praktikKet: (diobservasi: boolean, lengkap: number, semua: number) =>
      `${diobservasi ? 'Sudah diobservasi' : 'Belum diobservasi'} · ${angka(lengkap)} dari ${angka(semua)} dokumen dikonfirmasi`,
    praktikBelum: 'Belum dimulai tahun ini',
    aturSekolah: 'Pengaturan sekolah',
    alur: (tahun: number) => `Alur e-Kinerja sejak ${tahun}`,
    alurGuru: 'Guru',
    alurUmum: 'Umum',
    alurKet: 'Alur guru meminta praktik kinerja dengan observasi kelas, sesuai Kepmendikdasmen 271/O/2025.',
    log: 'Catatan harian',
    logPilihan: { wajib: 'Wajib', opsional: 'Opsional', mati: 'Mati' },
    logKet: {
      wajib: 'Hari kerja yang belum terisi disebut di beranda guru sampai terisi.',
      opsional: 'Catatan diterima kapan saja. Hari tanpa catatan tidak ditagih.',
      mati: 'Catatan harian tidak diminta. Bukti tetap bisa dicatat bila guru mau.',
    },
    aturTersimpan: 'Pengaturan periode tersimpan',
    kurang: 'Kurangi',
    tambah: 'Tambah',
    pintasan: 'Pintasan papan tombol',
    pintasanDaftar: [
      ['1 2 3', 'Hasil kerja: di bawah, sesuai, di atas'],
      ['4 5 6', 'Perilaku: di bawah, sesuai, di atas'],
      ['S', 'Simpan, lanjut ke guru berikutnya'],
      ['T', 'Tetapkan, lanjut ke guru berikutnya'],
      ['K', 'Kembalikan'],
      ['J atau ↓', 'Guru berikutnya'],
      ['L atau ↑', 'Guru sebelumnya'],
      ['?', 'Daftar pintasan'],
    ] as readonly (readonly [string, string])[],
    tutup: 'Tutup',
  },
} as const;

/** Words of evaluation, for those who are rated and those who rate. */
export const evaluasi = {
  ...kata,
  isi: menyebut(kata.isi, 'dinilai'),
  hasil: menyebut(kata.hasil, 'dinilai'),
  keberatan: menyebut(kata.keberatan, 'dinilai'),
  penilai: menyebut(kata.penilai, 'menilai'),
};
