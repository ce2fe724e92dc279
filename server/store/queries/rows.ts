import type { Actor } from '../../../shared/commands/index.ts';
import {
  canonicalJson,
  canonicalTexts,
  commandId,
  type DeviceKey,
  type ProblemParams,
} from '../../../shared/protocol/index.ts';
import type { AnyRecord } from '../../../shared/records/index.ts';
import type { StoredCommand, StoredDevice, StoredEnvelope, StoredRecord, StoredVerdict } from '../port.ts';
import type { commands, devices, envelopes, records } from '../sqlite/schema.ts';

export type CommandRow = typeof commands.$inferSelect;
export type RecordRow = typeof records.$inferSelect;
export type DeviceRow = typeof devices.$inferSelect;
export type EnvelopeRow = typeof envelopes.$inferSelect;

const parse = <T>(text: string): T => JSON.parse(text) as T;
/** What was written as canonical JSON, with that text at hand: a record's seal covers it. */
const parseCanonical = <T extends object>(text: string): T => {
  const value = parse<T>(text);
  if (typeof value === 'object' && value !== null) canonicalTexts.set(value, text);
  return value;
};
/** The same memory: SQLite copies what it is given. */
const bytes = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length);
/** Written here, and asked for again by the seal. */
const writtenText = (value: object): string => {
  const known = canonicalTexts.get(value);
  if (known !== undefined) return known;
  const text = canonicalJson(value);
  canonicalTexts.set(value, text);
  return text;
};
const NONE = '[]';

const verdictColumns = (
  outcome: StoredVerdict,
): Pick<CommandRow, 'n' | 'h' | 'verdict' | 'code' | 'params' | 'head'> => {
  const { verdict } = outcome;
  if (verdict === 'no') {
    const params = outcome.params && canonicalJson(outcome.params);
    return { verdict, n: null, h: null, code: outcome.code, params, head: null };
  }
  const head = verdict === 'beda' ? outcome.head : null;
  return { verdict, n: outcome.n, h: bytes(outcome.h), code: null, params: null, head };
};

const verdictOf = (row: CommandRow): StoredVerdict => {
  if (row.n === null || row.h === null)
    return {
      verdict: 'no',
      code: row.code ?? '',
      params: row.params === null ? null : parse<ProblemParams>(row.params),
    };
  const line = { n: row.n, h: new Uint8Array(row.h) };
  return row.head === null ? { verdict: 'ok', ...line } : { verdict: 'beda', ...line, head: row.head };
};

/** A creation names no record: in the table it stands under its own id, so that a history is one look-up. */
export const commandRow = (command: StoredCommand): CommandRow => {
  const { device, number, hash, content, actor, outcome } = command;
  const { n, h, verdict, code, params, head } = verdictColumns(outcome);
  return {
    shard: content.shard,
    device,
    number,
    hash,
    n,
    h,
    kind: content.kind,
    version: content.version,
    record: content.record ?? (outcome.verdict === 'no' ? null : commandId(device, number, hash)),
    base: content.base,
    at: content.at,
    body: canonicalJson(content.body),
    actor: actor.id,
    actorNama: actor.nama,
    actorPeran: canonicalJson(actor.peran),
    receivedAt: command.receivedAt,
    salt: bytes(command.salt),
    commitment: bytes(command.commitment),
    verdict,
    code,
    params,
    head,
    envelope: command.envelope,
  };
};

export const commandOf = (row: CommandRow): StoredCommand => {
  const { shard, device, number, hash, kind, version, base, at, receivedAt } = row;
  const record = row.record === commandId(device, number, hash) ? null : row.record;
  return {
    device,
    number,
    hash,
    content: { kind, version, shard, record, base, at, body: parse(row.body) },
    actor: { id: row.actor, nama: row.actorNama, peran: parse<Actor['peran']>(row.actorPeran) },
    receivedAt,
    salt: new Uint8Array(row.salt),
    commitment: new Uint8Array(row.commitment),
    outcome: verdictOf(row),
    envelope: row.envelope,
  };
};

export const recordRow = ({ n, record }: StoredRecord): RecordRow => ({
  shard: record.shard,
  id: record.id,
  kind: record.kind,
  owner: record.owner,
  n,
  head: record.head,
  state: canonicalJson(record.state),
  content: record.content === null ? 'null' : writtenText(record.content),
  deleted: record.deleted ? 1 : 0,
  variants: record.variants.length === 0 ? NONE : canonicalJson(record.variants),
});

/** Only the ledger writes records, so what comes back is what `decide` made. */
export const recordOf = ({ n, state, content, deleted, variants, ...rest }: RecordRow): StoredRecord => ({
  n,
  record: {
    ...rest,
    state: parseCanonical(state),
    content: parseCanonical(content),
    deleted: deleted === 1,
    variants: parse(variants),
  } as AnyRecord,
});

export const deviceRow = (device: StoredDevice): DeviceRow => ({ ...device, key: canonicalJson(device.key) });
export const deviceOf = (row: DeviceRow): StoredDevice => ({ ...row, key: parse<DeviceKey>(row.key) });

export const envelopeRow = (envelope: StoredEnvelope): EnvelopeRow => ({
  ...envelope,
  bytes: envelope.bytes && bytes(envelope.bytes),
});
export const envelopeOf = (row: EnvelopeRow): StoredEnvelope => ({
  ...row,
  bytes: row.bytes && new Uint8Array(row.bytes),
});
