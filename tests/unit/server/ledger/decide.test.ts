import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommandContent } from '../../../../shared/protocol/index.ts';
import type { RecordOf } from '../../../../shared/records/index.ts';
import { aCatat, anEntri, GURU, idFor, KEPALA, onEntri, SHARD } from '../../../support/builders.ts';
import {
  aSchool,
  HEAD_PHONE,
  type Numbered,
  OTHER_GURU,
  OTHER_PHONE,
  PHONE,
  type School,
  SECOND,
} from './school.ts';

const edit = (entri: string, base: string, uraian: string): CommandContent =>
  onEntri('entri.ubah', entri, base, anEntri({ uraian }));

const numbered = (number: number, content: CommandContent): Numbered => ({ ...content, number });

const entri = async (school: School, id: string): Promise<RecordOf<'entri'>> => {
  const found = await school.store.read((tx) => tx.record(SHARD, id));
  return found?.record as RecordOf<'entri'>;
};

/** An entry of the teacher, in the ledger; its id. */
const recorded = async (school: School, number = 1): Promise<string> => {
  const catat = aCatat({ uraian: `Mengajar bilangan bulat ke-${number}` });
  await school.send(GURU, PHONE, numbered(number, catat));
  return idFor(PHONE, number, catat);
};

describe('verdicts', () => {
  test('an accepted command gets the next number, a receipt, and its record', async () => {
    const school = await aSchool();
    const answer = await school.send(
      GURU,
      PHONE,
      numbered(1, aCatat()),
      numbered(2, aCatat({ mulai: '10:00', selesai: '11:00' })),
    );
    expect(answer.res).toEqual([
      { o: 1, r: 'ok', n: 2, rc: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/) },
      { o: 2, r: 'ok', n: 3, rc: expect.any(String) },
    ]);
    const id = await idFor(PHONE, 1, aCatat());
    expect(await entri(school, id)).toMatchObject({
      id,
      head: id,
      owner: GURU,
      state: { tahap: 'DIAJUKAN' },
    });
  });

  test('I2: a repeat gets the same verdict and number, and takes no effect', async () => {
    const school = await aSchool();
    const first = await school.send(GURU, PHONE, numbered(1, aCatat()));
    school.clock.forward(3_600_000);
    const second = await school.send(GURU, PHONE, numbered(1, aCatat()));
    expect(second.res).toEqual([{ ...first.res[0], dup: 1 }]);
    expect((await school.store.read((tx) => tx.chainHead(SHARD))).n).toBe(2);
  });

  test('I2: repeats within one request, and of every kind of verdict, are the same', async () => {
    const school = await aSchool();
    const id = await recorded(school);
    await school.send(GURU, PHONE, numbered(2, edit(id, id, 'Teks dari HP pertama')));
    const commands = [
      numbered(1, edit(id, id, 'Teks dari HP kedua')),
      numbered(2, aCatat({ uraian: 'pendek' })),
    ];
    const first = await school.send(GURU, SECOND, ...commands);
    expect(first.res.map(({ r }) => r)).toEqual(['beda', 'no']);
    const again = await school.send(GURU, SECOND, ...commands, ...commands);
    expect(again.res).toEqual([...first.res, ...first.res].map((verdict) => ({ ...verdict, dup: 1 })));
  });

  test('a repeat of what was accepted gets its verdict also after the right was taken away', async () => {
    const school = await aSchool();
    const first = await school.send(GURU, PHONE, numbered(1, aCatat()));
    await school.grant({ account: GURU, until: school.clock.now() });
    const again = await school.send(GURU, PHONE, numbered(1, aCatat()));
    expect(again.res).toEqual([{ ...first.res[0], dup: 1 }]);
  });

  test('a used number with another content is a command of its own, and the phone gets a new id', async () => {
    const school = await aSchool();
    await school.send(GURU, PHONE, numbered(1, aCatat()));
    const other = aCatat({ uraian: 'Membimbing lomba baca puisi' });
    const answer = await school.send(GURU, PHONE, numbered(1, other));
    expect(answer.res).toMatchObject([{ r: 'ok', n: 3 }]);
    expect(await entri(school, await idFor(PHONE, 1, aCatat()))).toBeDefined();
    expect(await entri(school, await idFor(PHONE, 1, other))).toBeDefined();
    expect(answer.dev).toMatch(/^d_[a-z2-9]{10}$/);
    const [before, after] = await school.store.read((tx) =>
      Promise.all([tx.device(PHONE), tx.device(answer.dev ?? '')]),
    );
    expect(after).toMatchObject({ account: GURU, key: before?.key, maxNumber: 0 });
    const next = await school.send(
      GURU,
      answer.dev ?? '',
      numbered(1, aCatat({ mulai: '12:00', selesai: '13:00' })),
    );
    expect(next.res).toMatchObject([{ r: 'ok' }]);
    expect(next.dev).toBeUndefined();
  });

  test('the phone whose number was doubled is told again where the answer was lost', async () => {
    const school = await aSchool();
    await school.send(GURU, PHONE, numbered(1, aCatat()));
    const other = numbered(1, aCatat({ uraian: 'Membimbing lomba baca puisi' }));
    await school.send(GURU, PHONE, other);
    const again = await school.send(GURU, PHONE, other);
    expect(again.res).toMatchObject([{ r: 'ok', n: 3, dup: 1 }]);
    expect(again.dev).toBeDefined();
  });

  test('a hole in the numbers stops nothing, and what fills it later is taken', async () => {
    const school = await aSchool();
    const late = await school.send(GURU, PHONE, numbered(7, aCatat()));
    expect(late.res).toMatchObject([{ o: 7, r: 'ok', n: 2 }]);
    const filler = await school.send(GURU, PHONE, numbered(3, aCatat({ mulai: '13:00', selesai: '14:00' })));
    expect(filler.res).toMatchObject([{ o: 3, r: 'ok', n: 3 }]);
    expect((await school.store.read((tx) => tx.device(PHONE)))?.maxNumber).toBe(7);
  });

  test('a command on a base that has not arrived waits, leaves nothing, and is taken once it has', async () => {
    const school = await aSchool();
    const catat = aCatat();
    const id = await idFor(SECOND, 1, catat);
    const change = numbered(1, edit(id, id, 'Mengajar pecahan dengan benda nyata'));
    expect((await school.send(GURU, PHONE, change)).res).toEqual([{ o: 1, r: 'wait', base: id }]);
    expect(await school.store.read((tx) => tx.commandsByNumber(PHONE, 1))).toEqual([]);
    await school.send(GURU, SECOND, numbered(1, catat));
    const [verdict] = (await school.send(GURU, PHONE, change)).res;
    expect(verdict).toMatchObject({ r: 'ok' });
    expect(verdict).not.toHaveProperty('dup');
    expect((await entri(school, id)).content.uraian).toBe('Mengajar pecahan dengan benda nyata');
  });

  test('commands of one chain arrive in any order, each alone: after resending, the end is the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 }),
        async (order) => {
          const school = await aSchool();
          const chain = [numbered(1, aCatat())];
          const id = await idFor(PHONE, 1, aCatat());
          let base = id;
          for (let number = 2; number <= 5; number += 1) {
            const content = edit(id, base, `Mengajar versi ke-${number} dari teks ini`);
            chain.push(numbered(number, content));
            base = await idFor(PHONE, number, content);
          }
          for (let round = 0; round < 5; round += 1)
            for (const at of order) await school.send(GURU, PHONE, chain[at]!);
          expect(await entri(school, id)).toMatchObject({ head: base, variants: [] });
          expect((await entri(school, id)).content.uraian).toBe('Mengajar versi ke-5 dari teks ini');
          expect((await school.store.read((tx) => tx.chainHead(SHARD))).n).toBe(6);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('I6: one refused command delays only those that rest on it', async () => {
    const school = await aSchool();
    const bad = aCatat({ uraian: 'pendek' });
    const badId = await idFor(PHONE, 1, bad);
    const onBad = edit(badId, badId, 'Teks yang menunggu dasarnya');
    const answer = await school.send(
      GURU,
      PHONE,
      numbered(1, bad),
      numbered(2, onBad),
      numbered(3, aCatat()),
    );
    expect(answer.res).toMatchObject([
      { r: 'no', code: 'teks_pendek', params: { bidang: 'uraian' } },
      { r: 'wait', base: badId },
      { r: 'ok' },
    ]);
  });

  test('two phones on one version: both texts are kept, the first stays', async () => {
    const school = await aSchool();
    const id = await recorded(school);
    await school.send(GURU, PHONE, numbered(2, edit(id, id, 'Teks dari HP pertama')));
    const answer = await school.send(GURU, SECOND, numbered(1, edit(id, id, 'Teks dari HP kedua')));
    const now = await entri(school, id);
    expect(answer.res).toMatchObject([{ r: 'beda', n: 4, head: now.head }]);
    expect(now.content.uraian).toBe('Teks dari HP pertama');
    expect(now.variants).toMatchObject([{ kind: 'entri.ubah', content: { uraian: 'Teks dari HP kedua' } }]);
    expect(answer.chg.at(-1)).toMatchObject({ id, n: 4, var: [{ k: 'entri.ubah' }] });
  });
});

describe('the head', () => {
  test('approves what he saw', async () => {
    const school = await aSchool();
    const id = await recorded(school);
    const answer = await school.send(KEPALA, HEAD_PHONE, numbered(1, onEntri('entri.setujui', id, id)));
    expect(answer.res).toMatchObject([{ r: 'ok' }]);
    expect((await entri(school, id)).state).toEqual({
      tahap: 'DISETUJUI',
      oleh: 'Sutrisno',
      pada: school.clock.now(),
    });
  });

  test('I14: an approval never lands on a text that he did not see', async () => {
    const school = await aSchool();
    const id = await recorded(school);
    await school.send(GURU, PHONE, numbered(2, edit(id, id, 'Teks yang belum dilihat kepala')));
    const answer = await school.send(KEPALA, HEAD_PHONE, numbered(1, onEntri('entri.setujui', id, id)));
    expect(answer.res).toMatchObject([{ r: 'beda' }]);
    expect((await entri(school, id)).state.tahap).toBe('DIAJUKAN');
  });

  test('I14: approval and edit in either order never end approved with the unseen text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), async (approvalFirst) => {
        const school = await aSchool();
        const id = await recorded(school);
        const approve = () => school.send(KEPALA, HEAD_PHONE, numbered(1, onEntri('entri.setujui', id, id)));
        const change = () =>
          school.send(GURU, PHONE, numbered(2, edit(id, id, 'Teks baru yang belum dilihat')));
        for (const act of approvalFirst ? [approve, change] : [change, approve]) await act();
        const now = await entri(school, id);
        expect(now.state.tahap === 'DISETUJUI' && now.content.uraian === 'Teks baru yang belum dilihat').toBe(
          false,
        );
      }),
      { numRuns: 4 },
    );
  });

  test('an approved entry refuses an edit as locked; the text stays in the table and with its author', async () => {
    const school = await aSchool();
    const id = await recorded(school);
    await school.send(KEPALA, HEAD_PHONE, numbered(1, onEntri('entri.setujui', id, id)));
    const change = edit(id, id, 'Teks sesudah disetujui');
    const answer = await school.send(GURU, PHONE, numbered(2, change));
    expect(answer.res).toMatchObject([{ r: 'no', code: 'terkunci' }]);
    const [kept] = await school.store.read((tx) => tx.commandsByNumber(PHONE, 2));
    expect(kept?.content.body).toEqual(change.body);
  });

  test('never decides on himself', async () => {
    const school = await aSchool();
    const own = aCatat();
    const id = await idFor(HEAD_PHONE, 1, own);
    const answer = await school.send(
      KEPALA,
      HEAD_PHONE,
      numbered(1, own),
      numbered(2, onEntri('entri.setujui', id, id)),
    );
    expect(answer.res).toMatchObject([{ r: 'ok' }, { r: 'no', code: 'menilai_diri' }]);
  });

  test('approving twice is approving once, and both phones know their command is in', async () => {
    const school = await aSchool();
    const id = await recorded(school);
    await school.send(KEPALA, HEAD_PHONE, numbered(1, onEntri('entri.setujui', id, id)));
    const head = (await entri(school, id)).head;
    const answer = await school.send(KEPALA, HEAD_PHONE, numbered(2, onEntri('entri.setujui', id, id)));
    expect(answer.res).toMatchObject([{ r: 'ok', n: 4 }]);
    expect((await entri(school, id)).head).toBe(head);
    expect(answer.chg.at(-1)).toMatchObject({ id, n: 4 });
  });
});

