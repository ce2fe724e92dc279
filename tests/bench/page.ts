import { cpus } from 'node:os';
import { aWorld } from '../browser/support/world.ts';
import { layHistory } from './history.ts';
import { report, stage } from './measure.ts';
import { firstVisitRow, teacherRows } from './teacher.ts';

const ENTRIES = 5000;

/** The speed goals of a teacher's phone, in real Chromium against the real server; with a path, as JSON too. */
export const benchPage = async (path: string | undefined): Promise<void> => {
  const world = await aWorld();
  try {
    const guru = world.anyGuru;
    stage('first visits on Slow 3G');
    const first = await firstVisitRow(world, 3);
    stage(`laying ${ENTRIES} entries`);
    await layHistory(world, guru, ENTRIES);
    const rows = [...(await teacherRows(world, guru)), first];
    report(
      rows,
      { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model ?? '', entries: ENTRIES },
      path,
    );
  } finally {
    await world.close();
  }
};
