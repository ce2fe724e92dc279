import { type AccountDatabase, type Attempt, getMeta, setMeta } from '../store/database.ts';
import type { Trouble } from './answer.ts';
import { nextDelay } from './backoff.ts';

/** Codes after which only the person can help, by signing in again: the queue grows, the network is left alone. */
const NEEDS_PERSON: ReadonlySet<Trouble['code']> = new Set([
  'masuk_lagi',
  'perangkat_dicabut',
  'bukan_pemilik',
  'bukti_perangkat',
]);

type World = { readonly clock: () => number; readonly random: () => number };

/** Notes that nothing came of an attempt and when the next one is due. */
export const noteTrouble = async (
  db: AccountDatabase,
  { code, floor, params }: Trouble,
  { clock, random }: World,
): Promise<void> => {
  const now = clock();
  const last = await getMeta(db, 'attempt');
  const tries = (last?.tries ?? 0) + 1;
  const sejak = last?.code === code ? (last.sejak ?? now) : now;
  const nextAt = NEEDS_PERSON.has(code) ? null : now + nextDelay(tries, random, floor);
  const floorUntil = floor > 0 ? now + floor : 0;
  await setMeta(db, 'attempt', {
    tries,
    nextAt,
    floorUntil,
    code,
    at: now,
    sejak,
    ...(params ? { params } : {}),
  });
};

/** Notes that the line is good: the next failure starts from the shortest wait. */
export const forgetTrouble = (db: AccountDatabase, now: number): Promise<void> =>
  setMeta(db, 'attempt', { tries: 0, nextAt: null, floorUntil: 0, code: null, at: now });

/**
 * Notes that text got through: what the last attempt met is the case no more. How often it failed still counts until the
 * photos are through as well, since they may be what fails.
 */
export const noteText = async (db: AccountDatabase): Promise<void> => {
  const last = await getMeta(db, 'attempt');
  if (last?.code) await setMeta(db, 'attempt', { ...last, nextAt: null, floorUntil: 0, code: null });
};

/**
 * True where an attempt by itself is allowed at `now`; the person's own tap is always. A wait that began later than now
 * was counted by a clock that has been set back since: it is over, or a phone that was a year ahead would wait for a year.
 */
export const mayTry = (attempt: Attempt | undefined, now: number): boolean =>
  !attempt?.code || (attempt.nextAt !== null && (now >= attempt.floorUntil || now < attempt.at));

/** When the attempt after a failed one is due, epoch ms; null: not by itself. */
export const nextAttempt = ({ at, nextAt }: Attempt, now: number): number | null =>
  nextAt !== null && now < at ? now : nextAt;
