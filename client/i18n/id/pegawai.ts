import type { JenisTemuan } from '../../../shared/domain/index.ts';
import type { SaringanPegawai, TemuanTampil, TugasTampil } from '../../../shared/protocol/index.ts';
import { angka, tanggalPanjang, waktu } from '../format.ts';

const SARINGAN: Readonly<Record<SaringanPegawai, string>> = {
  aktif: 'Bertugas',
  kepala: 'Kepala',
  tanpaPenilai: 'Tanpa penilai',
  perluDiperbaiki: 'Perlu diperbaiki',
  belumMasuk: 'Belum pernah masuk',
  akanBerubah: 'Akan berubah',
  tidakAktif: 'Tidak bertugas',
};

const JENIS: Readonly<Record<TugasTampil['jenis'], string>> = {
  induk: 'Bertugas',
  nonInduk: 'Mengajar juga (non-induk)',
  kepala: 'Kepala sekolah',
  plt: 'Plt. kepala sekolah',
  plh: 'Plh. kepala sekolah',
};

const SEBAB: Readonly<Record<NonNullable<TugasTampil['sebab']>, string>> = {
  mutasi: 'mutasi',
  pensiun: 'pensiun',
  nonaktif: 'dinonaktifkan',
  selesai: 'tugas selesai',
};

const TEMUAN: Readonly<Record<JenisTemuan, { readonly judul: string; readonly isi: string }>> = {
  lingkaran: {
    judul: 'Penilai melingkar',
    isi: 'Orang-orang ini saling menilai. Betulkan penilai salah satunya.',
  },
  tanpaKepala: {
    judul: 'Sekolah tanpa kepala',
    isi: 'Tidak ada yang dapat menilai di sini. Tugaskan kepala, Plt., atau Plh.',
  },
  pltLewat: { judul: 'Plt. atau Plh. sudah lewat', isi: 'Haknya sudah berakhir dan belum ada penggantinya.' },
  duaKepala: { judul: 'Dua kepala sekolah', isi: 'Keduanya dapat menilai. Akhiri tugas salah satunya.' },
  tanpaAtasan: {
    judul: 'Kepala tanpa atasan',
    isi: 'Tidak ada yang menilai kepala sekolah ini. Centang satu atau beberapa, lalu pilih pengawasnya.',
  },
  tanpaPenilai: { judul: 'Pegawai tanpa penilai', isi: 'Tidak ada yang menerima pekerjaannya.' },
  penilaiPergi: {
    judul: 'Penilai sudah tidak bertugas',
    isi: 'Penilai yang tertulis sudah pindah, pensiun, atau dinonaktifkan.',
  },
};

const rentang = ({ mulai, akhir }: Pick<TugasTampil, 'mulai' | 'akhir'>): string => {
  if (mulai === null) return akhir === null ? 'sejak dulu' : `sampai ${tanggalPanjang(akhir)}`;
  return akhir === null
    ? `sejak ${tanggalPanjang(mulai)}`
    : `${tanggalPanjang(mulai)} sampai ${tanggalPanjang(akhir)}`;
};

