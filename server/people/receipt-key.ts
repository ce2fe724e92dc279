import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import {
  canonicalJson,
  DeviceKey,
  type Receipt,
  type ReceiptKey,
  receiptText,
  type SignedReceipt,
} from '../../shared/protocol/index.ts';

/** The server's hand: signs receipts that anybody can check by its public key. */
export type ReceiptSigner = ReceiptKey & {
  readonly sign: (receipt: Receipt) => SignedReceipt;
  /** Signs a text that can be taken for no receipt. */
  readonly signText: (text: string) => Pick<SignedReceipt, 'key' | 'sig'>;
};

const ID_LETTERS = 10;

/** A new private key, as PKCS #8. */
export const newReceiptKey = (): Uint8Array => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' }));
};

/** The signer of a kept private key; its id is the hash of the public half. Throws for bytes that are no such key. */
export const createReceiptSigner = (pkcs8: Uint8Array): ReceiptSigner => {
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  const { kty, crv, x, y } = createPublicKey(privateKey).export({ format: 'jwk' });
  const key = DeviceKey.parse({ kty, crv, x, y });
  const id = createHash('sha256').update(canonicalJson(key)).digest('base64url').slice(0, ID_LETTERS);
  const signText = (text: string) => {
    const bytes = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return { key: id, sig: bytes.toString('base64url') };
  };
  return { id, key, sign: (receipt) => ({ ...receipt, ...signText(receiptText(receipt)) }), signText };
};
