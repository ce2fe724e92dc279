import type { TungguPin } from '../../shared/domain/index.ts';

/** The app lock of an account, as it lies in `meta`: readable, and worth nothing without the PIN or the server. */
export type KunciAplikasi = {
  /** Rows are being sealed, all are, or they are being opened again because she has taken the lock off. */
  readonly tahap: 'menyegel' | 'tertutup' | 'membuka';
  /** The data key under the PIN: PBKDF2-HMAC-SHA-256 of so many rounds, then AES-256-GCM. */
  readonly pin: {
    readonly garam: Uint8Array<ArrayBuffer>;
    readonly putaran: number;
    readonly bungkus: ArrayBuffer;
  };
  /** The data key sealed to the server's public key (HPKE), base64url: it comes back with a sign-in by password. */
  readonly pulih: string;
  /** Something known, sealed with the data key: whether a key is the right one is found out here. */
  readonly uji: ArrayBuffer;
  /** Minutes in the background after which the app locks. */
  readonly menit: number;
  /** Wrong PINs in a row, counted before each is looked at. */
  readonly salah: number;
  readonly tunggu: TungguPin;
};
