import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../../config.ts';
import { createPhotoDirectory } from '../../files/index.ts';
import { openPostgresStore, openSqliteCopy, type Store } from '../../store/index.ts';
import { photosOf } from '../rooms.ts';
import { StartRefused } from '../start-refused.ts';
import { progressLine } from './print.ts';
import { fetchPhoto, type Shelves, wholePhotos } from './shelves.ts';

/** One of the two folders is named; the other side is where this configuration keeps photos. */
export type Move = {
  readonly config: Config;
  readonly say: (text: string) => void;
  readonly from: string | undefined;
  readonly to: string | undefined;
};

const shelvesOf = ({ config, from, to }: Move): Shelves => {
  if ((from === undefined) === (to === undefined))
    throw new StartRefused('Sebut satu folder: --dari FOLDER atau --ke FOLDER.');
  const folder = resolve(from ?? to ?? '');
  if (!config.foto && folder === resolve(config.dataDir, 'foto'))
    throw new StartRefused('Foto sudah ada di folder itu. Isi KINERJA_FOTO untuk memindahkannya ke bucket.');
  if (from !== undefined && !existsSync(folder)) throw new StartRefused(`Folder ${folder} tidak ada.`);
  const [here, there] = [photosOf(config), createPhotoDirectory(folder)];
  return from === undefined ? { from: here, to: there } : { from: there, to: here };
};

/** The database beside the service that works on it. */
const databaseOf = async ({ dataDir, databaseUrl }: Config): Promise<Pick<Store, 'read' | 'close'>> => {
  if (databaseUrl) return openPostgresStore(databaseUrl);
  const path = join(dataDir, 'kinerja.db');
  if (!existsSync(path)) throw new StartRefused(`Tidak ada basis data di ${dataDir}.`);
  return openSqliteCopy(path);
};

/**
 * `npm run photos`: copies every whole photo that the database names to where the configuration keeps photos, or from
 * there into a folder. Also while the service works; what is there already is not copied again, so that an interrupted
 * move goes on. Ends with 1 where a photo is missing or damaged.
 */
export const movePhotos = async (move: Move): Promise<number> => {
  const { config, say } = move;
  const shelves = shelvesOf(move);
  const database = await databaseOf(config);
  const count = { there: 0, copied: 0, missing: 0, damaged: 0 };
  const progress = progressLine(say);
  try {
    const photos = [];
    for await (const photo of wholePhotos(database)) photos.push(photo);
    for (const [done, photo] of photos.entries()) {
      count[await fetchPhoto(shelves, photo)] += 1;
      progress({ part: 'foto', done: done + 1, total: photos.length });
    }
  } finally {
    await database.close();
  }
  say(
    `${count.copied} foto disalin, ${count.there} sudah ada, ${count.missing} hilang, ${count.damaged} rusak.\n`,
  );
  return count.missing + count.damaged > 0 ? 1 : 0;
};
