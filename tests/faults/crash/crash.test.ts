import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantFault, plants } from '../support/plants.ts';
import { aSchool, type School } from '../support/school.ts';
import { aWorkFolder } from '../support/workplace.ts';
import { playCrashes } from './rounds.ts';

const ROUNDS = 20;
const place = aWorkFolder();
let school: School;
beforeAll(async () => {
  school = await aSchool(join(place.folder, 'sekolah'));
});
afterAll(() => place.remove());

test('killed under load at 16 random moments and stopped at four: every acknowledged command stands once, every stop answers what it took in', async () => {
  const report = await playCrashes({ school, folder: join(place.folder, 'data'), rounds: ROUNDS, seed: 1 });
  expect(report.faults).toEqual([]);
  expect([report.kills, report.stops]).toEqual([16, 4]);
  expect(report.acknowledged).toBeGreaterThan(100);
  expect(report.photos).toBeGreaterThan(10);
  expect(report.repeats).toBeGreaterThan(0);
});

test('a service that takes a repeat in again is caught', async () => {
  const root = plantFault(plants.repeatTakenAgain, join(place.folder, 'program'));
  const report = await playCrashes({
    school,
    folder: join(place.folder, 'dua-kali'),
    rounds: 8,
    seed: 2,
    root,
  });
  // A new entry taken in again stands twice; a change taken in again competes with itself.
  expect(report.faults.join('\n')).toMatch(/^(doubled|not every command of a batch was taken)/m);
});

test('a stop that cuts off whoever is being answered is caught', async () => {
  const root = plantFault(plants.stopCutsAnswers, join(place.folder, 'program-henti'));
  const game = { school, folder: join(place.folder, 'henti'), rounds: 10, seed: 3, orderlyEvery: 1, root };
  const report = await playCrashes(game);
  expect(report.faults.join()).toContain('an orderly stop took a batch in and did not answer it');
});
