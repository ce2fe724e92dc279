import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Store } from '../store/index.ts';

/** How long an authenticator may take, in ms: a person looks for a finger or a stick, and no longer (WebAuthn 13.4.3). */
export const CHALLENGE_MS = 300_000;

const NONCE = 16;
const TIME = 8;
const MAC = 32;
/** Scope of the marks of challenges that came back. */
const USED = 'tantangan';

/** Challenges for passkeys: each for one purpose, once, and for a short while. */
export type Challenges = {
  readonly issue: (purpose: string) => string;
  /** True once for a challenge of this purpose that is not past its time; it is used up by being looked at. */
  readonly redeem: (purpose: string, challenge: string) => Promise<boolean>;
};

type Parts = {
  readonly store: Pick<Store, 'write'>;
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
  /** The same in every process of the installation: what one has issued comes back to another. */
  readonly challengeKey: Uint8Array;
};

/**
 * Nothing is kept for a challenge until somebody comes back with it: it carries its own time under a key, so nobody fills a
 * table by asking. Those that came back are marked, where every process sees it, until they would have run out.
 */
export const createChallenges = ({ store, clock, randomBytes, challengeKey }: Parts): Challenges => {
  const sealOf = (head: Uint8Array, purpose: string): Uint8Array =>
    createHmac('sha256', challengeKey).update(head).update(purpose).digest();
  return {
    issue: (purpose) => {
      const head = Buffer.alloc(NONCE + TIME);
      head.set(randomBytes(NONCE));
      head.writeBigUInt64BE(BigInt(clock() + CHALLENGE_MS), NONCE);
      return Buffer.concat([head, sealOf(head, purpose)]).toString('base64url');
    },
    redeem: async (purpose, challenge) => {
      const bytes = Buffer.from(challenge, 'base64url');
      if (bytes.length !== NONCE + TIME + MAC) return false;
      const head = bytes.subarray(0, NONCE + TIME);
      if (!timingSafeEqual(sealOf(head, purpose), bytes.subarray(NONCE + TIME))) return false;
      const [now, until] = [clock(), Number(head.readBigUInt64BE(NONCE))];
      // Longer than any was given for: the clock was set back since.
      if (until <= now || until > now + CHALLENGE_MS) return false;
      return store.write((tx) =>
        tx.keepMark({ scope: USED, key: head.toString('base64url'), value: '', until }),
      );
    },
  };
};
