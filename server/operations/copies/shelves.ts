import { createHash } from 'node:crypto';
import type { PhotoFiles } from '../../files/index.ts';
import type { Store, StoredPhoto } from '../../store/index.ts';

const PAGE = 500;

/** Photos that a database says are whole, page by page. */
export async function* wholePhotos(store: Pick<Store, 'read'>): AsyncGenerator<StoredPhoto> {
  let after: StoredPhoto | null = null;
  for (;;) {
    const from: StoredPhoto | null = after;
    const page: readonly StoredPhoto[] = await store.read((tx) => tx.wholePhotos(from, PAGE));
    yield* page;
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return;
  }
}

/** `from` where photos are taken, `to` where they are put. */
export type Shelves = { readonly from: PhotoFiles; readonly to: PhotoFiles };

/** What became of one photo; `damaged` where its bytes are not what its name says. */
export type Fetched = 'there' | 'copied' | 'missing' | 'damaged';

/** Copies one photo, unless it is there already in its full size; nothing is put that was not looked at. */
export const fetchPhoto = async (
  { from, to }: Shelves,
  { owner, sha, size }: StoredPhoto,
): Promise<Fetched> => {
  if ((await to.size(owner, sha)) === size) return 'there';
  const bytes = await from.read(owner, sha);
  if (!bytes) return 'missing';
  if (createHash('sha256').update(bytes).digest('hex') !== sha) return 'damaged';
  await to.keep(owner, sha, bytes);
  return 'copied';
};
