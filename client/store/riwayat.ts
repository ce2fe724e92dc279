import {
  type HistoryAnswer,
  type ProblemParams,
  type ReceiptKey,
  receiptText,
  type SignedReceipt,
} from '../../shared/protocol/index.ts';
import { type AccountStore, getMeta, type RiwayatRow, setMeta } from './database.ts';

/** A history from the server, or the code that says why there is none now. */
export type HistoryFetched =
  | { readonly ok: true; readonly answer: HistoryAnswer }
  | { readonly ok: false; readonly code: string; readonly params?: ProblemParams };

/** Asks for histories; made by the sync room, since only that speaks to the server. */
export type HistoryFetcher = {
  readonly history: (path: string) => Promise<HistoryFetched>;
  readonly key: () => Promise<ReceiptKey | null>;
};

/** What the feedback of a shard is kept under: beside the whole history, since it reaches further back. */
export const kunciMasukan = (shard: string): string => `masukan:${shard}`;

/** A record's history, or with a shard's name a page of all the person's own, before line `before`; or of her feedback. */
const pathOf = (id: string, before: number | null): string => {
  if (id.startsWith('masukan:')) return `${pathOf(id.slice(8), before)}&only=feedback`;
  if (!id.startsWith('sek:')) return `/api/history/${encodeURIComponent(id)}`;
  return `/api/history?shard=${encodeURIComponent(id)}${before === null ? '' : `&before=${before}`}`;
};

/** Keys stay for good: an older receipt goes on being checked by the key that signed it. */
const learnKeys = async (
  { db }: AccountStore,
  fetcher: HistoryFetcher,
  { lines }: HistoryAnswer,
): Promise<void> => {
  const known = (await getMeta(db, 'kunciBukti')) ?? [];
  if (lines.every(({ receipt }) => known.some(({ id }) => id === receipt.key))) return;
  const key = await fetcher.key();
  if (key && !known.some(({ id }) => id === key.id)) await setMeta(db, 'kunciBukti', [...known, key]);
};

/** How many older pages are kept for reading without a network. */
const MOST_LINES = 500;

/**
 * Loads a history and keeps it for offline: of a record by its id, of all the person's own by the shard's name, and
 * with `before` the page before that line. Says why where nothing came; what was kept before stays.
 */
export const muatRiwayat = async (
  store: AccountStore,
  fetcher: HistoryFetcher,
  { id, before = null, now }: { readonly id: string; readonly before?: number | null; readonly now: number },
): Promise<HistoryFetched> => {
  const fetched = await fetcher.history(pathOf(id, before));
  if (!fetched.ok) return fetched;
  await learnKeys(store, fetcher, fetched.answer);
  const kept = before === null ? undefined : await store.db.riwayat.get(id);
  const lines = [...(kept?.answer.lines ?? []), ...fetched.answer.lines].slice(0, MOST_LINES);
  await store.db.riwayat.put({ id, answer: { ...fetched.answer, lines }, dimuatPada: now });
  return fetched;
};

/** A history as it was last loaded; undefined where it never was. */
export const riwayatTersimpan = ({ db }: AccountStore, id: string): Promise<RiwayatRow | undefined> =>
  db.riwayat.get(id);

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };

const isSigned = async ({ sig, ...receipt }: SignedReceipt, { key }: ReceiptKey): Promise<boolean> => {
  try {
    const imported = await crypto.subtle.importKey('jwk', key, CURVE, false, ['verify']);
    const text = new TextEncoder().encode(receiptText(receipt));
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, bytesOf(sig), text);
  } catch {
    return false;
  }
};

/** Whether a receipt is the server's own: `asli`, `palsu`, or `belum` where this phone has not got the key yet. */
export type Keaslian = 'asli' | 'palsu' | 'belum';

/** Checks a receipt by the keys kept on this phone; needs no network. */
export const periksaBukti = async ({ db }: AccountStore, receipt: SignedReceipt): Promise<Keaslian> => {
  const key = ((await getMeta(db, 'kunciBukti')) ?? []).find(({ id }) => id === receipt.key);
  if (!key) return 'belum';
  return (await isSigned(receipt, key)) ? 'asli' : 'palsu';
};

/** The key that signed a receipt, for whoever checks it elsewhere. */
export const kunciUntuk = async (
  { db }: AccountStore,
  { key }: Pick<SignedReceipt, 'key'>,
): Promise<ReceiptKey | null> =>
  ((await getMeta(db, 'kunciBukti')) ?? []).find(({ id }) => id === key) ?? null;

/** Chain hash of a receipt as bytes. */
export const rantaiDari = ({ h }: Pick<SignedReceipt, 'h'>): Uint8Array => bytesOf(h);

/** What each of these entries is called on this phone; those that it does not hold are left out. */
export const namaEntri = async (
  { db }: AccountStore,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.records.bulkGet([...new Set(ids)]);
  return new Map(
    rows.flatMap((row) =>
      row?.visible.kind === 'entri' && row.visible.content ? [[row.id, row.visible.content.uraian]] : [],
    ),
  );
};
