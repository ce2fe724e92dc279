import { kalenderAwal, liburNasionalKurang, tambahHari } from '../../../shared/domain/index.ts';
import type { HariKhusus, Pegawai, Satker } from '../../../shared/records/index.ts';

/*
 * A made-up district: as many schools as its teachers need, the same for the same seed. Nobody in it exists, and its
 * numbers are none that Dapodik gives (NPSN beginning with 999).
 */

/** A number in [0, 1), the same for the same seed (mulberry32). */
export const acak = (benih: number): (() => number) => {
  let keadaan = benih >>> 0;
  return () => {
    keadaan = (keadaan + 0x6d2b79f5) >>> 0;
    let campur = Math.imul(keadaan ^ (keadaan >>> 15), keadaan | 1);
    campur ^= campur + Math.imul(campur ^ (campur >>> 7), campur | 61);
    return ((campur ^ (campur >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Which one of a list, by a number in [0, 1). */
export const pilih = <T>(daftar: readonly T[], undian: number): T => {
  const satu = daftar[Math.min(daftar.length - 1, Math.floor(undian * daftar.length))];
  if (satu === undefined) throw new Error('nothing to choose from');
  return satu;
};

/** A school of the district. `nomor` counts people before its own, so that everybody's number is her own. */
export type SekolahRencana = {
  readonly ke: number;
  readonly satker: Satker;
  readonly guru: number;
  readonly nomor: number;
};

const KECAMATAN = ['Arunika', 'Banyubiru', 'Cempaka', 'Damarwulan', 'Ngempon', 'Karangasri', 'Lembayung'];
const NAMA = [
  'Sri',
  'Budi',
  'Dewi',
  'Agus',
  'Siti',
  'Joko',
  'Rina',
  'Hendra',
  'Yuni',
  'Wahyu',
  'Maya',
  'Eko',
];
const BELAKANG = ['Wahyuni', 'Santoso', 'Lestari', 'Prasetyo', 'Handayani', 'Nugroho', 'Kurnia', 'Hidayat'];
const SEKOLAH_PER_PENGAWAS = 15;
const [TERKECIL, TERBESAR] = [4, 36];

/** The school holidays of a year between semesters, beside the public ones. */
const liburSemester = (tahun: number): HariKhusus[] => [
  { mulai: `${tahun}-06-22`, selesai: `${tahun}-07-11`, nama: 'Libur semester genap', libur: true },
  { mulai: `${tahun}-12-21`, selesai: `${tahun}-12-31`, nama: 'Libur semester ganjil', libur: true },
];

const kalenderDari = (awal: string, akhir: string): HariKhusus[] => {
  const [dari, sampai] = [Number(awal.slice(0, 4)), Number(akhir.slice(0, 4))];
  const tahun = Array.from({ length: sampai - dari + 1 }, (_, i) => dari + i);
  const nasional = [...kalenderAwal(akhir), ...tahun.flatMap((satu) => liburNasionalKurang([], satu))];
  const unik = new Map(nasional.map((hari) => [`${hari.mulai} ${hari.nama}`, hari]));
  return [...unik.values(), ...tahun.flatMap(liburSemester)];
};

/** The schools of a district of so many teachers, small ones and large ones. */
export const sekolahRencana = (
  guru: number,
  { awal, akhir }: { readonly awal: string; readonly akhir: string },
): SekolahRencana[] => {
  const undi = acak(20_26);
  const kalender = kalenderDari(awal, akhir);
  const sekolah: SekolahRencana[] = [];
  let [sisa, nomor] = [guru, 1];
  while (sisa > 0) {
    const ke = sekolah.length;
    const mau = TERKECIL + Math.floor(undi() * (TERBESAR - TERKECIL + 1));
    const banyak = sisa - mau < TERKECIL ? sisa : mau;
    const kecamatan = pilih(KECAMATAN, undi());
    const satker: Satker = {
      npsn: String(99_900_001 + ke),
      nama: `SD Negeri ${1 + Math.floor(ke / KECAMATAN.length)} ${kecamatan}${ke % 3 === 0 ? ' Utara' : ''} (${ke + 1})`,
      kabupaten: 'Kabupaten Arunika',
      zona: 'Asia/Jakarta',
      hariKerja: undi() < 0.6 ? [1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5],
      logHarian: undi() < 0.7 ? 'wajib' : 'opsional',
      batasIsianHari: null,
      kalender,
      bulanTerkunci: [],
      tanggalDibuka: [],
    };
    sekolah.push({ ke, satker, guru: banyak, nomor });
    sisa -= banyak;
    nomor += banyak + 1;
  }
  return sekolah;
};

/** Which wilayah a school is in; each has a pengawas of its own. */
export const wilayahKe = ({ ke }: SekolahRencana): number => Math.floor(ke / SEKOLAH_PER_PENGAWAS);

const dua = (angka: number): string => String(angka).padStart(2, '0');

/** A person's NIP by her number: eighteen digits in the form of BKN, and nobody's. */
const nipKe = (nomor: number): string => {
  const lahir = `${1968 + (Math.floor(nomor / 336) % 30)}${dua(1 + (Math.floor(nomor / 28) % 12))}${dua(1 + (nomor % 28))}`;
  return `${lahir}201501${1 + (nomor % 2)}${String(Math.floor(nomor / 10_080)).padStart(3, '0')}`;
};

/** Data of the person of a number. */
export const orangKe = (nomor: number, jabatan: string, penilai: Pegawai['penilai']): Pegawai => ({
  nip: nipKe(nomor),
  nama: `${pilih(NAMA, (nomor % NAMA.length) / NAMA.length)} ${pilih(BELAKANG, acak(nomor)())}`,
  gelarDepan: '',
  gelarBelakang: 'S.Pd.',
  jenisKelamin: nomor % 2 === 0 ? 'P' : 'L',
  status: 'PNS',
  golongan: 'III/c',
  jabatan,
  jenjang: 'Ahli Muda',
  penilai,
});

/** The days that work is made up for: so many years, yesterday the last. */
export const rentangRencana = (hariIni: string, tahun: number): { awal: string; akhir: string } => ({
  awal: tambahHari(hariIni, -Math.round(365 * tahun)),
  akhir: tambahHari(hariIni, -1),
});
