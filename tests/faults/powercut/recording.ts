import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { aRandom } from '../../support/random.ts';
import { Book } from '../support/book.ts';
import { aCarrier } from '../support/carrier.ts';
import { Door } from '../support/door.ts';
import { endService, startService } from '../support/process.ts';
import { copySchool, type School } from '../support/school.ts';
import { Teacher } from '../support/teacher.ts';
import { type Event, readLog } from './log.ts';
import { recorded } from './recorder.ts';

/** A day of the service as the recorder saw it, and what the phones were promised in it. */
export type Recorded = {
  /** The data folder before the first event. */
  readonly base: Pick<School, 'folder'>;
  /** The school as the service left it. */
  readonly folder: string;
  readonly events: readonly Event[];
  readonly book: Book;
};

export type Workplace = {
  /** Memory, not a disk: the recorder supplies the power cuts. */
  readonly folder: string;
  readonly library: string;
  readonly school: School;
};

type Day = {
  readonly name: string;
  readonly seed: number;
  /** Commands that are to be acknowledged before each end of the service, and how it ends. */
  readonly parts: readonly { readonly commands: number; readonly end: 'SIGKILL' | 'SIGTERM' }[];
  readonly root?: string;
};

/** Plays a day of load with some ends of the service in it, under the recorder. */
export const recordDay = async (place: Workplace, { name, seed, parts, root }: Day): Promise<Recorded> => {
  const folder = join(place.folder, name);
  const log = join(place.folder, `${name}.catatan`);
  const { phones } = copySchool(place.school, folder);
  const [book, door] = [new Book(), new Door()];
  const carrier = aCarrier(door);
  const env = recorded({ library: place.library, folder, log });
  let isOver = false;
  const working = phones.map((phone, at) =>
    new Teacher({ phone, carrier, door, book, random: aRandom(seed * 1000 + at) }).work(() => isOver),
  );
  for (const [at, { commands, end }] of parts.entries()) {
    const service = await startService({ dataDir: folder, env, ...(root ? { root } : {}) });
    book.run = `${end}-${at}`;
    door.open(service.url);
    await book.reached(book.acknowledged + commands);
    isOver = at === parts.length - 1;
    if (isOver) await Promise.all(working);
    const ended = endService(service, end);
    door.shut();
    await ended;
  }
  return { base: place.school, folder, events: readLog(log), book };
};

/** A first start on an empty folder, which lays down a demo school; killed as soon as it is ready. */
export const recordFirstStart = async ({ folder: work, library }: Workplace): Promise<Recorded> => {
  const [empty, folder, log] = ['kosong', 'baru', 'baru.catatan'].map((name) => join(work, name)) as [
    string,
    string,
    string,
  ];
  for (const made of [empty, folder]) mkdirSync(made);
  const env = recorded({ library, folder, log });
  await endService(await startService({ dataDir: folder, env, args: [] }), 'SIGKILL');
  return { base: { folder: empty }, folder, events: readLog(log), book: new Book() };
};
