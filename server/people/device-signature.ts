import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { DeviceKey } from '../../shared/protocol/index.ts';

const known = new Map<string, KeyObject>();
const MOST = 2000;

/** Importing a key costs more than checking a signature. */
const keyObject = (key: DeviceKey): KeyObject => {
  const name = `${key.x}.${key.y}`;
  const found = known.get(name);
  if (found) return found;
  if (known.size >= MOST) known.clear();
  const made = createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x, y: key.y }, format: 'jwk' });
  known.set(name, made);
  return made;
};

/** True where `signature` (raw r‖s, base64url) is this device's ECDSA P-256 signature of exactly these bytes. */
export const isSignedBy = (
  key: DeviceKey,
  bytes: Uint8Array,
  signature: string | null | undefined,
): boolean => {
  if (!signature || !/^[A-Za-z0-9_-]{86}$/.test(signature)) return false;
  try {
    return verify(
      'sha256',
      bytes,
      { key: keyObject(key), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
  } catch {
    return false;
  }
};

/** True for a point on the curve: a made-up key is refused when it is registered, not at the first sync. */
export const isUsableKey = (key: DeviceKey): boolean => {
  try {
    return keyObject(key).asymmetricKeyType === 'ec';
  } catch {
    return false;
  }
};
