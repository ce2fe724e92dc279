import { PROTOCOL_VERSION, type SyncAnswer } from '../../shared/protocol/index.ts';
import {
  type AccountStore,
  type GiveRow,
  getMeta,
  type JournalRow,
  type Meta,
  setMeta,
} from '../store/database.ts';
import { carriedCommands } from '../store/queue.ts';
import type { Trouble } from './answer.ts';
import { applyAnswer, refuseHere } from './apply.ts';
import { type Backlog, createBacklog } from './backlog.ts';
import {
  FIRST_BUDGET,
  isSendable,
  MOST_COMMANDS,
  nextBudget,
  patienceFor,
  pick,
  requestFor,
  smallerBudget,
  wireBytes,
} from './collect.ts';
import { isAnyDoubted, photosToAsk } from './doubt.ts';
import { isGiving, nextGiven } from './give.ts';
import { postSync } from './post.ts';
import { isUnsettled, matchVerdicts } from './settle.ts';
import { startOver } from './start-over.ts';
import type { Signer, Transport } from './transport.ts';

/*
 *   collect ──▶ sign, deflate ──▶ POST /api/sync ──▶ read ──▶ settle + apply, one transaction ──▶ again while there is more
 *                                                     └─▶ trouble: nothing is deleted, the next attempt is noted
 *
 * I1 what was accepted stays here until it is safe. I6 a refused command delays only those made on it.
 * Everything that is not pure comes in: the same engine runs in the page, in the service worker and in Node.
 */

/** What the engine needs of the world. */
export type EngineParts = {
  readonly store: AccountStore;
  readonly transport: Transport;
  readonly sign: Signer;
  /** Epoch ms. */
  readonly clock: () => number;
  /** Version of the app, for the server's log. */
  readonly app: string;
};

/** How a round ended. `sent` counts commands that got a verdict, `offsets` is how much of each photo the server has. */
export type RoundResult = {
  readonly sent: number;
  readonly offsets: SyncAnswer['blob'];
} & ({ readonly ok: true } | Trouble);

/** A round ends for good after this many requests, whatever the server says of more. */
const MOST_REQUESTS = 400;
/** Answers that may be the fault of one command in the request: then fewer go, until that one stands alone. */
const TOO_MUCH: ReadonlySet<Trouble['code']> = new Set([
  'terlalu_besar',
  'amplop',
  'isi_salah',
  'json_dalam',
  'kunci_ganda',
]);

/** What a round remembers between its requests. */
type Round = {
  readonly backlog: Backlog;
  sent: number;
  offsets: SyncAnswer['blob'];
  /** Most commands in the next request: halved while one of them is being looked for that cannot travel. */
  most: number;
  /** Scopes whose history was found to be another one in this round; one that forks again waits for the next. */
  readonly forked: Set<string>;
  /** Commands that this round need not send again. */
  readonly done: Set<string>;
  /** Those of them that wait for another command to arrive first; tried again once anything has. */
  readonly waiting: Set<string>;
  arrived: boolean;
  /** Commands that a request could not even carry alone; refused once a request without them got through. */
  suspects: { readonly id: string; readonly code: Trouble['code'] }[];
};

type Next = 'lagi' | 'selesai' | Trouble;
type Sent = {
  readonly rows: readonly JournalRow[];
  readonly bytes: number;
  readonly budget: number;
  readonly pos: Meta['pos'];
  readonly given: readonly GiveRow[] | null;
  readonly ask: readonly string[];
};

/**
 * True where the phone did not go to where the answer stands: a right that came back, or pages that begin again, are
 * fetched in this very round, not at the next occasion.
 */
const isBehind = async (db: EngineParts['store']['db'], { pos }: SyncAnswer): Promise<boolean> => {
  const held = (await getMeta(db, 'pos')) ?? {};
  return Object.entries(pos).some(([scope, { n }]) => (held[scope]?.n ?? -1) < n);
};

