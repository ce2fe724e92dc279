import { createCipheriv, createHash } from 'node:crypto';
import { AEAD_AES_128_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import {
  type Cargo,
  type CarriedHeader,
  type CarriedReceipt,
  COURIER_LABEL,
  type CourierKey,
  ENCAPSULATED_BYTES,
  fromBase64Url,
  headOf,
  joinBytes,
  NONCE_BYTES,
  type Refusal,
  refuse,
  splitCarried,
  toBase64Url,
  unpackCargo,
} from '../../shared/protocol/index.ts';

/** A carried file that was sealed for this server, taken apart; nothing of what it holds has been believed yet. */
export type Opened = {
  readonly ok: true;
  readonly header: CarriedHeader;
  readonly cargo: Cargo;
  /** Seals a receipt so that only the phone that made the file can read it: under a key that the sealing itself gives. */
  readonly sealReceipt: (receipt: CarriedReceipt) => Uint8Array;
};

/** The server's key for carried files, and what it opens. */
export type Courier = {
  readonly key: CourierKey;
  /** Refusals: `bukan_titipan`, `kunci_titipan` (sealed for another server), `titipan_rusak`. */
  readonly open: (bytes: Uint8Array<ArrayBuffer>) => Promise<Opened | Refusal>;
  /** The data key of an account's app lock; null where it was sealed for another account or another server. */
  readonly openLock: (sealed: string, account: string) => Promise<string | null>;
};

const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_128_GCM);
const ID_BYTES = 8;
const RECEIPT_KEY_BYTES = 32;

type Pair = Awaited<ReturnType<typeof suite.DeriveKeyPair>>;

/** What was sealed and the key for the answer; null where a single bit differs from what was sealed. */
const unseal = async (
  pair: Pair,
  { head, sealed }: { readonly head: Uint8Array; readonly sealed: Uint8Array },
): Promise<{ readonly payload: Uint8Array<ArrayBuffer>; readonly receiptKey: Uint8Array } | null> => {
  try {
    const context = await suite.SetupRecipient(pair, sealed.subarray(0, ENCAPSULATED_BYTES), {
      info: COURIER_LABEL.seal,
    });
    const payload = await context.Open(sealed.subarray(ENCAPSULATED_BYTES), head);
    const receiptKey = await context.Export(COURIER_LABEL.receipt, RECEIPT_KEY_BYTES);
    return { payload: new Uint8Array(payload), receiptKey };
  } catch {
    return null;
  }
};

/** What a phone sealed of its own app lock, bound to the account by the sealing itself. */
const unsealLock = async (pair: Pair, sealed: Uint8Array, account: string): Promise<string | null> => {
  try {
    const context = await suite.SetupRecipient(pair, sealed.subarray(0, ENCAPSULATED_BYTES), {
      info: COURIER_LABEL.kunci,
    });
    const raw = await context.Open(sealed.subarray(ENCAPSULATED_BYTES), new TextEncoder().encode(account));
    return toBase64Url(new Uint8Array(raw));
  } catch {
    return null;
  }
};

type Chance = { readonly randomBytes: (size: number) => Uint8Array };

const sealReceipt = (
  receipt: CarriedReceipt,
  {
    header: { ikat, bagian },
    receiptKey,
    randomBytes,
  }: Chance & { readonly header: CarriedHeader; readonly receiptKey: Uint8Array },
): Uint8Array => {
  const head = headOf('bukti', { ikat, bagian });
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', receiptKey, nonce).setAAD(head);
  const text = Buffer.concat([cipher.update(JSON.stringify(receipt), 'utf8'), cipher.final()]);
  return joinBytes([head, nonce, text, cipher.getAuthTag()]);
};

/** The courier of an installation; `secret` is 32 bytes that make its key pair, the same one each time. */
export const openCourier = async (secret: Uint8Array, { randomBytes }: Chance): Promise<Courier> => {
  const pair = await suite.DeriveKeyPair(secret);
  const point = await suite.SerializePublicKey(pair.publicKey);
  const id = toBase64Url(createHash('sha256').update(point).digest().subarray(0, ID_BYTES));
  return {
    key: { id, kunci: toBase64Url(point) },
    openLock: (sealed, account) => unsealLock(pair, fromBase64Url(sealed), account),
    open: async (bytes) => {
      const parts = splitCarried(bytes);
      if (!parts) return refuse('bukan_titipan');
      const { header } = parts;
      if (header.kunci !== id) return refuse('kunci_titipan');
      const unsealed = await unseal(pair, parts);
      const cargo = unsealed && unpackCargo(unsealed.payload);
      if (!cargo) return refuse('titipan_rusak');
      const { receiptKey } = unsealed;
      return {
        ok: true,
        header,
        cargo,
        sealReceipt: (receipt) => sealReceipt(receipt, { header, receiptKey, randomBytes }),
      };
    },
  };
};
