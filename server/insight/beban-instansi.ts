import { tambahBulan } from '../../shared/domain/index.ts';
import { type BebanInstansi, shardOf } from '../../shared/protocol/index.ts';
import {
  type Bagian,
  type BarisTerbitan,
  kelasTengah,
  periodeTerbit,
  type TabelBeban,
  Terbitan,
} from '../../shared/publik/index.ts';
import type { ReadTx } from '../store/index.ts';

/** The line of a school, or of those that it stands together with. */
const barisUntuk = (terbitan: Terbitan | null, npsn: string): BarisTerbitan | undefined =>
  terbitan?.baris.find((baris) =>
    baris.npsn === null ? baris.anggota.some((satu) => satu.npsn === npsn) : baris.npsn === npsn,
  );

/**
 * Burden over the last month that is due, by the rules of what is public: grouped over the whole instansi whoever asks, so
 * that two who look after different schools can work out nothing together that one of them is not told. Only what was
 * counted for good is read: a count of the hour before would group by other numbers of teachers, and the two laid side by
 * side would tell a school that one of them hides. Null where nothing was counted.
 */
export const bebanInstansi = async (tx: ReadTx, hariIni: string): Promise<BebanInstansi | null> => {
  const periode = periodeTerbit('beban', tambahBulan(hariIni.slice(0, 7), -2), hariIni).at(-1);
  const menit = periode ? await terbitanBeban(tx, 'beban', periode) : null;
  if (!periode || !menit || menit.instansi.bagian.length === 0) return null;
  const detik = await terbitanBeban(tx, 'detik', periode);
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

/** Names the months whose burden has been counted for good, which may be by another process. */
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
