import { tambahBulan } from '../../shared/domain/index.ts';
import { type BebanInstansi, shardOf } from '../../shared/protocol/index.ts';
import {
  type Bagian,
  type BarisTerbitan,
  kelasTengah,
  periodeTerbit,
  type Satuan,
  sumbanganBeban,
  susunTerbitan,
  type TabelBeban,
  Terbitan,
} from '../../shared/publik/index.ts';
import type { ReadTx } from '../store/index.ts';
import { satkerDi } from './guru.ts';

const APA = { beban: 'menit', detik: 'detik' } as const satisfies Readonly<Record<TabelBeban, string>>;

/** The line of a school, or of those that it stands together with. */
const barisUntuk = (terbitan: Terbitan | null, npsn: string): BarisTerbitan | undefined =>
  terbitan?.baris.find((baris) =>
    baris.npsn === null ? baris.anggota.some((satu) => satu.npsn === npsn) : baris.npsn === npsn,
  );

/**
 * Burden over the last month that is due, by the rules of what is public: grouped over the whole instansi whoever asks, so
 * that two who look after different schools can work out nothing together that one of them is not told. Minutes and seconds
 * are counted at one moment: of a month whose minutes were kept without its seconds those are never counted. Null where
 * nobody was counted.
 */
export const bebanInstansi = async (
  tx: ReadTx,
  hariIni: string,
  guru: (shard: string) => number,
): Promise<BebanInstansi | null> => {
  const periode = periodeTerbit('beban', tambahBulan(hariIni.slice(0, 7), -2), hariIni).at(-1);
  const semua = periode ? await tx.burdensIn(periode) : [];
  if (!periode || !semua.some(({ apa }) => apa === 'menit')) return null;
  const beku = await terbitanBeban(tx, 'beban', periode);
  const menit = beku ?? (await hitung(tx, 'beban', { periode, semua, guru }));
  const detik = beku
    ? await terbitanBeban(tx, 'detik', periode)
    : await hitung(tx, 'detik', { periode, semua, guru });
  const tengahDari = (m: readonly Bagian[], d: readonly Bagian[] | undefined) => ({
    menit: kelasTengah('beban', m),
    detik: d ? kelasTengah('detik', d) : null,
  });
  return {
    periode,
    sekolah: menit.instansi.sekolah,
    tersembunyi: menit.instansi.tersembunyi,
    menit: menit.instansi.bagian,
    ...(detik ? { detik: detik.instansi.bagian } : {}),
    tengah: tengahDari(menit.instansi.bagian, detik?.instansi.bagian),
    perSekolah: menit.baris.flatMap(({ npsn, anggota, bagian }) =>
      (npsn === null ? anggota.map((satu) => satu.npsn) : [npsn]).map((satu) => {
        const milik = detik ? (barisUntuk(detik, satu)?.bagian ?? []) : undefined;
        return {
          ...{ shard: shardOf(satu), bersama: anggota.length, bagian },
          ...(milik ? { detik: milik } : {}),
          tengah: tengahDari(bagian, milik),
        };
      }),
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
const terbitanBeban = async (tx: ReadTx, tabel: TabelBeban, periode: string): Promise<Terbitan | null> => {
  const beku = await tx.release(tabel, periode);
  return beku && Terbitan.parse(JSON.parse(beku.content));
};

type Bahan = {
  readonly periode: string;
  readonly semua: Awaited<ReturnType<ReadTx['burdensIn']>>;
  readonly guru: (shard: string) => number;
};

/** The first hour of a month that is due, until it has been counted for good. */
const hitung = async (tx: ReadTx, tabel: TabelBeban, { periode, semua, guru }: Bahan): Promise<Terbitan> => {
  const satuan: Satuan[] = [];
  for (const shard of [...new Set(semua.map((satu) => satu.shard))].sort()) {
    const satker = await satkerDi(tx, shard);
    if (!satker) continue;
    const { npsn, nama, kabupaten } = satker;
    const milik = semua.filter((satu) => satu.shard === shard && satu.apa === APA[tabel]);
    const orang = sumbanganBeban(tabel, milik);
    satuan.push({ npsn, nama, kabupaten, guru: Math.max(guru(shard), orang.length), orang });
  }
  return susunTerbitan(tabel, periode, satuan);
};
