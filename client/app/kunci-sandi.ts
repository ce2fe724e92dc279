import { buatKunciSandi } from '../session/index.ts';
import {
  dropPasskey,
  fetchPasskeyOptions,
  fetchPasskeys,
  fetchTransport,
  sendPasskey,
} from '../sync/index.ts';

/** One's own passkeys as the server knows them now; nothing of it is kept here. */
export const kunciSandiSaya = () => fetchPasskeys(fetchTransport);

/** Takes one away. */
export const hapusKunciSandi = (id: string) => dropPasskey(fetchTransport, id);

/** Makes one: the password, then the authenticator, then the server. `batal` where the person gave up at the second. */
export const tambahKunciSandi = async ({
  sandi,
  nama,
}: {
  readonly sandi: string;
  readonly nama: string;
}) => {
  const asked = await fetchPasskeyOptions(fetchTransport, sandi);
  if (!asked.ok) return asked;
  const made = await buatKunciSandi(asked.isi);
  if (made === null) return { ok: false, code: 'batal' } as const;
  if (typeof made === 'string') return { ok: false, code: made } as const;
  return sendPasskey(fetchTransport, { nama, ...made });
};
