/** A passkey: an authenticator's id for it (base64url), whose it is, what she calls it, and its public half (COSE). */
export type StoredPasskey = {
  readonly id: string;
  readonly account: string;
  readonly nama: string;
  readonly publicKey: Uint8Array;
  /** How often it has signed, as the authenticator counts; 0 from one that does not count. */
  readonly counter: number;
  /** Epoch ms. */
  readonly createdAt: number;
  /** Epoch ms; null while nobody has signed in with it. */
  readonly usedAt: number | null;
};

/** Reading of passkeys. */
export type PasskeyReads = {
  readonly passkey: (id: string) => Promise<StoredPasskey | null>;
  /** A person's passkeys, the oldest first. */
  readonly passkeysOf: (account: string) => Promise<readonly StoredPasskey[]>;
};

/** Writing of them. */
export type PasskeyWrites = {
  readonly putPasskey: (passkey: StoredPasskey) => Promise<void>;
  readonly removePasskey: (id: string) => Promise<void>;
};
