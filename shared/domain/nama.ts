import type { Pegawai } from '../records/pegawai.ts';

/** A name with its titles: "Dra. Sri Wahyuni, M.Pd.". */
export const namaLengkap = ({
  gelarDepan,
  nama,
  gelarBelakang,
}: Pick<Pegawai, 'nama' | 'gelarDepan' | 'gelarBelakang'>): string => {
  const front = gelarDepan.trim() === '' ? nama : `${gelarDepan.trim()} ${nama}`;
  return gelarBelakang.trim() === '' ? front : `${front}, ${gelarBelakang.trim()}`;
};

/** Initials and birth-order words that nobody is called by: "I Wayan", "Ni Made", "M. Yusuf". */
const BUKAN_PANGGILAN = /^(.|.*\.|ni)$/iu;

/** The name that a person is called by: the first that is no initial, in ordinary letters. */
export const namaPanggilan = (nama: string): string => {
  const parts = nama.trim().split(/\s+/);
  const called = parts.find((part) => !BUKAN_PANGGILAN.test(part)) ?? parts[0] ?? '';
  return called.length > 1 && called === called.toUpperCase()
    ? called.slice(0, 1) + called.slice(1).toLowerCase()
    : called;
};

/** "Selamat pagi, Bu Sri": by the wall clock `HH:MM`; pagi to 11, siang to 15, sore to 18. */
export const sapaan = (pegawai: Pick<Pegawai, 'nama' | 'jenisKelamin'>, jam: string): string => {
  const waktu =
    jam < '03:00'
      ? 'malam'
      : jam < '11:00'
        ? 'pagi'
        : jam < '15:00'
          ? 'siang'
          : jam < '18:00'
            ? 'sore'
            : 'malam';
  return `Selamat ${waktu}, ${pegawai.jenisKelamin === 'P' ? 'Bu' : 'Pak'} ${namaPanggilan(pegawai.nama)}`;
};
