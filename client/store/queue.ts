import type { ProblemParams } from '../../shared/protocol/index.ts';
import type { RecordOf } from '../../shared/records/index.ts';
import {
  type AccountDatabase,
  type AccountStore,
  type Attempt,
  getMeta,
  type JournalRow,
  type JournalStatus,
  type PhotoRow,
} from './database.ts';
import { unsentPhotos } from './entri-row.ts';
import { handedOver } from './titipan.ts';

const OPEN: readonly JournalStatus[] = ['antri', 'menunggu', 'ditahan', 'ditolak'];

/** One command that has not arrived for good, as the queue screen shows it. */
export type QueueRow = {
  readonly id: string;
  readonly target: string;
  readonly kind: string;
  readonly status: JournalStatus;
  /** What it is about: the entry's text, the message's, or empty. */
  readonly title: string;
  readonly code?: string | undefined;
  readonly params?: ProblemParams | undefined;
  readonly tries: number;
  readonly bytes: number;
  readonly at: number;
  readonly body: unknown;
  /** When it was last handed to a colleague, epoch ms. */
  readonly handedAt?: number | undefined;
};

/** G13: what is left to send, and how the last attempts went. */
export type QueueView = {
  readonly rows: readonly QueueRow[];
  readonly photos: readonly PhotoRow[];
  readonly bytesLeft: number;
  readonly lastOk: number | null;
  readonly nextAt: number | null;
  /** `sejak` is when it was first met in a row, epoch ms. */
  readonly problem: {
    readonly code: string;
    readonly params?: ProblemParams;
    readonly sejak?: number | undefined;
  } | null;
};

const sizeOf = (row: JournalRow): number => JSON.stringify(row.body).length + 120;

const titleOf = (
  row: JournalRow,
  record: { visible: { kind: string; content: unknown } } | undefined,
): string => {
  const body = row.body as { uraian?: unknown; teks?: unknown; nama?: unknown } | null;
  const own = body?.uraian ?? body?.teks ?? body?.nama;
  if (typeof own === 'string') return own;
  return record?.visible.kind === 'entri'
    ? ((record.visible.content as RecordOf<'entri'>['content'] | null)?.uraian ?? '')
    : '';
};

/**
 * Commands without a final verdict, oldest first. Status by status, since a list comes in one piece and `anyOf` row by
 * row: a queue of thousands is read several times a run.
 */
export const openCommands = async (db: AccountDatabase): Promise<JournalRow[]> => {
  const lists = await Promise.all(OPEN.map((status) => db.journal.where('status').equals(status).toArray()));
  return lists.flat().sort((a, b) => a.number - b.number);
};

/** Commands of this device that only a receipt vouches for; see `Carried`. */
export const carriedCommands = (db: AccountDatabase, device: string): Promise<JournalRow[]> =>
  db.journal
    .where('carried')
    .equals(1)
    .and((row) => row.device === device)
    .toArray();

/** Counts status by status too: `anyOf` walks from row to row even to count. */
const countOf = async (db: AccountDatabase, statuses: readonly JournalStatus[]): Promise<number> => {
  const counts = await Promise.all(
    statuses.map((status) => db.journal.where('status').equals(status).count()),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};

/** How many commands have no final verdict. */
export const countOpen = (db: AccountDatabase): Promise<number> => countOf(db, OPEN);

/** How many records (activities, messages) wait to be sent, however many commands each of them has. */
export const countWaiting = async (db: AccountDatabase): Promise<number> => {
  const lists = await Promise.all(
    (['antri', 'menunggu'] as const).map((status) => db.journal.where('status').equals(status).toArray()),
  );
  return new Set(lists.flat().map(({ target }) => target)).size;
};

/** How many refused commands need the person. */
export const countRefused = (db: AccountDatabase): Promise<number> => countOf(db, ['ditolak', 'ditahan']);

/** What of an account is on this phone and nowhere else. */
export type HanyaDiSini = { readonly isian: number; readonly foto: number; readonly draf: number };

/** Counts it: activities and answers not sent or refused, photos not sent, forms that somebody has begun. */
export const onlyHere = async (db: AccountDatabase): Promise<HanyaDiSini> => {
  const [menunggu, ditolak, foto, draf] = await Promise.all([
    countWaiting(db),
    countRefused(db),
    db.photos.where('status').anyOf('antri', 'parkir').count(),
    db.drafts.toArray(),
  ]);
  return { isian: menunggu + ditolak, foto, draf: draf.filter(({ utuh }) => utuh !== true).length };
};

/** Attempts that met a command: its own answers, and those of the line that failed since it was made. */
const triesOf = ({ tries, at }: JournalRow, attempt: Attempt | undefined): number =>
  tries + (attempt?.code && attempt.at >= at ? attempt.tries : 0);

/** What the queue screen shows. */
export const queueView = async ({ db }: AccountStore): Promise<QueueView> => {
  const [open, photos, attempt, lastOk, photoWait, handed] = await Promise.all([
    openCommands(db),
    unsentPhotos(db),
    getMeta(db, 'attempt'),
    getMeta(db, 'lastOk'),
    getMeta(db, 'photoWait'),
    handedOver(db),
  ]);
  const records = await db.records.bulkGet(open.map(({ target }) => target));
  const rows = open.map((row, i): QueueRow => {
    const { id, target, kind, status, code, params, at, body } = row;
    return {
      id,
      target,
      kind,
      status,
      title: titleOf(row, records[i]),
      code,
      params,
      tries: triesOf(row, attempt),
      bytes: sizeOf(row),
      at,
      body,
      handedAt: handed.get(id),
    };
  });
  const toSend = rows.filter(({ status }) => status === 'antri' || status === 'menunggu');
  const bytesLeft =
    toSend.reduce((sum, { bytes }) => sum + bytes, 0) +
    photos
      .filter(({ status }) => status === 'antri')
      .reduce((sum, { size, offset }) => sum + size - offset, 0);
  const trouble = attempt?.code ? { ...attempt, code: attempt.code } : photoWait;
  const problem = trouble
    ? {
        code: trouble.code,
        ...(trouble.params ? { params: trouble.params } : {}),
        sejak: attempt?.code ? attempt.sejak : undefined,
      }
    : null;
  const nextAt = attempt?.code ? attempt.nextAt : (photoWait?.until ?? null);
  return { rows, photos, bytesLeft, lastOk: lastOk ?? null, nextAt, problem };
};
