import { HANDED_BYTES, LIMITS, type Refusal, refuse } from '../../shared/protocol/index.ts';
import type { StoredHanded, WriteTx } from '../store/index.ts';

/** How many commands an envelope holds; nothing of it is believed yet. */
export const commandsIn = (bytes: Uint8Array): number => {
  try {
    const { ops } = JSON.parse(new TextDecoder().decode(bytes)) as { ops?: unknown };
    return Array.isArray(ops) ? Math.min(ops.length, LIMITS.commandsPerRequest) : 0;
  } catch {
    return 0;
  }
};

/**
 * Keeps what a lost phone signed apart from everything, and unread, until its owner has answered, whichever way it came
 * (docs/decisions/0024). Refused where the phone has handed over too much already: `terlalu_besar`.
 */
export const keepHandedPart = async (
  tx: WriteTx,
  part: StoredHanded,
): Promise<{ readonly ok: true } | Refusal> => {
  const held = await tx.handedSums(part.device);
  if (held.bytes + part.bytes.length > HANDED_BYTES) return refuse('terlalu_besar', { batas: HANDED_BYTES });
  await tx.keepHanded(part);
  return { ok: true };
};