describe('rights', () => {
  test('a teacher cannot approve, not even for another', async () => {
    const school = await aSchool();
    const id = await recorded(school);
    const own = await school.send(GURU, PHONE, numbered(2, onEntri('entri.setujui', id, id)));
    const other = await school.send(OTHER_GURU, OTHER_PHONE, numbered(1, onEntri('entri.setujui', id, id)));
    expect([...own.res, ...other.res]).toMatchObject([
      { r: 'no', code: 'di_luar_wewenang' },
      { r: 'no', code: 'di_luar_wewenang' },
    ]);
  });

  test("another teacher's entry cannot be changed, deleted or taken back, and never travels to a colleague", async () => {
    const school = await aSchool();
    const id = await recorded(school);
    const acts = [
      edit(id, id, 'Teks orang lain di sini'),
      onEntri('entri.hapus', id, id),
      onEntri('entri.tarik', id, id),
    ];
    const answer = await school.send(
      OTHER_GURU,
      OTHER_PHONE,
      ...acts.map((content, at) => numbered(at + 1, content)),
    );
    expect(answer.res.map((verdict) => 'code' in verdict && verdict.code)).toEqual(
      Array(3).fill('di_luar_wewenang'),
    );
    expect(answer.chg.map(({ o }) => o)).toEqual(['']);
    expect((await entri(school, id)).head).toBe(id);
  });

  test('the head cannot write in the name of a teacher', async () => {
    const school = await aSchool();
    const id = await recorded(school);
    const answer = await school.send(
      KEPALA,
      HEAD_PHONE,
      numbered(1, edit(id, id, 'Teks kepala pada entri guru')),
    );
    expect(answer.res).toMatchObject([{ r: 'no', code: 'di_luar_wewenang' }]);
  });

  test.each(['satker.tetapkan', 'pegawai.tetapkan', 'jadwal.tetapkan', 'skp.tetapkan'])(
    '%s is the server’s alone',
    async (kind) => {
      const school = await aSchool();
      const body = { pemilik: '', isi: { tahun: 2026, pendekatan: 'kuantitatif', rhk: [], pelajaran: [] } };
      const answer = await school.send(KEPALA, HEAD_PHONE, numbered(1, { ...aCatat(), kind, body }));
      expect(answer.res).toMatchObject([{ r: 'no' }]);
      expect((await school.store.read((tx) => tx.chainHead(SHARD))).n).toBe(1);
    },
  );

  test('without a grant in the shard everything is refused as taken away', async () => {
    const school = await aSchool();
    await school.grant({ account: GURU, until: school.clock.now() });
    const answer = await school.send(GURU, PHONE, numbered(1, aCatat()));
    expect(answer.res).toEqual([{ o: 1, r: 'no', code: 'akses_dicabut' }]);
    expect(answer.grant?.list).toEqual([]);
    expect(answer.chg).toEqual([]);
  });

  test('in a shard of another school there is nothing to write', async () => {
    const school = await aSchool();
    const answer = await school.send(GURU, PHONE, numbered(1, aCatat({}, 'sek:20104523')));
    expect(answer.res).toMatchObject([{ r: 'no', code: 'akses_dicabut' }]);
    expect(await school.store.read((tx) => tx.shards())).toEqual([SHARD]);
  });

  test('a grant that begins later does not count yet', async () => {
    const school = await aSchool();
    await school.grant({ account: GURU, until: 1 });
    await school.grant({ account: GURU, since: school.clock.now() + 1000 });
    expect((await school.send(GURU, PHONE, numbered(1, aCatat()))).res).toMatchObject([
      { code: 'akses_dicabut' },
    ]);
    school.clock.forward(1000);
    expect((await school.send(GURU, PHONE, numbered(2, aCatat()))).res).toMatchObject([{ r: 'ok' }]);
  });
});

