import { describe, expect, it } from 'vitest';
import { tolakanSkp } from '../../../shared/domain/index.ts';
import type { RecordOf, SkpState } from '../../../shared/records/index.ts';
import { ask, inAWord } from './ask.ts';
import { aKepala, anActor, GURU, idOf, KEPALA } from './builders.ts';
import { aKonteks, anRhk, aSkp, aSkpRecord } from './skp-builders.ts';

const TAHAP: readonly SkpState['tahap'][] = ['DRAF', 'DIAJUKAN', 'DIKEMBALIKAN', 'DISETUJUI'];
const CATATAN = [{ rhk: 'GR-U-01', teks: 'Targetnya terlalu rendah' }];
const BODY: Readonly<Record<string, unknown>> = {
  'skp.ubah': aSkp({ rhk: [anRhk({ rhk: 'Diubah' })] }),
  'skp.kembalikan': { catatan: CATATAN },
};
const tanya = (
  kind: string,
  record: RecordOf<'skp'> | null,
  context: Parameters<typeof ask>[0]['context'] = {},
) =>
  ask({
    record,
    command: { kind, body: BODY[kind] ?? {}, ...(record ? {} : { record: null, base: null, body: aSkp() }) },
    context,
  });
const isi = (decision: ReturnType<typeof tanya>): RecordOf<'skp'> =>
  (decision as { record: RecordOf<'skp'> }).record;

describe('an SKP through its stages', () => {
  it('begins as a draft of whoever writes it', () => {
    const made = isi(tanya('skp.susun', null));
    expect([made.owner, made.state, made.content]).toEqual([GURU, { tahap: 'DRAF' }, aSkp()]);
    expect(inAWord(tanya('skp.susun', null, { actor: anActor({ peran: ['sistem'] }) }))).toBe(
      'di_luar_wewenang',
    );
  });

  it.each([
    ['skp.ubah', anActor(), ['DRAF', 'tahap_salah', 'DIKEMBALIKAN', 'tahap_salah'], 'DRAF'],
    ['skp.ajukan', anActor(), ['DIAJUKAN', 'sama', 'DIAJUKAN', 'tahap_salah'], 'sudah_dihapus'],
    ['skp.tarik', anActor(), ['sama', 'DRAF', 'tahap_salah', 'tahap_salah'], 'sudah_dihapus'],
    ['skp.hapus', anActor(), ['dihapus', 'tahap_salah', 'dihapus', 'tahap_salah'], 'sama'],
    ['skp.setujui', aKepala(), ['tahap_salah', 'DISETUJUI', 'tahap_salah', 'sama'], 'sudah_dihapus'],
    [
      'skp.kembalikan',
      aKepala(),
      ['tahap_salah', 'DIKEMBALIKAN', 'tahap_salah', 'tahap_salah'],
      'sudah_dihapus',
    ],
  ])('%s leads from each stage where it may, and nowhere else', (kind, actor, expected, deleted) => {
    expect(TAHAP.map((tahap) => inAWord(tanya(kind, aSkpRecord({ state: { tahap } }), { actor })))).toEqual(
      expected,
    );
    expect(inAWord(tanya(kind, aSkpRecord({ deleted: true }), { actor }))).toBe(deleted);
  });

  it.each(['skp.ubah', 'skp.ajukan', 'skp.tarik', 'skp.hapus'])('only the owner: %s', (kind) => {
    const actor = aKepala();
    for (const tahap of TAHAP)
      expect(inAWord(tanya(kind, aSkpRecord({ state: { tahap } }), { actor }))).toBe('di_luar_wewenang');
  });

  it.each(['skp.setujui', 'skp.kembalikan'])('only the penilai, and never on his own: %s', (kind) => {
    const record = aSkpRecord({ state: { tahap: 'DIAJUKAN' } });
    expect(inAWord(tanya(kind, record, { actor: anActor() }))).toBe('di_luar_wewenang');
    expect(inAWord(tanya(kind, { ...record, owner: KEPALA }, { actor: aKepala() }))).toBe('menilai_diri');
  });

  it('a return keeps its notes until the approval, over edits and the next handing in', () => {
    const kembali = isi(
      tanya('skp.kembalikan', aSkpRecord({ state: { tahap: 'DIAJUKAN' } }), { actor: aKepala() }),
    );
    expect(kembali.state).toMatchObject({ tahap: 'DIKEMBALIKAN', oleh: 'Sutrisno', catatan: CATATAN });
    const diubah = isi(
      ask({ record: kembali, command: { kind: 'skp.ubah', base: kembali.head, body: BODY['skp.ubah'] } }),
    );
    expect(diubah.state).toEqual(kembali.state);
    const lagi = isi(ask({ record: diubah, command: { kind: 'skp.ajukan', base: diubah.head, body: {} } }));
    expect(lagi.state).toEqual({ tahap: 'DIAJUKAN', catatan: CATATAN });
  });

  it('the same return twice is one; another one in its place is told that things have moved on', () => {
    const record = aSkpRecord({
      state: { tahap: 'DIKEMBALIKAN', oleh: 'Sutrisno', pada: 1, catatan: CATATAN },
    });
    expect(inAWord(tanya('skp.kembalikan', record, { actor: aKepala() }))).toBe('sama');
    const lain = { catatan: [{ rhk: null, teks: 'Lain' }] };
    expect(
      inAWord(
        ask({ record, command: { kind: 'skp.kembalikan', body: lain }, context: { actor: aKepala() } }),
      ),
    ).toBe('tahap_salah');
  });

  it.each([{ catatan: [] }, { catatan: [{ rhk: null, teks: ' ' }] }])('a return says why: %o', (body) => {
    const record = aSkpRecord({ state: { tahap: 'DIAJUKAN' } });
    expect(
      ask({ record, command: { kind: 'skp.kembalikan', body }, context: { actor: aKepala() } }).verdict,
    ).toBe('no');
  });
});

