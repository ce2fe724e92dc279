import { definitionOf } from '../../shared/commands/index.ts';
import type { ProblemParams } from '../../shared/protocol/index.ts';
import { type AccountStore, getMetas, readTogether } from '../store/database.ts';
import { isUnderWay, unsentPhotos } from '../store/entri-row.ts';
import { countRefused, countWaiting } from '../store/queue.ts';

/** What the strip says, from the database alone (never from `navigator.onLine`). Bytes are to send. */
export type SyncStatus = {
  /** Records that the server has not taken all commands of yet. */
  readonly unsent: number;
  /** Commands that need the person: refused, or held behind a refused one. */
  readonly refused: number;
  /** Entries in two versions. */
  readonly beda: number;
  /** Those of them, by id, on which a head's decision came too late: he decides anew. */
  readonly putusan: readonly string[];
  readonly photosLeft: number;
  readonly bytesLeft: number;
  /** Commands are on their way. */
  readonly sending: boolean;
  /** It is being tried again after there was no internet, and nothing has come through yet. */
  readonly trying: boolean;
  readonly sent: number;
  readonly total: number;
  /** Last answer of the server, epoch ms; null before the first. */
  readonly lastOk: number | null;
  readonly nextAt: number | null;
  /** What the last attempt met; null after a success. */
  readonly problem: { readonly code: string; readonly params?: ProblemParams; readonly at: number } | null;
  /** Server's clock minus the phone's, ms. */
  readonly skew: number;
};

/** Before the database has been asked. */
export const UNKNOWN: SyncStatus = {
  unsent: 0,
  refused: 0,
  beda: 0,
  putusan: [],
  photosLeft: 0,
  bytesLeft: 0,
  sending: false,
  trying: false,
  sent: 0,
  total: 0,
  lastOk: null,
  nextAt: null,
  problem: null,
  skew: 0,
};

/** True only where nothing waits anywhere: no command open, no version to choose, no photo to come (I15). */
export const isAllSent = ({ unsent, refused, beda, photosLeft }: SyncStatus): boolean =>
  unsent + refused + beda + photosLeft === 0;

const COMMAND_BYTES = 700;

/**
 * Entries in two versions that this person has to settle: her own, and those where her decision came too late. One that is
 * no longer before the head leaves him nothing to decide.
 */
const readBeda = async ({ db, accountId }: AccountStore): Promise<Pick<SyncStatus, 'beda' | 'putusan'>> => {
  const rows = await db.records.where('lokal').equals('beda').toArray();
  const putusan: string[] = [];
  let beda = 0;
  for (const { id, kind, owner, tahap, hapus, visible } of rows) {
    const { variants } = visible;
    if (owner !== accountId || !variants.some(({ kind }) => definitionOf(kind)?.persists)) {
      const made = await db.journal.bulkGet(variants.map(({ id }) => id));
      if (!made.some(Boolean)) continue;
      if (kind === 'entri') {
        if (hapus || tahap !== 'DIAJUKAN') continue;
        putusan.push(id);
      }
    }
    beda += 1;
  }
  return { beda, putusan };
};

/** Reads the status; cheap enough to be asked again at every change. */
export const readStatus = (store: AccountStore): Promise<SyncStatus> =>
  readTogether(store, () => readParts(store));

const readParts = async (store: AccountStore): Promise<SyncStatus> => {
  const { db } = store;
  const [waiting, refused, beda, photos, meta] = await Promise.all([
    countWaiting(db),
    countRefused(db),
    readBeda(store),
    unsentPhotos(db),
    getMetas(db, ['lastOk', 'attempt', 'sending', 'skew']),
  ]);
  const { lastOk, attempt, sending, skew } = meta;
  const photoBytes = photos.reduce((sum, { size, offset }) => sum + size - offset, 0);
  return {
    unsent: waiting,
    refused,
    ...beda,
    photosLeft: photos.length,
    bytesLeft: waiting * COMMAND_BYTES + photoBytes,
    sending: isUnderWay(sending, attempt),
    trying: !!sending && !isUnderWay(sending, attempt),
    sent: sending?.sent ?? 0,
    total: sending?.total ?? waiting,
    lastOk: lastOk ?? null,
    nextAt: attempt?.nextAt ?? null,
    problem: attempt?.code
      ? { code: attempt.code, at: attempt.at, ...(attempt.params ? { params: attempt.params } : {}) }
      : null,
    skew: skew ?? 0,
  };
};
