import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** What of an answer is to differ from an honest authenticator's. */
export type Lie = {
  readonly origin?: string;
  readonly rpId?: string;
  readonly verified?: boolean;
  readonly counter?: number;
  readonly challenge?: string;
  readonly type?: string;
  readonly userHandle?: string;
  /** Another key signs. */
  readonly forged?: boolean;
  /** The key of before is handed in again. */
  readonly again?: boolean;
};

type Pair = { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
type Made = { readonly id: string; readonly keys: Pair; readonly user: string };

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();
const b64 = (data: Uint8Array | string): string => Buffer.from(data).toString('base64url');
/** CBOR: a byte string of 24 to 255 bytes, and a short text. */
const bytes = (data: Uint8Array): Buffer => Buffer.concat([Buffer.from([0x58, data.length]), data]);
const text = (word: string): Buffer => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);

const pair = (): Pair => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** An authenticator in software, by WebAuthn 6: it makes ES256 keys and counts, and lies where it is told to. */
export class Authenticator {
  #made: Made | null = null;
  counter = 0;
  readonly #origin: string;
  constructor(origin: string) {
    this.#origin = origin;
  }

  #clientData(type: string, challenge: string, lie: Lie): Buffer {
    return Buffer.from(
      JSON.stringify({
        ...{ type: lie.type ?? type, challenge: lie.challenge ?? challenge },
        ...{ origin: lie.origin ?? this.#origin, crossOrigin: false },
      }),
    );
  }

  #authData(attested: Uint8Array | null, lie: Lie): Buffer {
    const flags = 0x01 | (lie.verified === false ? 0 : 0x04) | (attested ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(lie.counter ?? this.counter);
    const rp = sha256(lie.rpId ?? new URL(this.#origin).hostname);
    return Buffer.concat([rp, Buffer.from([flags]), count, attested ?? new Uint8Array()]);
  }

  /** Makes a key for what the service asked. */
  create(options: { readonly challenge: string; readonly user: { readonly id: string } }, lie: Lie = {}) {
    const keys = lie.again && this.#made ? this.#made.keys : pair();
    const { publicKey } = keys;
    const raw = sha256(publicKey.export({ type: 'spki', format: 'der' })).subarray(0, 20);
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const cose = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      bytes(Buffer.from(y, 'base64url')),
    ]);
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, raw.length]), raw, cose]);
    const authData = this.#authData(attested, lie);
    this.#made = { id: b64(raw), keys, user: options.user.id };
    return {
      id: b64(raw),
      clientDataJSON: b64(this.#clientData('webauthn.create', options.challenge, lie)),
      attestationObject: b64(
        Buffer.concat([
          ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
          ...[text('authData'), bytes(authData)],
        ]),
      ),
    };
  }

  /** Signs a challenge with the key that it made last. */
  get({ challenge }: { readonly challenge: string }, lie: Lie = {}) {
    if (!this.#made) throw new Error('it has no key');
    const { id, keys, user } = this.#made;
    this.counter += 1;
    const clientData = this.#clientData('webauthn.get', challenge, lie);
    const authData = this.#authData(null, lie);
    const signed = Buffer.concat([authData, sha256(clientData)]);
    return {
      ...{ id, clientDataJSON: b64(clientData), authenticatorData: b64(authData) },
      signature: b64(sign('sha256', signed, (lie.forged ? pair() : keys).privateKey)),
      userHandle: lie.userHandle ?? user,
    };
  }
}
