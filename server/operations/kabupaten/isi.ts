import { existsSync, readdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { tanggalPada } from '../../../shared/domain/index.ts';
import { createPasswords, generatePassphrase } from '../../people/index.ts';
import { openFreshSqlite } from '../../store/index.ts';
import { tulisPerangkatContoh } from '../demo-warga.ts';
import { makePepper } from '../pepper.ts';
import { rentangRencana, sekolahRencana } from './rencana.ts';
import { type Masuk, tulisAtas, tulisSekolah } from './tulis.ts';

/** A district to be made up. */
export type Kabupaten = { readonly dataDir: string; readonly guru: number; readonly tahun: number };

type Rooms = {
  readonly clock: () => number;
  readonly random: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
};

/** How far it is. */
export type Kemajuan = {
  readonly sekolah: number;
  readonly dariSekolah: number;
  readonly entri: number;
  readonly baris: number;
  /** Seconds so far, and about how many are left. */
  readonly detik: number;
  readonly sisa: number;
};

/** What came of it: numbers, one passphrase for everybody, and one person of each role. */
export type Terisi = Pick<Kemajuan, 'sekolah' | 'entri' | 'baris' | 'detik'> & {
  readonly guru: number;
  readonly sandi: string;
  readonly masuk: readonly Masuk[];
};

/** What an entry takes on disk with its answer, records and indexes, rounded up: 1,650 were measured. */
const BYTE_PER_ENTRI = 2_000;
/** Entries that a teacher makes in a year, about. */
const ENTRI_SETAHUN = 260;

const SETENGAH = /^kinerja\.db\.setengah/;

/** Why the folder or the disk will not do; null where they will. */
export const halangan = ({ dataDir, guru, tahun }: Kabupaten): string | null => {
  const isi = existsSync(dataDir) ? readdirSync(dataDir).filter((nama) => !SETENGAH.test(nama)) : [];
  if (isi.length > 0)
    return `Folder ${dataDir} sudah berisi. Data rekaan hanya ditulis ke folder kosong: pilih yang lain lewat KINERJA_DATA.`;
  const perlu = guru * tahun * ENTRI_SETAHUN * BYTE_PER_ENTRI;
  const ada = existsSync(dataDir) ? statfsSync(dataDir) : statfsSync('.');
  const bebas = ada.bavail * ada.bsize;
  const gb = (byte: number): string => (byte / 1e9).toFixed(1).replace('.', ',');
  return bebas < perlu * 1.2 ? `Ruang kurang: perlu sekitar ${gb(perlu)} GB, ada ${gb(bebas)} GB.` : null;
};

/**
 * Fills an empty data folder with a district: schools, people, years of entries and answers, every line decided by the
 * rules and chained. Nothing is there until all of it is; a run that was cut off leaves a file that the next one throws away.
 */
export const isiKabupaten = async (
  { dataDir, guru, tahun }: Kabupaten,
  rooms: Rooms,
  kabar: (kemajuan: Kemajuan) => void,
): Promise<Terisi> => {
  const mulai = rooms.clock();
  const rentang = rentangRencana(tanggalPada(mulai, 'Asia/Jakarta'), tahun);
  const sekolah = sekolahRencana(guru, rentang);
  const fresh = openFreshSqlite(join(dataDir, 'kinerja.db'));
  try {
    const frasa = generatePassphrase(rooms.random);
    const sandi = await createPasswords(makePepper(dataDir, rooms.randomBytes)).hash(frasa);
    const alat = { sandi, rentang, randomBytes: rooms.randomBytes };
    let [entri, baris, sudah] = [0, 0, 0];
    for (const [i, satu] of sekolah.entries()) {
      const hasil = await fresh.write((tx) => tulisSekolah(tx, satu, alat));
      [entri, baris, sudah] = [entri + hasil.entri, baris + hasil.baris, sudah + satu.guru];
      const detik = (rooms.clock() - mulai) / 1000;
      const sisa = (detik / sudah) * (guru - sudah);
      kabar({ sekolah: i + 1, dariSekolah: sekolah.length, entri, baris, detik, sisa });
    }
    const masuk = await fresh.write(async (tx) => {
      const orang = await tulisAtas(tx, sekolah, alat);
      await tulisPerangkatContoh(tx, orang[0]?.nip ?? '', mulai);
      return orang;
    });
    await fresh.finish();
    const detik = (rooms.clock() - mulai) / 1000;
    return { sekolah: sekolah.length, guru, entri, baris, detik, sandi: frasa, masuk };
  } catch (cause) {
    await fresh.abandon();
    throw cause;
  }
};
