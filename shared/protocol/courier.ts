import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { DeviceKey } from './session.ts';
import { WireVerdict } from './verdict.ts';

/*
 * A carried file ("titipan"), as it goes from hand to hand (docs/decisions/0005):
 *
 *   e-Kinerja titipan 1 ⏎ header as JSON in ASCII ⏎   in clear, and authenticated with the rest
 *   encapsulated key (65 bytes) · sealed payload      HPKE to the server's key; nobody on the way can read it
 *
 * The payload is an index and behind it the very bytes of signed sync requests and of photos. The receipt that comes back
 * has the same outer form, sealed under a key that only the owner's phone and the server can work out.
 */

const MAGIC = { titipan: 'e-Kinerja titipan 1\n', bukti: 'e-Kinerja bukti titipan 1\n' } as const;
/** What a file is, by its first line. */
export type CarriedKind = keyof typeof MAGIC;
/** Longest header, bytes. */
const HEADER_BYTES = 1024;
/** Longest index of a payload, bytes: thousands of photos. */
const INDEX_BYTES = 1024 * 1024;
/** Bytes of an encapsulated P-256 key. */
export const ENCAPSULATED_BYTES = 65;
/** Bytes of the nonce before a sealed receipt. */
export const NONCE_BYTES = 12;

const KeyId = z.string().check(z.regex(/^[A-Za-z0-9_-]{11}$/));
const BundleId = z.string().check(z.regex(/^[A-Za-z0-9_-]{16}$/));
const Count = z.int().check(z.minimum(0), z.maximum(LIMITS.queueFull * LIMITS.fotoCount));
const PartNumber = z.int().check(z.minimum(1), z.maximum(9999));

/**
 * Answer of GET /api/courier: the server's public key (raw P-256 point, base64url) and its id; and the key of its receipts,
 * which a phone keeps from the first time on, to know the true server's order by (docs/decisions/0019).
 */
export const CourierKey = z.object({
  id: KeyId,
  kunci: z.string().check(z.regex(/^[A-Za-z0-9_-]{87}$/)),
  bukti: z.optional(z.object({ id: z.string(), key: DeviceKey })),
});
export type CourierKey = z.infer<typeof CourierKey>;

/** What anybody may read of a carried file: for which server, whose it is, how much is in this part of it. */
export const CarriedHeader = z.strictObject({
  kunci: KeyId,
  /** Names all parts of one export. */
  ikat: BundleId,
  nama: z.string().check(z.minLength(1), z.maxLength(120)),
  entri: Count,
  foto: Count,
  bagian: PartNumber,
  dari: PartNumber,
});
export type CarriedHeader = z.infer<typeof CarriedHeader>;

/** What anybody may read of a receipt: which part it answers. */
export const ReceiptHeader = z.strictObject({ ikat: BundleId, bagian: PartNumber });
export type ReceiptHeader = z.infer<typeof ReceiptHeader>;

const Length = z.int().check(z.minimum(1), z.maximum(LIMITS.carriedBytes));
const CarriedIndex = z.strictObject({
  amplop: z.array(z.strictObject({ n: Length, tanda: z.string().check(z.maxLength(86)) })),
  foto: z.array(z.strictObject({ n: Length, sha: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })),
});

/** The bytes of one sync request with the owner's device's signature over exactly them. */
export type Envelope = { readonly bytes: Uint8Array<ArrayBuffer>; readonly tanda: string };
/** A photo; the server takes it only where a signed envelope beside it names its SHA-256 in `ask`. */
export type CarriedPhoto = { readonly sha: string; readonly bytes: Uint8Array<ArrayBuffer> };
/** What a carried file holds. */
export type Cargo = { readonly envelopes: readonly Envelope[]; readonly photos: readonly CarriedPhoto[] };

/** What the owner's phone learns of one envelope: what a sync would have answered. Null where it was not believed. */
const EnvelopeReceipt = z.object({
  /** Server's clock, epoch ms. */
  now: z.int(),
  res: z.array(WireVerdict),
  blob: z.record(z.string(), z.object({ off: z.int() })),
  dev: z.optional(z.string()),
});
/** What a receipt holds once it is opened: one answer per envelope, in their order. */
export const CarriedReceipt = z.object({ amplop: z.array(z.nullable(EnvelopeReceipt)) });
export type CarriedReceipt = z.infer<typeof CarriedReceipt>;

