import { type Digest, toBase64Url } from '../../shared/protocol/index.ts';
import { type AccountStore, getMeta } from './database.ts';

/**
 * Signs bytes with the device's key: ECDSA P-256 over SHA-256, raw r‖s, base64url. The private half lies in this
 * account's database and cannot be read by any script; where there is none the signature is empty and refused.
 */
export const storedSigner =
  ({ db }: AccountStore) =>
  async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
    const key = await getMeta(db, 'key');
    if (!key) return '';
    const raw = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.privateKey, bytes);
    return toBase64Url(new Uint8Array(raw));
  };

/** SHA-256 by WebCrypto. */
export const digest: Digest = async (text) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
