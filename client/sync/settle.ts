import {
  isProblemCode,
  LIMITS,
  type LostLine,
  type SyncAnswer,
  type WireVerdict,
} from '../../shared/protocol/index.ts';
import type { JournalRow } from '../store/database.ts';

/** When a verdict came (server's clock, epoch ms), and in which of its histories. */
type Heard = { readonly now: number; readonly root?: string | undefined };

const accepted = (
  row: JournalRow,
  verdict: Extract<WireVerdict, { r: 'ok' | 'beda' }>,
  { now, root }: Heard,
): JournalRow => ({
  ...row,
  status: verdict.r === 'ok' ? 'diterima' : 'beda',
  n: verdict.n,
  root,
  receipt: verdict.rc,
  code: undefined,
  params: undefined,
  tries: row.tries + 1,
  answeredAt: now,
  carried: undefined,
});

/** A server of before does not take what another device than the one signed in has numbered: it waits for the next one. */
const isOfOldDevice = (verdict: WireVerdict): boolean =>
  verdict.r === 'no' && verdict.code === 'perangkat_dicabut';

/**
 * A journal row as it stands after a verdict; `before` is the row as it is now, not as it was sent. What is in the ledger
 * is said to be there even where its author gave it up meanwhile; nothing ever goes back from accepted. While a lost
 * history is being brought back (`isGiving`), no refusal of what stood in it is final: the record may come back first.
 */
export const afterVerdict = (
  before: JournalRow,
  verdict: WireVerdict,
  { now, root, isGiving = false }: Heard & { readonly isGiving?: boolean },
): JournalRow => {
  if (verdict.r === 'ok' || verdict.r === 'beda') return accepted(before, verdict, { now, root });
  // A receipt said yes and the server itself no longer does: it was restored, and the command is as if never sent.
  const row = before.carried ? { ...before, status: 'antri' as const, n: 0, carried: undefined } : before;
  if (row.status !== 'antri' && row.status !== 'menunggu') return row;
  const tries = row.tries + 1;
  if (verdict.r === 'wait' || (isGiving && row.lost)) return { ...row, status: 'menunggu', tries };
  if (isOfOldDevice(verdict)) return { ...row, status: 'antri', tries };
  // A fault of the server in one command: nothing that its author could mend, so it is tried again by itself.
  if (verdict.code === 'gangguan') return { ...row, status: 'menunggu', code: 'gangguan', tries };
  const code = isProblemCode(verdict.code) ? verdict.code : verdict.code.slice(0, 40);
  return { ...row, status: 'ditolak', code, params: verdict.params, tries, answeredAt: now };
};

/** True for a verdict after which this round must not ask again, unless something else arrives. */
export const isUnsettled = ({ lost }: JournalRow, verdict: WireVerdict): boolean =>
  verdict.r === 'wait' ||
  isOfOldDevice(verdict) ||
  (verdict.r === 'no' && (verdict.code === 'gangguan' || lost !== undefined));

/** Verdicts by the commands they answer: same order, and the number says so too. Anything else is no answer. */
export const matchVerdicts = (
  sent: readonly JournalRow[],
  answer: SyncAnswer,
): readonly (readonly [JournalRow, WireVerdict])[] | null => {
  if (answer.res.length !== sent.length) return null;
  const pairs = sent.map((row, i) => [row, answer.res[i]] as const);
  return pairs.every(([row, verdict]) => verdict?.o === row.number)
    ? (pairs as readonly (readonly [JournalRow, WireVerdict])[])
    : null;
};

/**
 * Which open commands wait behind a refused one, and which are free again: a command is `ditahan` where its base, or its
 * base's base, is `ditolak`. Returns only rows that change. A refused command delays nothing else (I6).
 */
export const holdBehindRefused = (rows: readonly JournalRow[]): JournalRow[] => {
  const stuck = new Set(rows.filter(({ status }) => status === 'ditolak').map(({ id }) => id));
  const changed: JournalRow[] = [];
  // A base has a smaller number than what is made on it, so one pass in their order follows every chain.
  for (const row of [...rows].sort((a, b) => a.number - b.number)) {
    if (row.status !== 'antri' && row.status !== 'menunggu' && row.status !== 'ditahan') continue;
    const held = row.base !== null && stuck.has(row.base);
    if (held) stuck.add(row.id);
    if (held !== (row.status === 'ditahan')) changed.push({ ...row, status: held ? 'ditahan' : 'antri' });
  }
  return changed;
};

/** Refused commands that the server wants once more, since it refused them by a fault of its own. */
export const requeueAgain = (rows: readonly JournalRow[], codes: readonly string[]): JournalRow[] =>
  rows
    .filter(({ status, code }) => status === 'ditolak' && code !== undefined && codes.includes(code))
    .map((row) => ({ ...row, status: 'antri' as const, code: undefined, params: undefined }));

const lostLines = ({ lost = [], root = '', n }: JournalRow): readonly LostLine[] =>
  [...lost, [root, n] as LostLine].slice(-LIMITS.lostHistories);

const HELD: ReadonlySet<JournalRow['status']> = new Set(['diterima', 'beda', 'aman']);

/**
 * After a fork of the server's history: everything accepted that this phone still holds goes again, ids unchanged, with
 * the lines where it stood in each history that was lost. What lay in every copy goes too: a repeat costs little, and somebody may have put back an older one.
 */
export const requeueAfterFork = (rows: readonly JournalRow[], shard: string): JournalRow[] =>
  rows
    .filter(({ status, shard: own }) => HELD.has(status) && own === shard)
    .map((row) => ({
      ...row,
      status: 'antri' as const,
      n: 0,
      tries: 0,
      lost: lostLines(row),
      carried: undefined,
    }));

/** Accepted commands that by now lie in every copy of the server. `stable` is a line of each shard. */
export const nowSafe = (
  rows: readonly JournalRow[],
  stable: Readonly<Record<string, number>>,
): JournalRow[] =>
  rows
    .filter(({ status, shard, n }) => status === 'diterima' && n <= (stable[shard] ?? 0))
    .map((row) => ({ ...row, status: 'aman' as const }));
