import type { SebabKendala } from '../../../shared/domain/index.ts';
import type { Tanggapan } from '../../../shared/records/index.ts';
import { angka, hariTanggalPendek, tanggalPanjang } from '../format.ts';
import { sebutPenilai } from '../sebutan.ts';

/** Causes as both sides read them: what happened, nobody's fault. */
export const sebabKendala: Readonly<Record<SebabKendala, string>> = {
  SINYAL: 'Tidak ada sinyal',
  HP: 'HP rusak atau hilang',
  DATA: 'Data saya salah',
  SAKIT: 'Sakit',
  CUTI: 'Cuti atau izin',
  SIBUK: 'Terlalu sibuk',
  BELUM_TAHU: 'Belum tahu caranya',
};

/** "Sen 23 Nov", or "Sen 23 Nov – Rab 25 Nov". */
export const rentangKendala = ({ mulai, selesai }: { mulai: string; selesai: string }): string =>
  mulai === selesai
    ? hariTanggalPendek(mulai)
    : `${hariTanggalPendek(mulai)} – ${hariTanggalPendek(selesai)}`;

/** Who answered: the head by his name, whoever did it for the instansi with that said. */
export const olehTanggapan = ({ oleh, tindakan }: { oleh: string; tindakan?: string }): string =>
  tindakan ? `${oleh} (dinas)` : oleh;

/** What was done about it, in a word. */
export const kataTanggapan = ({ cara, tanggal, teks }: Tanggapan): string => {
  const isi = teks ? `: ${teks}` : '';
  if (cara === 'DIBUKA') return `Tanggalnya dibuka untuk diisi${isi}`;
  if (cara === 'KUNJUNGAN') return `Akan berkunjung ${tanggal ? tanggalPanjang(tanggal) : ''}${isi}`;
  return cara === 'JAWABAN' ? teks : `Sudah diketahui${isi}`;
};

/** A teacher's screen: why she cannot fill in. */
export const kendala = {
  judul: 'Kendala mengisi',
  get ajakan() {
    return sebutPenilai(
      'Ketuk sebabnya. Kepala sekolah melihatnya supaya bisa membantu, bukan untuk menilai.',
    );
  },
  untukHari: (mulai: string, selesai: string) => `Untuk ${rentangKendala({ mulai, selesai })}`,
  kapan: 'Untuk hari apa?',
  hariIni: 'Hari ini',
  kosong: (jumlah: number) => `${angka(jumlah)} hari yang kosong`,
  lain: 'Pilih tanggal',
  mulai: 'Dari tanggal',
  selesai: 'Sampai tanggal',
  terbalik: 'Tanggal akhir mendahului tanggal awal. Betulkan dulu.',
  catatan: 'Catatan (boleh kosong)',
  tambahCatatan: 'Tambah catatan',
  sebab: 'Apa kendalanya?',
  tercatat: 'Kendala tercatat di HP ini',
  ditarik: 'Kendala ditarik',
  daftar: 'Kendala yang pernah Anda sampaikan',
  belumAda: 'Belum ada kendala yang disampaikan.',
  tarik: 'Tarik kembali',
  menunggu: 'Belum ditanggapi',
  antri: 'Tersimpan di HP, dikirim bila ada internet',
  get rahasia() {
    return sebutPenilai(
      'Nama dan catatan Anda hanya dibaca kepala sekolah. Di atasnya hanya terbaca berapa orang per sebab; sakit dan cuti tidak ikut terbaca.',
    );
  },
} as const;
