import { expect, test } from 'vitest';
import type { Store } from '../../server/store/index.ts';
import { tambahHari } from '../../shared/domain/index.ts';
import { aDevice, anAccount, aStoredCommand, aStoredRecord, GURU, KEPALA, SHARD } from './builders.ts';

const OTHER_SHARD = 'sek:20104523';
const NOW = 1000;

/** What every room promises of the organisation, reminders, what is public, and what phones say of their queues. */
export const peopleContract = (open: () => Promise<Store>): void => {
  const grant = { account: GURU, shard: SHARD, view: 'milik', peran: 'guru', since: 0, until: null } as const;

  test('whoever had a NIP before is found by it, and nobody where two had it', async () => {
    const store = await open();
    await store.write((tx) => tx.putAccount(anAccount({ nipLama: 'dulu' })));
    expect(await store.read((tx) => tx.accountByNipLama('dulu'))).toEqual(anAccount({ nipLama: 'dulu' }));
    await store.write((tx) => tx.putAccount(anAccount({ id: KEPALA, nip: '2', nipLama: 'dulu' })));
    expect(await store.read((tx) => tx.accountByNipLama('dulu'))).toBeNull();
    expect(await store.read((tx) => tx.accountByNipLama('lain'))).toBeNull();
  });

  test('of what a lost phone handed over, what she has not answered is counted, and what was refused told apart', async () => {
    const store = await open();
    const part = { device: 'd_hilang', receivedAt: 1, entri: 2, foto: 1, bytes: Uint8Array.of(1, 2) };
    await store.write(async (tx) => {
      await tx.keepHanded({ ...part, id: 'a', refused: null });
      await tx.keepHanded({ ...part, id: 'b', receivedAt: 2, refused: null });
      await tx.keepHanded({ ...part, id: 'b', receivedAt: 2, refused: '[]' });
    });
    expect(await store.read((tx) => tx.handedSums('d_hilang'))).toEqual({ entri: 2, foto: 1, bytes: 4 });
    expect(await store.read((tx) => tx.handedRefusals('d_hilang'))).toEqual(['[]']);
    expect(await store.read((tx) => tx.handedSums('d_lain'))).toEqual({ entri: 0, foto: 0, bytes: 0 });
    await store.write((tx) => tx.removeHanded('b'));
    expect(await store.read((tx) => tx.handedRefusals('d_hilang'))).toEqual([]);
  });

  test('people with a role are found by part of name or NIP in any case, as letters and no pattern, in pages', async () => {
    const store = await open();
    const people = ['Émi', 'Sri Wahyuni', 'emi%', 'Budi', 'Agus'].map((nama, i) =>
      anAccount({ id: `p_${i}`, nip: `19${i}`, nama }),
    );
    await store.write(async (tx) => {
      for (const [i, person] of people.entries()) {
        await tx.putAccount(person);
        const since = i === 3 ? NOW + 1 : 0;
        await tx.putGrant({ ...grant, account: person.id, since, until: i === 4 ? NOW : null });
      }
      await tx.putGrant({ ...grant, account: 'p_1', shard: OTHER_SHARD });
    });
    const found = (shard: string | null, find: string, page = { from: 0, limit: 9 }) =>
      store
        .read((tx) => tx.peopleWith({ shard, find, now: NOW, ...page }))
        .then((list) => list.map(({ nama }) => nama));
    // By bytes: small letters come after capitals, and É after both.
    expect(await found(null, '')).toEqual(['Sri Wahyuni', 'emi%', 'Émi']);
    expect(await found(null, '', { from: 1, limit: 1 })).toEqual(['emi%']);
    expect(await found(OTHER_SHARD, '')).toEqual(['Sri Wahyuni']);
    expect(await found(SHARD, 'sRI w')).toEqual(['Sri Wahyuni']);
    expect(await found(null, 'i%')).toEqual(['emi%']);
    expect(await found(null, 'i 190')).toEqual(['Émi']);
    expect(await found(null, '_')).toEqual([]);
  });

  test('all roles in a school, whoever has never signed in, and a person’s other sessions', async () => {
    const store = await open();
    const session = { account: GURU, device: 'd_abcdef', createdAt: 1, seenAt: 2, expiresAt: 3 };
    await store.write(async (tx) => {
      await tx.putAccount(anAccount());
      await tx.putAccount(anAccount({ id: KEPALA, nip: '2' }));
      await tx.putGrant({ ...grant, until: 5 });
      await tx.putGrant({ ...grant, account: KEPALA, peran: 'pembaca' });
      await tx.putGrant({ ...grant, shard: OTHER_SHARD });
      await tx.putDevice(aDevice());
      for (const tokenHash of ['t1', 't2', 't3']) await tx.putSession({ ...session, tokenHash });
    });
    await store.read(async (tx) => {
      expect((await tx.grantsIn(SHARD)).map(({ peran }) => peran).sort()).toEqual(['guru', 'pembaca']);
      expect(await tx.neverUsed()).toEqual([KEPALA]);
      expect((await tx.sessionsOf(GURU)).map(({ tokenHash }) => tokenHash).sort()).toEqual([
        't1',
        't2',
        't3',
      ]);
    });
    expect(await store.write((tx) => tx.removeOtherSessionsOf(GURU, 't2'))).toBe(2);
    expect(await store.write((tx) => tx.removeOtherSessionsOf(GURU, 't2'))).toBe(0);
    expect(await store.read((tx) => tx.sessionsOf(GURU))).toEqual([{ ...session, tokenHash: 't2' }]);
  });

  test('reminders come by phone in pages, change and go; a password’s age is the last one said', async () => {
    const store = await open();
    const reminder = (device: string) => ({
      ...{ device, account: GURU, endpoint: 'https://push.example/1', hour: '15:00' },
      ...{ days: [1, 5], lastDay: '', failures: 0 },
    });
    await store.write(async (tx) => {
      for (const device of ['d_c', 'd_a', 'd_b']) await tx.putReminder(reminder(device));
      await tx.putReminder({ ...reminder('d_b'), failures: 2 });
      for (const setAt of [5, 9]) await tx.putPasswordAge({ account: GURU, setAt });
    });
    expect(await store.read((tx) => tx.reminders('d_a', 1))).toEqual([{ ...reminder('d_b'), failures: 2 }]);
    await store.write((tx) => tx.removeReminder('d_b'));
    expect(await store.read((tx) => tx.reminderOf('d_b'))).toBeNull();
    expect((await store.read((tx) => tx.reminders('', 9))).map(({ device }) => device)).toEqual([
      'd_a',
      'd_c',
    ]);
    expect(await store.read((tx) => tx.passwordSetAt(GURU))).toBe(9);
    expect(await store.read((tx) => tx.passwordSetAt(KEPALA))).toBeNull();
  });

  test('the last choice of what is public holds, and a published table is never another', async () => {
    const store = await open();
    const choice = (at: number, tabel: string[]) => ({ at, instansi: 'Dinas', tabel, sejak: '2026-01' });
    const release = { tabel: 'jenis', periode: '2026-01', madeAt: 5, content: '{"a":1}' };
    expect(await store.read((tx) => tx.publication())).toBeNull();
    await store.write(async (tx) => {
      await tx.putPublication(choice(10, ['jenis']));
      await tx.putPublication(choice(9, []));
      await tx.keepRelease(release);
      await tx.keepRelease({ ...release, madeAt: 6, content: '{"a":2}' });
    });
    expect(await store.read((tx) => tx.publication())).toEqual(choice(10, ['jenis']));
    expect(await store.read((tx) => tx.release('jenis', '2026-01'))).toEqual(release);
    expect(await store.read((tx) => tx.release('jenis', '2026-02'))).toBeNull();
    expect(await store.read((tx) => tx.releaseKeys())).toEqual([
      { tabel: 'jenis', periode: '2026-01', madeAt: 5 },
    ]);
  });

  test('queues are summed over phones that are not cut off', async () => {
    const store = await open();
    const queue = { device: 'd_abcdef', count: 3, oldestAt: 7, reportedAt: 9 };
    const none = { phones: 0, commands: 0, oldestAt: null };
    expect(await store.read((tx) => tx.queueSums())).toEqual(none);
    await store.write(async (tx) => {
      await tx.putAccount(anAccount());
      await tx.putDevice(aDevice());
      await tx.putDevice(aDevice({ id: 'd_gone', revokedAt: 1 }));
      await tx.putQueue(queue);
      await tx.putQueue({ ...queue, device: 'd_gone', oldestAt: 1 });
    });
    expect(await store.read((tx) => tx.queue('d_abcdef'))).toEqual(queue);
    expect(await store.read((tx) => tx.queueSums())).toEqual({ phones: 1, commands: 3, oldestAt: 7 });
    await store.write((tx) => tx.removeQueue('d_abcdef'));
    expect(await store.read((tx) => tx.queueSums())).toEqual(none);
  });

  test('entries of a month come with when they first arrived and were first looked at, without deleted and withdrawn ones', async () => {
    const store = await open();
    const entry = aStoredRecord(1);
    const { record } = entry;
    if (record.kind !== 'entri') throw new Error('an entry was wanted');
    const { tanggal } = record.content;
    const line = (n: number, kind: string, receivedAt: number) => {
      const command = aStoredCommand(n, { receivedAt });
      return { ...command, content: { ...command.content, kind, record: record.id } };
    };
    await store.write(async (tx) => {
      await tx.insertCommand(line(1, 'entri.ubah', 50));
      await tx.insertCommand(line(2, 'entri.kembalikan', 70));
      await tx.insertCommand(line(3, 'entri.setujui', 90));
      await tx.putRecord(entry);
      await tx.putRecord({ ...entry, record: { ...record, id: 'd_x.2.AAAAAAAAAAA', deleted: true } });
      const state = { ...record.state, tahap: 'DITARIK' as const };
      await tx.putRecord({ ...entry, record: { ...record, id: 'd_x.3.AAAAAAAAAAA', state } });
      await tx.putRecord({ ...entry, record: { ...record, id: 'd_x.4.AAAAAAAAAAA' } });
    });
    const bulan = tanggal.slice(0, 7);
    const counted = { owner: record.owner, tanggal, rencanaAksi: record.content.rencanaAksi };
    const found = await store.read((tx) => tx.entriInMonth(SHARD, bulan));
    expect([...found].sort((a, b) => Number(a.tiba) - Number(b.tiba))).toEqual([
      { ...counted, tiba: null, diperiksa: null },
      { ...counted, tiba: 50, diperiksa: 70 },
    ]);
    const antara = (awal: string, akhir: string, shard = SHARD) =>
      store.read((tx) => tx.entriBetween(shard, { awal, akhir }));
    const ids = (await antara(tanggal, tanggal)).map((satu) => satu.record.id).sort();
    expect(ids).toEqual([record.id, 'd_x.4.AAAAAAAAAAA'].sort());
    expect(await antara('1999-01-01', tambahHari(tanggal, -1))).toEqual([]);
    expect(await antara(tambahHari(tanggal, 1), '2099-01-01')).toEqual([]);
    expect(await antara(tanggal, tanggal, OTHER_SHARD)).toEqual([]);
    expect(await store.read((tx) => tx.entriInMonth(SHARD, '1999-01'))).toEqual([]);
    expect(await store.read((tx) => tx.entriInMonth(OTHER_SHARD, bulan))).toEqual([]);
  });
};
