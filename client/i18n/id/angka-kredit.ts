import { type Konversi, type Predikat, type SalahAk, tulisAk } from '../../../shared/domain/index.ts';
import { bulanTahun, persen } from '../format.ts';

const predikat = {
  SANGAT_BAIK: 'Sangat Baik',
  BAIK: 'Baik',
  BUTUH_PERBAIKAN: 'Butuh Perbaikan',
  KURANG: 'Kurang',
  SANGAT_KURANG: 'Sangat Kurang',
} as const satisfies Record<Predikat, string>;

const salah = {
  bulan_terbalik: 'Bulan akhir lebih dulu daripada bulan awal. Pilih bulan akhir yang sama atau sesudahnya',
  bertumpuk: 'Bulan ini sudah ada di baris lain. Ubah bulannya, atau ubah baris yang sudah ada',
  tanpa_aturan: 'Konversi predikat berlaku mulai 2023. Angka sebelum itu masukkan sebagai angka awal',
} as const satisfies Record<SalahAk, string>;

export const angkaKredit = {
  judul: 'Angka kredit',
  perkiraan:
    'Ini perkiraan dari isian Anda, bukan PAK. Yang berlaku tetap PAK yang ditetapkan pejabat. Isian di halaman ini hanya ada di HP ini.',
  belumAdaOrang:
    'Data pegawai Anda belum ada di HP ini. Sambungkan internet sekali untuk mengunduhnya, lalu buka lagi halaman ini.',
  jenjangAsing: (jenjang: string) =>
    `Jenjang “${jenjang}” tidak ada dalam tabel angka kredit guru. Minta operator sekolah memeriksa data jabatan Anda.`,
  pppk: 'PPPK tidak naik pangkat, jadi tidak ada angka yang harus dicapai. Konversi tetap dicatat sebagai riwayat.',
  golonganAsing:
    'Golongan dan jenjang Anda tidak cocok, jadi kebutuhan naik pangkat tidak dapat dihitung. Minta operator sekolah memeriksa data jabatan Anda.',
  kapanNaik: 'Kapan naik',
  milik: 'Angka kredit saya',
  terkumpul: (ak: string) => `Terkumpul ${ak}`,
  dalamJenjang: (jenjang: string, golongan: string) => `${jenjang} · ${golongan}`,
  menujuPangkat: (golongan: string) => `Naik pangkat ke ${golongan}`,
  menujuJenjang: (jenjang: string) => `Naik jenjang ke ${jenjang}`,
  dari: (punya: string, butuh: string) => `${punya} dari ${butuh}`,
  kurang: (ak: string) => `Kurang ${ak}`,
  cukup: 'Sudah cukup',
  cukupPada: (bulan: string) => `Cukup pada ${bulanTahun(bulan)}`,
  takTercapai: 'Tidak tercapai dalam masa kerja',
  puncak: 'Tidak ada pangkat di atas golongan Anda.',
  bilaSelalu: 'Bila predikat berikutnya selalu',
  dihitungMulai: (bulan: string) => `Dihitung mulai ${bulanTahun(bulan)}, bulan pertama yang belum diisi.`,
  syaratJenjang:
    'Naik jenjang juga perlu lowongan jabatan, lulus uji kompetensi, dan predikat paling rendah Baik dalam satu tahun terakhir.',
  predikatRendah: 'Predikat di bawah Baik belum memenuhi syarat naik jenjang.',
  awal: 'Angka awal',
  awalLabel: 'Angka kredit dari PAK terakhir',
  awalPetunjuk:
    'Dalam jenjang Anda sekarang, misalnya 62,50. Kosongkan bila baru masuk jenjang ini. Baris predikat hanya untuk bulan sesudah PAK itu.',
  awalSalah: 'Tulis angka dengan paling banyak dua desimal, misalnya 62,50',
  lama: 'PAK masih angka lama (konvensional)?',
  lamaLabel: 'Angka kredit kumulatif lama',
  lamaPetunjuk: (dasar: string) => `Dikurangi nilai dasar jenjang Anda, ${dasar}.`,
  lamaKurang: (dasar: string) =>
    `Angka lama lebih kecil daripada nilai dasar ${dasar}. Periksa lagi angka atau jenjangnya`,
  lamaPakai: (ak: string) => `Pakai ${ak} sebagai angka awal`,
  baris: 'Predikat per tahun',
  barisKosong: 'Belum ada predikat. Tambahkan predikat tahunan Anda sejak PAK terakhir.',
  tambah: 'Tambah predikat',
  ubahJudul: 'Ubah predikat',
  hapus: 'Hapus baris ini',
  simpan: 'Simpan',
  tersimpan: 'Tersimpan di HP ini',
  dihapus: 'Baris dihapus',
  tahun: 'Tahun',
  predikat: 'Predikat',
  rincian: (baris: Konversi) =>
    `${predikat[baris.predikat]} · ${persen(baris.persen)} x ${tulisAk(baris.koefisien)} setahun`,
  jumlah: 'Jumlah',
  setahun: 'setahun penuh',
  bulanAwal: 'Dari bulan',
  bulanAkhir: 'Sampai bulan',
  jenjang: 'Jenjang saat itu',
  jenjangLain: (jenjang: string) =>
    `Jenjang ${jenjang}, tidak ikut dihitung: angka mulai dari 0 di jenjang baru`,
  predikatNama: predikat,
  salah,
  sumber: 'Dihitung menurut Peraturan BKN 3/2023 dan PermenPANRB 1/2023.',
} as const;
