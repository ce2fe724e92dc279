import { tambahBulan } from '../../shared/domain/index.ts';
import { type BebanInstansi, shardOf } from '../../shared/protocol/index.ts';
import {
  periodeTerbit,
  type Satuan,
  sumbanganBeban,
  susunTerbitan,
  Terbitan,
} from '../../shared/publik/index.ts';
import type { ReadTx } from '../store/index.ts';
import { satkerDi } from './guru.ts';

/**
 * Burden over the last month that is due, by the rules of what is public: grouped over the whole instansi whoever asks, so
 * that two who look after different schools can work out nothing together that one of them is not told. Null where nobody
 * was counted.
 */
export const bebanInstansi = async (
  tx: ReadTx,
  hariIni: string,
  guru: (shard: string) => number,
): Promise<BebanInstansi | null> => {
  const periode = periodeTerbit('beban', tambahBulan(hariIni.slice(0, 7), -2), hariIni).at(-1);
  const semua = periode ? (await tx.burdensIn(periode)).filter(({ apa }) => apa === 'menit') : [];
  if (!periode || semua.length === 0) return null;
  const { instansi, baris } =
    (await terbitanBeban(tx, periode)) ?? (await hitung(tx, { periode, semua, guru }));
  return {
    periode,
    sekolah: instansi.sekolah,
    tersembunyi: instansi.tersembunyi,
    menit: instansi.bagian,
    perSekolah: baris.flatMap(({ npsn, anggota, bagian }) =>
      (npsn === null ? anggota.map((satu) => satu.npsn) : [npsn]).map((satu) => ({
        shard: shardOf(satu),
        bersama: anggota.length,
        bagian,
      })),
    ),
  };
};

/**
 * Names the months whose burden has been counted for good, which may be by another process. Until then it follows from
 * records and from sums to which nobody adds any more: a month is due when its last reports are too old.
 */
export const bebanTerhitung = async (tx: ReadTx): Promise<string> =>
  (await tx.releaseKeys())
    .filter(({ tabel }) => tabel === 'beban')
    .map(({ periode, madeAt }) => `${periode}@${madeAt}`)
    .join();

/** As it was counted when the month was due: a school that moves to another kabupaten would be grouped anew, and the two compared. */
const terbitanBeban = async (tx: ReadTx, periode: string): Promise<Terbitan | null> => {
  const beku = await tx.release('beban', periode);
  return beku && Terbitan.parse(JSON.parse(beku.content));
};

type Bahan = {
  readonly periode: string;
  readonly semua: Awaited<ReturnType<ReadTx['burdensIn']>>;
  readonly guru: (shard: string) => number;
};

/** The first hour of a month that is due, until it has been counted for good. */
const hitung = async (tx: ReadTx, { periode, semua, guru }: Bahan): Promise<Terbitan> => {
  const satuan: Satuan[] = [];
  for (const shard of [...new Set(semua.map((satu) => satu.shard))].sort()) {
    const satker = await satkerDi(tx, shard);
    if (!satker) continue;
    const { npsn, nama, kabupaten } = satker;
    const orang = sumbanganBeban(semua.filter((satu) => satu.shard === shard));
    satuan.push({ npsn, nama, kabupaten, guru: Math.max(guru(shard), orang.length), orang });
  }
  return susunTerbitan('beban', periode, satuan);
};
