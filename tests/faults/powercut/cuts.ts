import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aRandom } from '../../support/random.ts';
import { owedBy, type Promised } from '../support/book.ts';
import { type Fault, faultsIn, type Owed } from '../support/judge.ts';
import { Disk } from './disk.ts';
import type { Fate } from './inode.ts';
import type { Event } from './log.ts';
import type { Recorded } from './recording.ts';

const FATES: readonly Fate[] = ['hilang', 'awal', 'acak'];
const REQUEST_ID = /^request-id: (\S+)\r$/im;

/** What was found at the cuts: how many there were, and each point where something was amiss. */
export type CutReport = {
  readonly points: number;
  readonly events: number;
  readonly bad: readonly { readonly at: number; readonly fate: Fate; readonly faults: readonly Fault[] }[];
};

/** An answer counts from the moment at which its first byte leaves, whoever reads the rest. */
const promiseIn = (event: Event, byRequest: ReadonlyMap<string, Promised>): Promised | undefined => {
  if (event.what !== 'answer') return undefined;
  const requestId = REQUEST_ID.exec(event.bytes.toString('latin1'))?.[1];
  return requestId === undefined ? undefined : byRequest.get(requestId);
};

const filesIn = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('-shm'))
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );

/** The recording is complete where playing it to the end gives the very files that the service left. */
export const missedBy = ({ base, folder, events }: Recorded): string[] => {
  const disk = new Disk(base.folder);
  for (const event of events) disk.apply(event);
  const [played, left] = [disk.live(), filesIn(folder)];
  const names = new Set([...played.keys(), ...left.keys()]);
  return [...names].filter((name) => {
    const [mine, theirs] = [played.get(name), left.get(name)];
    return !mine || !theirs || !mine.equals(theirs);
  });
};

type Cuts = {
  readonly points: number;
  readonly seed: number;
  readonly scratch: string;
  readonly judge?: typeof faultsIn;
};

/** Points in the recording, in order; several may fall on one event, each with another fate of what was not flushed. */
const pointsIn = (events: readonly Event[], { points, seed }: Cuts): number[] => {
  const random = aRandom(seed);
  return Array.from({ length: points }, () => Math.floor(random.number() * (events.length + 1))).sort(
    (a, b) => a - b,
  );
};

/**
 * Cuts the power at random points of a recording. At each, everything flushed is there; of the rest each write is lost,
 * kept or torn, and each new name lost or kept. What is left is opened as a start opens it and judged by what had been
 * answered by then.
 */
export const cutPower = async (recorded: Recorded, cuts: Cuts): Promise<CutReport> => {
  const { base, events, book } = recorded;
  const byRequest = new Map(book.promises.map((promised) => [promised.requestId, promised]));
  const disk = new Disk(base.folder);
  const random = aRandom(cuts.seed + 1);
  const owed = {
    lines: new Map<string, number>(),
    photos: new Set<string>(),
    batches: book.batches.map(({ ids }) => ids),
  };
  const bad: CutReport['bad'][number][] = [];
  let done = 0;
  for (const [index, at] of pointsIn(events, cuts).entries()) {
    for (; done < at; done += 1) {
      const event = events[done];
      if (!event) break;
      disk.apply(event);
      take(owed, promiseIn(event, byRequest));
    }
    const fate = FATES[index % FATES.length] ?? 'acak';
    disk.cutInto(cuts.scratch, fate, random.number);
    const faults = await (cuts.judge ?? faultsIn)(cuts.scratch, owed);
    if (faults.length > 0) bad.push({ at, fate, faults });
  }
  return { points: cuts.points, events: events.length, bad };
};

/** Cuts the power when all is over: everything that was ever promised must be there. */
export const cutAtEnd = async ({ base, events, book }: Recorded, scratch: string): Promise<Fault[]> => {
  const disk = new Disk(base.folder);
  for (const event of events) disk.apply(event);
  disk.cutInto(scratch, 'hilang', aRandom().number);
  return faultsIn(scratch, owedBy(book));
};

type Collecting = { lines: Map<string, number>; photos: Set<string> } & Owed;
const take = (owed: Collecting, promised: Promised | undefined): void => {
  if (!promised) return;
  for (const [id, n] of promised.lines) owed.lines.set(id, n);
  if (promised.photo !== null) owed.photos.add(promised.photo);
};

/** How many points showed each kind of fault. */
export const countFaults = ({ bad }: CutReport): Partial<Record<Fault['kind'], number>> => {
  const counts: Partial<Record<Fault['kind'], number>> = {};
  for (const { faults } of bad)
    for (const kind of new Set(faults.map((fault) => fault.kind))) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};
