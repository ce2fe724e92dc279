import type { FotoRujukan } from '../../shared/records/index.ts';
import { type AccountDatabase, type AccountStore, getMeta } from './database.ts';

/** A shrunk photo, ready to be stored: facts, bytes and its small picture. */
export type NewPhoto = {
  readonly foto: FotoRujukan;
  readonly bytes: ArrayBuffer;
  readonly thumb: { readonly bytes: ArrayBuffer; readonly mime: string };
};

/** Stores a photo that a draft names; within the caller's transaction. One that is here already keeps its state. */
export const putPhoto = async (
  db: AccountDatabase,
  { foto, bytes, thumb }: NewPhoto,
  now: number,
): Promise<void> => {
  const known = await db.photos.get(foto.sha);
  if (!known) await db.photos.add({ ...foto, status: 'draf', offset: 0, tries: 0, addedAt: now });
  await db.bytes.put({ sha: foto.sha, bytes });
  await db.thumbs.put({ sha: foto.sha, ...thumb });
};

/** Photos that an entry now names go into the queue. */
export const queuePhotos = async (db: AccountDatabase, foto: readonly FotoRujukan[]): Promise<void> => {
  for (const { sha } of foto) {
    const row = await db.photos.get(sha);
    if (row?.status === 'draf' || row?.status === 'parkir')
      await db.photos.put({ ...row, status: 'antri', tries: 0, code: undefined });
  }
};

/** Lets go of photos added before `before` (epoch ms) that no draft names and no entry ever did. */
export const sweepPhotos = async (db: AccountDatabase, before: number): Promise<void> => {
  const named = new Set((await db.drafts.toArray()).flatMap(({ foto }) => foto.map(({ sha }) => sha)));
  const gone = await db.photos
    .where('status')
    .equals('draf')
    .and(({ sha, addedAt }) => addedAt < before && !named.has(sha))
    .primaryKeys();
  await Promise.all([db.photos.bulkDelete(gone), db.bytes.bulkDelete(gone), db.thumbs.bulkDelete(gone)]);
};

const urls = new Map<string, string>();
const MOST = 60;

/** An object URL for bytes, the same one while it is among the last used; older ones are let go. */
const urlFor = (key: string, make: () => Blob): string => {
  const known = urls.get(key);
  if (known) {
    urls.delete(key);
    urls.set(key, known);
    return known;
  }
  const made = URL.createObjectURL(make());
  urls.set(key, made);
  if (urls.size > MOST) {
    const [oldest, url] = urls.entries().next().value ?? ['', ''];
    urls.delete(oldest);
    URL.revokeObjectURL(url);
  }
  return made;
};

/**
 * Fetches a photo that is not on this phone; given by the sync room, since only that speaks to the server. `kunci`: what
 * this account keeps is sealed, so the browser must keep no copy of its own.
 */
export type PhotoFetcher = (
  sha: string,
  owner: string,
  kunci: boolean,
) => Promise<{ bytes: ArrayBuffer; mime: string } | null>;
let fetcher: PhotoFetcher = () => Promise.resolve(null);
/** Sets where photos of other people come from. */
export const setPhotoFetcher = (next: PhotoFetcher): void => {
  fetcher = next;
};

/** A photo: from this phone, else fetched from the server; undefined where neither has it now. */
export const photoBlob = async (
  { db }: AccountStore,
  sha: string,
  owner: string,
): Promise<Blob | undefined> => {
  const [row, here] = await Promise.all([db.photos.get(sha), db.bytes.get(sha)]);
  if (here) return new Blob([here.bytes], { type: row?.mime ?? 'image/jpeg' });
  const me = await getMeta(db, 'saya');
  const fetched = me ? await fetcher(sha, owner, (await getMeta(db, 'kunci')) !== undefined) : null;
  // What belongs to the school, its logo, stands on documents that are printed without a network too.
  if (fetched && owner.startsWith('sek:')) await db.bytes.put({ sha, bytes: fetched.bytes });
  return fetched ? new Blob([fetched.bytes], { type: fetched.mime }) : undefined;
};

/** Object URL of {@link photoBlob}. */
export const photoUrl = async (
  store: AccountStore,
  sha: string,
  owner: string,
): Promise<string | undefined> => {
  const key = `${store.accountId} ${sha}`;
  const blob = await photoBlob(store, sha, owner);
  return blob && urlFor(key, () => blob);
};

/** Object URL of a photo's small picture; undefined where this phone never made one. */
export const photoThumb = async (
  { db, accountId }: AccountStore,
  sha: string,
): Promise<string | undefined> => {
  const thumb = await db.thumbs.get(sha);
  return thumb
    ? urlFor(`${accountId} kecil ${sha}`, () => new Blob([thumb.bytes], { type: thumb.mime }))
    : undefined;
};
