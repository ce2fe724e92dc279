import * as z from 'zod/mini';
import { Position, View } from './position.ts';
import { WireVerdict } from './verdict.ts';

/*
 * The one request. Keys are short because they travel on 2G: they live in this file, in
 * sync-request.ts and in codec.ts only.
 *
 *   phone ── POST /api/sync {dev, pos, ops, ask} ──▶ server
 *   phone ◀── {res per op, chg per record, pos, …} ── server
 *
 * `stable` says up to which line every copy that may be restored reaches; what is newer travels under the server's `seal`,
 * so that after a restore a phone can `give` it back.
 */

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
  /** On what is given back: the lost history whose lines these are. Not under the seal. */
  root: z.optional(z.string()),
});
export type WireRecord = z.infer<typeof WireRecord>;

/**
 * What a person may see and be: one row a scope. `peran` is the role in that shard; a `pembaca` reads what is her own
 * there and what the school shares, and writes nothing: where she worked before, and where she teaches beside her school.
 */
export const WireGrant = z.object({
  s: z.string(),
  view: View,
  peran: z.enum(['guru', 'penilai', 'atasan', 'admin', 'pembaca']),
});
export type WireGrant = z.infer<typeof WireGrant>;

/** Answer 200 of POST /api/sync, unpacked. */
export const SyncAnswer = z.object({
  p: z.int(),
  /** Server's clock, epoch ms. */
  now: z.int(),
  era: z.string(),
  /** Name of the history that the server goes on with: its run in which that began. Absent from older ones. */
  root: z.optional(z.string()),
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
