import type { Rooms } from './rooms.ts';

/** Bytes of a person's photo that are here; its size once it is whole and checked. */
export const receivedBytes = async (
  { store, files }: Pick<Rooms, 'store' | 'files'>,
  owner: string,
  sha: string,
): Promise<number> => {
  const photo = await store.read((tx) => tx.photo(owner, sha));
  return photo?.state === 'utuh' ? photo.size : files.partSize(owner, sha);
};
