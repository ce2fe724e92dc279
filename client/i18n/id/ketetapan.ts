import type { HalanganKetetapan, IsiKetetapan, Ketetapan } from '../../../shared/protocol/index.ts';
import { angka, waktu } from '../format.ts';
import { kalenderSekolah } from './penilai-kalender.ts';

const TIPE = { bulanan: 'bulanan', triwulanan: 'triwulanan' } as const;

const isiPeriode = ({
  sejak,
  tipe,
  batasHari,
  batasTahunan,
  batasSkp,
}: Extract<IsiKetetapan, { apa: 'periode' }>) =>
  [
    `Periode sejak ${sejak}`,
    tipe ? TIPE[tipe] : '',
    batasHari === undefined ? '' : `batas ${angka(batasHari)} hari`,
    batasTahunan === undefined ? '' : `batas tahunan ${angka(batasTahunan)} hari`,
    batasSkp === undefined ? '' : `batas SKP ${batasSkp}`,
  ]
    .filter(Boolean)
    .join(', ');

const sebut = (isi: IsiKetetapan): string => {
  if (isi.apa === 'periode') return isiPeriode(isi);
  const [hari] = isi.hari;
  const nama = hari ? `${hari.nama}, ${kalenderSekolah.rentang(hari.mulai, hari.selesai)}` : '';
  return isi.hari.length > 1 ? `${nama}, dan ${angka(isi.hari.length - 1)} hari lain` : nama;
};

/** A05 for an instansi: holidays and periods of all schools. */
export const ketetapan = {
  judul: 'Kalender dan periode',
  isi: 'Hari libur, hari masuk, dan periode untuk semua sekolah sekaligus. Yang sudah ada di sebuah sekolah dibiarkan. Berlaku juga bagi sekolah yang ditambahkan kemudian.',
  apa: 'Yang ditetapkan',
  pilihan: { kalender: 'Hari', periode: 'Periode' },
  nasional: (jumlah: number, tahun: number) => `Isi ${angka(jumlah)} libur nasional ${tahun}`,
  kosongHari: 'Tulis harinya dulu, satu baris satu hari',
  banyakHari: (paling: number) => `Paling banyak ${angka(paling)} hari sekali jalan`,
  sejak: 'Berlaku sejak tahun',
  tipe: 'Periode evaluasi',
  tipePilihan: { '': 'Tidak diubah', bulanan: 'Bulanan', triwulanan: 'Triwulanan' },
  batasHari: 'Batas pengisian evaluasi',
  batasHariKet: 'Hari sesudah periode berakhir, 0 sampai 60. Kosong: tidak diubah',
  batasTahunan: 'Batas evaluasi tahunan',
  batasTahunanKet: 'Hari sesudah tahun berakhir, 0 sampai 120. Kosong: tidak diubah',
  batasSkp: 'Batas SKP',
  batasSkpKet: 'Bulan-tanggal, misalnya 01-31. Kosong: tidak diubah',
  kosongPeriode: 'Isi paling sedikit satu yang diubah',
  salahAngka: 'Tulis bilangan dalam batas itu',
  salahTanggal: 'Tulis seperti 01-31',
  lihat: 'Lihat akibatnya',
  melihat: 'Melihat semua sekolah…',
  akibat: 'Akibatnya',
  akibatIsi: (tulis: number, semua: number) =>
    `${angka(tulis)} dari ${angka(semua)} sekolah akan ditulis; yang lain sudah demikian atau tidak dapat.`,
  kolom: { hari: 'Hari', jenis: 'Jenis', berdiri: 'Sudah ada di' },
  berdiri: (banyak: number, semua: number) => `${angka(banyak)} dari ${angka(semua)} sekolah`,
  halangan: (jumlah: number) => `${angka(jumlah)} sekolah tidak dapat ditulis dan dilewati:`,
  sebab: ({ nama, sebab }: HalanganKetetapan) =>
    sebab === 'kalender_penuh'
      ? `${nama}: kalendernya penuh. Kepala sekolah menghapus hari tahun lalu dulu`
      : `${nama}: evaluasi tahun itu sudah dimulai dengan periode lain`,
  terapkan: (jumlah: number) => `Tetapkan untuk ${angka(jumlah)} sekolah`,
  sudah: 'Semua sekolah sudah demikian',
  riwayat: 'Ketetapan 30 hari terakhir',
  kosong: 'Belum ada ketetapan.',
  sebut,
  oleh: ({ oleh, pada }: Ketetapan) => `${oleh}, ${waktu(pada)}`,
  tahap: {
    BERJALAN: 'Belum selesai',
    SELESAI: 'Berlaku',
    MENGURUNGKAN: 'Sedang diurungkan',
    DIURUNGKAN: 'Diurungkan',
  },
  hasil: ({ tahap, ditulis, selesai, dari }: Ketetapan): string => {
    if (tahap === 'BERJALAN') return `${angka(selesai)} dari ${angka(dari)} sekolah`;
    if (tahap === 'MENGURUNGKAN') return `Mengurungkan ${angka(selesai)} dari ${angka(dari)} sekolah`;
    return tahap === 'SELESAI'
      ? `Ditulis di ${angka(ditulis)} sekolah`
      : `${angka(ditulis)} sekolah kembali seperti sebelumnya`;
  },
  dilewati: (nama: readonly string[]) => `Dibiarkan: ${nama.join(', ')}`,
  lanjutkan: 'Lanjutkan',
  urungkan: 'Urungkan',
  kerja: (apa: string, isi: IsiKetetapan) => `${apa}: ${sebut(isi)}`,
  tanyaUrung: 'Urungkan ketetapan ini?',
  tanyaUrungIsi:
    'Setiap sekolah kembali seperti sebelumnya. Yang sudah diubah kepala sekolah sesudahnya dibiarkan dan disebut namanya.',
  terputus: 'Sambungan terputus. Yang sudah ditulis tetap; lanjutkan bila internet kembali.',
  selesai: 'Ketetapan berlaku di semua sekolah',
} as const;
