import type { StoredMark, StoredSession } from '../store/index.ts';
import { LIFETIME } from './session-token.ts';

/** Scope of the marks of sessions in which an admin works; the value says when he last proved who he is. */
export const ADMIN_SESSION = 'sesi-admin';

/** How long signing in, or a proof once more, is enough for acting on others, in ms (trust.md 4.4). */
export const PROVEN = 600_000;

/** Moved on at most this often: reading page after page must not cost a write each time. */
const STEP = 60_000;

/** The admin's part of a session: when he last proved who he is, and when it ends unless it is used. Epoch ms. */
export type AdminSession = { readonly provenAt: number; readonly until: number };

/** How a session stands for its admin: by its mark, or as the sign-in left it. */
export const adminSessionOf = (
  { createdAt }: Pick<StoredSession, 'createdAt'>,
  mark: Pick<StoredMark, 'value' | 'until'> | null,
): AdminSession =>
  mark
    ? { provenAt: Number(mark.value), until: mark.until }
    : { provenAt: createdAt, until: createdAt + LIFETIME.admin.idle };

const endOf = ({ provenAt }: AdminSession, now: number): number =>
  Math.min(now + LIFETIME.admin.idle, provenAt + LIFETIME.admin.absolute);

/** True while the admin's rights of this session hold; a time that lies too far ahead is of a clock that was set back since. */
export const isOpen = (session: AdminSession, now: number): boolean =>
  now < session.until && session.until <= endOf(session, now) && session.provenAt <= now;

/** True while it may act on others without another proof. */
export const isProven = (session: AdminSession, now: number): boolean =>
  isOpen(session, now) && now - session.provenAt < PROVEN;

/** As it stands after it was used now; null where it would hardly move. */
export const used = (session: AdminSession, now: number): AdminSession | null => {
  const until = endOf(session, now);
  return until - session.until < STEP ? null : { ...session, until };
};
