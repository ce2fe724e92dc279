import { tambahBulan } from '../../shared/domain/index.ts';
import { type BebanInstansi, shardOf } from '../../shared/protocol/index.ts';
import { periodeTerbit, type Satuan, sumbanganBeban, susunTerbitan } from '../../shared/publik/index.ts';
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
  const satuan: Satuan[] = [];
  for (const shard of [...new Set(semua.map((satu) => satu.shard))].sort()) {
    const satker = await satkerDi(tx, shard);
    if (!satker) continue;
    const { npsn, nama, kabupaten } = satker;
    const orang = sumbanganBeban(semua.filter((satu) => satu.shard === shard));
    satuan.push({ npsn, nama, kabupaten, guru: Math.max(guru(shard), orang.length), orang });
  }
  const { instansi, baris } = susunTerbitan('beban', periode, satuan);
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
