import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { type Courier, openCourier } from '../courier/index.ts';
import { createPhotoBucket, createPhotoDirectory, type PhotoFiles } from '../files/index.ts';
import type { SealKeys } from '../ledger/index.ts';
import { createPasswords, type Passwords, type ReceiptSigner } from '../people/index.ts';
import { openPostgresStore, openSqliteStore, type Store } from '../store/index.ts';
import { makeFolder } from './folder.ts';
import { makePepper, readPepper } from './pepper.ts';
import { receiptSigner } from './receipt-key.ts';
import { sealKeysOf } from './seal-keys.ts';
import { keepSecret, readSecret } from './secret-file.ts';
import { isEmpty } from './seed.ts';
import { StartRefused } from './start-refused.ts';

/** What service and command line are made of: data, photos, carried files, passwords, and where time and chance come from. */
export type DataRooms = {
  readonly store: Store;
  readonly files: PhotoFiles;
  readonly courier: Courier;
  readonly carriedFiles: PhotoFiles;
  readonly passwords: Passwords;
  readonly sealKeys: SealKeys;
  readonly receipts: ReceiptSigner;
  /** Key of the numbers that stand for a NIP. */
  readonly simpegKey: Uint8Array;
  /** Key of the challenges of passkeys: the same wherever this folder's secrets are. */
  readonly challengeKey: Uint8Array;
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

/** No secret of its own: challenges live for minutes, and whoever has the pepper has no need of them. */
const challengeKeyOf = (pepper: Uint8Array): Uint8Array =>
  createHmac('sha256', pepper).update('kinerja-tantangan-1').digest();

/** Where the photos of a data folder are. */
export const photosOf = ({ dataDir, foto }: PhotoPlace): PhotoFiles =>
  foto ? createPhotoBucket(foto) : createPhotoDirectory(join(dataDir, 'foto'));

type PhotoPlace = Pick<Config, 'dataDir'> & Partial<Pick<Config, 'foto'>>;
export type Place = PhotoPlace &
  Partial<Pick<Config, 'databaseUrl'>> & { readonly onBroken?: ((cause: unknown) => void) | undefined };

/** Opens the database: SQLite in the data folder, or PostgreSQL where its address is given. */
export const openStore = async ({ dataDir, databaseUrl, onBroken }: Place): Promise<Store> => {
  makeFolder(dataDir);
  return databaseUrl
    ? openPostgresStore(databaseUrl)
    : openSqliteStore(join(dataDir, 'kinerja.db'), onBroken ? { onBroken } : {});
};

/** Made where it is missing: phones learn the new key, and a file that was sealed for the old one is made again. */
const courierFor = (dataDir: string, { randomBytes }: Chance): Promise<Courier> => {
  const secret = readSecret(dataDir, 'titipan') ?? keepSecret(dataDir, 'titipan', randomBytes(32));
  return openCourier(secret, { randomBytes });
};

/** What is made of an open store and the data folder's secrets, which are made where they are missing. */
export const roomsOn = async (store: Store, place: Place, chance: Chance): Promise<DataRooms> => {
  const { dataDir, foto } = place;
  const pepper = await pepperFor(store, dataDir, chance);
  return {
    store,
    files: photosOf(place),
    courier: await courierFor(dataDir, chance),
    carriedFiles: foto
      ? createPhotoBucket(foto, { unfinished: 'titipan/' })
      : createPhotoDirectory(join(dataDir, 'titipan')),
    passwords: createPasswords(pepper),
    challengeKey: challengeKeyOf(pepper),
    sealKeys: sealKeysOf(dataDir, chance.randomBytes),
    receipts: receiptSigner(dataDir),
    simpegKey: readSecret(dataDir, 'simpeg') ?? keepSecret(dataDir, 'simpeg', chance.randomBytes(32)),
    ...chance,
  };
};

/**
 * Opens the data folder, made where it is missing, and the database. Secrets lie in the folder either way, and photos where
 * no bucket is named. The store must be closed by the caller.
 */
export const openDataRooms = async (place: Place, chance: Chance): Promise<DataRooms> => {
  const store = await openStore(place);
  try {
    return await roomsOn(store, place, chance);
  } catch (cause) {
    await store.close();
    throw cause;
  }
};
