import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createPhotoDirectory, type PhotoFiles } from '../files/index.ts';
import type { SealKeys } from '../ledger/index.ts';
import { createPasswords, type Passwords, type ReceiptSigner } from '../people/index.ts';
import { openSqliteStore, type Store } from '../store/index.ts';
import { makePepper, readPepper } from './pepper.ts';
import { receiptSigner } from './receipt-key.ts';
import { sealKeysOf } from './seal-keys.ts';
import { isEmpty } from './seed.ts';
import { StartRefused } from './start-refused.ts';

/** What service and command line are made of: data, photos, passwords, and where time and chance come from. */
export type DataRooms = {
  readonly store: Store;
  readonly files: PhotoFiles;
  readonly passwords: Passwords;
  readonly sealKeys: SealKeys;
  readonly receipts: ReceiptSigner;
  readonly clock: () => number;
  readonly random: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
};
export type Chance = Pick<DataRooms, 'clock' | 'random' | 'randomBytes'>;

/** A new secret beside old accounts would lock everybody out in silence. */
const pepperFor = async (store: Store, dataDir: string, { randomBytes }: Chance): Promise<Uint8Array> => {
  const pepper = readPepper(dataDir);
  if (pepper) return pepper;
  if (await isEmpty(store)) return makePepper(dataDir, randomBytes);
  throw new StartRefused(
    `Rahasia di ${join(dataDir, 'rahasia')} hilang, padahal akun sudah ada. Pulihkan folder itu dari cadangan.`,
  );
};

type Place = Pick<Config, 'dataDir'> & { readonly onBroken?: ((cause: unknown) => void) | undefined };

/** Opens the data folder, made where it is missing; the store must be closed by the caller. */
export const openDataRooms = async ({ dataDir, onBroken }: Place, chance: Chance): Promise<DataRooms> => {
  const store = await openSqliteStore(join(dataDir, 'kinerja.db'), onBroken ? { onBroken } : {});
  try {
    const passwords = createPasswords(await pepperFor(store, dataDir, chance));
    const files = createPhotoDirectory(join(dataDir, 'foto'));
    const sealKeys = sealKeysOf(dataDir, chance.randomBytes);
    const receipts = receiptSigner(dataDir);
    return { store, files, passwords, sealKeys, receipts, ...chance };
  } catch (cause) {
    await store.close();
    throw cause;
  }
};