/** Builds the engine of one account. */
export const createEngine = ({ store, transport, sign, clock, app }: EngineParts) => {
  const { db } = store;

  /** One command that nothing can carry must not hold up the others (I6): it is set aside, and refused once they got through. */
  const setAside = (round: Round, row: JournalRow, code: Trouble['code']): void => {
    round.most = MOST_COMMANDS;
    round.done.add(row.id);
    round.suspects.push({ id: row.id, code: code === 'terlalu_besar' ? 'perintah_besar' : code });
  };

  /** What a server older than this app cannot read is no fault of the command. */
  const condemn = async (round: Round, { p }: SyncAnswer): Promise<void> => {
    if (round.suspects.length === 0 || p < PROTOCOL_VERSION) return;
    await refuseHere(db, round.suspects);
    round.backlog.forget();
    round.suspects = [];
  };

  /** The server's history is another one: everything accepted goes again, in this very round. False where it did already. */
  const beginAnew = async (round: Round, scopes: readonly string[]): Promise<boolean> => {
    if (scopes.every((name) => round.forked.has(name))) return false;
    round.done.clear();
    round.backlog.forget();
    for (const name of scopes) {
      round.forked.add(name);
      await startOver(db, name, clock());
    }
    return true;
  };

  const afterFork = async (round: Round, trouble: Trouble, pos: Meta['pos']): Promise<Next> => {
    const scope = trouble.params?.['scope'];
    const names = typeof scope === 'string' ? [scope] : Object.keys(pos);
    return (await beginAnew(round, names)) ? 'lagi' : trouble;
  };

  /** Fewer commands, until the one that is too much stands alone. */
  const sendFewer = async (
    round: Round,
    code: Trouble['code'],
    { rows, bytes, budget }: Sent,
  ): Promise<Next> => {
    const [only] = rows;
    if (rows.length === 1 && only) setAside(round, only, code);
    else round.most = Math.max(1, Math.floor(rows.length / 2));
    if (rows.length > 1 && code === 'terlalu_besar')
      await setMeta(db, 'budget', smallerBudget(budget, bytes));
    return 'lagi';
  };

  const afterTrouble = async (round: Round, trouble: Trouble, sent: Sent): Promise<Next> => {
    const { rows, bytes, budget, pos } = sent;
    round.backlog.forget();
    if (trouble.code === 'sejarah_berubah') return afterFork(round, trouble, pos);
    if (TOO_MUCH.has(trouble.code) && rows.length > 0) return sendFewer(round, trouble.code, sent);
    if (trouble.code === 'server_diam' && rows.length > 1)
      await setMeta(db, 'budget', smallerBudget(budget, bytes));
    return trouble;
  };

  const afterAnswer = async (
    round: Round,
    answer: SyncAnswer,
    sent: Pick<Sent, 'rows' | 'pos' | 'given' | 'ask'>,
  ): Promise<Next> => {
    const pairs = matchVerdicts(sent.rows, answer) ?? [];
    const { pos: asked, given, ask } = sent;
    const lost = await applyAnswer(db, { pairs, answer, asked, given, ask }, clock());
    await condemn(round, answer);
    if (await beginAnew(round, lost)) return 'lagi';
    round.offsets = { ...round.offsets, ...answer.blob };
    const unsettled = pairs.filter(([row, verdict]) => isUnsettled(row, verdict));
    for (const [{ id }] of pairs) round.done.add(id);
    for (const [{ id }] of unsettled) round.waiting.add(id);
    const settled = pairs.length - unsettled.length;
    // A refusal holds others back, and `again` frees some: then the list of what waits is read anew.
    const isPlain = pairs.every(([, { r }]) => r === 'ok') && answer.again.length === 0;
    if (isPlain) round.backlog.settled(new Set(pairs.map(([{ id }]) => id)));
    else round.backlog.forget();
    round.sent += settled;
    round.arrived ||= settled > 0 || (given?.length ?? 0) > 0;
    const stands = answer.chg.length === 0 && pairs.length === 0;
    if ((answer.more && !stands) || (await isBehind(db, answer))) return 'lagi';
    return whatIsLeft(round);
  };

  /** What waits, and what only a receipt vouches for. */
  const toSend = async (open: readonly JournalRow[]): Promise<JournalRow[]> => [
    ...open,
    ...(await carriedCommands(db, (await getMeta(db, 'saya'))?.device ?? '')),
  ];

  const whatIsLeft = async (round: Round): Promise<Next> => {
    const { backlog, done } = round;
    const isLeft = async () => pick(await toSend(await backlog.all()), { budget: 1, done }).length > 0;
    if (await isLeft()) return 'lagi';
    // What was recorded while the others travelled.
    backlog.forget();
    if (await isLeft()) return 'lagi';
    if (await isAnyDoubted(db)) return 'lagi';
    if (!round.arrived || round.waiting.size === 0) return (await isGiving(db)) ? 'lagi' : 'selesai';
    for (const id of round.waiting) round.done.delete(id);
    round.waiting.clear();
    round.arrived = false;
    return 'lagi';
  };

  const step = async (round: Round): Promise<Next> => {
    const saya = await getMeta(db, 'saya');
    if (!saya) return { ok: false, code: 'masuk_lagi', floor: 0 };
    const open = await round.backlog.all();
    const pos: Meta['pos'] = (await getMeta(db, 'pos')) ?? {};
    const budget = (await getMeta(db, 'budget')) ?? FIRST_BUDGET;
    const ask = await photosToAsk(db);
    const root = await getMeta(db, 'root');
    const given = await nextGiven(db);
    const picked = pick(await toSend(open), { budget, done: round.done, most: round.most });
    const rows = await round.backlog.fresh(picked);
    const total = round.sent + open.filter(isSendable).length;
    await setMeta(db, 'sending', { since: clock(), total, sent: round.sent });
    const started = clock();
    const request = requestFor(rows, { saya, open, pos, root, ask, given, app, now: started });
    const tries = (await getMeta(db, 'attempt'))?.tries ?? 0;
    const size = rows.reduce((sum, row) => sum + wireBytes(row), 0);
    const patience = patienceFor(size, { budget, tries });
    const beban = await getMeta(db, 'bebanLapor');
    const posted = await postSync({ transport, sign, patience, beban }, request, rows);
    const { bytes } = posted;
    if (!posted.ok) return afterTrouble(round, posted, { rows, bytes, budget, pos, given, ask });
    if (beban) await db.meta.delete('bebanLapor');
    if (rows.length > 0) await setMeta(db, 'budget', nextBudget(budget, { bytes, ms: clock() - started }));
    return afterAnswer(round, posted.answer, { rows, pos, given, ask });
  };

  /** One round of text: pushes what waits, pulls what changed, until neither is left or something is in the way. */
  const round = async (): Promise<RoundResult> => {
    const state: Round = {
      backlog: createBacklog(db),
      sent: 0,
      forked: new Set(),
      offsets: {},
      most: MOST_COMMANDS,
      done: new Set(),
      waiting: new Set(),
      arrived: false,
      suspects: [],
    };
    let next: Next = 'lagi';
    for (let requests = 0; next === 'lagi' && requests < MOST_REQUESTS; requests += 1)
      next = await step(state);
    const { sent, offsets } = state;
    return typeof next === 'string' ? { ok: true, sent, offsets } : { ...next, sent, offsets };
  };

  return { round };
};
