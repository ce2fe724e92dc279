import * as z from 'zod/mini';
import { CommandId } from './identity.ts';
import { LIMITS } from './limits.ts';
import { Position, Scope, Shard } from './position.ts';
import { WireRecord } from './sync.ts';

/*
 * What a phone sends. It stands by itself since only a server checks it: a phone knows these shapes as types, and does not
 * carry them.
 */

const Sha = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Device = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,32}$/));

/**
 * Name of a history of the server: its run in which that history began, at the start or by putting back an older copy.
 * Empty where a phone does not know it.
 */
export const Root = z.string().check(z.maxLength(40));

/** A line, and the history in which it stood: after two losses a bare number would speak of either. */
export const LostLine = z.tuple([Root, z.int().check(z.minimum(1))]);
export type LostLine = z.infer<typeof LostLine>;

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
  /** Where it stood in each history that the server has lost, the last lost one last; only where it goes again for that. */
  m: z.optional(z.array(LostLine).check(z.minLength(1), z.maxLength(LIMITS.lostHistories))),
});
export type WireCommand = z.infer<typeof WireCommand>;

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
  /** History in which `pos` was given. */
  root: z.optional(Root),
  ops: z.array(WireCommand).check(z.maxLength(LIMITS.commandsPerRequest)),
  /** Photos whose received offset the phone wants to know. */
  ask: z.array(Sha).check(z.maxLength(100)),
  /**
   * Sealed records that the server has lost; present, if empty, while a phone brings back what it holds, so that an empty
   * list says that this was all.
   */
  give: z.optional(z.array(z.extend(WireRecord, { root: z.optional(Root) })).check(z.maxLength(200))),
  /** How many commands wait on the phone, and the age of the oldest in ms. */
  q: z.optional(z.strictObject({ c: z.int().check(z.minimum(0)), age: z.int().check(z.minimum(0)) })),
});
export type SyncRequest = z.infer<typeof SyncRequest>;
