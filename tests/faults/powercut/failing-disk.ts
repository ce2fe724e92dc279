import { join } from 'node:path';
import { aRandom } from '../../support/random.ts';
import { Book } from '../support/book.ts';
import { aCarrier } from '../support/carrier.ts';
import { Door } from '../support/door.ts';
import type { Fault } from '../support/judge.ts';
import { endService, type Service, StartFailed, startService } from '../support/process.ts';
import { copySchool } from '../support/school.ts';
import { Teacher } from '../support/teacher.ts';
import { cutAtEnd } from './cuts.ts';
import { readLog } from './log.ts';
import { type Failure, recorded } from './recorder.ts';
import type { Workplace } from './recording.ts';

type Case = { readonly name: string; readonly failure: Failure; readonly root?: string };

/** What became of one failure. */
export type AfterFailure = {
  /** Exit code of the run in which it happened; null where the service went on, and was killed. */
  readonly code: number | null;
  readonly acknowledged: number;
  readonly repeats: number;
  readonly complaints: readonly string[];
  /** What was gone after a power cut: one without a new start, and one after it. */
  readonly faults: readonly Fault[];
};

/** Commands acknowledged by which the failure has happened, and a service that goes on has shown that it does. */
const enoughFor = (failure: Failure): number =>
  40 + ('flush' in failure ? 4 * failure.flush : Math.ceil(failure.write / 2));

/**
 * Lets the disk fail once. A flush that fails drops what was waiting, and the machine shows it until it goes down. The
 * power goes at once in one case; in the other the service is started again on what is shown, the phones repeat what was
 * not answered, and then it goes.
 */
export const failOnce = async (place: Workplace, { name, failure, root }: Case): Promise<AfterFailure> => {
  const folder = join(place.folder, name);
  const log = join(place.folder, `${name}.catatan`);
  const scratch = join(place.folder, `${name}.putus`);
  const { phones } = copySchool(place.school, folder);
  const [book, door] = [new Book(), new Door()];
  const carrier = aCarrier(door);
  let isOver = false;
  const working = phones.map((phone, at) =>
    new Teacher({ phone, carrier, door, book, random: aRandom(1000 + at) }).work(() => isOver),
  );
  const run = async (name: string, wrong?: Failure): Promise<Service> => {
    const env = recorded({ library: place.library, folder, log, failure: wrong });
    const service = await startService({ dataDir: folder, env, ...(root ? { root } : {}) });
    book.run = name;
    door.open(service.url);
    return service;
  };
  const cut = () => cutAtEnd({ base: place.school, folder, events: readLog(log), book }, scratch);

  const code = await run('failing', failure)
    .then((service) => {
      const tired = book.reached(enoughFor(failure)).then(() => endService(service, 'SIGKILL'));
      return Promise.race([service.ended, tired]);
    })
    .catch(codeOfStart);
  door.shut();
  const atOnce = await cut();
  const again = await run('again');
  isOver = true;
  await Promise.all(working);
  await endService(again, 'SIGKILL');
  const { acknowledged, repeats, faults: complaints } = book;
  return { code, acknowledged, repeats, complaints, faults: [...atOnce, ...(await cut())] };
};

const codeOfStart = (cause: unknown): number | null => {
  if (cause instanceof StartFailed) return cause.code;
  throw cause;
};
