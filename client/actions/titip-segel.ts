import { AEAD_AES_128_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import {
  type Cargo,
  type CarriedHeader,
  CarriedReceipt,
  COURIER_LABEL,
  fromBase64Url,
  headOf,
  joinBytes,
  NONCE_BYTES,
  packCargo,
  type splitReceipt,
  toBase64Url,
} from '../../shared/protocol/index.ts';

const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_128_GCM);

/** A carried file, and the key that opens its receipt: no script can read that, and only this phone and the server have it. */
export type Sealed = { readonly file: Uint8Array<ArrayBuffer>; readonly receiptKey: CryptoKey };

/** Seals cargo to the server's public key (HPKE, RFC 9180, base mode); the header stays readable and is sealed with it. */
export const sealCargo = async (header: CarriedHeader, cargo: Cargo, kunci: string): Promise<Sealed> => {
  const head = headOf('titipan', header);
  const server = await suite.DeserializePublicKey(fromBase64Url(kunci));
  const { encapsulatedSecret, ctx } = await suite.SetupSender(server, { info: COURIER_LABEL.seal });
  const sealed = await ctx.Seal(packCargo(cargo), head);
  const secret = new Uint8Array(await ctx.Export(COURIER_LABEL.receipt, 32));
  const receiptKey = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['decrypt']);
  return { file: joinBytes([head, encapsulatedSecret, sealed]), receiptKey };
};

/** The app lock's data key, sealed to the server for this account alone: it comes back with a sign-in by password. */
export const segelPulih = async (
  raw: Uint8Array<ArrayBuffer>,
  account: string,
  kunci: string,
): Promise<string> => {
  const server = await suite.DeserializePublicKey(fromBase64Url(kunci));
  const { encapsulatedSecret, ctx } = await suite.SetupSender(server, { info: COURIER_LABEL.kunci });
  const sealed = await ctx.Seal(raw, new TextEncoder().encode(account));
  return toBase64Url(joinBytes([encapsulatedSecret, sealed]));
};

type Receipt = NonNullable<ReturnType<typeof splitReceipt>>;

/** Opens a receipt; null where it is not the one for this key, or a single bit of it differs. */
export const openReceipt = async (
  { head, sealed }: Receipt,
  receiptKey: CryptoKey,
): Promise<CarriedReceipt | null> => {
  try {
    const algorithm = {
      name: 'AES-GCM',
      iv: new Uint8Array(sealed.subarray(0, NONCE_BYTES)),
      additionalData: new Uint8Array(head),
    };
    const text = await crypto.subtle.decrypt(
      algorithm,
      receiptKey,
      new Uint8Array(sealed.subarray(NONCE_BYTES)),
    );
    return CarriedReceipt.safeParse(JSON.parse(new TextDecoder().decode(text))).data ?? null;
  } catch {
    return null;
  }
};
