import * as z from 'zod/mini';
import { Ketetapan } from '../../../shared/protocol/index.ts';
import type { ReadTx, WriteTx } from '../../store/index.ts';

/*
 * Which decisions there are and how far each is. A word among all processes for thirty days, in which it can be taken back;
 * what was decided stands in the ledgers of the schools for ever.
 */

const [SCOPE, KEY] = ['ketetapan', 'daftar'];
/** Under this name decisions are changed: one portion at a time, whoever asks. */
export const HOLD_KETETAPAN = 'ketetapan';
const UMUR = 30 * 86_400_000;
const TERBANYAK = 20;

/** A decision with the shard that it came by last. */
export const KetetapanTersimpan = z.extend(Ketetapan, { sampai: z.string() });
export type KetetapanTersimpan = z.infer<typeof KetetapanTersimpan>;

/** All that are younger than thirty days, the last first. */
export const bacaKetetapan = async (tx: ReadTx, now: number): Promise<KetetapanTersimpan[]> => {
  const mark = await tx.mark(SCOPE, KEY);
  const list = mark ? z.array(KetetapanTersimpan).parse(JSON.parse(mark.value)) : [];
  return list.filter(({ pada }) => now - pada < UMUR);
};

/** Keeps a decision as it stands now. */
export const simpanKetetapan = async (tx: WriteTx, kini: KetetapanTersimpan, now: number): Promise<void> => {
  const lain = (await bacaKetetapan(tx, now)).filter(({ id }) => id !== kini.id);
  const list = [...lain, kini].sort((a, b) => b.pada - a.pada).slice(0, TERBANYAK);
  const until = Math.max(...list.map(({ pada }) => pada)) + UMUR;
  await tx.putMark({ scope: SCOPE, key: KEY, value: JSON.stringify(list), until });
};
