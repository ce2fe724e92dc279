import { type AccountDatabase, type AccountStore, setMeta } from './database.ts';

const BALLAST = 1024 * 1024;
const MOST_RANDOM = 65_536;

/** Noise: browsers compress what they store, and a megabyte of zeros would hold no room at all. */
const noise = (): ArrayBuffer => {
  const bytes = new Uint8Array(BALLAST);
  for (let at = 0; at < BALLAST; at += MOST_RANDOM)
    crypto.getRandomValues(bytes.subarray(at, at + MOST_RANDOM));
  return bytes.buffer;
};

/** True for a failed write for lack of room. It arrives as the abort of a transaction with the reason inside (Dexie#776). */
export const isQuotaError = (error: unknown): boolean => {
  const seen = error as { name?: string; inner?: { name?: string }; message?: string } | null;
  return (
    seen?.name === 'QuotaExceededError' ||
    seen?.inner?.name === 'QuotaExceededError' ||
    /quota/i.test(seen?.message ?? '')
  );
};

/** By its key alone: a megabyte is not read to find out whether it is there. */
const hasBallast = async ({ meta }: AccountDatabase): Promise<boolean> =>
  (await meta.where(':id').equals('ballast').count()) > 0;

/** Keeps a megabyte in reserve, so that a full phone can still store the text of one more entry. */
export const keepBallast = async (db: AccountDatabase): Promise<void> => {
  if (await hasBallast(db)) return;
  await setMeta(db, 'ballast', noise()).catch(() => undefined);
};

/** Gives the reserve up; true where there was one. */
export const dropBallast = async (db: AccountDatabase): Promise<boolean> => {
  const there = await hasBallast(db);
  await db.meta.delete('ballast');
  return there;
};

/** True where the browser promises not to clear this origin's data when room runs short. */
export const isPersisted = async (): Promise<boolean> => (await navigator.storage?.persisted?.()) ?? false;

/** Asks the browser for that promise; Chrome decides silently, by how much the app is used. */
export const requestPersistence = async (): Promise<boolean> =>
  (await navigator.storage?.persist?.()) ?? false;

/** Bytes in use, by kind. `quota` is not shown: Chromium reports usage plus 10 GiB whatever the disk holds. */
export type StorageView = {
  readonly photoBytes: number;
  readonly textBytes: number;
  readonly appBytes: number;
  readonly totalBytes: number;
};

/** What this account and the app take up on the phone. */
export const storageView = async ({ db }: AccountStore): Promise<StorageView> => {
  const estimate = (await navigator.storage?.estimate?.().catch(() => undefined)) as
    | { usage?: number; usageDetails?: { caches?: number } }
    | undefined;
  let photoBytes = 0;
  await db.photos.each(({ size }) => {
    photoBytes += size;
  });
  const rows = (await db.records.count()) + (await db.journal.count());
  const appBytes = estimate?.usageDetails?.caches ?? 0;
  const total = estimate?.usage ?? photoBytes + rows * 900;
  return {
    photoBytes,
    appBytes,
    textBytes: Math.max(rows * 600, total - photoBytes - appBytes),
    totalBytes: total,
  };
};
