import * as z from 'zod/mini';
import { CommandId } from './identity.ts';
import { LIMITS } from './limits.ts';
import { Position, Scope, Shard, View } from './position.ts';
import { WireVerdict } from './verdict.ts';

/*
 * The one request. Keys are short because they travel on 2G: they live in this file and in codec.ts only.
 *
 *   phone ── POST /api/sync {dev, pos, ops, ask} ──▶ server
 *   phone ◀── {res per op, chg per record, pos, …} ── server
 *
 * `stable` says up to which line every copy that may be restored reaches; what is newer travels under the server's `seal`,
 * so that after a restore a phone can `give` it back.
 */

const Sha = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Device = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,32}$/));

/** One command on the wire: n number on the device, k kind, v version, s shard, d record (absent: creates), b body. */
export const WireCommand = z.strictObject({
  n: z.int().check(z.minimum(1), z.maximum(LIMITS.deviceNumberMax)),
  k: z.string().check(z.maxLength(40)),
  v: z.int().check(z.minimum(1), z.maximum(999)),
  s: Shard,
  d: z.optional(CommandId),
  base: z.optional(CommandId),
  at: z.int(),
  b: z.unknown(),
  /** Line where it stood in a history that the server has lost; only where it goes again for that. */
  m: z.optional(z.int().check(z.minimum(1))),
});
export type WireCommand = z.infer<typeof WireCommand>;

const WireVariant = z.object({
  id: z.string(),
  k: z.string(),
  b: z.unknown(),
  st: z.looseObject({ tahap: z.string() }),
});

/** A changed record: s shard, k kind, n ledger number of its last change, o owner, st state, b content, del deleted. */
export const WireRecord = z.object({
  s: z.string(),
  k: z.string(),
  id: z.string(),
  o: z.string(),
  n: z.int(),
  head: z.string(),
  st: z.looseObject({ tahap: z.string() }),
  b: z.optional(z.unknown()),
  del: z.optional(z.literal(1)),
  var: z.optional(z.array(WireVariant)),
  /** The server's own mark that this is what it had; present only on what is not in every copy yet. */
  seal: z.optional(z.string()),
  /** Beside a seal: every command of its history with its line; absent where the record's own is the only one. */
  hist: z.optional(z.array(z.tuple([z.string(), z.int()]))),
});
export type WireRecord = z.infer<typeof WireRecord>;

/**
 * Request of POST /api/sync. The header `Kinerja-Signature` holds the device's ECDSA P-256 signature (raw r‖s, base64url)
 * over the exact body bytes, before any content encoding: request, background sync and carried file are the same bytes.
 * This is the unpacked form; `packRequest` says how it travels.
 */
export const SyncRequest = z.strictObject({
  p: z.int().check(z.minimum(1)),
  app: z.string().check(z.maxLength(40)),
  /** Account that owns the commands; must be the session's. */
  u: z.string().check(z.maxLength(40)),
  dev: Device,
  /** Version of the grants that the phone knows; empty at first. */
  g: z.string().check(z.maxLength(32)),
  pos: z.record(Scope, Position),
  ops: z.array(WireCommand).check(z.maxLength(LIMITS.commandsPerRequest)),
  /** Photos whose received offset the phone wants to know. */
  ask: z.array(Sha).check(z.maxLength(100)),
  /**
   * Sealed records that the server has lost; present, if empty, while a phone brings back what it holds, so that an empty
   * list says that this was all.
   */
  give: z.optional(z.array(WireRecord).check(z.maxLength(200))),
  /** How many commands wait on the phone, and the age of the oldest in ms. */
  q: z.optional(z.strictObject({ c: z.int().check(z.minimum(0)), age: z.int().check(z.minimum(0)) })),
});
export type SyncRequest = z.infer<typeof SyncRequest>;

/** What a person may see and be: one row a scope. `peran` is the role in that shard. */
export const WireGrant = z.object({ s: z.string(), view: View, peran: z.enum(['guru', 'penilai']) });
export type WireGrant = z.infer<typeof WireGrant>;

/** Answer 200 of POST /api/sync, unpacked. */
export const SyncAnswer = z.object({
  p: z.int(),
  /** Server's clock, epoch ms. */
  now: z.int(),
  era: z.string(),
  res: z.array(WireVerdict),
  chg: z.array(WireRecord),
  pos: z.record(z.string(), Position),
  more: z.boolean(),
  /** Line of each shard up to which every copy that may be restored reaches. */
  stable: z.record(z.string(), z.int()),
  /** Photos that had arrived by then (server's clock, epoch ms) lie in every such copy. */
  stableFoto: z.optional(z.int()),
  /** Non-null only where the request's `g` is stale: version and full list of scopes. */
  grant: z.nullable(z.object({ g: z.string(), list: z.array(WireGrant) })),
  /** Bytes received of each photo asked for; `off` equal to the size means kept. */
  blob: z.record(z.string(), z.object({ off: z.int() })),
  again: z.array(z.string()),
  /** Seconds until the phone may ask again on its own. */
  next: z.int(),
  /** New device id for what follows: this one's number came with two contents (a cloned or rolled-back phone). */
  dev: z.optional(z.string()),
});
export type SyncAnswer = z.infer<typeof SyncAnswer>;
