import { expect, test } from 'vitest';
import { GIVEN_BACK, type ReadTx, type Store } from '../../server/store/index.ts';
import { aDevice, anAccount, aStoredCommand, aStoredRecord, GURU, KEPALA, SHARD } from './builders.ts';

const OTHER_SHARD = 'sek:20104523';
const ID = 'd_abcdef.1.AAAAAAAAAAA';
const KEYS = { shard: SHARD, device: 'd_abcdef', account: GURU };

/** What every room behind the interface promises of evidence, histories, recoveries, documents and audits. */
export const evidenceContract = (open: () => Promise<Store>): void => {
  const asked = <T>(store: Store, work: (tx: ReadTx) => Promise<T>): Promise<T> => store.read(work);

  test('a signed request is kept once, in each school for itself, and its bytes come back', async () => {
    const store = await open();
    const envelope = {
      ...{
        shard: SHARD,
        id: 'e1',
        device: 'd_abcdef',
        signature: 's',
        receivedAt: 5,
        carrier: null,
        signer: null,
      },
      bytes: Uint8Array.of(0, 255, 128, 10),
    };
    await store.write((tx) => tx.putEnvelope(envelope));
    await store.write((tx) => tx.putEnvelope({ ...envelope, bytes: Uint8Array.of(1), receivedAt: 9 }));
    await store.write((tx) =>
      tx.putEnvelope({ ...envelope, shard: OTHER_SHARD, bytes: null, carrier: 'p_x' }),
    );
    expect(await asked(store, (tx) => tx.envelope(SHARD, 'e1'))).toEqual(envelope);
    expect(await asked(store, (tx) => tx.envelope(OTHER_SHARD, 'e1'))).toMatchObject({
      bytes: null,
      carrier: 'p_x',
    });
    expect(await asked(store, (tx) => tx.envelope(SHARD, 'e2'))).toBeNull();
  });

  test('histories hold accepted commands and those of a lost history in order, without the line that gave them back', async () => {
    const store = await open();
    const on = (n: number | null, kind = 'entri.ubah') => ({
      ...aStoredCommand(1).content,
      kind,
      record: ID,
      at: n ?? 0,
    });
    const skeleton = { shard: SHARD, record: ID, n: 2, content: null };
    await store.write(async (tx) => {
      await tx.insertCommand(aStoredCommand(1));
      await tx.insertCommand(aStoredCommand(2, { device: 'pulih', content: on(2, GIVEN_BACK) }));
      await tx.putSkeleton({ ...skeleton, id: 'd_lost.9.BBBBBBBBBBB', lostN: 8 });
      await tx.putSkeleton({ ...skeleton, id: 'd_lost.8.BBBBBBBBBBB', lostN: 7 });
      await tx.insertCommand(aStoredCommand(3, { content: on(3) }));
      await tx.insertCommand(aStoredCommand(null, { number: 4, content: on(null) }));
    });
    const histories = await asked(store, (tx) => tx.historiesOf(SHARD, [ID, 'unknown']));
    expect(histories.get(ID)).toEqual([
      [ID, 1],
      ['d_lost.8.BBBBBBBBBBB', 2],
      ['d_lost.9.BBBBBBBBBBB', 2],
      ['d_abcdef.3.AAAAAAAAAAA', 3],
    ]);
    expect(histories.get('unknown')).toEqual([]);
    expect(await asked(store, (tx) => tx.isInHistory(SHARD, ID, 'd_lost.8.BBBBBBBBBBB'))).toBe(true);
    expect(await asked(store, (tx) => tx.historiesOf(SHARD, []))).toEqual(new Map());
    const content = aStoredCommand(1).content;
    await store.write((tx) => tx.putSkeleton({ ...skeleton, id: 'd_lost.8.BBBBBBBBBBB', lostN: 7, content }));
    expect(await asked(store, (tx) => tx.skeleton(SHARD, 'd_lost.8.BBBBBBBBBBB'))).toMatchObject({ content });
    expect(await asked(store, (tx) => tx.skeleton(SHARD, 'nonsense'))).toBeNull();
  });

  test('lines are found by record in order, and by owner the last first, in pages', async () => {
    const store = await open();
    const change = { ...aStoredCommand(1).content, record: ID, base: ID };
    await store.write(async (tx) => {
      for (const n of [3, 1, 2])
        await tx.insertCommand(aStoredCommand(n, n === 1 ? {} : { content: change }));
      await tx.insertCommand(aStoredCommand(null, { number: 9, content: change }));
      await tx.insertCommand(aStoredCommand(4));
      await tx.putRecord(aStoredRecord(1));
      await tx.putRecord(aStoredRecord(4, { owner: KEPALA }));
    });
    const numbers = (lines: readonly { number: number }[]) => lines.map(({ number }) => number);
    expect(numbers(await asked(store, (tx) => tx.linesOfRecord(SHARD, ID)))).toEqual([1, 2, 3]);
    const own = (beforeN: number, limit: number) =>
      asked(store, (tx) => tx.linesOfOwner({ shard: SHARD, owner: GURU, beforeN, limit }));
    expect(numbers(await own(99, 2))).toEqual([3, 2]);
    expect(numbers(await own(2, 9))).toEqual([1]);
  });

  test('who looked is kept once a viewer, record and day, and is found by record and by owner since a day', async () => {
    const store = await open();
    const view = {
      ...{ shard: SHARD, record: ID, viewer: KEPALA, viewerNama: 'Sutrisno', peran: 'penilai' },
      ...{ day: '2026-11-23', firstAt: 5, lastAt: 6 },
    };
    await store.write(async (tx) => {
      await tx.putRecord(aStoredRecord(1));
      await tx.putView(view);
      await tx.putView({ ...view, lastAt: 9 });
      await tx.putView({ ...view, day: '2026-11-22' });
      await tx.putView({ ...view, record: 'd_other.1.AAAAAAAAAAA' });
    });
    expect(await asked(store, (tx) => tx.view(view))).toEqual({ ...view, lastAt: 9 });
    expect((await asked(store, (tx) => tx.viewsOfRecord(SHARD, ID))).map(({ day }) => day)).toEqual([
      '2026-11-22',
      '2026-11-23',
    ]);
    expect(await asked(store, (tx) => tx.viewsOfOwner(SHARD, GURU, '2026-11-23'))).toEqual([
      { ...view, kind: 'entri', lastAt: 9 },
    ]);
  });

  test('whoever only sees objections gets people, school and the evaluations that somebody objected to', async () => {
    const store = await open();
    const evaluasi = (n: number, state: unknown) => aStoredRecord(n, { kind: 'evaluasi', state } as never);
    await store.write(async (tx) => {
      await tx.putRecord(aStoredRecord(1));
      await tx.putRecord(aStoredRecord(2, { kind: 'pegawai' } as never));
      await tx.putRecord(evaluasi(3, { tahap: 'DITETAPKAN' }));
      await tx.putRecord(evaluasi(4, { tahap: 'DITETAPKAN', keberatan: { alasan: 'keberatan' } }));
      await tx.putRecord(evaluasi(5, { tahap: 'DITETAPKAN', keberatan: null }));
      await tx.putRecord(aStoredRecord(6, { kind: 'satker' } as never));
    });
    const found = await asked(store, (tx) =>
      tx.changedRecords({ shard: SHARD, afterN: 0, owners: 'keberatan', limit: 9 }),
    );
    expect(found.map(({ n }) => n)).toEqual([2, 4, 6]);
  });

  test('all records of a school go at once, and those of others stay', async () => {
    const store = await open();
    await store.write(async (tx) => {
      await tx.putRecord(aStoredRecord(1));
      await tx.putRecord(aStoredRecord(2, { shard: OTHER_SHARD }));
      await tx.removeRecordsOf(SHARD);
    });
    expect(await asked(store, (tx) => tx.counts())).toEqual({ commands: 0, records: 1, photos: 0 });
  });

  test('numbers that ever arrived from a device come in order, each once', async () => {
    const store = await open();
    await store.write(async (tx) => {
      await tx.insertCommand(aStoredCommand(10));
      await tx.insertCommand(aStoredCommand(null, { number: 9 }));
      await tx.insertCommand(aStoredCommand(2, { number: 9, hash: 'BBBBBBBBBBB' }));
      await tx.putSkeleton({
        shard: SHARD,
        id: 'd_abcdef.2.CCCCCCCCCCC',
        record: ID,
        n: 2,
        lostN: 1,
        content: null,
      });
    });
    expect(await asked(store, (tx) => tx.numbersOf('d_abcdef'))).toEqual([2, 9, 10]);
  });

  test('phones of a school are those of everybody who ever held a role there and are not revoked', async () => {
    const store = await open();
    const grant = { account: GURU, shard: SHARD, view: 'milik', peran: 'guru', since: 1, until: 2 } as const;
    await store.write(async (tx) => {
      await tx.putAccount(anAccount());
      await tx.putAccount(anAccount({ id: KEPALA, nip: '2' }));
      await tx.putGrant(grant);
      await tx.putGrant({ ...grant, since: 5, until: null });
      await tx.putDevice(aDevice());
      await tx.putDevice(aDevice({ id: 'd_revoked', revokedAt: 9 }));
      await tx.putDevice(aDevice({ id: 'd_head', account: KEPALA }));
    });
    expect(await asked(store, (tx) => tx.devicesIn(SHARD))).toEqual([aDevice()]);
    expect(await asked(store, (tx) => tx.devicesIn(OTHER_SHARD))).toEqual([]);
  });

  test('one session, one counter and an activation slip go or change without the others', async () => {
    const store = await open();
    const slip = {
      account: GURU,
      hash: 'h',
      issuedAt: 1,
      issuedBy: 'o',
      expiresAt: 9,
      tries: 0,
      usedAt: null,
      issuer: null,
      awaits: 0,
      secondedBy: null,
    };
    const session = { account: GURU, device: 'd_abcdef', createdAt: 1, seenAt: 2, expiresAt: 3 };
    await store.write(async (tx) => {
      await tx.putAccount(anAccount());
      await tx.putDevice(aDevice());
      for (const tokenHash of ['t1', 't2']) await tx.putSession({ ...session, tokenHash });
      for (const key of ['a', 'b']) await tx.putThrottle({ key, failures: 1, since: 1, until: 0 });
      await tx.putActivation(slip);
      await tx.putActivation({ ...slip, tries: 4, usedAt: 7 });
    });
    await store.write(async (tx) => {
      await tx.removeSession('t1');
      await tx.removeThrottle('a');
    });
    await store.read(async (tx) => {
      expect([await tx.session('t1'), await tx.throttle('a')]).toEqual([null, null]);
      expect(await tx.session('t2')).toEqual({ ...session, tokenHash: 't2' });
      expect((await tx.throttle('b'))?.failures).toBe(1);
      expect(await tx.activationOf(GURU)).toEqual({ ...slip, tries: 4, usedAt: 7 });
      expect(await tx.activationOf(KEPALA)).toBeNull();
    });
  });

  test('whole photos come page by page in one order, and a person’s bytes are counted, those of lately apart', async () => {
    const store = await open();
    const photo = { mime: null, received: 1, state: 'utuh', updatedAt: 5 } as const;
    await store.write(async (tx) => {
      for (const [owner, sha, size] of [
        ['p_b', 'b', 4],
        ['p_A', 'c', 3],
        ['p_b', 'A', 2],
      ] as const)
        await tx.putPhoto({ ...photo, owner, sha, size });
      await tx.putPhoto({ ...photo, owner: 'p_b', sha: 'z', size: 7, state: 'menerima', updatedAt: 50 });
    });
    const page = (after: { owner: string; sha: string } | null) =>
      asked(store, (tx) => tx.wholePhotos(after, 2));
    expect((await page(null)).map(({ sha }) => sha)).toEqual(['c', 'A']);
    expect((await page({ owner: 'p_b', sha: 'A' })).map(({ sha }) => sha)).toEqual(['b']);
    expect(await asked(store, (tx) => tx.photoBytes('p_b', 6))).toEqual({ all: 13, recent: 7 });
    expect(await asked(store, (tx) => tx.photoBytes('p_nobody', 0))).toEqual({ all: 0, recent: 0 });
    expect((await asked(store, (tx) => tx.counts())).photos).toBe(3);
  });

  test('an issued document stays as it is, and its versions come the last first', async () => {
    const store = await open();
    const document = {
      ...{ shard: SHARD, code: 'K1', owner: GURU, kind: 'skp', about: '2026', content: '{"a":1}' },
      ...{ fingerprint: Uint8Array.of(1, 2), issuedAt: 5, issuedBy: GURU },
    };
    await store.write(async (tx) => {
      await tx.putDocument(document);
      await tx.putDocument({ ...document, issuedAt: 99, content: 'other' });
      await tx.putDocument({ ...document, code: 'K2', issuedAt: 9 });
      await tx.putDocument({ ...document, code: 'K3', about: '2027' });
    });
    const [found] = await asked(store, (tx) => tx.documentsByCode('K1'));
    expect({ ...found, fingerprint: new Uint8Array(found?.fingerprint ?? []) }).toEqual(document);
    const about = await asked(store, (tx) => tx.documentsAbout(document));
    expect(about.map(({ code }) => code)).toEqual(['K2', 'K1']);
  });

  test('runs of the server come the newest first, also of one moment, with their heads', async () => {
    const store = await open();
    for (const id of ['e_z', 'e_a', 'e_m'])
      await store.write((tx) => tx.putEra({ id, startedAt: 7, cause: 'mulai', heads: { [SHARD]: 3 } }));
    await store.write((tx) => tx.putEra({ id: 'e_old', startedAt: 1, cause: 'pulih', heads: {} }));
    const eras = await asked(store, (tx) => tx.eras());
    expect(eras.map(({ id }) => id)).toEqual(['e_m', 'e_a', 'e_z', 'e_old']);
    expect(eras[0]?.heads).toEqual({ [SHARD]: 3 });
  });

  test('a lost history is known with who reported it and which lines came back, each once', async () => {
    const store = await open();
    const lost = { shard: SHARD, era: 'e_1', root: '', openedAt: 1, keptN: 3, lostN: 9 };
    const report = { ...KEYS, recovery: 1, reportedAt: 1, seenN: 9, doneAt: null };
    const { device, account } = KEYS;
    await store.write(async (tx) => {
      await tx.putRecovery({ ...lost, id: 1 });
      await tx.putRecovery({ ...lost, id: 2, lostN: 12 });
      await tx.putRecovery({ ...lost, id: 1, lostN: 10 });
      await tx.putRecoveryReport(report);
      await tx.putRecoveryReport({ ...report, doneAt: 5 });
      for (const n of [7, 5, 7]) await tx.addRecoveredLine({ shard: SHARD, recovery: 1, n });
    });
    expect((await asked(store, (tx) => tx.recoveries(SHARD))).map(({ id, lostN }) => [id, lostN])).toEqual([
      [2, 12],
      [1, 10],
    ]);
    expect(await asked(store, (tx) => tx.recoveryReports(SHARD, 1))).toEqual([
      { shard: SHARD, device, account, recovery: 1, reportedAt: 1, seenN: 9, doneAt: 5 },
    ]);
    expect(await asked(store, (tx) => tx.recoveredLines(SHARD, 1))).toEqual([5, 7]);
  });

  test('an audit reads every row of a table once, in pages, each as it was written', async () => {
    const store = await open();
    await store.write(async (tx) => {
      await tx.putAccount(anAccount());
      for (const i of [3, 1, 2]) await tx.putDevice(aDevice({ id: `d_${i}` }));
      for (const n of [2, 1, 3]) await tx.insertCommand(aStoredCommand(n));
      await tx.insertCommand(aStoredCommand(null, { number: 9 }));
      await tx.putRecord(aStoredRecord(4));
      await tx.advanceShard(SHARD, { n: 3, h: Uint8Array.of(3) });
      await tx.putPhoto({
        owner: GURU,
        sha: 'a',
        size: 1,
        mime: null,
        received: 1,
        state: 'utuh',
        updatedAt: 1,
      });
    });
    const every = async (table: 'commands' | 'devices' | 'records' | 'photos' | 'shards') => {
      const found: string[] = [];
      let after: string | null = null;
      do {
        const from: string | null = after;
        const page: Awaited<ReturnType<ReadTx['audit']>> = await asked(store, (tx) =>
          tx.audit(table, from, 2),
        );
        for (const { id, isAsWritten } of page.rows) found.push(isAsWritten ? id : `${id}?`);
        after = page.next;
      } while (after !== null);
      return found.sort();
    };
    expect(await every('devices')).toEqual(['d_1', 'd_2', 'd_3']);
    expect(await every('commands')).toEqual([1, 2, 3, 9].map((n) => `d_abcdef.${n}.AAAAAAAAAAA`));
    expect(await every('records')).toEqual(['d_abcdef.4.AAAAAAAAAAA']);
    expect(await every('photos')).toEqual([`${GURU}/a`]);
    expect(await every('shards')).toEqual([SHARD]);
    const lines = await asked(store, (tx) =>
      tx.auditShard('commands', { shard: SHARD, afterN: 1, limit: 9 }),
    );
    expect(lines.map(({ n }) => n)).toEqual([2, 3]);
    expect(await asked(store, (tx) => tx.integrity())).toEqual([]);
  });
};
