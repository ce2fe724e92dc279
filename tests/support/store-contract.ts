import { expect, test } from 'vitest';
import { type Store, StoreUnavailableError, type WriteTx } from '../../server/store/index.ts';
import { aDevice, anAccount, aStoredCommand, aStoredRecord, GURU, KEPALA, SHARD } from './builders.ts';
import { evidenceContract } from './store-contract-evidence.ts';
import { holdsContract } from './store-contract-holds.ts';
import { peopleContract } from './store-contract-people.ts';
import { sharedContract } from './store-contract-shared.ts';

const OTHER_SHARD = 'sek:20104523';

/** Works of the contract write in these schools without saying so each time. */
const holdingBoth = (store: Store): Store => ({
  ...store,
  write: (work, hold = { shards: [SHARD, OTHER_SHARD] }) => store.write(work, hold),
});

/** What every room behind the storage interface promises. `openStore` gives a fresh, empty store. */
export const storeContract = (openStore: () => Promise<Store>): void => {
  const open = async (): Promise<Store> => holdingBoth(await openStore());
  evidenceContract(open);
  holdsContract(openStore);
  peopleContract(open);
  sharedContract(open);

  test('a shard that nobody wrote to has an empty head', async () => {
    const store = await open();
    expect(await store.read((tx) => tx.chainHead(SHARD))).toEqual({ n: 0, h: new Uint8Array() });
    expect(await store.read((tx) => tx.shards())).toEqual([]);
  });

  test('a shard moves on to the head it is given, and others stay', async () => {
    const store = await open();
    await store.write((tx) => tx.advanceShard(SHARD, { n: 1, h: Uint8Array.of(1) }));
    await store.write((tx) => tx.advanceShard(SHARD, { n: 2, h: Uint8Array.of(2) }));
    expect(await store.read((tx) => tx.chainHead(SHARD))).toEqual({ n: 2, h: Uint8Array.of(2) });
    expect((await store.read((tx) => tx.chainHead(OTHER_SHARD))).n).toBe(0);
    expect(await store.read((tx) => tx.shards())).toEqual([SHARD]);
  });

  test.each([
    ['accepted', aStoredCommand(7)],
    [
      'competing',
      aStoredCommand(8, {
        outcome: { verdict: 'beda', n: 8, h: Uint8Array.of(8), head: 'd_abcdef.1.AAAAAAAAAAA' },
      }),
    ],
    ['refused', aStoredCommand(null)],
    [
      'refused without params',
      aStoredCommand(null, { outcome: { verdict: 'no', code: 'terkunci', params: null } }),
    ],
    [
      'refused that named a record',
      aStoredCommand(null, {
        content: { ...aStoredCommand(1).content, record: 'd_x.1.AAAAAAAAAAA', base: 'd_x.1.AAAAAAAAAAA' },
      }),
    ],
  ])('an %s command comes back as it was stored', async (_, command) => {
    const store = await open();
    await store.write((tx) => tx.insertCommand(command));
    expect(await store.read((tx) => tx.commandsByNumber(command.device, command.number))).toEqual([command]);
  });

  test('a body comes back to the letter: NUL, lone surrogates, emoji and keys in any order', async () => {
    const body = {
      z: '\u0000 \ud800 \u{1f469}\u200d\u{1f3eb} \u202e',
      a: [1e21, -0, 0.1, null, true, { '': '' }],
    };
    const store = await open();
    await store.write((tx) =>
      tx.insertCommand(aStoredCommand(1, { content: { ...aStoredCommand(1).content, body } })),
    );
    const [found] = await store.read((tx) => tx.commandsByNumber('d_abcdef', 1));
    expect(found?.content.body).toEqual({ ...body, a: [1e21, 0, 0.1, null, true, { '': '' }] });
  });

  test('one number can hold several contents, of which each has its own line', async () => {
    const store = await open();
    await store.write(async (tx) => {
      await tx.insertCommand(aStoredCommand(1));
      await tx.insertCommand(aStoredCommand(2, { number: 1, hash: 'BBBBBBBBBBB' }));
    });
    const found = await store.read((tx) => tx.commandsByNumber('d_abcdef', 1));
    expect(found.map(({ hash }) => hash).sort()).toEqual(['AAAAAAAAAAA', 'BBBBBBBBBBB']);
  });

  test('a command is found by its id in its own school and in no other, a refused one too', async () => {
    const store = await open();
    const refused = aStoredCommand(null, {
      number: 2,
      outcome: { verdict: 'no', code: 'terkunci', params: null },
    });
    await store.write(async (tx) => {
      await tx.insertCommand(aStoredCommand(1));
      await tx.insertCommand(refused);
    });
    const { shard } = refused.content;
    const found = (at: string, id: string) => store.read((tx) => tx.commandIn(at, id));
    expect(await found(shard, 'd_abcdef.1.AAAAAAAAAAA')).toEqual(aStoredCommand(1));
    expect(await found(shard, 'd_abcdef.2.AAAAAAAAAAA')).toEqual(refused);
    expect(await found('sek:lain', 'd_abcdef.1.AAAAAAAAAAA')).toBeNull();
    expect(await found(shard, 'd_abcdef.1.BBBBBBBBBBB')).toBeNull();
    expect(await found(shard, 'bukan id')).toBeNull();
  });

  test('the same command or the same line twice is refused', async () => {
    const store = await open();
    await store.write((tx) => tx.insertCommand(aStoredCommand(1)));
    await expect(store.write((tx) => tx.insertCommand(aStoredCommand(1)))).rejects.toThrow();
    await expect(store.write((tx) => tx.insertCommand(aStoredCommand(1, { number: 9 })))).rejects.toThrow();
  });

  test('a history knows its accepted commands, and no refused or foreign ones', async () => {
    const store = await open();
    const id = 'd_abcdef.1.AAAAAAAAAAA';
    await store.write(async (tx) => {
      await tx.insertCommand(aStoredCommand(1));
      const change = { ...aStoredCommand(2).content, record: id, base: id };
      await tx.insertCommand(aStoredCommand(2, { content: change }));
      await tx.insertCommand(aStoredCommand(null, { number: 3, content: change }));
      await tx.insertCommand(aStoredCommand(4));
    });
    const inHistory = (command: string) => store.read((tx) => tx.isInHistory(SHARD, id, command));
    expect(await inHistory(id)).toBe(true);
    expect(await inHistory('d_abcdef.2.AAAAAAAAAAA')).toBe(true);
    expect(await inHistory('d_abcdef.3.AAAAAAAAAAA')).toBe(false);
    expect(await inHistory('d_abcdef.4.AAAAAAAAAAA')).toBe(false);
    expect(await inHistory('nonsense')).toBe(false);
    expect(await store.read((tx) => tx.isInHistory(OTHER_SHARD, id, id))).toBe(false);
  });

  test('lines come in order and in pages, without the refused', async () => {
    const store = await open();
    await store.write(async (tx) => {
      for (const n of [3, 1, 2, 4]) await tx.insertCommand(aStoredCommand(n));
      await tx.insertCommand(aStoredCommand(null, { number: 9 }));
    });
    const numbers = async (after: number, limit: number) =>
      (await store.read((tx) => tx.ledgerLines(SHARD, after, limit))).map(({ number }) => number);
    expect(await numbers(0, 3)).toEqual([1, 2, 3]);
    expect(await numbers(3, 3)).toEqual([4]);
    expect(await store.read((tx) => tx.chainHashAt(SHARD, 2))).toEqual(Uint8Array.of(2, 9, 9));
    expect(await store.read((tx) => tx.chainHashAt(SHARD, 5))).toBeNull();
  });

  test('a record comes back whole, and its next version takes its place', async () => {
    const store = await open();
    const variants = [
      { id: 'd_b.1.AAAAAAAAAAA', kind: 'entri.ubah', content: { a: 1 }, state: { tahap: 'DIAJUKAN' } },
    ];
    const first = aStoredRecord(1, { deleted: true, variants });
    await store.write((tx) => tx.putRecord(first));
    expect(await store.read((tx) => tx.record(SHARD, first.record.id))).toEqual(first);
    const second = { n: 5, record: { ...first.record, deleted: false, variants: [] } };
    await store.write((tx) => tx.putRecord(second));
    expect(await store.read((tx) => tx.record(SHARD, first.record.id))).toEqual(second);
    expect(await store.read((tx) => tx.record(OTHER_SHARD, first.record.id))).toBeNull();
  });

  test('several records and lines are written as one after the other, the last one of a key staying', async () => {
    const store = await open();
    const [first, second] = [aStoredRecord(1), aStoredRecord(2)];
    const again = { n: 3, record: { ...first.record, deleted: true } };
    const lines = [aStoredCommand(1), aStoredCommand(null, { number: 9 }), aStoredCommand(2)];
    await store.write(async (tx) => {
      await tx.putRecords([first, second, again]);
      await tx.insertCommands(lines);
      await tx.putRecords([]);
    });
    await store.read(async (tx) => {
      expect(await tx.record(SHARD, first.record.id)).toEqual(again);
      expect(await tx.record(SHARD, second.record.id)).toEqual(second);
      expect(await tx.ledgerLines(SHARD, 0, 9)).toEqual([lines[0], lines[2]]);
      expect(await tx.commandsByNumber('d_abcdef', 9)).toEqual([lines[1]]);
    });
    const taken = store.write((tx) => tx.insertCommands([aStoredCommand(3), aStoredCommand(1)]));
    await expect(taken).rejects.toThrow();
    expect((await store.read((tx) => tx.ledgerLines(SHARD, 0, 9))).length).toBe(2);
  });

  test('changed records come by number, of all owners or of those asked for', async () => {
    const store = await open();
    await store.write(async (tx) => {
      for (const n of [5, 1, 4]) await tx.putRecord(aStoredRecord(n));
      await tx.putRecord(aStoredRecord(2, { owner: '' }));
      await tx.putRecord(aStoredRecord(3, { owner: KEPALA }));
      await tx.putRecord(aStoredRecord(6, { shard: OTHER_SHARD }));
    });
    const numbers = async (afterN: number, owners: string[] | null, limit = 10) =>
      (await store.read((tx) => tx.changedRecords({ shard: SHARD, afterN, owners, limit }))).map(
        ({ n }) => n,
      );
    expect(await numbers(0, null)).toEqual([1, 2, 3, 4, 5]);
    expect(await numbers(2, null, 2)).toEqual([3, 4]);
    expect(await numbers(0, [GURU, ''])).toEqual([1, 2, 4, 5]);
    expect(await numbers(1, [GURU, ''], 2)).toEqual([2, 4]);
    expect(await numbers(0, [])).toEqual([]);
  });

  test('records are found by kind, by owner, and by a text that stands in them', async () => {
    const store = await open();
    await store.write(async (tx) => {
      await tx.putRecord(aStoredRecord(1));
      await tx.putRecord(aStoredRecord(2, { kind: 'pola' }));
      await tx.putRecord(aStoredRecord(3, { owner: KEPALA }));
    });
    const numbers = (rows: readonly { n: number }[]) => rows.map(({ n }) => n).sort();
    expect(numbers(await store.read((tx) => tx.recordsOfKind(SHARD, 'entri')))).toEqual([1, 3]);
    expect(numbers(await store.read((tx) => tx.recordsOfKind(SHARD, 'entri', KEPALA)))).toEqual([3]);
    const holding = (text: string) =>
      store.read((tx) => tx.recordsHolding({ shard: SHARD, owner: GURU, text }));
    expect(numbers(await holding('Matematika kelas 5A'))).toEqual([1, 2]);
    expect(await holding('Mat%tika')).toEqual([]);
  });

  test('people, their rights, phones, sessions and counters come back and go', async () => {
    const store = await open();
    const session = {
      tokenHash: 't1',
      account: GURU,
      device: 'd_abcdef',
      createdAt: 1,
      seenAt: 2,
      expiresAt: 3,
    };
    const grant = {
      account: GURU,
      shard: SHARD,
      view: 'milik',
      peran: 'guru',
      since: 1,
      until: null,
    } as const;
    const throttle = { key: 'akun:x', failures: 3, since: 10, until: 20 };
    await store.write(async (tx) => {
      await tx.putAccount(anAccount());
      await tx.putAccount(anAccount({ id: 'p_baru01', nip: '199901012024011001' }));
      await tx.putGrant(grant);
      await tx.putGrant({ ...grant, until: 9 });
      await tx.putDevice(aDevice());
      await tx.putSession(session);
      await tx.putSession({ ...session, tokenHash: 't2', expiresAt: 30 });
      await tx.putThrottle(throttle);
      await tx.putKnownBrowser({ account: GURU, mark: 'm1', seenAt: 1 });
      await tx.putKnownBrowser({ account: GURU, mark: 'm1', seenAt: 2 });
    });
    await store.read(async (tx) => {
      expect(await tx.accountById(GURU)).toEqual(anAccount());
      expect(await tx.accountByNip(anAccount().nip)).toEqual(anAccount());
      expect(await tx.accountByNip('0')).toBeNull();
      expect(await tx.accountCount()).toBe(2);
      expect(await tx.grantsOf(GURU)).toEqual([{ ...grant, until: 9 }]);
      expect(await tx.grantsIn(grant.shard)).toEqual([{ ...grant, until: 9 }]);
      expect(await tx.grantsIn('sek:00000000')).toEqual([]);
      expect(await tx.neverUsed()).toEqual(['p_baru01']);
      expect(await tx.device('d_abcdef')).toEqual(aDevice());
      expect(await tx.devicesOf(GURU)).toEqual([aDevice()]);
      expect(await tx.session('t1')).toEqual(session);
      expect(await tx.throttle('akun:x')).toEqual(throttle);
      expect(await tx.isKnownBrowser(GURU, 'm1')).toBe(true);
      expect(await tx.isKnownBrowser(KEPALA, 'm1')).toBe(false);
    });
    await store.write(async (tx) => {
      await tx.removeSessionsExpiredBefore(4);
      await tx.removeThrottlesBefore(11);
    });
    expect(await store.read((tx) => tx.session('t1'))).toBeNull();
    expect(await store.read((tx) => tx.session('t2'))).not.toBeNull();
    expect(await store.read((tx) => tx.throttle('akun:x'))).toBeNull();
    await store.write((tx) => tx.putSession({ ...session, expiresAt: 30 }));
    expect(await store.write((tx) => tx.removeOtherSessionsOf(GURU, 't2'))).toBe(1);
    expect(await store.read((tx) => tx.session('t1'))).toBeNull();
    expect(await store.read((tx) => tx.session('t2'))).not.toBeNull();
    await store.write((tx) => tx.removeSessionsOf(GURU));
    expect(await store.read((tx) => tx.session('t2'))).toBeNull();
  });

  test('two accounts cannot share a NIP', async () => {
    const store = await open();
    await store.write((tx) => tx.putAccount(anAccount()));
    await expect(store.write((tx) => tx.putAccount(anAccount({ id: 'p_other' })))).rejects.toThrow();
  });

  test('a photo is known by owner and hash', async () => {
    const store = await open();
    const photo = {
      owner: GURU,
      sha: 'a',
      size: 9,
      mime: 'image/webp',
      received: 4,
      state: 'menerima',
      updatedAt: 1,
    } as const;
    await store.write((tx) => tx.putPhoto(photo));
    await store.write((tx) => tx.putPhoto({ ...photo, received: 9, state: 'utuh' }));
    expect(await store.read((tx) => tx.photo(GURU, 'a'))).toEqual({ ...photo, received: 9, state: 'utuh' });
    expect(await store.read((tx) => tx.photo(KEPALA, 'a'))).toBeNull();
    await store.write((tx) => tx.removePhoto(GURU, 'a'));
    expect(await store.read((tx) => tx.photo(GURU, 'a'))).toBeNull();
  });

  test('a transaction that throws leaves nothing behind, and the next one works', async () => {
    const store = await open();
    const failing = store.write(async (tx) => {
      await tx.putAccount(anAccount());
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    expect(await store.read((tx) => tx.accountCount())).toBe(0);
    await store.write((tx) => tx.putAccount(anAccount()));
    expect(await store.read((tx) => tx.accountCount())).toBe(1);
  });

  test('a savepoint that throws leaves nothing behind while the transaction goes on', async () => {
    const store = await open();
    await store.write(async (tx) => {
      await tx.putAccount(anAccount());
      const inner = tx.savepoint(async () => {
        await tx.putAccount(anAccount({ id: 'p_2', nip: '2' }));
        await tx.savepoint(() => tx.putAccount(anAccount({ id: 'p_3', nip: '3' })));
        throw new Error('only this');
      });
      await expect(inner).rejects.toThrow('only this');
      await tx.putAccount(anAccount({ id: 'p_4', nip: '4' }));
    });
    const present = await store.read((tx) =>
      Promise.all([GURU, 'p_2', 'p_3', 'p_4'].map((id) => tx.accountById(id))),
    );
    expect(present.map((account) => account?.id ?? null)).toEqual([GURU, null, null, 'p_4']);
  });

  test('of works that come together, the one that throws takes no other with it', async () => {
    const store = await open();
    const put = (id: string, fail: boolean) =>
      store.write(async (tx) => {
        await tx.putAccount(anAccount({ id, nip: id }));
        if (fail) throw new Error(id);
        return id;
      });
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => put(`p_${i}`, i % 3 === 0)),
    );
    expect(results.map(({ status }) => status)).toEqual(
      Array.from({ length: 50 }, (_, i) => (i % 3 === 0 ? 'rejected' : 'fulfilled')),
    );
    expect(await store.read((tx) => tx.accountCount())).toBe(33);
  });

  test('writers never interleave: each sees what the one before left', async () => {
    const store = await open();
    const increment = async (tx: WriteTx): Promise<void> => {
      const { n } = await tx.lockShard(SHARD);
      await Promise.resolve();
      await tx.advanceShard(SHARD, { n: n + 1, h: Uint8Array.of(0) });
    };
    await Promise.all(Array.from({ length: 100 }, () => store.write(increment)));
    expect((await store.read((tx) => tx.chainHead(SHARD))).n).toBe(100);
  });

  test('a read is one snapshot: what is written meanwhile shows in the next one', async () => {
    const store = await open();
    await store.write((tx) => tx.putAccount(anAccount()));
    await store.read(async (tx) => {
      expect(await tx.accountCount()).toBe(1);
      await store.write((write) => write.putAccount(anAccount({ id: 'p_2', nip: '2' })));
      expect(await tx.accountCount()).toBe(1);
    });
    expect(await store.read((tx) => tx.accountCount())).toBe(2);
  });

  test('a read that throws lets the next one through', async () => {
    const store = await open();
    await expect(
      store.read(async () => {
        throw new Error('reading');
      }),
    ).rejects.toThrow('reading');
    expect(await store.read((tx) => tx.accountCount())).toBe(0);
  });

  test('what a fault of one work is, is no fault of the store', async () => {
    const store = await open();
    await store.write((tx) => tx.insertCommand(aStoredCommand(1)));
    const twice = store.write((tx) => tx.insertCommand(aStoredCommand(1)));
    await expect(twice).rejects.not.toBeInstanceOf(StoreUnavailableError);
  });
};
