import { ADMIN_SESSION, type AdminSession, adminSessionOf, isOpen, isProven, used } from '../people/index.ts';
import type { StoredSession } from '../store/index.ts';
import type { Rooms } from './rooms.ts';
import { holdSession } from './who.ts';

type Parts = Pick<Rooms, 'store' | 'clock'>;

const write = (
  { store }: Parts,
  { tokenHash }: StoredSession,
  next: (mark: Parameters<typeof adminSessionOf>[1]) => AdminSession | null,
): Promise<void> =>
  store.write(
    async (tx) => {
      const session = next(await tx.mark(ADMIN_SESSION, tokenHash));
      if (!session) return;
      const { provenAt, until } = session;
      await tx.putMark({ scope: ADMIN_SESSION, key: tokenHash, value: String(provenAt), until });
    },
    { names: [holdSession(tokenHash)] },
  );

/** How the admin's part of a session stands now. */
export const adminSession = async (
  { store, clock }: Parts,
  session: StoredSession,
): Promise<{ readonly open: boolean; readonly proven: boolean }> => {
  const now = clock();
  const found = adminSessionOf(session, await store.read((tx) => tx.mark(ADMIN_SESSION, session.tokenHash)));
  return { open: isOpen(found, now), proven: isProven(found, now) };
};

/** Moves its end on, because it was used. */
export const keepAdminSession = async (rooms: Parts, session: StoredSession): Promise<void> => {
  const now = rooms.clock();
  const mark = await rooms.store.read((tx) => tx.mark(ADMIN_SESSION, session.tokenHash));
  if (!used(adminSessionOf(session, mark), now)) return;
  // Looked at again inside: a proof that was given meanwhile must not be forgotten.
  await write(rooms, session, (kept) => {
    const found = adminSessionOf(session, kept);
    return isOpen(found, now) ? used(found, now) : null;
  });
};

/** Begins it anew, because he has just proved who he is. */
export const openAdminSession = (rooms: Parts, session: StoredSession): Promise<void> => {
  const provenAt = rooms.clock();
  return write(rooms, session, () => adminSessionOf({ createdAt: provenAt }, null));
};
