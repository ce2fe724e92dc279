import { createHash } from 'node:crypto';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod/mini';
import {
  type CommandContent,
  fromWireCommand,
  type SyncRequest,
  unpackRequest,
  type WireCommand,
  type WireVerdict,
} from '../../shared/protocol/index.ts';
import type { WriteTx } from '../store/index.ts';

/**
 * A request as it was signed; `carrier` is the account of the colleague who brought it, null for the owner's phone. `signer`
 * is the owner's device that vouches with its signature for what another one of hers numbered; null where that signed itself.
 */
export type SignedRequest = {
  readonly bytes: Uint8Array;
  /** The same bytes as one zlib stream (RFC 1950), where they came as one and were inflated from it. */
  readonly deflated?: Uint8Array | undefined;
  readonly signature: string;
  readonly carrier: string | null;
  readonly signer: string | null;
};

const ID_LETTERS = 22;

/** First 22 letters of the base64url SHA-256 of the signed bytes, of who carried them and who vouched where somebody did. */
export const envelopeId = ({
  bytes,
  carrier,
  signer,
}: Pick<SignedRequest, 'bytes' | 'carrier' | 'signer'>): string =>
  createHash('sha256')
    .update(bytes)
    .update(carrier ?? '')
    .update(signer === null ? '' : `\n${signer}`)
    .digest('base64url')
    .slice(0, ID_LETTERS);

const CHECK_BYTES = 4;

const checkOf = (packed: Uint8Array): Buffer => {
  const check = Buffer.alloc(CHECK_BYTES);
  check.writeUInt32BE(crc32(packed));
  return check;
};

/** Two bytes before the deflated data of a zlib stream, four of Adler-32 after it. */
const ZLIB = { head: 2, tail: 4 } as const;

/**
 * Bytes as they are kept: deflated, then a CRC-32 of that; a bit may change where inflating would not notice. What a phone
 * has deflated is kept as it came: to deflate it again is a tenth of what a request costs.
 */
export const packEnvelope = ({ bytes, deflated }: Pick<SignedRequest, 'bytes' | 'deflated'>): Uint8Array => {
  const packed = deflated ? deflated.subarray(ZLIB.head, -ZLIB.tail) : deflateRawSync(bytes);
  return new Uint8Array(Buffer.concat([packed, checkOf(packed)]));
};

/** The signed bytes again; null where what is kept is not what was written. */
export const unpackEnvelope = (kept: Uint8Array): Uint8Array | null => {
  const packed = kept.subarray(0, -CHECK_BYTES);
  if (!checkOf(packed).equals(kept.subarray(-CHECK_BYTES))) return null;
  try {
    return new Uint8Array(inflateRawSync(packed));
  } catch {
    return null;
  }
};

/** What a signed request says: whose it is, from which device, and its commands by number. */
export type Opened = {
  readonly account: string;
  readonly device: string;
  readonly commands: ReadonlyMap<number, readonly CommandContent[]>;
};

/** What stays readable of a request for as long as it is kept, whatever later versions of the protocol ask for. */
const Kept = z.object({
  u: z.string(),
  dev: z.string(),
  ops: z.array(
    z.object({
      n: z.int(),
      k: z.string(),
      v: z.int(),
      s: z.string(),
      d: z.optional(z.string()),
      base: z.optional(z.string()),
      at: z.int(),
      b: z.unknown(),
    }),
  ),
});

/** Reads the signed bytes; null where they are no request. */
export const openEnvelope = (bytes: Uint8Array): Opened | null => {
  try {
    const request = Kept.parse(unpackRequest(JSON.parse(Buffer.from(bytes).toString('utf8'))));
    const commands = new Map<number, CommandContent[]>();
    for (const op of request.ops as WireCommand[])
      commands.set(op.n, [...(commands.get(op.n) ?? []), fromWireCommand(op)]);
    return { account: request.u, device: request.dev, commands };
  } catch {
    return null;
  }
};

type Brought = {
  readonly request: SyncRequest;
  readonly signed: SignedRequest;
  readonly res: readonly WireVerdict[];
  /** Receiver's clock, epoch ms. */
  readonly now: number;
};

const isNew = (verdict: WireVerdict | undefined): boolean =>
  (verdict?.r === 'ok' || verdict?.r === 'beda') && verdict.dup === undefined;

/** Keeps the request once in each shard where it brought a line; one that brought nothing new is not kept. */
export const keepEnvelope = async (tx: WriteTx, { request, signed, res, now }: Brought): Promise<void> => {
  const shards = new Set(request.ops.filter((_, i) => isNew(res[i])).map(({ s }) => s));
  if (shards.size === 0) return;
  const { signature, carrier, signer } = signed;
  const id = envelopeId(signed);
  const bytes = packEnvelope(signed);
  for (const shard of shards)
    await tx.putEnvelope({
      shard,
      id,
      device: request.dev,
      signature,
      bytes,
      receivedAt: now,
      carrier,
      signer,
    });
};
