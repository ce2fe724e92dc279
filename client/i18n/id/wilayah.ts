import type { TandaAwal } from '../../../shared/domain/index.ts';
import { angka, hariTanggalPendek, persen } from '../format.ts';
import { wawasanSekolah } from './wawasan.ts';

const menunggu = {
  entri: (jumlah: number) => `${angka(jumlah)} kegiatan`,
  skp: (jumlah: number) => `${angka(jumlah)} SKP`,
  evaluasi: (jumlah: number) => `${angka(jumlah)} evaluasi`,
  praktik: (jumlah: number) => `${angka(jumlah)} praktik kinerja`,
  kendala: (jumlah: number) => `${angka(jumlah)} kendala`,
} as const;

/** Words of schools seen from above: by a pengawas, by an admin. */
export const wilayah = {
  judul: 'Sekolah',
  kembali: 'Beranda',
  kembaliKe: 'Sekolah',
  memuat: 'Memuat angka sekolah…',
  coba: 'Coba lagi',
  sampai: (tanggal: string) => `Empat pekan sampai ${hariTanggalPendek(tanggal)}`,
  dilihat: (kapan: string) => `Dilihat ${kapan}`,
  terputus: (sebab: string, kapan: string) =>
    `${sebab}. Ini angka yang terakhir dilihat di HP ini, ${kapan}.`,
  belumAda: 'Angka sekolah belum pernah dibuka di HP ini. Sambungkan internet sekali.',
  belumDihitung: (jumlah: number) =>
    `${angka(jumlah)} sekolah masih dihitung dan belum ada di daftar. Buka lagi sebentar lagi.`,
  kosong: 'Belum ada sekolah di wilayah Anda.',
  takCocok: 'Tidak ada sekolah yang cocok.',
  penyebut:
    'Hari kerja menurut kalender tiap sekolah. Hari sakit dan cuti tidak dihitung, dan tidak disebut siapa.',
  belumMulai: (jumlah: number, dari: number) =>
    dari === 1
      ? 'Sekolah ini belum pernah mengisi, jadi belum ada yang dapat dihitung.'
      : `${angka(jumlah)} sekolah belum pernah mengisi dan belum ikut dihitung.`,
  terisi: 'hari kerja terisi',
  tertinggal: 'guru tertinggal',
  menunggu: 'menunggu kepala sekolah',
  periksa: 'dijawab dalam 7 hari',
  dariGuru: (jumlah: number) => `dari ${angka(jumlah)} guru`,
  tertua: (tanggal: string) => `sejak ${hariTanggalPendek(tanggal)}`,
  urutkan: 'Urutkan',
  urutan: {
    perhatian: 'Perlu perhatian',
    isian: 'Isian terendah',
    menunggu: 'Menunggu terlama',
    nama: 'Nama sekolah',
  },
  cari: 'Cari sekolah',
  kolom: {
    sekolah: 'Sekolah',
    isian: 'Hari terisi',
    tertinggal: 'Tertinggal',
    menunggu: 'Menunggu',
    periksa: 'Pemeriksaan',
  },
  isianSel: (terisi: number, dari: number) => (dari === 0 ? 'Belum ada' : persen((terisi / dari) * 100)),
  isianRinci: (terisi: number, dari: number) => `${angka(terisi)} dari ${angka(dari)} hari`,
  isianBelum: 'Belum pernah mengisi',
  tertinggalBelum: 'Belum dapat dihitung',
  logMati: 'Tidak memakai catatan harian',
  tertinggalSel: (jumlah: number, sejak: string | null) =>
    jumlah === 0 ? 'Tidak ada' : `${angka(jumlah)} guru${sejak ? `, sejak ${hariTanggalPendek(sejak)}` : ''}`,
  menungguSel: (jumlah: number, sejak: string | null) =>
    jumlah === 0 ? 'Tidak ada' : `${angka(jumlah)}${sejak ? `, sejak ${hariTanggalPendek(sejak)}` : ''}`,
  periksaSel: (hari: number | null) =>
    hari === null ? 'Belum ada' : hari === 0 ? 'Biasanya hari itu juga' : `Biasanya ${angka(hari)} hari`,
  lagi: (jumlah: number) => `Tampilkan ${angka(jumlah)} sekolah lagi`,
  jumlah: (jumlah: number) => `${angka(jumlah)} sekolah`,
  judulKendala: 'Sebab yang disampaikan guru',
  takKendala: 'Tidak ada kendala yang disampaikan.',
  kendalaGuru: (jumlah: number, sekolah: number) =>
    sekolah > 1 ? `${angka(jumlah)} guru di ${angka(sekolah)} sekolah` : `${angka(jumlah)} guru`,
  tindakLanjut: 'Tindak lanjuti',
  tindakLanjuti: (sebab: string) => `Tindak lanjuti: ${sebab}`,
  judulBeban: (bulan: string) => `Beban mencatat, ${bulan}`,
  menitSepekan: 'Menit mencatat dalam sepekan',
  detikKegiatan: 'Detik untuk satu kegiatan',
  tengah: (golongan: string) => `Nilai tengah: ${golongan.charAt(0).toLowerCase()}${golongan.slice(1)}.`,
  bebanKet: (sekolah: number, tersembunyi: number) =>
    `Menurut HP guru yang mengizinkan, di ${angka(sekolah)} sekolah; server hanya menerima jumlah.${tersembunyi > 0 ? ` ${angka(tersembunyi)} sekolah tidak ikut karena yang dihitung kurang dari lima orang.` : ''}`,
  bebanSekolah: (bersama: number) =>
    bersama > 1 ? `Bersama ${angka(bersama - 1)} sekolah lain, karena yang dihitung sedikit.` : '',
  golongan: {
    sampai_30: 'Paling lama 30 menit',
    sampai_60: '30 sampai 60 menit',
    lebih_60: 'Lebih dari 60 menit',
    sampai_30_detik: 'Paling lama 30 detik',
    sampai_60_detik: '30 sampai 60 detik',
    sampai_120_detik: '1 sampai 2 menit',
    lebih_120_detik: 'Lebih dari 2 menit',
    sisanya: 'Lainnya, digabung karena sedikit',
  } as Readonly<Record<string, string>>,
  bagian: (persenNya: number, batas: 'tepat' | 'sedikitnya' | 'sebanyaknya') =>
    `${persen(persenNya)}${batas === 'tepat' ? '' : batas === 'sedikitnya' ? ' atau lebih' : ' atau kurang'}`,
  jenis: menunggu,
  kepala: (nama: readonly string[]) => `Dinilai oleh ${nama.join(', ')}`,
  judulMenunggu: 'Menunggu kepala sekolah',
  takMenunggu: 'Tidak ada yang menunggu.',
  judulGuru: 'Guru',
  guruKet: 'Sejak kapan kosong, tanpa isi kegiatan dan tanpa sebab pribadi.',
  takGuru: 'Belum ada guru yang bertugas di sekolah ini.',
  takMengisi: 'Belum ada kegiatan dalam empat pekan terakhir',
  kosongSejak: (hari: number, sejak: string) =>
    `Kosong ${angka(hari)} hari kerja, sejak ${hariTanggalPendek(sejak)}`,
  mengisi: (tanggal: string) => `Terakhir mengisi ${hariTanggalPendek(tanggal)}`,
  tungguGuru: (jumlah: number) => `${angka(jumlah)} menunggu diperiksa`,
  tandaTertinggal: 'Tertinggal',
  tandaKet:
    'Bahan untuk berbicara dengan kepala sekolah, bukan penilaian. Empat pekan terakhir, hanya jumlah.',
  tanda: (satu: Omit<TandaAwal, 'owner' | 'entri'>) =>
    wawasanSekolah.tanda[satu.jenis]({ owner: '', entri: [], ...satu }),
  kegiatan: (jumlah: number) => `${angka(jumlah)} kegiatan`,
  takRhk: 'Belum ada SKP yang disetujui di sekolah ini.',
  kerjaKepala: 'Kinerja kepala sekolah ini, yang Anda nilai',
  perluInternet: 'Nama guru hanya dibuka langsung dari server, tidak disimpan di HP ini.',
} as const;
