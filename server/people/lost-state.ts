import type { LostState } from '../../shared/protocol/index.ts';
import type { ReadTx } from '../store/index.ts';

/** How it stands with a phone, as its owner and the admins see it; null where it is not lost. */
export const lostState = async (tx: ReadTx, newest: string): Promise<LostState | null> => {
  const lost = await tx.lostPhone(newest);
  if (!lost) return null;
  const { entri, foto } = await tx.handedSums(newest);
  return { pada: lost.markedAt, diperintah: lost.orderedAt, dihapus: lost.wipedAt, entri, foto };
};
