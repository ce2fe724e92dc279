import { expect, test } from 'vitest';
import { OVERDUE, type Overdue, type Store, type StoredUpload } from '../../server/store/index.ts';
import { SHARD } from './builders.ts';

/** What every room promises to several processes on one database. */
export const sharedContract = (open: () => Promise<Store>): void => {
  const mark = { scope: 'tantangan', key: 'a', value: 'x', until: 50 };

  test('a mark is the last that was put, and goes by its key or when its time is over', async () => {
    const store = await open();
    await store.write(async (tx) => {
      await tx.putMark(mark);
      await tx.putMark({ ...mark, value: 'y' });
      await tx.putMark({ ...mark, key: 'b', until: 49 });
      await tx.putMark({ ...mark, scope: 'lain' });
    });
    expect(await store.read((tx) => tx.mark('tantangan', 'a'))).toEqual({ ...mark, value: 'y' });
    expect(await store.read((tx) => tx.mark('tantangan', 'c'))).toBeNull();
    await store.write(async (tx) => {
      await tx.removeMarksBefore(50);
      await tx.removeMark('lain', 'a');
    });
    const left = ['a', 'b'].map((key) => store.read((tx) => tx.mark('tantangan', key)));
    expect((await Promise.all(left)).map((one) => one?.key)).toEqual(['a', undefined]);
    expect(await store.read((tx) => tx.mark('lain', 'a'))).toBeNull();
  });

  test('of many that keep one mark at once one alone hears that it is his', async () => {
    const store = await open();
    const tries = Array.from({ length: 12 }, (_, i) =>
      store.write((tx) => tx.keepMark({ ...mark, value: String(i) })),
    );
    const first = (await Promise.all(tries)).flatMap((isHis, i) => (isHis ? [String(i)] : []));
    expect(first).toHaveLength(1);
    expect((await store.read((tx) => tx.mark('tantangan', 'a')))?.value).toBe(first[0]);
  });

  test('what has served its time is counted and removed by kind, looks a day at a time, and nothing else', async () => {
    const store = await open();
    const view = { shard: SHARD, record: 'r', viewer: 'p', viewerNama: 'P', peran: 'penilai' };
    await store.write(async (tx) => {
      await tx.putThrottle({ key: 'lama', failures: 1, since: 1, until: 0 });
      await tx.putThrottle({ key: 'menahan', failures: 9, since: 1, until: 500 });
      await tx.putQueue({ device: 'd', count: 1, oldestAt: 1, reportedAt: 100 });
      await tx.putBurdenReport({ account: 'p', pekan: '1970-01-01' });
      for (const day of ['1969-12-30', '1969-12-31', '1970-01-01'])
        await tx.putView({ ...view, day, firstAt: 0, lastAt: 0 });
    });
    const jumlah = (before: number) =>
      store.read(async (tx) => {
        const kinds = [];
        for (const kind of OVERDUE) kinds.push([kind, await tx.overdue(kind, before)]);
        return Object.fromEntries(kinds.filter(([, banyak]) => banyak !== 0)) as object;
      });
    expect(await jumlah(100)).toEqual({ throttles: 1, views: 2 });
    const hapus = (kind: Overdue) => store.write((tx) => tx.removeOverdue(kind, 100));
    expect([await hapus('throttles'), await hapus('queues'), await hapus('sessions')]).toEqual([1, 0, 0]);
    expect([await hapus('views'), await hapus('views'), await hapus('views')]).toEqual([1, 1, 0]);
    expect(await jumlah(86_400_000)).toEqual({ throttles: 1, queues: 1, burdenReports: 1, views: 1 });
    expect((await store.read((tx) => tx.throttle('menahan')))?.failures).toBe(9);
  });

  test('an upload is known with its parts under its instansi and id, the oldest first, until it goes with all of them', async () => {
    const store = await open();
    const upload: StoredUpload = {
      ...{ shard: SHARD, id: 'b_satu', berkas: 'a.csv', sumber: 'SIMPEG', sha: 'a'.repeat(64), openedAt: 2 },
      ...{ changedAt: 3, tahap: 'membaca', round: 1, done: 0, total: 0, reading: null, sentence: null },
      ...{ actor: null, worker: null, tries: 0, impor: null, jumlah: null },
    };
    const lain = { ...upload, shard: 'sek:P0000009', openedAt: 1 };
    const part = { shard: SHARD, id: 'b_satu', part: 'pemetaan', content: '{}' };
    await store.write(async (tx) => {
      for (const one of [upload, lain, { ...upload, tahap: 'siap', reading: 'x' } as const])
        await tx.putUpload(one);
      for (const one of [part, { ...part, shard: lain.shard }, { ...part, content: '{"a":null}' }])
        await tx.putUploadPart(one);
      await tx.putUploadPart({ ...part, part: 'kecuali' });
    });
    const siap = { ...upload, tahap: 'siap', reading: 'x' };
    expect(await store.read((tx) => tx.uploads())).toEqual([lain, siap]);
    expect(await store.read((tx) => tx.upload(SHARD, 'b_satu'))).toEqual(siap);
    expect(await store.read((tx) => tx.upload(SHARD, 'b_dua'))).toBeNull();
    expect(await store.read((tx) => tx.uploadPart(SHARD, 'b_satu', 'pemetaan'))).toBe('{"a":null}');
    expect(await store.read((tx) => tx.uploadPart(SHARD, 'b_satu', 'lain'))).toBeNull();
    expect([...(await store.read((tx) => tx.uploadParts(SHARD, 'b_satu')))].sort()).toEqual([
      'kecuali',
      'pemetaan',
    ]);
    await store.write((tx) => tx.removeUploadParts(SHARD, 'b_satu'));
    expect(await store.read((tx) => tx.uploadParts(SHARD, 'b_satu'))).toEqual([]);
    await store.write((tx) => tx.removeUpload(lain.shard, 'b_satu'));
    expect(await store.read((tx) => tx.uploads())).toEqual([siap]);
    expect(await store.read((tx) => tx.uploadParts(lain.shard, 'b_satu'))).toEqual([]);
  });

  test('a name that one line holds alone no other gets, until it lets go or is over', async () => {
    const store = await open();
    const [one, two] = [await store.openLine(), await store.openLine()];
    expect(await one.grip('x', 'alone')).toBe(true);
    expect([await two.grip('x', 'alone'), await two.grip('x', 'together')]).toEqual([false, false]);
    expect(await two.grip('y', 'alone')).toBe(true);
    await one.letGo('x', 'alone');
    expect(await two.grip('x', 'alone')).toBe(true);
    const waiting = one.wait('x');
    expect([await one.stands(), await two.stands()]).toEqual([true, true]);
    await two.close();
    await two.lost;
    await waiting;
    expect([await one.stands(), await two.stands()]).toEqual([true, false]);
    await one.close();
  });

  test('a name that is held together is held by all who say so, and by nobody alone', async () => {
    const store = await open();
    const lines = [await store.openLine(), await store.openLine(), await store.openLine()] as const;
    const [one, two, three] = lines;
    expect([await one.grip('x', 'together'), await two.grip('x', 'together')]).toEqual([true, true]);
    expect(await three.grip('x', 'alone')).toBe(false);
    await one.letGo('x', 'together');
    expect(await three.grip('x', 'alone')).toBe(false);
    await two.letGo('x', 'together');
    expect(await three.grip('x', 'alone')).toBe(true);
    for (const line of lines) await line.close();
  });

  test('a topic that is told is heard on every line that listens', async () => {
    const store = await open();
    const lines = [await store.openLine(), await store.openLine()];
    const heard = lines.map(
      (line) => new Promise<string>((resolve) => void line.onNews((topic) => resolve(topic))),
    );
    for (const line of lines) await line.stands();
    await store.tell('cadangan');
    expect(await Promise.all(heard)).toEqual(['cadangan', 'cadangan']);
    for (const line of lines) await line.close();
  });
};
