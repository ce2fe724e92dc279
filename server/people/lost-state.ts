import * as z from 'zod/mini';
import { HandedRefusal, type LostState } from '../../shared/protocol/index.ts';
import type { ReadTx } from '../store/index.ts';

const Refusals = z.array(HandedRefusal);
/** More than anybody reads. */
const LISTED = 200;

/** What she said yes to and was refused; rows of a form that nobody knows any more say nothing. */
const refusalsOf = async (tx: ReadTx, newest: string): Promise<Pick<LostState, 'ditolak'>> => {
  const all = (await tx.handedRefusals(newest)).flatMap(
    (json) => Refusals.safeParse(JSON.parse(json)).data ?? [],
  );
  return all.length > 0 ? { ditolak: all.slice(0, LISTED) } : {};
};

/**
 * How it stands with a phone, as its owner and the admins see it; null where it is not lost. Where the mark was taken back,
 * what had come until then still waits for her answer.
 */
export const lostState = async (tx: ReadTx, newest: string): Promise<LostState | null> => {
  const [lost, { entri, foto }] = [await tx.lostPhone(newest), await tx.handedSums(newest)];
  const held = { entri, foto, ...(await refusalsOf(tx, newest)) };
  if (lost) return { pada: lost.markedAt, diperintah: lost.orderedAt, dihapus: lost.wipedAt, ...held };
  const [first] = entri + foto > 0 || held.ditolak ? await tx.handedOf(newest) : [];
  if (!first) return null;
  return { pada: first.receivedAt, diperintah: null, dihapus: null, ...held, ditarik: true };
};