/** Words of the admin's screens of people and organisation. */
export const pegawai = {
  judul: 'Pegawai',
  beranda: 'Beranda admin',
  susunan: 'Susunan',
  cari: 'Cari nama, NIP, atau sekolah',
  saring: 'Yang ditampilkan',
  saringan: (nama: SaringanPegawai, jumlah: number) => `${SARINGAN[nama]} ${angka(jumlah)}`,
  kolom: ['Nama dan NIP', 'Satuan kerja', 'Jabatan', 'Penilai', 'Keadaan'],
  semuaSekolah: 'Semua satuan kerja',
  satuan: 'Satuan kerja',
  kosong: 'Tidak ada orang yang cocok',
  memuat: 'Memuat…',
  halaman: (dari: number, sampai: number, semua: number) =>
    `${angka(dari)}–${angka(sampai)} dari ${angka(semua)}`,
  sebelumnya: 'Sebelumnya',
  berikutnya: 'Berikutnya',
  tambah: 'Tambah pegawai',
  tambahIsi: 'Akunnya dibuat tanpa sandi. Terbitkan slip aktivasinya sesudah ini.',
  penilai: 'Penilai',
  tanpaPenilai: 'Tanpa penilai',
  belumMasuk: 'Belum pernah masuk',
  keadaan: { aktif: 'Bertugas', pensiun: 'Pensiun', nonaktif: 'Nonaktif', akanMasuk: 'Akan masuk' },
  usulanDiterima: (bidang: string, pada: number) => `Usulan ${bidang} diterima ${waktu(pada)}`,
  bukaSekolah: (nama: string) => `Data ${nama}`,
  salahBanyak: (jumlah: number) => `${angka(jumlah)} perlu diperbaiki`,
  salahJudul: (pada: string) => `Perlu diperbaiki menurut berkas ${tanggalPanjang(pada)}`,
  salahIsi:
    'Hilang sendiri bila berkas berikutnya benar, atau bila datanya dibetulkan di sini. Bila yang keliru hanya berkasnya, tandai sudah beres.',
  beres: 'Tandai sudah beres',
  dibereskan: 'Tandanya dihapus',
  hilang: (tanggal: string) => `Tidak ada lagi di berkas kepegawaian sejak ${tanggalPanjang(tanggal)}`,
  nanti: ({ jenis, mulai, akhir, sebab, unit, masa }: TugasTampil): string =>
    masa === 'nanti' && mulai !== null
      ? `${JENIS[jenis]} di ${unit.nama} mulai ${tanggalPanjang(mulai)}`
      : `${sebab === null ? 'Berakhir' : SEBAB[sebab]} sesudah ${tanggalPanjang(akhir ?? '')}`,
  tugas: 'Tugas',
  tugasSatu: ({ jenis, unit }: TugasTampil) => `${JENIS[jenis]} · ${unit.nama}`,
  tugasIsi: (satu: TugasTampil) =>
    [rentang(satu), satu.sebab === null ? '' : SEBAB[satu.sebab], satu.terkait?.nama ?? '', satu.alasan]
      .filter(Boolean)
      .join(' · '),
  masa: { kini: 'Berlaku', nanti: 'Akan datang', lalu: 'Selesai' },
  batalkan: 'Batalkan',
  batalkanSatu: (satu: TugasTampil) => `Batalkan: ${JENIS[satu.jenis]}, ${satu.unit.nama}`,
  akhiri: 'Akhiri',
  akhiriSatu: (satu: TugasTampil) => `Akhiri: ${JENIS[satu.jenis]}, ${satu.unit.nama}`,
  data: 'Data',
  bidang: {
    nip: 'NIP',
    nama: 'Nama tanpa gelar',
    gelarDepan: 'Gelar depan',
    gelarBelakang: 'Gelar belakang',
    jenisKelamin: 'Jenis kelamin',
    status: 'Status',
    golongan: 'Pangkat/golongan',
    jabatan: 'Jabatan',
    jenjang: 'Jenjang',
  },
  salahBidang: {
    nip: 'NIP ialah 18 angka',
    nama: 'Tulis namanya',
    jenisKelamin: 'Pilih jenis kelamin',
    status: 'Pilih status',
    unit: 'Pilih satuan kerja',
    jenis: 'Pilih tugasnya',
    mulai: 'Pilih tanggalnya',
  },
  jk: { L: 'Laki-laki', P: 'Perempuan' },
  tindakan: 'Ubah',
  apa: {
    ubah: 'Betulkan data',
    mutasi: 'Mutasi',
    penilai: 'Ganti penilai',
    tugaskan: 'Beri tugas',
    bina: 'Sekolah binaan',
    keluar: 'Pensiun atau nonaktif',
    aktifkan: 'Aktifkan lagi',
    akhiri: 'Akhiri tugas',
  },
  apaIsi: {
    ubah: 'Yang sudah tercetak dan disahkan tidak berubah.',
    mutasi:
      'Pekerjaannya sampai hari itu tinggal di sekolah lama dan diselesaikan penilai lama; ia tetap dapat membacanya. Yang ditulisnya tanpa sinyal sebelum itu masih diterima 30 hari.',
    penilai: 'Penilai di sekolah ialah kepalanya, atau Plt./Plh. selagi bertugas.',
    tugaskan:
      'Plt. dan Plh. berakhir sendiri sesudah hari terakhirnya. Surat edaran BKN (1/SE/I/2021): tiga bulan, dapat diperpanjang tiga bulan.',
    bina: 'Kepala sekolah yang dipilih dinilai pengawas ini, menggantikan pengawas sebelumnya, dan keberatan gurunya diputuskan olehnya.',
    keluar:
      'Pekerjaannya tidak dihapus. Ia tetap dapat masuk untuk membaca miliknya, dan tidak dapat mengisi.',
    aktifkan: 'Ia dapat mengisi lagi mulai tanggal itu.',
    akhiri: 'Haknya berakhir pada tengah malam sesudah hari terakhir.',
  },
  jenisTugas: JENIS,
  jenisLabel: 'Tugas',
  ke: 'Ke sekolah',
  di: 'Di sekolah',
  sebagai: 'Sebagai',
  sebagaiPilihan: { sama: 'Seperti sekarang', induk: 'Guru atau staf', kepala: 'Kepala sekolah' },
  sebagaiWilayah: { induk: 'Staf', kepala: 'Pengawas' },
  ketikanAda: 'Isian ini disimpan di peramban ini sampai Anda menyimpannya atau mengosongkannya.',
  ketikanTinggal: 'Isian belum disimpan. Buka Tambah pegawai untuk melanjutkan.',
  kosongkan: 'Kosongkan',
  sebabLabel: 'Sebab',
  sebabPilihan: { pensiun: 'Pensiun', nonaktif: 'Nonaktif sementara' },
  mulai: 'Mulai tanggal',
  sampai: 'Hari terakhir',
  sampaiKosong: 'Kosongkan bila belum ada akhirnya',
  alasan: 'Alasan atau nomor SK',
  jabatanPengawas: 'Pengawas Sekolah',
  pilih: 'Pilih…',
  sekolahBinaan: 'Sekolah (boleh lebih dari satu)',
  cariSekolah: 'Cari sekolah, NPSN, atau kepalanya',
  tanpaKepala: 'Belum punya kepala',
  tercatat: 'Tercatat.',
  tercatatNanti: (tanggal: string) =>
    `Tercatat. Berlaku ${tanggalPanjang(tanggal)}; sampai itu dapat dibatalkan.`,
  dibatalkan: 'Dibatalkan. Semuanya seperti sebelumnya.',
  belumLengkap: 'Lengkapi isian yang bertanda',
  tanpaCalon: 'Sekolahnya belum punya kepala. Tugaskan kepala atau Plt. dulu.',
  menunggu: 'Menunggu Anda',
  tenang: 'Tidak ada yang menunggu. Susunan dan data pegawai rapi.',
  ringkasan: 'Ringkasan',
  wilayah: 'Wawasan sekolah',
  wilayahKet: 'Isian, pemeriksaan, dan kendala tiap sekolah',
  jumlahPegawai: 'pegawai bertugas',
  jumlahUnit: 'sekolah',
  usulanIsi: 'Perbaikan data kepegawaian yang diajukan pemiliknya',
  orang: 'Orang dan susunan',
  pegawaiIsi: 'Cari, tambah, mutasi, pensiun, dan tugas',
  susunanIsi: 'Siapa menilai siapa, dan yang perlu dibetulkan',
  kendala: 'Tindakan atas kendala',
  kendalaIsi: 'Buka tanggal, umumkan kunjungan, atau jawab, untuk satu atau semua sekolah',
  impor: 'Impor data pegawai',
  imporKet: 'Dari berkas SIMPEG: periksa dulu, lalu terapkan',
  temuanBanyak: (jumlah: number) => `${angka(jumlah)} hal yang perlu dibetulkan di susunan`,
  temuanIsi: 'Siapa menilai siapa, dan siapa memimpin apa',
  imporSalah: (jumlah: number) => `${angka(jumlah)} baris impor terakhir bermasalah atau ditolak`,
  imporIsi: (berkas: string, pada: string) => `${berkas} · ${tanggalPanjang(pada)}`,
  imporHilang: (jumlah: number) => `${angka(jumlah)} orang tidak ada lagi di berkas terakhir`,
  belumMasukBanyak: (jumlah: number) => `${angka(jumlah)} orang belum pernah masuk`,
  belumMasukIsi: 'Slip aktivasinya mungkin belum sampai',
  akanBerubahBanyak: (jumlah: number) => `${angka(jumlah)} perubahan belum berlaku`,
  akanBerubahIsi: 'Mutasi, pensiun, dan tugas yang akan datang',
  cadangan: (saat: number | null) =>
    saat === null ? 'Cadangan terakhir tidak diketahui' : `Cadangan terakhir ${waktu(saat)}`,
  kantor: 'Kantor',
  pola: 'Pola bersama',
  polaIsi: 'Kegiatan yang dicatat banyak guru, dibagikan ke semua sekolah',
  sekolah: 'Sekolah dan kop',
  sekolahIsi: 'Nama, alamat, kop surat, dan logo di setiap dokumen',
  ketetapan: 'Kalender dan periode',
  ketetapanIsi: 'Hari libur, hari masuk, dan periode untuk semua sekolah',
  publikasi: 'Publikasi data',
  publikasiIsi: 'Angka yang boleh dilihat siapa saja, dengan pratinjaunya',
  catatan: 'Catatan audit',
  catatanIsi: 'Siapa mengubah apa, dan siapa melihat milik siapa',
  sistem: 'Sistem dan cadangan',
  sistemIsi: 'Yang bekerja sekarang, ruang, cadangan terakhir, dan yang menunggu di HP',
  susunanRapi: 'Susunan rapi: setiap orang punya penilai, setiap sekolah punya satu kepala.',
  susunanJumlah: (tampil: number, semua: number) =>
    tampil < semua ? `${angka(tampil)} dari ${angka(semua)} temuan` : `${angka(semua)} temuan`,
  temuan: TEMUAN,
  temuanTempat: ({ unit, tanggal }: TemuanTampil) =>
    [unit ? `${unit.nama} (${unit.npsn})` : '', tanggal ? `sejak ${tanggalPanjang(tanggal)}` : '']
      .filter(Boolean)
      .join(' · '),
  jadikan: (nama: string) => `Jadikan ${nama} penilainya`,
  jadikanSemua: (nama: string, jumlah: number) => `Jadikan ${nama} penilai ${angka(jumlah)} orang`,
  buka: (nama: string) => `Buka ${nama}`,
  lihatOrang: 'Lihat orangnya',
  pilihKepala: 'Pilih kepala atau Plt.',
  pilihPengawas: 'Pilih pengawas',
  pilihPengawasSatu: (nama: string) => `Pilih pengawas untuk ${nama}`,
  pilihPengawasBanyak: (jumlah: number) => `Pilih pengawas untuk ${angka(jumlah)} kepala`,
  kepalaDipilih: 'Kepala sekolah',
  cariKepala: 'Cari kepala, sekolah, atau NPSN',
  pilihTampak: (jumlah: number) => `Pilih semua yang tampak (${angka(jumlah)})`,
  lepasTampak: (jumlah: number) => `Lepas semua yang tampak (${angka(jumlah)})`,
  dipilih: (jumlah: number, tersembunyi: number) =>
    tersembunyi > 0
      ? `${angka(jumlah)} dipilih, ${angka(tersembunyi)} di antaranya tidak tampak`
      : `${angka(jumlah)} dipilih`,
  tanpaCocok: 'Tidak ada yang cocok. Ubah pencariannya.',
  pengawas: 'Pengawas',
  cariPengawas: 'Cari nama, NIP, atau wilayah',
  tanpaPengawas: 'Belum ada pengawas di wilayah mana pun. Tambahkan dulu orangnya, lalu kembali ke Susunan.',
  tambahPengawas: 'Tambah pengawas',
  pilihPengawasDulu: 'Pilih pengawasnya dulu',
  kepalaBanyak: (jumlah: number) => `${angka(jumlah)} kepala sekolah`,
  binaUntuk: (siapa: string) => `Untuk ${siapa}`,
  lihatKepala: 'Lihat siapa saja',
  binaAkan: (siapa: string, pengawas: string) =>
    `${siapa} akan dinilai ${pengawas}, yang juga memutuskan keberatan guru di sekolahnya. Dapat diganti dengan pengawas lain kapan saja.`,
  membina: (selesai: number, dari: number) => `${angka(selesai)} dari ${angka(dari)} sekolah…`,
  jadikanPengawas: 'Jadikan pengawasnya',
  dibina: (siapa: string, pengawas: string) => `${siapa} sekarang dinilai ${pengawas}`,
  gantiPengawas: 'Ganti pengawas',
  belumDibina: (jumlah: number) => `${angka(jumlah)} sekolah belum punya pengawas:`,
};
