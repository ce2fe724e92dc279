import { fromBase64Url, toBase64Url } from '../../shared/protocol/index.ts';
import { openBytes, type Segel, sealBytes } from './segel.ts';
import { type Laci, pakaiLaci, putTyped, typedOf } from './typing.ts';

/*
 * What is being typed, where there is an app lock. `localStorage` answers at once and WebCrypto does not, so the words are
 * read into memory when the lock is opened; a letter is in memory at once and sealed on the disk a moment later.
 */

/** No JSON begins so. */
const TUTUP = 'tutup:';

const sealText = async ({ kunci }: Segel, key: string, text: string): Promise<string> =>
  TUTUP + toBase64Url(new Uint8Array(await sealBytes(kunci, new TextEncoder().encode(text), key)));

const openText = async ({ kunci }: Segel, key: string, text: string): Promise<string> =>
  text.startsWith(TUTUP)
    ? new TextDecoder().decode(await openBytes(kunci, fromBase64Url(text.slice(TUTUP.length)).buffer, key))
    : text;

/** Opens an account's drawer of words; what cannot be opened is left where it is. */
export const bukaLaci = async (accountId: string, segel: Segel): Promise<void> => {
  const words = new Map<string, string>();
  for (const [key, text] of typedOf(accountId)) {
    const opened = await openText(segel, key, text).catch(() => null);
    if (opened !== null) words.set(key, opened);
  }
  const write = async (key: string, text: string): Promise<void> => {
    const sealed = await sealText(segel, key, text);
    // Meanwhile another letter has come, or the form was sent.
    if (words.get(key) === text) putTyped(key, sealed);
  };
  const keep: Laci['keep'] = (key, text) => {
    if (text === null) words.delete(key);
    else words.set(key, text);
    if (text !== null && segel.menutup) void write(key, text);
    else putTyped(key, text);
  };
  pakaiLaci(accountId, { recall: (key) => words.get(key) ?? null, keep });
};

/** Writes all words once more, as the seal now writes them. */
export const tulisUlangLaci = async (accountId: string, segel: Segel): Promise<void> => {
  for (const [key, text] of typedOf(accountId)) {
    const opened = await openText(segel, key, text);
    const next = segel.menutup ? await sealText(segel, key, opened) : opened;
    // A letter that came meanwhile has been written by itself.
    if (typedOf(accountId).some(([same, now]) => same === key && now === text)) putTyped(key, next);
  }
};
