import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { createPhotoDirectory } from '../../../../server/files/index.ts';
import { openLedger } from '../../../../server/ledger/index.ts';
import { checkApart } from '../../../../server/operations/copies/check-apart.ts';
import { checkCopy } from '../../../../server/operations/copies/check-copy.ts';
import { noteHeads, wasPutBack } from '../../../../server/operations/copies/history-mark.ts';
import { makeCopy } from '../../../../server/operations/copies/make.ts';
import { copiesIn, copyId, copyPath, type Manifest } from '../../../../server/operations/copies/manifest.ts';
import { restoreCopy } from '../../../../server/operations/copies/restore.ts';
import { outdated } from '../../../../server/operations/copies/retention.ts';
import { keepCopies } from '../../../../server/operations/copies/schedule.ts';
import { ABANDONED, newerThan, stableOf } from '../../../../server/operations/copies/stable.ts';
import { openSqliteStore } from '../../../../server/store/index.ts';
import { aCatat, anActor, GURU, SHARD } from '../../../support/builders.ts';
import { aClock } from '../../../support/clock.ts';
import { aRandom } from '../../../support/random.ts';
import { NO_COPIES } from '../../../support/safety.ts';
import { aTempDir } from '../../../support/temp-dir.ts';

const FOTO = readFileSync(new URL('../../../fixtures/foto/papan-tulis.jpg', import.meta.url));
const SHA = '5e'.repeat(32);

/** A service's data folder with a ledger that can be written to, and a place for copies. */
const aService = async (dir = aTempDir()) => {
  const [dataDir, place] = [join(dir, 'data'), join(dir, 'cadangan')];
  mkdirSync(dataDir, { recursive: true });
  const store = await openSqliteStore(join(dataDir, 'kinerja.db'));
  let isOpen = true;
  const stop = async (): Promise<void> => {
    if (isOpen) await store.close();
    isOpen = false;
  };
  onTestFinished(stop);
  const clock = aClock();
  const onFault = (cause: unknown): never => {
    throw cause;
  };
  const ledger = await openLedger({
    ...NO_COPIES,
    store,
    clock: clock.now,
    randomBytes: aRandom().bytes,
    onFault,
  });
  let number = 0;
  const write = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i += 1) {
      number += 1;
      const command = { ...aCatat({ uraian: `Kegiatan ke-${number} di kelas` }), number };
      await ledger.submit({ actor: anActor(), device: 'd_abcdef', commands: [command] });
    }
  };
  const files = createPhotoDirectory(join(dataDir, 'foto'));
  const parts = { store, files, dataDir, place, clock: clock.now, check: checkCopy };
  const copy = async (): Promise<Manifest> => {
    clock.forward(60_000);
    return makeCopy(parts);
  };
  return { dir, dataDir, place, store, files, clock, parts, write, copy, stop };
};

const aManifest = (madeAt: number, n: number, shard = SHARD): Manifest => ({
  format: 1,
  id: copyId(madeAt),
  madeAt,
  verifiedAt: madeAt,
  positions: { [shard]: { n, h: 'aa' } },
  counts: { commands: n, records: n, photos: 0 },
  bytes: 1,
});

test('a copy counts once it was opened, checked and counted, and says how far each ledger reaches', async () => {
  const { place, store, write, copy } = await aService();
  await write(3);
  const made = await copy();
  const head = await store.read((tx) => tx.chainHead(SHARD));
  expect(made.positions).toEqual({ [SHARD]: { n: 3, h: Buffer.from(head.h).toString('hex') } });
  expect(made.counts).toEqual({ commands: 3, records: 3, photos: 0 });
  expect(copiesIn(place)).toEqual([made]);
  expect(readdirSync(place).filter((name) => name.includes('baru'))).toEqual([]);
  await expect(checkApart(copyPath(place, made.id))).resolves.toMatchObject({ counts: made.counts });
});

test('a copy in whose ledger one bit has turned does not count', async () => {
  const { place, parts, write } = await aService();
  await write(40);
  const spoil = async (path: string): Promise<never> => {
    const bytes = readFileSync(path);
    for (let at = bytes.indexOf('Kegiatan ke-7 '); at >= 0; at = bytes.indexOf('Kegiatan ke-7 ', at))
      bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await checkCopy(path);
    return expect.fail('the damage was not seen');
  };
  await expect(makeCopy({ ...parts, check: spoil })).rejects.toThrow(/chain of .* breaks at line/);
  expect(copiesIn(place)).toEqual([]);
});

