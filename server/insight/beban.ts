import { bacaLaporan, tanggalPada } from '../../shared/domain/index.ts';
import { holdAccount, type Store } from '../store/index.ts';
import { SEKOLAH } from './guru.ts';

type Heard = {
  readonly account: string;
  /** As it stood beside the request. */
  readonly teks: string;
  /** Epoch ms. */
  readonly now: number;
};

/**
 * Counts what a phone says of its person's week, once a week and person, in the school where she teaches. Of whom the sum
 * is made is forgotten with the request: it does not stand in what the phone signs, and so in nothing that is kept.
 */
export const catatBeban = async (store: Store, { account, teks, now }: Heard): Promise<void> => {
  const laporan = bacaLaporan(teks, tanggalPada(now, 'Asia/Jakarta'));
  if (!laporan) return;
  const { pekan, menit, detik } = laporan;
  await store.write(
    async (tx) => {
      const sekolah = (await tx.grantsOf(account)).find(
        ({ shard, peran, since, until }) =>
          peran === 'guru' && SEKOLAH.test(shard) && since <= now && (until === null || now < until),
      );
      const dulu = await tx.burdenReport(account);
      if (!sekolah || (dulu !== null && dulu >= pekan)) return;
      const { shard } = sekolah;
      await tx.putBurdenReport({ account, pekan });
      await tx.addBurden({ shard, pekan, apa: 'menit', kelas: menit, orang: 1 });
      await tx.addBurden({ shard, pekan, apa: 'detik', kelas: detik, orang: 1 });
    },
    { names: [holdAccount(account)] },
  );
};
