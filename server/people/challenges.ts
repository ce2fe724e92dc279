import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long an authenticator may take, in ms: a person looks for a finger or a stick, and no longer (WebAuthn 13.4.3). */
export const CHALLENGE_MS = 300_000;

const NONCE = 16;
const TIME = 8;
const MAC = 32;

/** Challenges for passkeys: each for one purpose, once, and for a short while. */
export type Challenges = {
  readonly issue: (purpose: string) => string;
  /** True once for a challenge of this purpose that is not past its time; it is used up by being looked at. */
  readonly redeem: (purpose: string, challenge: string) => boolean;
};

type Chance = { readonly clock: () => number; readonly randomBytes: (size: number) => Uint8Array };

/**
 * Nothing is kept for a challenge until somebody comes back with it: it carries its own time under a key that lives as long
 * as the process, so nobody fills a table by asking, and a restart voids them all. Those that came back are remembered until
 * they would have run out.
 */
export const createChallenges = ({ clock, randomBytes }: Chance): Challenges => {
  const key = randomBytes(32);
  const used = new Map<string, number>();
  const sealOf = (head: Uint8Array, purpose: string): Uint8Array =>
    createHmac('sha256', key).update(head).update(purpose).digest();
  const forget = (now: number): void => {
    for (const [challenge, until] of used) {
      // In the order in which they came, and so nearly in that of their end.
      if (until > now) return;
      used.delete(challenge);
    }
  };
  return {
    issue: (purpose) => {
      const head = Buffer.alloc(NONCE + TIME);
      head.set(randomBytes(NONCE));
      head.writeBigUInt64BE(BigInt(clock() + CHALLENGE_MS), NONCE);
      return Buffer.concat([head, sealOf(head, purpose)]).toString('base64url');
    },
    redeem: (purpose, challenge) => {
      const bytes = Buffer.from(challenge, 'base64url');
      if (bytes.length !== NONCE + TIME + MAC) return false;
      const head = bytes.subarray(0, NONCE + TIME);
      if (!timingSafeEqual(sealOf(head, purpose), bytes.subarray(NONCE + TIME))) return false;
      const [now, until] = [clock(), Number(head.readBigUInt64BE(NONCE))];
      forget(now);
      const name = head.toString('base64url');
      // Longer than any was given for: the clock was set back since.
      if (until <= now || until > now + CHALLENGE_MS || used.has(name)) return false;
      used.set(name, until);
      return true;
    },
  };
};
