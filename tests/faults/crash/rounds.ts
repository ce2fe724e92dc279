import { join } from 'node:path';
import { compareWithLedger } from '../../../server/ledger/index.ts';
import { openSqliteStore } from '../../../server/store/index.ts';
import { shardOf } from '../../../shared/protocol/index.ts';
import { aRandom } from '../../support/random.ts';
import { Book, owedBy } from '../support/book.ts';
import { aCarrier } from '../support/carrier.ts';
import { Door } from '../support/door.ts';
import { faultsIn, isCleanlyStopped } from '../support/judge.ts';
import { endService, startService } from '../support/process.ts';
import { copySchool, NPSN, type School } from '../support/school.ts';
import { Teacher } from '../support/teacher.ts';

/** A round of the game: how long the service lives under load before it is ended, and by what. */
const SHORTEST_LIFE = 10;
const LONGEST_LIFE = 400;
/** How long a request has been on its way when the service is ended in the middle of it. */
const LONGEST_WORK = 12;
/** One answer of so many is lost on the way. */
const LOST_OF = 12;

export type CrashReport = {
  readonly kills: number;
  readonly stops: number;
  readonly acknowledged: number;
  readonly photos: number;
  readonly cutAnswers: number;
  readonly repeats: number;
  readonly faults: readonly string[];
};

const recordsFollow = async (folder: string): Promise<string[]> => {
  const store = await openSqliteStore(join(folder, 'kinerja.db'));
  try {
    return (await compareWithLedger(store, shardOf(NPSN))).map((found) => `fold: ${JSON.stringify(found)}`);
  } finally {
    await store.close();
  }
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Game = {
  readonly school: School;
  readonly folder: string;
  readonly rounds: number;
  readonly seed: number;
  /** One end of so many is an orderly SIGTERM. */
  readonly orderlyEvery?: number;
  /** Another copy of the program than this project's. */
  readonly root?: string;
  readonly onRound?: (round: number, book: Book) => void;
};

/**
 * Lets teachers send over real sockets while the real service is killed at random moments and started again; some
 * ends are an orderly SIGTERM. At the end everything is sent to its answer, and the data folder is judged by what they were
 * promised.
 */
export const playCrashes = async (game: Game): Promise<CrashReport> => {
  const { school, folder, rounds, seed, root, onRound, orderlyEvery = 5 } = game;
  const { phones } = copySchool(school, folder);
  const [book, door, random] = [new Book(), new Door(), aRandom(seed)];
  const carrier = aCarrier(door, () => random.number() * LOST_OF < 1);
  const teachers = phones.map(
    (phone, at) => new Teacher({ phone, carrier, door, book, random: aRandom(seed * 1000 + at) }),
  );
  let isOver = false;
  let [kills, stops] = [0, 0];
  const start = () => startService({ dataDir: folder, ...(root ? { root } : {}) });

  const oneRound = async (round: number): Promise<void> => {
    const signal = round % orderlyEvery === 0 ? 'SIGTERM' : 'SIGKILL';
    const service = await start();
    book.run = `${signal}-${round}`;
    door.open(service.url);
    await pause(SHORTEST_LIFE + random.number() * LONGEST_LIFE);
    await Promise.race([door.knocked(), book.reached(Number.POSITIVE_INFINITY)]);
    await pause(random.number() * LONGEST_WORK);
    const ended = endService(service, signal);
    door.shut();
    const code = await ended;
    if (signal === 'SIGKILL') kills += 1;
    else stops += 1;
    if (signal === 'SIGTERM' && (code !== 0 || !isCleanlyStopped(folder)))
      book.faults.push(`an orderly stop ended with ${code}: ${service.err()}`);
    onRound?.(round, book);
  };

  const play = async (): Promise<void> => {
    try {
      for (let round = 1; round <= rounds && book.faults.length === 0; round += 1) await oneRound(round);
      const last = await start();
      isOver = true;
      book.run = 'last';
      door.open(last.url);
      await Promise.all(working);
      await endService(last, 'SIGTERM');
    } catch (cause) {
      book.faults.push(String(cause));
    } finally {
      isOver = true;
      door.leave();
    }
  };
  const working = teachers.map((teacher) => teacher.work(() => isOver));
  await play();
  const owed = owedBy(book);
  const found = (await faultsIn(folder, owed)).map(({ kind, detail }) => `${kind}: ${detail}`);
  if (found.length === 0) found.push(...(await recordsFollow(folder)));
  return {
    kills,
    stops,
    acknowledged: book.acknowledged,
    photos: owed.photos.size,
    cutAnswers: book.cutAnswers,
    repeats: book.repeats,
    faults: [...book.faults, ...found],
  };
};
