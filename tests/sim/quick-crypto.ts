import { createHash, KeyObject, sign } from 'node:crypto';
import { type AccountStore, getMeta } from '../../client/store/index.ts';
import type { Signer } from '../../client/sync/transport.ts';

/*
 * The same signatures and digests as a browser makes, but at once: WebCrypto answers from threads of its own, in no order
 * that a seed could repeat.
 */

const sha256 = (bytes: Uint8Array | string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

/** Signs with the key that the account's database holds. */
export const signer =
  ({ db }: AccountStore): Signer =>
  async (bytes) => {
    const pair = await getMeta(db, 'key');
    if (!pair) return '';
    const key = KeyObject.from(pair.privateKey);
    return sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  };

/**
 * While the simulation runs, WebCrypto's digest answers at once too, and phones are of the kind whose browser cannot
 * deflate: both would else come back from threads. Gives the way back.
 */
export const quicken = (): (() => void) => {
  const { subtle } = globalThis.crypto;
  const before = { digest: subtle.digest, CompressionStream: globalThis.CompressionStream };
  const quick = async (_name: AlgorithmIdentifier, data: BufferSource): Promise<ArrayBuffer> =>
    sha256(
      ArrayBuffer.isView(data)
        ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
        : new Uint8Array(data),
    ).buffer;
  const put = (target: object, name: string, value: unknown): void =>
    void Object.defineProperty(target, name, { value, configurable: true, writable: true });
  put(subtle, 'digest', quick);
  put(globalThis, 'CompressionStream', undefined);
  return () => {
    put(subtle, 'digest', before.digest);
    put(globalThis, 'CompressionStream', before.CompressionStream);
  };
};
