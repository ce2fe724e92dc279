import { setImmediate as nextTurn } from 'node:timers/promises';
import { tanggalPada } from '../../shared/domain/index.ts';
import {
  periodeTerbit,
  type Satuan,
  susunTerbitan,
  TABEL,
  type Tabel,
  type Terbitan,
} from '../../shared/publik/index.ts';
import type { Store, StoredPublication } from '../store/index.ts';
import { kumpulkanBulan, kumpulkanTahun } from './kumpul.ts';

type Rooms = { readonly store: Store; readonly clock: () => number };

/** Tables that the choice names; a name of another version of the app is none. */
export const tabelTerpilih = ({ tabel }: Pick<StoredPublication, 'tabel'>): Tabel[] =>
  TABEL.filter((satu) => tabel.includes(satu));

type Tertunggak = { readonly tabel: Tabel; readonly periode: string };

const belumTerbit = async ({ store, clock }: Rooms): Promise<Tertunggak[]> => {
  const { pilihan, ada } = await store.read(async (tx) => ({
    pilihan: await tx.publication(),
    ada: await tx.releaseKeys(),
  }));
  if (!pilihan) return [];
  const hariIni = tanggalPada(clock(), 'Asia/Jakarta');
  const sudah = new Set(ada.map(({ tabel, periode }) => `${tabel} ${periode}`));
  return tabelTerpilih(pilihan).flatMap((tabel) =>
    periodeTerbit(tabel, pilihan.sejak, hariIni)
      .filter((periode) => !sudah.has(`${tabel} ${periode}`))
      .map((periode) => ({ tabel, periode })),
  );
};

type Bulan = Awaited<ReturnType<typeof kumpulkanBulan>>;

/** What a table of a period is made of; the schools of one month are looked through once for all its tables. */
const pengumpul = ({ store, clock }: Rooms) => {
  let terakhir: { readonly periode: string; readonly bulan: Bulan } | null = null;
  return async ({ tabel, periode }: Tertunggak): Promise<Satuan[]> => {
    const wanted = { periode, pada: clock() };
    if (tabel === 'predikat') return kumpulkanTahun(store, wanted);
    if (terakhir?.periode !== periode) terakhir = { periode, bulan: await kumpulkanBulan(store, wanted) };
    return terakhir.bulan(tabel);
  };
};

const menurutPeriode = (daftar: readonly Tertunggak[]): Tertunggak[] =>
  [...daftar].sort((a, b) => a.periode.localeCompare(b.periode));

/** Counts tables of periods from the records as they are now, by period; nothing is kept. */
export const hitungTerbitan = async (rooms: Rooms, daftar: readonly Tertunggak[]): Promise<Terbitan[]> => {
  const kumpulkan = pengumpul(rooms);
  const terbitan: Terbitan[] = [];
  for (const satu of menurutPeriode(daftar)) {
    const satuan = await kumpulkan(satu);
    await nextTurn();
    terbitan.push(susunTerbitan(satu.tabel, satu.periode, satuan));
  }
  return terbitan;
};

/**
 * Publishes every chosen table of every period that is due and was not published yet; gives their number. A published one
 * is never counted again: two counts of one period, a day apart, would show what one person did in between.
 */
export const terbitkanYangJatuhTempo = async (rooms: Rooms): Promise<number> => {
  let banyak = 0;
  const kumpulkan = pengumpul(rooms);
  for (const satu of menurutPeriode(await belumTerbit(rooms))) {
    const satuan = await kumpulkan(satu);
    await nextTurn();
    const content = JSON.stringify(susunTerbitan(satu.tabel, satu.periode, satuan));
    await rooms.store.write((tx) => tx.keepRelease({ ...satu, madeAt: rooms.clock(), content }));
    banyak += 1;
  }
  return banyak;
};
