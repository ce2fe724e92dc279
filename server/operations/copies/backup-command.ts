import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../../config.ts';
import { isInUse } from '../../store/index.ts';
import { openDataRooms } from '../rooms.ts';
import { checkCopy } from './check-copy.ts';
import { noteHeads } from './history-mark.ts';
import { makeCopy } from './make.ts';
import { copiesIn } from './manifest.ts';
import { placeOf } from './place.ts';
import { copyTable, progressLine } from './print.ts';
import { askForCopy, readReport } from './request.ts';

/** What the command line asks for. */
export type Wish = {
  readonly config: Config;
  readonly say: (text: string) => void;
  readonly list: boolean;
};

const DIVISIONS = 2 ** 32;
const PATIENCE = 30_000;

/** The service makes it; here it is only watched. Ends with 1 where it failed or nobody took the note. */
const throughService = async ({ config: { dataDir }, say }: Wish): Promise<number> => {
  const print = progressLine(say);
  askForCopy(dataDir);
  for (let waited = 0; ; waited += 200) {
    await pause(200);
    const report = readReport(dataDir);
    if (!report && waited > PATIENCE) {
      say('Layanan tidak menanggapi. Coba lagi, atau hentikan layanan lalu ulangi.\n');
      return 1;
    }
    if (report?.part === 'selesai') {
      say(`Cadangan ${report.text} selesai dan sudah diperiksa.\n`);
      return 0;
    }
    if (report?.part === 'gagal') {
      say(`Cadangan gagal: ${report.text}\n`);
      return 1;
    }
    if (report) print({ part: report.part, done: report.done, total: report.total });
  }
};

const byHand = async ({ config, say }: Wish): Promise<number> => {
  const rooms = await openDataRooms(config, {
    clock: Date.now,
    random: () => randomInt(DIVISIONS) / DIVISIONS,
    randomBytes: (size) => new Uint8Array(randomBytes(size)),
  });
  try {
    const { dataDir } = config;
    const parts = { ...rooms, dataDir, place: placeOf(config), check: checkCopy };
    const { id, counts } = await makeCopy({ ...parts, onProgress: progressLine(say) });
    await noteHeads(rooms.store, dataDir);
    say(`Cadangan ${id} selesai dan sudah diperiksa: ${counts.commands} perintah, ${counts.photos} foto.\n`);
    return 0;
  } finally {
    await rooms.store.close();
  }
};

/** `npm run backup`: a copy now, beside a running service too. */
export const backup = (wish: Wish): Promise<number> => {
  const { config, say, list } = wish;
  if (list) {
    say(copyTable(copiesIn(placeOf(config)), placeOf(config)));
    return Promise.resolve(0);
  }
  // PostgreSQL is read in a snapshot, so a copy by hand disturbs no service; in the data folder only one process may work.
  const isServed = config.databaseUrl === undefined && isInUse(join(config.dataDir, 'kinerja.db'));
  return isServed ? throughService(wish) : byHand(wish);
};
