import type { AkunRooms, Hasil } from './akun.ts';
import { aturSekolah } from './atur.ts';
import type { Alat } from './cli-ledger.ts';
import { isiKalender } from './kalender.ts';
import type { Diputuskan, Kemajuan } from './keputusan.ts';
import { aturPortofolio } from './portofolio.ts';

/* What an instansi decides for its schools, as the command line says it. */

type Isian = Readonly<Record<string, string>>;
type Keluaran = { readonly kode: 0 | 1; readonly teks: string };

const SEDETIK = 1000;

/** Says how far it is, once a second and when all is done; of a few schools nothing. */
const denganKabar = (rooms: AkunRooms, { kabar }: Alat): AkunRooms & { readonly kemajuan: Kemajuan } => {
  let terakhir = rooms.clock();
  let pernah = false;
  return {
    ...rooms,
    kemajuan: (selesai, dari) => {
      const usai = selesai === dari && pernah;
      if (!usai && rooms.clock() - terakhir < SEDETIK) return;
      [terakhir, pernah] = [rooms.clock(), true];
      kabar(`${selesai} dari ${dari} sekolah`);
    },
  };
};

const UNTUK_NANTI = 'Dicatat juga bagi sekolah yang ditambahkan kemudian.';

const teks = (judul: string, { ditulis, sama, instansi }: Diputuskan): string =>
  [
    ...(ditulis.length > 0 ? [`${judul}:`, ...ditulis.map((nama) => `  ${nama}`)] : []),
    ...(sama > 0 ? [`${sama} sekolah sudah demikian: tidak ada yang ditulis di sana.`] : []),
    ...(instansi ? [UNTUK_NANTI] : []),
  ]
    .map((baris) => `${baris}\n`)
    .join('');

const keluar = (hasil: Hasil<Diputuskan>, judul: string): Keluaran =>
  hasil.ok ? { kode: 0, teks: teks(judul, hasil) } : { kode: 1, teks: `${hasil.kalimat}\n` };

/** `sekolah atur`: flow, daily log, periods and their limits. */
export const atur = async (rooms: AkunRooms, isian: Isian, alat: Alat): Promise<Keluaran> =>
  keluar(await aturSekolah(denganKabar(rooms, alat), isian), 'Diatur');

/** `sekolah kalender`: holidays and working days. */
export const kalender = async (rooms: AkunRooms, isian: Isian, alat: Alat): Promise<Keluaran> =>
  keluar(await isiKalender(denganKabar(rooms, alat), isian), 'Kalender');

/** `instansi portofolio`: whether portfolios may be published. */
export const portofolio = async (rooms: AkunRooms, isian: Isian, alat: Alat): Promise<Keluaran> => {
  const boleh = isian['izinkan'] === 'ya';
  const hasil = await aturPortofolio(denganKabar(rooms, alat), isian);
  return keluar(hasil, `Portofolio ${boleh ? 'diizinkan' : 'tidak diizinkan'}`);
};