/**
 * Answer of the last PUT of a carried file, for the colleague who brought it: whose it was, and counts. `bukti` is the
 * sealed receipt, base64url.
 */
export const CourierAnswer = z.object({
  nama: z.string(),
  baru: z.int(),
  sudah: z.int(),
  ditolak: z.int(),
  menunggu: z.int(),
  foto: z.int(),
  /** Signed by a phone that is marked as lost: they wait for their owner's answer. Absent where there are none. */
  ditahan: z.optional(z.int()),
  bukti: z.string(),
});
export type CourierAnswer = z.infer<typeof CourierAnswer>;

/** Text of ASCII letters as bytes. */
export const asciiBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const textOf = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

const jsonOf = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(textOf(bytes)) as unknown;
  } catch {
    return undefined;
  }
};

/** Bytes one behind another. */
export const joinBytes = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** The clear part of a file: its first two lines, which the seal covers too. */
export const headOf = (kind: CarriedKind, header: CarriedHeader | ReceiptHeader): Uint8Array<ArrayBuffer> =>
  asciiBytes(`${MAGIC[kind]}${asciiJson(header)}\n`);

/** What a file is, by its first line; null where it is none of ours. */
export const carriedKind = (bytes: Uint8Array): CarriedKind | null => {
  const start = textOf(bytes.subarray(0, MAGIC.bukti.length));
  if (start.startsWith(MAGIC.titipan)) return 'titipan';
  return start === MAGIC.bukti ? 'bukti' : null;
};

/** A file's clear part, its header as read from it, and what is sealed; null where there is no such header. */
export type Unsealed<T> = { readonly head: Uint8Array; readonly header: T; readonly sealed: Uint8Array };

const split = <T>(kind: CarriedKind, schema: z.ZodMiniType<T>, bytes: Uint8Array): Unsealed<T> | null => {
  if (carriedKind(bytes) !== kind) return null;
  const from = MAGIC[kind].length;
  const end = bytes.subarray(from, from + HEADER_BYTES).indexOf(10);
  if (end < 0) return null;
  const parsed = schema.safeParse(jsonOf(bytes.subarray(from, from + end)));
  const cut = from + end + 1;
  return parsed.success
    ? { head: bytes.subarray(0, cut), header: parsed.data, sealed: bytes.subarray(cut) }
    : null;
};

/** Reads the clear part of a carried file. */
export const splitCarried = (bytes: Uint8Array): Unsealed<CarriedHeader> | null =>
  split('titipan', CarriedHeader, bytes);
/** Reads the clear part of a receipt. */
export const splitReceipt = (bytes: Uint8Array): Unsealed<ReceiptHeader> | null =>
  split('bukti', ReceiptHeader, bytes);

/** The payload before it is sealed: length of the index, the index, then all bytes in its order. */
export const packCargo = ({ envelopes, photos }: Cargo): Uint8Array<ArrayBuffer> => {
  const index = asciiBytes(
    asciiJson({
      amplop: envelopes.map(({ bytes, tanda }) => ({ n: bytes.length, tanda })),
      foto: photos.map(({ bytes, sha }) => ({ n: bytes.length, sha })),
    }),
  );
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, index.length);
  return joinBytes([size, index, ...[...envelopes, ...photos].map(({ bytes }) => bytes)]);
};

/** Takes an unsealed payload apart; null where its lengths do not add up to exactly what is there. */
export const unpackCargo = (bytes: Uint8Array<ArrayBuffer>): Cargo | null => {
  if (bytes.length < 4) return null;
  const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (end > 4 + INDEX_BYTES) return null;
  const index = CarriedIndex.safeParse(jsonOf(bytes.subarray(4, end)));
  if (!index.success) return null;
  let at = end;
  const next = (length: number): Uint8Array<ArrayBuffer> => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const envelopes = index.data.amplop.map(({ n, tanda }) => ({ bytes: next(n), tanda }));
  const photos = index.data.foto.map(({ n, sha }) => ({ bytes: next(n), sha }));
  return at === bytes.length ? { envelopes, photos } : null;
};

/** Labels of the key agreement, so that no key made here is good for anything else. */
export const COURIER_LABEL = {
  seal: asciiBytes('e-kinerja titipan 1'),
  receipt: asciiBytes('bukti'),
  kunci: asciiBytes('e-kinerja kunci aplikasi 1'),
} as const;