test('writing goes on while a copy is made; it holds whole transactions, up to some moment', async () => {
  const { write, copy } = await aService();
  await write(50);
  const [made] = await Promise.all([copy(), write(60)]);
  const n = made.positions[SHARD]?.n ?? 0;
  expect(n).toBeGreaterThanOrEqual(50);
  expect(made.counts.commands).toBe(n);
});

test('photos lie beside the copies before they count; one that is missing or damaged stops the copy', async () => {
  const { place, store, files, copy } = await aService();
  const sha = createHash('sha256').update(FOTO).digest('hex');
  const row = { owner: GURU, mime: 'image/jpeg', received: FOTO.length, updatedAt: 0 } as const;
  await files.keep(GURU, sha, FOTO);
  await store.write((tx) => tx.putPhoto({ ...row, sha, size: FOTO.length, state: 'utuh' }));
  expect((await copy()).counts.photos).toBe(1);
  const kept = createPhotoDirectory(join(place, 'foto'));
  expect(FOTO.equals((await kept.read(GURU, sha)) ?? new Uint8Array())).toBe(true);
  await store.write((tx) => tx.putPhoto({ ...row, sha: SHA, size: 9, state: 'utuh' }));
  await expect(copy()).rejects.toThrow(/missing/);
  expect(copiesIn(place)).toHaveLength(1);
});

test('safe is what the newest three copies all hold, never what only the newest holds', () => {
  const day = 86_400_000;
  const copies = [aManifest(4 * day, 90), aManifest(3 * day, 70), aManifest(2 * day, 50), aManifest(day, 10)];
  expect(stableOf(copies).lines).toEqual({ [SHARD]: 50 });
  expect(stableOf(copies).foto).toBeLessThan(2 * day);
  expect(stableOf(copies.slice(0, 2)).lines).toEqual({ [SHARD]: 70 });
  expect(stableOf([])).toEqual({ lines: {}, foto: 0 });
  expect(stableOf([aManifest(2 * day, 9), aManifest(day, 9, 'sek:20104523')]).lines).toEqual({ [SHARD]: 0 });
});

test('of hourly copies 24 stay, then one a day for a fortnight and one a month for a year; the newest three always', () => {
  return fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 24 * 500 }), { maxLength: 400 }), (hours) => {
      const newestFirst = [...hours].sort((a, b) => b - a).map((hour) => aManifest(hour * 3_600_000, hour));
      const gone = new Set(outdated(newestFirst).map(({ id }) => id));
      const kept = newestFirst.filter(({ id }) => !gone.has(id));
      expect(kept.slice(0, Math.min(24, newestFirst.length))).toEqual(newestFirst.slice(0, 24));
      expect(kept.length).toBeLessThanOrEqual(24 + 14 + 12);
      const days = new Set(newestFirst.map(({ id }) => id.slice(0, 8)));
      expect(new Set(kept.map(({ id }) => id.slice(0, 8))).size).toBeGreaterThanOrEqual(
        Math.min(14, days.size),
      );
    }),
  );
});

test('a database put back by hand is noticed at the start, and newer copies are put aside', async () => {
  const first = await aService();
  await first.write(5);
  const old = await first.copy();
  await first.write(5);
  await first.copy();
  await noteHeads(first.store, first.dataDir);
  expect(await wasPutBack(first.store, first.dataDir)).toBe(false);
  await first.stop();
  for (const name of readdirSync(first.dataDir).filter((file) => file.startsWith('kinerja.db')))
    rmSync(join(first.dataDir, name));
  copyFileSync(copyPath(first.place, old.id), join(first.dataDir, 'kinerja.db'));
  const second = await aService(first.dir);
  expect(await wasPutBack(second.store, second.dataDir)).toBe(true);
  const keeper = await keepCopies({
    ...second.parts,
    every: 0,
    onFault: (cause) => expect.fail(String(cause)),
  });
  await keeper.stop();
  expect(copiesIn(second.place).map(({ id }) => id)).toEqual([old.id]);
  expect(keeper.stable().lines).toEqual({ [SHARD]: 5 });
  expect(readdirSync(join(second.place, ABANDONED))).toHaveLength(2);
});

