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

/** Counts a table of a period from the records as they are now; nothing is kept. */
export const hitungTerbitan = async (
  { store, clock }: Rooms,
  { tabel, periode }: Tertunggak,
): Promise<Terbitan> => {
  const wanted = { periode, pada: clock() };
  const satuanList: Satuan[] =
    tabel === 'predikat' ? await kumpulkanTahun(store, wanted) : (await kumpulkanBulan(store, wanted))(tabel);
  return susunTerbitan(tabel, periode, satuanList);
};

/**
 * Publishes every chosen table of every period that is due and was not published yet; gives their number. A published one
 * is never counted again: two counts of one period, a day apart, would show what one person did in between.
 */
export const terbitkanYangJatuhTempo = async (rooms: Rooms): Promise<number> => {
  let banyak = 0;
  for (const satu of await belumTerbit(rooms)) {
    const terbitan = await hitungTerbitan(rooms, satu);
    const content = JSON.stringify(terbitan);
    await rooms.store.write((tx) => tx.keepRelease({ ...satu, madeAt: rooms.clock(), content }));
    banyak += 1;
  }
  return banyak;
};
