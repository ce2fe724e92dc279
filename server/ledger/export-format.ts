import * as z from 'zod/mini';
import { type CommandContent, commandId, DeviceKey, parseCommandId } from '../../shared/protocol/index.ts';
import type { StoredCommand, StoredVerdict } from '../store/index.ts';
import type { Evidence } from './evidence.ts';

/*
 * The exported ledger, described in docs/protokol.md: one JSON object a line, told apart by `t`. Bytes are base64url
 * without padding. It holds all that is needed to check it without this program and without the server.
 */

const Bytes = z.string().check(z.regex(/^[A-Za-z0-9_-]*$/));
const Content = z.strictObject({
  kind: z.string(),
  version: z.int(),
  shard: z.string(),
  record: z.nullable(z.string()),
  base: z.nullable(z.string()),
  at: z.int(),
  body: z.unknown(),
});

/** A line of the file, but its first and last. */
const Row = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('perangkat'), id: z.string(), account: z.string(), key: DeviceKey }),
  z.strictObject({
    t: z.literal('amplop'),
    shard: z.string(),
    id: z.string(),
    device: z.string(),
    signature: z.string(),
    bytes: z.nullable(Bytes),
    receivedAt: z.int(),
    carrier: z.nullable(z.string()),
    /** Absent where the device signed itself, as all did in files of before. */
    signer: z.optional(z.string()),
  }),
  z.strictObject({
    t: z.literal('baris'),
    shard: z.string(),
    n: z.int(),
    h: Bytes,
    id: z.string(),
    content: Content,
    actor: z.strictObject({
      id: z.string(),
      nama: z.string(),
      peran: z.array(z.enum(['guru', 'penilai', 'atasan', 'admin', 'pembaca', 'sistem'])),
    }),
    receivedAt: z.int(),
    verdict: z.enum(['ok', 'beda']),
    head: z.nullable(z.string()),
    salt: Bytes,
    commitment: Bytes,
    envelope: z.nullable(z.string()),
  }),
  z.strictObject({ t: z.literal('kepala'), shard: z.string(), n: z.int(), h: Bytes }),
]);
type Row = z.infer<typeof Row>;
type LineRow = Extract<Row, { t: 'baris' }>;

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const bytes = (of: string): Uint8Array => new Uint8Array(Buffer.from(of, 'base64url'));

const lineRow = ({ device, number, hash, outcome, ...line }: StoredCommand): LineRow | null => {
  if (outcome.verdict === 'no') return null;
  return {
    t: 'baris',
    shard: line.content.shard,
    n: outcome.n,
    h: text(outcome.h),
    id: commandId(device, number, hash),
    content: line.content,
    actor: { ...line.actor, peran: [...line.actor.peran] },
    receivedAt: line.receivedAt,
    verdict: outcome.verdict,
    head: outcome.verdict === 'beda' ? outcome.head : null,
    salt: text(line.salt),
    commitment: text(line.commitment),
    envelope: line.envelope,
  };
};

/** Evidence as a line of the file; null for what is no part of it. */
export const toRow = (evidence: Evidence): Row | null => {
  if (evidence.kind === 'perangkat') return { t: 'perangkat', ...evidence.device };
  if (evidence.kind === 'baris') return lineRow(evidence.line);
  if (evidence.kind === 'kepala')
    return { t: 'kepala', shard: evidence.shard, n: evidence.n, h: text(evidence.h) };
  const { signed, signer, ...envelope } = evidence.envelope;
  return { t: 'amplop', ...envelope, bytes: signed && text(signed), ...(signer === null ? {} : { signer }) };
};

const outcomeOf = ({ n, h, head }: LineRow): StoredVerdict =>
  head === null ? { verdict: 'ok', n, h: bytes(h) } : { verdict: 'beda', n, h: bytes(h), head };

const lineOf = (row: LineRow): StoredCommand | null => {
  const name = parseCommandId(row.id);
  if (!name || row.content.shard !== row.shard || (row.head === null) !== (row.verdict === 'ok')) return null;
  const { actor, receivedAt, envelope } = row;
  const content = row.content as CommandContent;
  return {
    ...name,
    content,
    actor,
    receivedAt,
    envelope,
    salt: bytes(row.salt),
    commitment: bytes(row.commitment),
    outcome: outcomeOf(row),
  };
};

/** Evidence of a line of the file; null where it is none. */
export const fromRow = (json: unknown): Evidence | null => {
  const parsed = Row.safeParse(json);
  if (!parsed.success) return null;
  const row = parsed.data;
  if (row.t === 'perangkat')
    return { kind: 'perangkat', device: { id: row.id, account: row.account, key: row.key } };
  if (row.t === 'kepala') return { kind: 'kepala', shard: row.shard, n: row.n, h: bytes(row.h) };
  if (row.t === 'amplop') {
    const { t: _, bytes: kept, signer = null, ...envelope } = row;
    return { kind: 'amplop', envelope: { ...envelope, signer, signed: kept === null ? null : bytes(kept) } };
  }
  const line = lineOf(row);
  return line && { kind: 'baris', line };
};
