import type { AnyRecord } from '../records/record.ts';
import type { CommandContent } from './identity.ts';
import { LIMITS } from './limits.ts';
import type { SyncAnswer, WireRecord } from './sync.ts';
import type { LostLine, SyncRequest, WireCommand } from './sync-request.ts';
import { packRows, unpackRows } from './table.ts';
import { packVerdicts, unpackVerdicts } from './verdict.ts';

/** A command with its number, ready for the wire. */
export const toWireCommand = (
  command: CommandContent & { readonly number: number; readonly lost?: readonly LostLine[] | undefined },
): WireCommand => ({
  n: command.number,
  k: command.kind,
  v: command.version,
  s: command.shard,
  ...(command.record === null ? {} : { d: command.record }),
  ...(command.base === null ? {} : { base: command.base }),
  at: command.at,
  b: command.body,
  ...(command.lost ? { m: [...command.lost] } : {}),
});

/** The content of a command as it came; its identity is worked out from this on both sides. */
export const fromWireCommand = (wire: WireCommand): CommandContent => ({
  kind: wire.k,
  version: wire.v,
  shard: wire.s,
  record: wire.d ?? null,
  base: wire.base ?? null,
  at: wire.at,
  body: wire.b,
});

/**
 * A record and the ledger number of its last change, ready for the wire. A deleted one keeps its content: its owner can
 * bring it back, and phone and server then decide on the same facts.
 */
export const toWireRecord = (record: AnyRecord, n: number): WireRecord => {
  const wire: WireRecord = {
    s: record.shard,
    k: record.kind,
    id: record.id,
    o: record.owner,
    n,
    head: record.head,
    st: record.state,
    b: record.content,
  };
  if (record.deleted) wire.del = 1;
  if (record.variants.length > 0)
    wire.var = record.variants.map(({ id, kind, content, state }) => ({
      id,
      k: kind,
      b: content,
      st: state,
    }));
  return wire;
};

/**
 * A record as it came from the server, which the phone trusts to have checked it. Kinds that this version does not
 * know come out too: the store keeps and ignores them until the app is newer.
 */
export const fromWireRecord = (wire: WireRecord): { record: AnyRecord; n: number } => ({
  n: wire.n,
  record: {
    shard: wire.s,
    id: wire.id,
    kind: wire.k,
    owner: wire.o,
    head: wire.head,
    state: wire.st,
    content: wire.b ?? null,
    deleted: wire.del === 1,
    variants: (wire.var ?? []).map(({ id, k, b, st }) => ({ id, kind: k, content: b, state: st })),
  } as unknown as AnyRecord,
});

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === false ||
  value === undefined ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Said even where they are empty: a position has to be, and an empty list to give back says that this was all. */
const SAID: ReadonlySet<string> = new Set(['pos', 'give']);

/** Without the members that say nothing. */
const withoutEmpty = (members: object): object =>
  Object.fromEntries(
    Object.entries(members).filter(
      ([key, value]) => (SAID.has(key) && value !== undefined) || !isEmpty(value),
    ),
  );

/** A request as it travels: commands in tables, nothing that is empty. */
export const packRequest = (request: SyncRequest): object =>
  withoutEmpty({ ...request, ops: packRows(request.ops) });

/** An answer as it travels: records in tables, verdicts in runs, nothing that is empty. */
export const packAnswer = (answer: SyncAnswer): object =>
  withoutEmpty({ ...answer, res: packVerdicts(answer.res), chg: packRows(answer.chg) });

/** True for what may be taken apart; the rest is for the schema to refuse. */
const hasMembers = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const TABLE_MEMBERS = 3;
/** A table with a member that this version does not know is left for the schema to refuse: nothing signed is passed over. */
const isKnown = (op: unknown): boolean =>
  !hasMembers(op) || !('rows' in op) || Object.keys(op).length === TABLE_MEMBERS;

/** A request as it was before {@link packRequest}; one that was never packed comes out as it is. */
export const unpackRequest = (json: unknown): unknown => {
  if (!hasMembers(json)) return json;
  const { ops = [], ask = [] } = json;
  const isReadable = Array.isArray(ops) && ops.every(isKnown);
  return { ...json, ask, ops: isReadable ? unpackRows(ops, LIMITS.commandsPerRequest) : ops };
};

const NOTHING_SAID = { more: false, stable: {}, grant: null, blob: {}, again: [] };

/** An answer as it was before {@link packAnswer}; what a newer server adds, to tables too, is passed over. */
export const unpackAnswer = (json: unknown): unknown => {
  if (!hasMembers(json)) return json;
  const { res = [], chg = [] } = json;
  return {
    ...NOTHING_SAID,
    ...json,
    res: Array.isArray(res) ? unpackVerdicts(res) : res,
    chg: Array.isArray(chg) ? unpackRows(chg) : chg,
  };
};
