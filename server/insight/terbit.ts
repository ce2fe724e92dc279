import { setImmediate as nextTurn } from 'node:timers/promises';
import { tambahBulan, tanggalPada } from '../../shared/domain/index.ts';
import {
  periodeTerbit,
  type Satuan,
  susunTerbitan,
  TABEL,
  type Tabel,
  type Terbitan,
} from '../../shared/publik/index.ts';
import type { Store, StoredPublication, StoredRelease } from '../store/index.ts';
import { kumpulkanBulan, kumpulkanTahun } from './kumpul.ts';

type Rooms = { readonly store: Store; readonly clock: () => number };

/** Tables that the choice names; a name of another version of the app is none. */
export const tabelTerpilih = ({ tabel }: Pick<StoredPublication, 'tabel'>): Tabel[] =>
  TABEL.filter((satu) => tabel.includes(satu));

type Tertunggak = { readonly tabel: Tabel; readonly periode: string };

/** Tables that a month has, all of them counted at one moment, the chosen ones and the others. */
const SEBULAN = TABEL.filter((tabel) => tabel !== 'predikat');

type Dijadwalkan = Pick<StoredPublication, 'sejak'> & { readonly terpilih: readonly Tabel[] };

/** Months that are due: since the chosen first one, and the last one where its burden is read by whoever stands above. */
const bulanJatuhTempo = (
  { sejak, terpilih, terakhir }: Dijadwalkan & { readonly terakhir: readonly string[] },
  hariIni: string,
): string[] => {
  const dipilih = terpilih.some((tabel) => tabel !== 'predikat')
    ? periodeTerbit('pengisian', sejak, hariIni)
    : [];
  return [...new Set([...dipilih, ...terakhir])];
};

/**
 * What is to be counted, a period at a time. A month of which a table was kept before is not looked at again: another one,
 * counted later, would differ from it by what single people did in between.
 */
const belumTerbit = async ({ store, clock }: Rooms): Promise<(readonly Tertunggak[])[]> => {
  const hariIni = tanggalPada(clock(), 'Asia/Jakarta');
  const lalu = periodeTerbit('beban', tambahBulan(hariIni.slice(0, 7), -2), hariIni).slice(-1);
  const { pilihan, ada, terakhir } = await store.read(async (tx) => ({
    pilihan: await tx.publication(),
    ada: await tx.releaseKeys(),
    terakhir: (await tx.burdensIn(lalu[0] ?? '')).length > 0 ? lalu : [],
  }));
  const terpilih = pilihan ? tabelTerpilih(pilihan) : [];
  const sejak = pilihan?.sejak ?? '';
  const sudah = new Set(
    ada.map(({ tabel, periode }) => (tabel === 'predikat' ? `tahun ${periode}` : periode)),
  );
  const bulan = bulanJatuhTempo({ sejak, terpilih, terakhir }, hariIni).filter(
    (periode) => !sudah.has(periode),
  );
  const tahun = terpilih.includes('predikat') ? periodeTerbit('predikat', sejak, hariIni) : [];
  return [
    ...bulan.sort().map((periode) => SEBULAN.map((tabel) => ({ tabel, periode }))),
    ...tahun
      .filter((periode) => !sudah.has(`tahun ${periode}`))
      .map((periode) => [{ tabel: 'predikat' as const, periode }]),
  ];
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
 * Counts every period that is due and was not counted yet, all tables of a month at once and kept together, and gives how
 * many of them are public now. A counted one is never counted again: two counts of one period, a day apart, would show what
 * one person did in between. What the instansi did not choose is kept and shown to nobody.
 */
export const terbitkanYangJatuhTempo = async (rooms: Rooms): Promise<number> => {
  let banyak = 0;
  const kumpulkan = pengumpul(rooms);
  for (const bersama of await belumTerbit(rooms)) {
    const jadi: StoredRelease[] = [];
    for (const satu of bersama) {
      const satuan = await kumpulkan(satu);
      await nextTurn();
      const content = JSON.stringify(susunTerbitan(satu.tabel, satu.periode, satuan));
      jadi.push({ ...satu, madeAt: rooms.clock(), content });
    }
    const pilihan = await rooms.store.write(async (tx) => {
      for (const satu of jadi) await tx.keepRelease(satu);
      return tx.publication();
    });
    banyak += bersama.filter(
      ({ tabel, periode }) =>
        pilihan?.tabel.includes(tabel) && periode >= pilihan.sejak.slice(0, periode.length),
    ).length;
  }
  return banyak;
};
