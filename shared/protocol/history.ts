import * as z from 'zod/mini';
import { CommandId, canonicalJson } from './identity.ts';
import { Shard } from './position.ts';
import { DeviceKey } from './session.ts';

/**
 * What a receipt says of a ledger line: number and full chain hash (base64url), the command, who spoke and when the
 * server received it (epoch ms). Later lines hold this hash in theirs, so it speaks for everything before it too.
 */
export const Receipt = z.object({
  shard: z.string(),
  n: z.int(),
  h: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  id: CommandId,
  actor: z.string(),
  receivedAt: z.int(),
});
export type Receipt = z.infer<typeof Receipt>;

/** A receipt with the server's ECDSA P-256 signature (raw r‖s, base64url) over its text; `key` names the public key. */
export const SignedReceipt = z.extend(Receipt, { key: z.string(), sig: z.string() });
export type SignedReceipt = z.infer<typeof SignedReceipt>;

/** The exact text that the server signs. */
export const receiptText = ({ shard, n, h, id, actor, receivedAt }: Receipt): string =>
  canonicalJson({ shard, n, h, id, actor, receivedAt });

/** Answer of GET /api/receipt-key: the public key that receipts are checked by. */
export const ReceiptKey = z.object({ id: z.string(), key: DeviceKey });
export type ReceiptKey = z.infer<typeof ReceiptKey>;

/** An accepted command as the owner of the record sees it, and the head who reviews it. */
export const HistoryLine = z.object({
  record: z.string(),
  kind: z.string(),
  /** `beda`: kept as a competing version, because the record had moved on. */
  verdict: z.enum(['ok', 'beda']),
  base: z.nullable(z.string()),
  /** Device's clock, epoch ms. */
  at: z.int(),
  body: z.unknown(),
  nama: z.string(),
  peran: z.array(z.string()),
  /** What the device calls itself; null where the server itself wrote the line. */
  perangkat: z.nullable(z.string()),
  /** Name of the colleague who carried it to the server. */
  pembawa: z.nullable(z.string()),
  receipt: SignedReceipt,
});
export type HistoryLine = z.infer<typeof HistoryLine>;

/** That somebody looked at the record in office on a day; times in epoch ms. */
export const OfficialView = z.object({
  record: z.string(),
  nama: z.string(),
  peran: z.string(),
  /** Kind of the record that was looked at; absent from a service of before, which knew entries alone. */
  apa: z.optional(z.string()),
  day: z.string(),
  firstAt: z.int(),
  lastAt: z.int(),
});
export type OfficialView = z.infer<typeof OfficialView>;

/** Answer of GET /api/history/:record (in order of the ledger) and GET /api/history (the last first, a page). */
export const HistoryAnswer = z.object({
  lines: z.array(HistoryLine),
  views: z.array(OfficialView),
  more: z.boolean(),
  now: z.int(),
});
export type HistoryAnswer = z.infer<typeof HistoryAnswer>;

/** Request of POST /api/views: records of other people that were opened on this phone, by day; a repeat is free of effect. */
export const ViewsRequest = z.strictObject({
  list: z
    .array(
      z.strictObject({
        s: Shard,
        d: CommandId,
        day: z.string().check(z.regex(/^20\d{2}-\d{2}-\d{2}$/)),
        /** Device's clock, epoch ms. */
        at: z.int().check(z.minimum(0)),
      }),
    )
    .check(z.maxLength(200)),
});
export type ViewsRequest = z.infer<typeof ViewsRequest>;