describe('what a command may be', () => {
  test.each([
    ['an unknown kind', { kind: 'entri.hancurkan' }, 'perintah_asing'],
    ['a kind with a NUL and a lone surrogate', { kind: 'a\u0000\ud800' }, 'perintah_asing'],
    ['a newer version', { version: 9 }, 'perintah_asing'],
    ['a body that is no object', { body: null }, 'isi_salah'],
    ['an extra member', { body: { ...anEntri(), pemilik: OTHER_GURU } }, 'isi_salah'],
    ['a NUL in the text', { body: anEntri({ uraian: 'Mengajar\u0000kelas 5A hari ini' }) }, 'teks_terlarang'],
    [
      'a lone surrogate',
      { body: anEntri({ uraian: 'Mengajar \ud800 kelas 5A hari ini' }) },
      'teks_terlarang',
    ],
    [
      'a right-to-left override',
      { body: anEntri({ uraian: 'Mengajar \u202e kelas 5A hari ini' }) },
      'teks_terlarang',
    ],
    ['one letter too many', { body: anEntri({ uraian: 'a'.repeat(501) }) }, 'teks_panjang'],
    ['a date that does not exist', { body: anEntri({ tanggal: '2026-02-30' }) }, 'tanggal_mustahil'],
    ['tomorrow in the easternmost zone', { body: anEntri({ tanggal: '2026-11-24' }) }, 'tanggal_masa_depan'],
    ['a record named by a creation', { record: 'd_aaaaaa.9.AAAAAAAAAAA', base: null }, 'isi_salah'],
  ])('%s is refused, kept, and repeated alike', async (_, part, code) => {
    const school = await aSchool();
    const command = numbered(1, { ...aCatat(), ...part });
    const first = await school.send(GURU, PHONE, command);
    expect(first.res).toMatchObject([{ r: 'no', code }]);
    const again = await school.send(GURU, PHONE, command);
    expect(again.res).toEqual([{ ...first.res[0], dup: 1 }]);
    expect((await school.store.read((tx) => tx.chainHead(SHARD))).n).toBe(1);
  });

  test('a text over its limit is refused with the limit', async () => {
    const school = await aSchool();
    const answer = await school.send(GURU, PHONE, numbered(1, aCatat({ uraian: 'a'.repeat(501) })));
    expect(answer.res).toMatchObject([
      { r: 'no', code: 'teks_panjang', params: { bidang: 'uraian', paling: 500 } },
    ]);
  });

  test('a command over 16 KB is refused without its body being kept', async () => {
    const school = await aSchool();
    const command = numbered(1, { ...aCatat(), body: { ...anEntri(), catatan: 'a'.repeat(100_000) } });
    expect((await school.send(GURU, PHONE, command)).res).toMatchObject([
      { r: 'no', code: 'perintah_besar', params: { batas: 16_384 } },
    ]);
    const [kept] = await school.store.read((tx) => tx.commandsByNumber(PHONE, 1));
    expect(kept?.content.body).toBeNull();
    expect((await school.send(GURU, PHONE, command)).res).toMatchObject([{ code: 'perintah_besar', dup: 1 }]);
  });

  test('a wrong clock on the phone changes no verdict', async () => {
    await fc.assert(
      fc.asyncProperty(fc.maxSafeInteger(), async (at) => {
        const school = await aSchool();
        expect((await school.send(GURU, PHONE, { ...aCatat(), at, number: 1 })).res).toMatchObject([
          { r: 'ok', n: 2 },
        ]);
      }),
      { numRuns: 5 },
    );
  });

  test('500 commands in one request are all judged', async () => {
    const school = await aSchool();
    const commands = Array.from({ length: 500 }, (_, i) =>
      numbered(i + 1, aCatat({ uraian: `Kegiatan bernomor urut ${i}` })),
    );
    const answer = await school.send(GURU, PHONE, ...commands);
    expect(answer.res.every(({ r }) => r === 'ok')).toBe(true);
    expect(answer.res.at(-1)).toMatchObject({ n: 501 });
    expect(answer.more).toBe(true);
  });
});
