import * as z from 'zod/mini';
import { canonicalJson } from './identity.ts';
import { LIMITS } from './limits.ts';

/*
 * A phone that is marked as lost, and what is said between it and the service (docs/decisions/0019):
 *
 *   phone ─ { u, dev, nonce } signed by the phone ─▶ POST /api/lost ─▶ { hilang, perintah signed by the receipt key }
 *   phone ─ what it had not sent, signed as ever ──▶ PUT /api/lost/:dev/:sha   kept apart until the owner decides
 *   phone ─ { u, dev, nonce, selesai } ───────────▶ POST /api/lost             once its data are gone
 */

const Nonce = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,64}$/));

/** Request of POST /api/lost, signed by the phone that asks; `selesai` where the account's data have gone from it. */
export const LostAsk = z.strictObject({
  u: z.string().check(z.maxLength(40)),
  dev: z.string().check(z.maxLength(40)),
  nonce: Nonce,
  selesai: z.optional(z.literal(true)),
});
export type LostAsk = z.infer<typeof LostAsk>;

/** What the service orders: this account's data go from this phone, marked as lost at `sejak` (epoch ms). */
export const WipeOrder = z.object({
  u: z.string(),
  dev: z.string(),
  /** The very number that the phone made up for this question: an order can be given only once. */
  nonce: Nonce,
  sejak: z.int(),
});
export type WipeOrder = z.infer<typeof WipeOrder>;

/** Answer of POST /api/lost; the order with its signature (ECDSA P-256, raw r‖s, base64url) by the key `key`. */
export const LostAnswer = z.object({
  hilang: z.boolean(),
  perintah: z.optional(z.extend(WipeOrder, { key: z.string(), sig: z.string() })),
});
export type LostAnswer = z.infer<typeof LostAnswer>;

/** The exact text that the service signs: no receipt reads like it. */
export const wipeText = ({ u, dev, nonce, sejak }: WipeOrder): string =>
  `e-kinerja hapus 1\n${canonicalJson({ u, dev, nonce, sejak })}`;

/** The owner's own password once more, before a phone of hers is cut off, marked as lost, or found. */
export const LostMark = z.strictObject({
  sandi: z.string().check(z.minLength(1), z.maxLength(LIMITS.passwordMax * 2)),
});
export type LostMark = z.infer<typeof LostMark>;

/** What was refused of what a lost phone handed over, after the owner's yes; it is kept until she throws it away. */
export const HandedRefusal = z.object({
  code: z.string(),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  /** How many commands, or photos where nothing else is told. */
  jumlah: z.int(),
  /** Of a command of hers: the day that it names, and what it says. */
  tanggal: z.optional(z.string()),
  teks: z.optional(z.string()),
});
export type HandedRefusal = z.infer<typeof HandedRefusal>;

/** How it stands with a lost phone. Times in epoch ms. */
export const LostState = z.object({
  pada: z.int(),
  /** When it came and was told; from then on the mark cannot be taken back. */
  diperintah: z.nullable(z.int()),
  dihapus: z.nullable(z.int()),
  /** What it had not sent yet and has handed over; waits for the owner's yes or no. */
  entri: z.int(),
  foto: z.int(),
  /** What she said yes to and was refused; absent where nothing was, and for anybody but her. */
  ditolak: z.optional(z.array(HandedRefusal)),
  /** The mark was taken back, `pada` is when the first of it came; absent from a service of before. */
  ditarik: z.optional(z.literal(true)),
});
export type LostState = z.infer<typeof LostState>;

/** Answer of POST /api/devices/:id/work: what became of the commands that the owner took over. */
export const WorkTaken = z.object({ baru: z.int(), sudah: z.int(), ditolak: z.int() });
export type WorkTaken = z.infer<typeof WorkTaken>;

/** Bytes that a lost phone may hand over. */
export const HANDED_BYTES = 50 * 1024 * 1024;
