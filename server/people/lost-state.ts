import type { LostState } from '../../shared/protocol/index.ts';
import type { ReadTx } from '../store/index.ts';

/**
 * How it stands with a phone, as its owner and the admins see it; null where it is not lost. Where the mark was taken back,
 * what had come until then still waits for her answer.
 */
export const lostState = async (tx: ReadTx, newest: string): Promise<LostState | null> => {
  const [lost, { entri, foto }] = [await tx.lostPhone(newest), await tx.handedSums(newest)];
  if (lost) return { pada: lost.markedAt, diperintah: lost.orderedAt, dihapus: lost.wipedAt, entri, foto };
  const [first] = entri + foto > 0 ? await tx.handedOf(newest) : [];
  if (!first) return null;
  return { pada: first.receivedAt, diperintah: null, dihapus: null, entri, foto, ditarik: true };
};
