import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DataRooms, openDataRooms } from '../../../server/operations/index.ts';
import { PROJECT } from '../../faults/support/process.ts';
import { aDistrict, type DistrictPhone, type Prepared } from '../../support/district.ts';
import { type Running, start } from '../sync/process.ts';
import { shoot } from './shoot.ts';

/** Turns of each contest, after one that only warms both up. */
export const ROUNDS = 3;

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Opens a data folder, works in it, and closes it. */
export const inRooms = async <T>(
  place: { readonly dataDir: string; readonly databaseUrl?: string | undefined },
  work: (rooms: DataRooms) => Promise<T>,
): Promise<T> => {
  const bytes = (size: number): Uint8Array => new Uint8Array(randomBytes(size));
  const rooms = await openDataRooms(place, { clock: Date.now, random: Math.random, randomBytes: bytes });
  try {
    return await work(rooms);
  } finally {
    await rooms.store.close();
  }
};

/** A data folder with a district of so many phones. */
export const district = (dataDir: string, phones: number, databaseUrl?: string): Promise<DistrictPhone[]> =>
  inRooms({ dataDir, databaseUrl }, (rooms) => aDistrict(rooms, phones));

/** A server in a process of its own. */
export type Served = { readonly running: Running; readonly port: number };

type Package = { readonly scripts: { readonly start: string } };
const manifest = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as Package;
/** What `npm start` gives to Node. */
const FLAGS = manifest.scripts.start.match(/--\S+/g) ?? [];

/** Starts `ours.ts` or `bare.ts`, both as `npm start` starts Node. */
export const served = async (name: string, args: readonly string[]): Promise<Served> => {
  const running = await start(script(name), args, FLAGS);
  const { port } = (await running.ask('place')).value as { port: number };
  return { running, port };
};

/** Requests a CPU-second of the server's process, and a second of the clock. */
export type Rate = { readonly perCpu: number; readonly perSecond: number };

/** Has prepared requests sent from so many clients at once, and asks the server's process what that cost it. */
export const measured = async (
  { running, port }: Served,
  requests: readonly Prepared[],
  clients: number,
): Promise<Rate> => {
  const before = await running.cpu();
  const { seconds } = await shoot(port, requests, clients);
  const cpu = ((await running.cpu()) - before) / 1000;
  return { perCpu: requests.length / cpu, perSecond: requests.length / seconds };
};

/** The part of a list that belongs to a round. */
export const partOf = <T>(list: readonly T[], round: number): readonly T[] => {
  const each = list.length / (ROUNDS + 1);
  return list.slice(round * each, (round + 1) * each);
};

/** Two in turns, so that what else the machine does meets both; gives the readings of each after the first turn. */
export const inTurns = async (
  one: (round: number) => Promise<number>,
  other: (round: number) => Promise<number>,
): Promise<{ one: number[]; other: number[]; ratio: number[] }> => {
  const readings: { one: number[]; other: number[]; ratio: number[] } = { one: [], other: [], ratio: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [a, b] = [await one(round), await other(round)];
    if (round === 0) continue;
    readings.one.push(a);
    readings.other.push(b);
    readings.ratio.push(b / a);
  }
  return readings;
};