test('the restore tool takes the newest three, an older one by force; nothing that was there is deleted', async () => {
  const { dir, dataDir, place, write, copy, stop } = await aService();
  const made: Manifest[] = [];
  for (let i = 0; i < 4; i += 1) {
    await write(1);
    made.push(await copy());
  }
  const parts = {
    dataDir,
    place,
    files: createPhotoDirectory(join(dataDir, 'foto')),
    clock: () => 77,
    check: checkCopy,
  };
  await expect(restoreCopy({ ...parts, force: false })).rejects.toThrow(/Layanan masih berjalan/);
  await stop();
  const oldest = made[0]?.id;
  await expect(restoreCopy({ ...parts, from: oldest, force: false })).rejects.toThrow(/--paksa/);
  await expect(restoreCopy({ ...parts, from: 'tidak-ada', force: false })).rejects.toThrow(/tidak ada/);
  const done = await restoreCopy({ ...parts, from: oldest, force: true });
  expect(done).toMatchObject({ from: oldest, counts: { commands: 1 }, photosWanted: 0 });
  expect(existsSync(join(dataDir, 'sebelum-pulih-77', 'kinerja.db'))).toBe(true);
  expect(copiesIn(place).map(({ id }) => id)).toEqual([oldest]);
  const { store } = await aService(dir);
  expect((await store.read((tx) => tx.chainHead(SHARD))).n).toBe(1);
  expect(await wasPutBack(store, dataDir)).toBe(true);
  expect(await wasPutBack(store, dataDir)).toBe(false);
});

test('I4 one restore after another reaches no further back than phones were told, but by force', async () => {
  const [a, b, c, d, e] = [5, 4, 3, 2, 1].map((hour) => aManifest(hour * 3_600_000, hour));
  const free = (copies: Manifest[], aside: Manifest[]) =>
    copies.filter((copy) => newerThan(copy, { copies, aside }) < 3);
  expect(free([a!, b!, c!, d!, e!], [])).toEqual([a, b, c]);
  expect(free([c!, d!, e!], [a!, b!])).toEqual([c]);
  expect(free([b!, c!, d!, e!], [a!])).toEqual([b, c]);
  // Copies made since are as free as any.
  const fresh = [8, 7, 6].map((hour) => aManifest(hour * 3_600_000, hour));
  expect(free([fresh[2]!, c!, d!], [a!, b!])).toEqual([fresh[2], c]);
  expect(free([...fresh, c!], [a!, b!])).toEqual(fresh);
});

test('I4 the restore tool remembers what it has put aside', async () => {
  const { dataDir, place, write, copy, stop } = await aService();
  const made: Manifest[] = [];
  for (let i = 0; i < 4; i += 1) {
    await write(1);
    made.push(await copy());
  }
  await stop();
  const files = createPhotoDirectory(join(dataDir, 'foto'));
  const parts = { dataDir, place, files, clock: () => 77, check: checkCopy, force: false };
  await restoreCopy({ ...parts, from: made[1]?.id });
  await expect(restoreCopy({ ...parts, from: made[0]?.id })).rejects.toThrow(/--paksa/);
  expect(await restoreCopy({ ...parts, from: made[1]?.id })).toMatchObject({ from: made[1]?.id });
});

test('photos that neither folder nor copies have are asked for again', async () => {
  const { dir, dataDir, place, store, files, copy, stop } = await aService();
  const sha = createHash('sha256').update(FOTO).digest('hex');
  await files.keep(GURU, sha, FOTO);
  const row = {
    owner: GURU,
    sha,
    size: FOTO.length,
    mime: 'image/jpeg',
    received: FOTO.length,
    updatedAt: 0,
  };
  await store.write((tx) => tx.putPhoto({ ...row, state: 'utuh' }));
  await copy();
  await stop();
  rmSync(join(dataDir, 'foto'), { recursive: true });
  const newFiles = () => createPhotoDirectory(join(dataDir, 'foto'));
  const parts = { dataDir, place, clock: () => 78, check: checkCopy, force: false };
  expect((await restoreCopy({ ...parts, files: newFiles() })).photosWanted).toBe(0);
  const back = await createPhotoDirectory(join(dataDir, 'foto')).read(GURU, sha);
  expect(FOTO.equals(back ?? new Uint8Array())).toBe(true);
  rmSync(join(dataDir, 'foto'), { recursive: true });
  rmSync(join(place, 'foto'), { recursive: true });
  expect((await restoreCopy({ ...parts, files: newFiles() })).photosWanted).toBe(1);
  const again = await aService(dir);
  expect(await again.store.read((tx) => tx.photo(GURU, sha))).toBeNull();
});