describe('the rules where they are at hand', () => {
  const periksaSkp = ({ id, content }: RecordOf<'skp'>) => tolakanSkp(content, { ...aKonteks(), id });
  const buruk = aSkp({ rhk: [] });

  it.each([
    ['skp.ajukan', 'DRAF', anActor()],
    ['skp.setujui', 'DIAJUKAN', aKepala()],
  ] as const)('%s is refused with the reason, and nothing else is', (kind, tahap, actor) => {
    const decision = tanya(kind, aSkpRecord({ content: buruk, state: { tahap } }), { actor, periksaSkp });
    expect(decision).toMatchObject({ refusal: { code: 'skp_salah', params: { sebab: 'tanpa_utama' } } });
    expect(inAWord(tanya(kind, aSkpRecord({ state: { tahap } }), { actor, periksaSkp }))).not.toBe(
      'skp_salah',
    );
  });

  it('a draft may be as unfinished as it likes', () => {
    expect(inAWord(tanya('skp.ubah', aSkpRecord({ content: buruk }), { periksaSkp }))).toBe('DRAF');
  });
});

describe('two phones', () => {
  const dua = (): RecordOf<'skp'> => {
    const record = aSkpRecord({ head: idOf(5) });
    const beda = ask({ record, command: { kind: 'skp.ubah', base: idOf(1), body: BODY['skp.ubah'] } });
    expect(beda.verdict).toBe('beda');
    return isi(beda);
  };
  const pilih = (record: RecordOf<'skp'>, pakai: 'varian' | 'kini', context = {}) =>
    ask({
      record,
      command: { kind: 'skp.pilih', base: record.head, body: { varian: record.variants[0]?.id, pakai } },
      context,
    });

  it('both texts stay until the owner chooses', () => {
    const record = dua();
    expect(record.variants.map(({ kind, content }) => [kind, content])).toEqual([
      ['skp.ubah', BODY['skp.ubah']],
    ]);
    expect([isi(pilih(record, 'varian'))].map(({ content, variants }) => [content, variants])).toEqual([
      [BODY['skp.ubah'], []],
    ]);
    expect([isi(pilih(record, 'kini'))].map(({ content, variants }) => [content, variants])).toEqual([
      [aSkp(), []],
    ]);
    expect(inAWord(pilih(record, 'kini', { actor: aKepala() }))).toBe('di_luar_wewenang');
  });

  it('I14 an approval of an older text is kept aside and approves nothing', () => {
    const record = aSkpRecord({ head: idOf(5), state: { tahap: 'DIAJUKAN' } });
    const late = ask({
      record,
      command: { kind: 'skp.setujui', base: idOf(1), body: {} },
      context: { actor: aKepala() },
    });
    expect([late.verdict, isi(late).state.tahap]).toEqual(['beda', 'DIAJUKAN']);
  });

  it('what was handed in meanwhile takes no competing text', () => {
    expect(inAWord(pilih({ ...dua(), state: { tahap: 'DIAJUKAN' } }, 'varian'))).toBe('tahap_salah');
  });
});

describe('what a head lays before his school', () => {
  const matriks = {
    tahun: 2026,
    pimpinan: aSkp().penilai,
    rhk: [{ kode: 'KS-U-01', rhk: 'Mutu' }],
    perilaku: [],
  };
  const bagikan = { kind: 'matriks.bagikan', record: null, base: null, body: matriks };

  it('is nobody’s, so that every teacher gets it; only a head may', () => {
    const made = ask({ record: null, command: bagikan, context: { actor: aKepala() } });
    expect(made).toMatchObject({ verdict: 'ok', record: { owner: '', content: matriks } });
    expect(inAWord(ask({ record: null, command: bagikan }))).toBe('di_luar_wewenang');
  });

  it('is replaced as a whole, the last one wins', () => {
    const { record } = ask({ record: null, command: bagikan, context: { actor: aKepala() } }) as {
      record: RecordOf<'skp'>;
    };
    const body = { ...matriks, rhk: [] };
    const next = ask({
      record: { ...record, head: idOf(9) },
      command: { kind: 'matriks.ubah', base: idOf(1), body },
      context: { actor: aKepala() },
    });
    expect(next).toMatchObject({ verdict: 'ok', record: { content: body, head: idOf(2) } });
  });
});
