import { LIMITS, PROTOCOL_VERSION, type SyncRequest, toWireCommand } from '../../shared/protocol/index.ts';
import type { GiveRow, JournalRow, Meta, Saya } from '../store/database.ts';

/** What a request is put together from. */
export type Supplies = {
  readonly saya: Saya;
  readonly pos: Meta['pos'];
  /** History in which `pos` was given. */
  readonly root?: string | undefined;
  /** Photos whose offset is asked for. */
  readonly ask: readonly string[];
  /** Sealed records that go back; null where nothing is to be said of any. */
  readonly given: readonly GiveRow[] | null;
  readonly app: string;
  readonly now: number;
  /** Everything that waits, for the server to know how much. */
  readonly open: readonly JournalRow[];
};

/** A command with all its photos has about forty JSON keys, so that a full request stays below the server's limit of them. */
export const MOST_COMMANDS = LIMITS.commandsPerRequest;
/** Photos that one request may ask for. */
export const MOST_ASKED = 100;
const MOST_BYTES = Math.floor(LIMITS.requestBytes * 0.9);
const encoder = new TextEncoder();

/** Bytes of a command by itself: on the wire, in a table and deflated, it is about an eighth of that. */
export const wireBytes = (row: JournalRow): number =>
  encoder.encode(JSON.stringify(toWireCommand(row))).length;

/** True for a command that a request may carry now. */
export const isSendable = ({ status, carried }: JournalRow): boolean =>
  status === 'antri' || status === 'menunggu' || carried === 1;

/**
 * The next commands: of one device id only (the signature is by device), in the order of their numbers, as many as fit
 * into `budget` bytes and `most`, at least one. `done` are those that this round has dealt with.
 */
export const pick = (
  open: readonly JournalRow[],
  {
    budget,
    done,
    most = MOST_COMMANDS,
  }: { readonly budget: number; readonly done: ReadonlySet<string>; readonly most?: number },
): JournalRow[] => {
  const ready = open
    .filter((row) => isSendable(row) && !done.has(row.id))
    .sort((a, b) => a.number - b.number);
  const picked: JournalRow[] = [];
  let left = Math.min(budget, MOST_BYTES);
  for (const row of ready.filter(({ device }) => device === ready[0]?.device)) {
    left -= wireBytes(row);
    if (picked.length > 0 && (left < 0 || picked.length >= most)) break;
    picked.push(row);
  }
  return picked;
};

/** The request for these commands: everything that the server needs to answer in one round trip. */
export const requestFor = (
  rows: readonly JournalRow[],
  { saya, open, pos, root, ask, given, app, now }: Supplies,
): SyncRequest => {
  const oldest = open.reduce((min, { at }) => Math.min(min, at), now);
  return {
    p: PROTOCOL_VERSION,
    app,
    u: saya.id,
    dev: rows[0]?.device ?? saya.device,
    g: saya.grantVersion,
    pos,
    ...(root && Object.keys(pos).length > 0 ? { root } : {}),
    ops: rows.map(toWireCommand),
    ask: ask.slice(0, MOST_ASKED),
    ...(given ? { give: given.map(({ wire }) => wire) } : {}),
    ...(open.length > 0 ? { q: { c: open.length, age: Math.max(0, now - oldest) } } : {}),
  };
};

const AIM = 8_000;
/** Bytes of the first request on a line that nothing is known of: deflated about 16 KB, eight seconds on GPRS. */
export const FIRST_BUDGET = 128 * 1024;
const LEAST_BUDGET = 1024;

/** The next budget after a request of `bytes` took `ms`: twice or half, so that one takes about eight seconds. */
export const nextBudget = (
  budget: number,
  { bytes, ms }: { readonly bytes: number; readonly ms: number },
): number => {
  if (ms > AIM) return Math.max(LEAST_BUDGET, Math.floor(Math.min(budget, bytes) / 2));
  const wasFull = bytes * 2 > budget;
  return wasFull && ms < AIM / 2 ? Math.min(MOST_BYTES, budget * 2) : budget;
};

/** After a request that was too much, for the server or for the line. */
export const smallerBudget = (budget: number, bytes: number): number =>
  Math.max(LEAST_BUDGET, Math.floor(Math.min(budget, bytes) / 2));

const LEAST_PATIENCE = 20_000;
const MOST_PATIENCE = 180_000;

/**
 * Milliseconds to wait for an answer to `bytes` on a line that carries `budget` bytes in about eight seconds: four times
 * that, and twice as long after each attempt in a row that met silence. A dead line is noticed early, a slow one is borne.
 */
export const patienceFor = (
  bytes: number,
  { budget, tries }: { readonly budget: number; readonly tries: number },
): number => {
  const expected = AIM * (1 + bytes / Math.max(budget, LEAST_BUDGET));
  return Math.min(MOST_PATIENCE, Math.max(LEAST_PATIENCE, 4 * expected * 2 ** Math.min(tries, 3)));
};
