import { join } from 'node:path';
import { aSchool } from '../support/school.ts';
import { buildRecorder } from './recorder.ts';
import { type Recorded, recordDay, type Workplace } from './recording.ts';

/** A school and a compiled recorder in a folder. */
export const aWorkplace = async (folder: string): Promise<Workplace> => ({
  folder,
  library: buildRecorder(folder),
  school: await aSchool(join(folder, 'sekolah')),
});

/** A short day with every way to end and begin in it: kill, orderly stop, and the starts after them. */
export const aShortDay = (place: Workplace, seed: number): Promise<Recorded> =>
  recordDay(place, {
    name: `pendek-${seed}`,
    seed,
    parts: [
      { commands: 60, end: 'SIGKILL' },
      { commands: 40, end: 'SIGTERM' },
      { commands: 30, end: 'SIGKILL' },
    ],
  });

/** A day long enough for SQLite to move its log into the file while the service runs. */
export const aLongDay = (place: Workplace, seed: number): Promise<Recorded> =>
  recordDay(place, { name: `panjang-${seed}`, seed, parts: [{ commands: 500, end: 'SIGKILL' }] });
