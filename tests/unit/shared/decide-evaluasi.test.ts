import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, type DecisionContext, decide, registry } from '../../../shared/commands/index.ts';
import { PREDIKAT, predikatDari, RATING } from '../../../shared/domain/index.ts';
import type { Evaluasi, EvaluasiState, Penilaian, RecordOf } from '../../../shared/records/index.ts';
import { aCommand, aContext, aKepala, anActor, aSatker, GURU, idOf, KEPALA, SHARD } from './builders.ts';

const HARI = 86_400_000;
const NOW = 1_795_420_800_000;

const anEvaluasi = (part: Partial<Evaluasi> = {}): Evaluasi => ({
  periode: { tahun: 2026, tipe: 'bulanan', angka: 11 },
  hasil: [
    {
      kode: 'GR-U-01',
      rhk: 'Terlaksananya pembelajaran',
      kegiatan: 12,
      ukuran: [{ indikator: 'Jumlah jam mengajar', target: '24 JP', realisasi: '24 JP dalam 12 kegiatan' }],
    },
  ],
  diri: { hasil: 'SESUAI', perilaku: 'SESUAI' },
  refleksi: '',
  ...part,
});
const NILAI: Penilaian = { hasil: 'SESUAI', perilaku: 'DI_ATAS', umpan: [], catatan: '' };
const anEvaluasiRecord = (part: Partial<RecordOf<'evaluasi'>> = {}): RecordOf<'evaluasi'> => ({
  shard: SHARD,
  id: idOf(1),
  kind: 'evaluasi',
  owner: GURU,
  head: idOf(1),
  state: { tahap: 'DRAF' },
  content: anEvaluasi(),
  deleted: false,
  variants: [],
  ...part,
});

const BODY: Readonly<Record<string, unknown>> = {
  'evaluasi.ubah': anEvaluasi({ refleksi: 'Lebih banyak praktik' }),
  'evaluasi.tetapkan': NILAI,
  'evaluasi.kembalikan': { alasan: 'Lengkapi realisasinya' },
  'evaluasi.bukaLagi': { alasan: 'Salah ketik rating' },
  'keberatan.ajukan': { alasan: 'Dua kegiatan belum dihitung' },
  'keberatan.jelaskan': { teks: 'Sudah dihitung di Oktober' },
};

type Asked = {
  readonly kind: string;
  readonly record?: RecordOf<'evaluasi'> | null;
  readonly body?: unknown;
  readonly base?: string;
  readonly context?: Partial<DecisionContext>;
};
const HEADS = ['evaluasi.kembalikan', 'evaluasi.tetapkan', 'evaluasi.bukaLagi', 'keberatan.jelaskan'];
const HERS = ['evaluasi.ubah', 'evaluasi.kirim', 'evaluasi.tarik', 'evaluasi.baca', 'keberatan.ajukan'];
const speaker = (kind: string): Actor => (HEADS.includes(kind) ? aKepala() : anActor());
const ask = ({ kind, record = anEvaluasiRecord(), body = BODY[kind] ?? {}, base, context = {} }: Asked) =>
  decide(
    {
      command: aCommand({
        kind,
        record: record?.id ?? null,
        base: base ?? record?.head ?? null,
        body: kind === 'evaluasi.susun' ? (body as object) : body,
      }),
      record,
      baseKnown: true,
    },
    aContext({ actor: speaker(kind), ...context }),
  );
const word = (decision: ReturnType<typeof ask>): string => {
  if (decision.verdict === 'no') return decision.refusal.code;
  if (decision.verdict !== 'ok') return decision.verdict;
  return decision.same ? 'sama' : decision.record.state.tahap;
};
const made = (decision: ReturnType<typeof ask>): RecordOf<'evaluasi'> => {
  if (decision.verdict !== 'ok') throw new Error(word(decision));
  return decision.record as RecordOf<'evaluasi'>;
};
const susun = (periode: Evaluasi['periode'], context: Partial<DecisionContext> = {}): string =>
  word(ask({ kind: 'evaluasi.susun', record: null, body: anEvaluasi({ periode }), context }));

const STATES: readonly EvaluasiState[] = [
  { tahap: 'DRAF' },
  { tahap: 'DIAJUKAN', pada: NOW },
  { tahap: 'DIKEMBALIKAN', oleh: 'Sutrisno', pada: NOW, alasan: 'Lengkapi realisasinya' },
  { tahap: 'DITETAPKAN', oleh: 'Sutrisno', pada: NOW, nilai: NILAI, predikat: 'BAIK', dibaca: NOW },
];
const wrong = 'tahap_salah';
const GRID: Readonly<Record<string, readonly string[]>> = {
  'evaluasi.ubah': ['DRAF', wrong, 'DIKEMBALIKAN', wrong],
  'evaluasi.kirim': ['DIAJUKAN', 'sama', 'DIAJUKAN', wrong],
  'evaluasi.tarik': ['sama', 'DRAF', 'sama', wrong],
  'evaluasi.kembalikan': [wrong, 'DIKEMBALIKAN', 'sama', wrong],
  'evaluasi.tetapkan': [wrong, 'DITETAPKAN', wrong, 'sama'],
  'evaluasi.bukaLagi': [wrong, wrong, wrong, 'DIAJUKAN'],
  'evaluasi.baca': [wrong, wrong, wrong, 'sama'],
  'keberatan.ajukan': [wrong, wrong, wrong, 'DITETAPKAN'],
  'keberatan.jelaskan': [wrong, wrong, wrong, wrong],
};
const cells = Object.entries(GRID).flatMap(([kind, row]) =>
  STATES.map((state, i) => ({ kind, state, tahap: state.tahap, expected: row[i] ?? '' })),
);

describe('every verb of an evaluation on every stage', () => {
  it.each(cells)('$kind on $tahap: $expected', ({ kind, state, expected }) => {
    expect(word(ask({ kind, record: anEvaluasiRecord({ state }) }))).toBe(expected);
  });

  it('covers every verb but those with tests of their own', () => {
    const verbs = [...registry.values()]
      .filter(({ record }) => record === 'evaluasi')
      .map(({ kind }) => kind);
    expect(new Set([...Object.keys(GRID), 'evaluasi.susun', 'evaluasi.pilih', 'keberatan.putuskan'])).toEqual(
      new Set(verbs),
    );
  });

  it.each(HEADS)('R2: %s by a head on his own evaluation is refused on every stage', (kind) => {
    for (const state of STATES)
      expect(
        word(
          ask({
            kind,
            record: anEvaluasiRecord({ owner: KEPALA, state }),
            context: { actor: aKepala({ peran: ['guru', 'penilai'] }) },
          }),
        ),
      ).toBe('menilai_diri');
  });

  it.each([
    ...HERS.map((kind) => [kind, aKepala()] as const),
    ...HEADS.map((kind) => [kind, anActor({ id: 'p_lain' })] as const),
  ])('%s by anybody else is out of bounds', (kind, actor) => {
    for (const state of STATES)
      expect(word(ask({ kind, record: anEvaluasiRecord({ state }), context: { actor } }))).toBe(
        'di_luar_wewenang',
      );
  });
});

describe('a new evaluation', () => {
  it('belongs to who makes it, for a period that has begun and is of the school’s kind', () => {
    const first = made(ask({ kind: 'evaluasi.susun', record: null, body: anEvaluasi() }));
    expect(first).toMatchObject({ owner: GURU, state: { tahap: 'DRAF' } });
    expect(susun({ tahun: 2026, tipe: 'bulanan', angka: 12 })).toBe('tanggal_masa_depan');
    expect(susun({ tahun: 2026, tipe: 'bulanan', angka: 13 })).toBe('isi_salah');
    expect(susun({ tahun: 2026, tipe: 'triwulanan', angka: 3 })).toBe('periode_asing');
    expect(susun({ tahun: 2026, tipe: 'tahunan', angka: 1 })).toBe('DRAF');
    const satker = aSatker({ periodik: [{ sejak: 2026, tipe: 'triwulanan', batasHari: 5 }] });
    expect(susun({ tahun: 2026, tipe: 'triwulanan', angka: 3 }, { satker })).toBe('DRAF');
    expect(susun({ tahun: 2026, tipe: 'bulanan', angka: 11 }, { satker })).toBe('periode_asing');
  });

  it('is refused beside one of the same or an overlapping period, and stands beside the year', () => {
    const siblings = [anEvaluasiRecord()];
    const satker = aSatker({ periodik: [{ sejak: 2026, tipe: 'triwulanan', batasHari: 5 }] });
    expect(susun({ tahun: 2026, tipe: 'bulanan', angka: 11 }, { siblings })).toBe('sudah_ada');
    expect(susun({ tahun: 2026, tipe: 'triwulanan', angka: 4 }, { siblings, satker })).toBe('sudah_ada');
    expect(susun({ tahun: 2026, tipe: 'bulanan', angka: 10 }, { siblings })).toBe('DRAF');
    expect(susun({ tahun: 2026, tipe: 'tahunan', angka: 1 }, { siblings })).toBe('DRAF');
  });

  it('of a part of a year stands beside the other part, and not beside the whole year or an overlapping one', () => {
    const bagian = (awal: string, akhir: string) =>
      ({ tahun: 2026, tipe: 'tahunan', angka: 1, bagian: { awal, akhir } }) as const;
    const content = anEvaluasi({ periode: bagian('2026-01-01', '2026-06-30') });
    const siblings = [anEvaluasiRecord({ content })];
    expect(susun(bagian('2026-07-01', '2026-12-31'), { siblings })).toBe('DRAF');
    expect(susun(bagian('2026-06-30', '2026-12-31'), { siblings })).toBe('sudah_ada');
    expect(susun({ tahun: 2026, tipe: 'tahunan', angka: 1 }, { siblings })).toBe('sudah_ada');
    for (const salah of [bagian('2026-06-30', '2026-01-01'), bagian('2025-07-01', '2026-06-30')])
      expect(susun(salah)).toBe('isi_salah');
  });

  it('keeps its period: a change that names another one is refused', () => {
    const body = anEvaluasi({ periode: { tahun: 2026, tipe: 'bulanan', angka: 10 } });
    expect(word(ask({ kind: 'evaluasi.ubah', body }))).toBe('isi_salah');
  });

  it('is not sent while no realisasi is written', () => {
    const [satu] = anEvaluasi().hasil;
    const hasil = satu
      ? [{ ...satu, ukuran: satu.ukuran.map((ukuran) => ({ ...ukuran, realisasi: ' ' })) }]
      : [];
    for (const content of [anEvaluasi({ hasil: [] }), anEvaluasi({ hasil })])
      expect(word(ask({ kind: 'evaluasi.kirim', record: anEvaluasiRecord({ content }) }))).toBe(
        'realisasi_kosong',
      );
  });
});

describe('the predikat', () => {
  const anyRating = fc.constantFrom(null, ...RATING);

  it('is worked out when the evaluation is made final, and only from two ratings', () => {
    fc.assert(
      fc.property(anyRating, anyRating, (hasil, perilaku) => {
        const record = anEvaluasiRecord({ state: { tahap: 'DIAJUKAN' } });
        const decision = ask({ kind: 'evaluasi.tetapkan', record, body: { ...NILAI, hasil, perilaku } });
        const expected = predikatDari({ hasil, perilaku }, '2026-11-30');
        if (expected === null) expect(word(decision)).toBe('nilai_belum_lengkap');
        else expect(made(decision).state).toMatchObject({ tahap: 'DITETAPKAN', predikat: expected });
      }),
    );
  });

  it('is never typed: no command takes one', () => {
    const record = anEvaluasiRecord({ state: { tahap: 'DIAJUKAN' } });
    for (const predikat of PREDIKAT)
      expect(word(ask({ kind: 'evaluasi.tetapkan', record, body: { ...NILAI, predikat } }))).toBe(
        'isi_salah',
      );
  });

  it('goes with its ratings and its read mark when the result is opened again', () => {
    const record = anEvaluasiRecord({ state: STATES[3] as EvaluasiState });
    const { state } = made(ask({ kind: 'evaluasi.bukaLagi', record }));
    expect(state).toMatchObject({ tahap: 'DIAJUKAN', alasan: 'Salah ketik rating' });
    expect('predikat' in state || 'dibaca' in state || 'nilai' in state).toBe(false);
  });
});

describe('an evaluation handed in by mistake', () => {
  const terkirim = (part: Partial<EvaluasiState> = {}) =>
    anEvaluasiRecord({ state: { tahap: 'DIAJUKAN', pada: NOW, ...part } });

  it('is hers again with every word of it, and can be handed in again', () => {
    const ditarik = made(ask({ kind: 'evaluasi.tarik', record: terkirim() }));
    expect(ditarik.state).toEqual({ tahap: 'DRAF' });
    expect(ditarik.content).toEqual(anEvaluasi());
    expect(word(ask({ kind: 'evaluasi.kirim', record: ditarik }))).toBe('DIAJUKAN');
  });

  it('is not taken back from a penilai who has opened his result again', () => {
    const dibuka = made(
      ask({ kind: 'evaluasi.bukaLagi', record: anEvaluasiRecord({ state: STATES[3] as EvaluasiState }) }),
    );
    expect(word(ask({ kind: 'evaluasi.tarik', record: dibuka }))).toBe(wrong);
  });

  it('I14: a final word on what was taken back meanwhile does not hold, and one that came first stands', () => {
    const ditarik = made(ask({ kind: 'evaluasi.tarik', record: terkirim() }));
    const kini = { ...ditarik, head: idOf(7) };
    expect(word(ask({ kind: 'evaluasi.tetapkan', record: kini, base: idOf(1) }))).toBe('beda');
    const tetap = anEvaluasiRecord({ head: idOf(7), state: STATES[3] as EvaluasiState });
    expect(word(ask({ kind: 'evaluasi.tarik', record: tetap, base: idOf(1) }))).toBe(wrong);
  });
});

describe('what was made on another version', () => {
  const moved = (state: EvaluasiState) => anEvaluasiRecord({ head: idOf(7), state });

  it('I14: a return and a final word never land on a text that their author did not see', () => {
    const at = (state: EvaluasiState | undefined) => moved(state as EvaluasiState);
    expect(word(ask({ kind: 'evaluasi.kembalikan', record: at(STATES[1]), base: idOf(1) }))).toBe('beda');
    expect(word(ask({ kind: 'evaluasi.tetapkan', record: at(STATES[1]), base: idOf(1) }))).toBe('beda');
  });

  it('I7: two texts of one draft are both kept, and either is chosen', () => {
    const body = BODY['evaluasi.ubah'];
    const decision = ask({ kind: 'evaluasi.ubah', record: moved({ tahap: 'DRAF' }), base: idOf(1) });
    if (decision.verdict !== 'beda') throw new Error(word(decision));
    const record = decision.record as RecordOf<'evaluasi'>;
    expect(record.variants).toMatchObject([{ kind: 'evaluasi.ubah', content: body }]);
    const choose = (pakai: string) =>
      made(ask({ kind: 'evaluasi.pilih', record, body: { varian: record.variants[0]?.id, pakai } }));
    expect(choose('varian')).toMatchObject({ content: body, variants: [] });
    expect(choose('kini')).toMatchObject({ content: anEvaluasi(), variants: [] });
    expect(word(ask({ kind: 'evaluasi.pilih', record, body: { varian: idOf(9), pakai: 'kini' } }))).toBe(
      'versi_tidak_ada',
    );
  });

  it('an objection lands whatever moved meanwhile, and opening again does not wait for a read mark', () => {
    const record = moved(STATES[3] as EvaluasiState);
    expect(word(ask({ kind: 'keberatan.ajukan', record, base: idOf(1) }))).toBe('DITETAPKAN');
    expect(word(ask({ kind: 'evaluasi.bukaLagi', record, base: idOf(1) }))).toBe('DIAJUKAN');
  });
});

describe('an objection', () => {
  const final = (part: Partial<EvaluasiState> = {}) =>
    anEvaluasiRecord({ state: { ...(STATES[3] as EvaluasiState), ...part } });
  const object = (now: number, part: Partial<EvaluasiState> = {}) =>
    made(ask({ kind: 'keberatan.ajukan', record: final(part), context: { now } })).state;

  it('is in time to the millisecond until 14 × 24 hours after the read mark; one that comes later is marked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 * HARI }), (after) => {
        expect(object(NOW + after).keberatan?.terlambat).toBe(after > 14 * HARI);
      }),
    );
    expect(object(NOW + 14 * HARI).keberatan?.terlambat).toBe(false);
    expect(object(NOW + 14 * HARI + 1).keberatan?.terlambat).toBe(true);
  });

  it('counts as reading where the read mark has not come yet', () => {
    const { dibaca: _, ...unread } = STATES[3] as EvaluasiState;
    const record = anEvaluasiRecord({ state: unread });
    const { state } = made(ask({ kind: 'keberatan.ajukan', record, context: { now: NOW + HARI } }));
    expect(state).toMatchObject({ dibaca: NOW + HARI, keberatan: { terlambat: false } });
  });

  it('is raised once against one result, and again against a new one', () => {
    const record = anEvaluasiRecord({ state: object(NOW + HARI) });
    expect(word(ask({ kind: 'keberatan.ajukan', record }))).toBe('sama');
    const other = { alasan: 'Alasan lain' };
    expect(word(ask({ kind: 'keberatan.ajukan', record, body: other }))).toBe('sudah_ada');
    const again = anEvaluasiRecord({ state: { ...record.state, pada: NOW + 3 * HARI } });
    expect(
      made(ask({ kind: 'keberatan.ajukan', record: again, body: other, context: { now: NOW + 4 * HARI } }))
        .state.keberatan,
    ).toMatchObject(other);
  });

  it('gets the penilai’s explanation beside it', () => {
    const record = anEvaluasiRecord({ state: object(NOW + HARI) });
    const { keberatan } = made(
      ask({ kind: 'keberatan.jelaskan', record, context: { now: NOW + 2 * HARI } }),
    ).state;
    expect(keberatan).toMatchObject({
      alasan: 'Dua kegiatan belum dihitung',
      penjelasan: { teks: 'Sudah dihitung di Oktober', oleh: 'Sutrisno', pada: NOW + 2 * HARI },
    });
  });
});

describe('the decision of the atasan', () => {
  const PENGAWAS: Actor = { id: 'p_pengawas', nama: 'Hartati', peran: ['atasan'] };
  const keberatan = { alasan: 'Dua kegiatan belum dihitung', pada: NOW + HARI, terlambat: false };
  const objected = (part: Partial<EvaluasiState> = {}) =>
    anEvaluasiRecord({ state: { ...(STATES[3] as EvaluasiState), keberatan, ...part } });
  const decideOn = (
    record: RecordOf<'evaluasi'>,
    part: object = {},
    { now = NOW + 2 * HARI, actor = PENGAWAS }: { now?: number; actor?: Actor } = {},
  ) =>
    ask({
      kind: 'keberatan.putuskan',
      record,
      body: { hasil: 'SESUAI', perilaku: 'SESUAI', alasan: 'Bukti diperiksa', ...part },
      context: { now, actor },
    });

  it('fixes the two ratings; the predikat is worked out from them, and what it was stays beside it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RATING), fc.constantFrom(...RATING), (hasil, perilaku) => {
        const { state } = made(decideOn(objected(), { hasil, perilaku }));
        expect(state.predikat).toBe(predikatDari({ hasil, perilaku }, '2026-11-30'));
        expect(state.nilai).toEqual({ ...NILAI, hasil, perilaku });
        expect(state.keberatan?.keputusan).toEqual({
          alasan: 'Bukti diperiksa',
          oleh: 'Hartati',
          pada: NOW + 2 * HARI,
          semula: { hasil: NILAI.hasil, perilaku: NILAI.perilaku, predikat: 'BAIK' },
        });
      }),
    );
  });

  it('is final: nothing of the teacher, the head or the atasan moves the result after it', () => {
    const record = made(decideOn(objected()));
    const said = (kind: string, body: unknown) => word(ask({ kind, record, body }));
    expect(said('evaluasi.bukaLagi', { alasan: 'Salah ketik' })).toBe('keputusan_final');
    expect(said('keberatan.ajukan', { alasan: 'Masih keberatan' })).toBe('keputusan_final');
    expect(said('keberatan.jelaskan', { teks: 'Terlambat' })).toBe('keputusan_final');
    expect(word(decideOn(record, { alasan: 'Berubah pikiran' }))).toBe('keputusan_final');
    expect(word(decideOn(record))).toBe('sama');
  });

  it('needs an objection against the result that stands', () => {
    expect(word(decideOn(anEvaluasiRecord({ state: STATES[3] as EvaluasiState })))).toBe(wrong);
    expect(word(decideOn(objected({ pada: NOW + 2 * HARI })))).toBe(wrong);
    for (const state of STATES.slice(0, 3))
      expect(word(decideOn(anEvaluasiRecord({ state: { ...state, keberatan } })))).toBe(wrong);
  });

  it('R2: is nobody’s but the atasan’s, and never on himself', () => {
    for (const actor of [anActor(), aKepala()])
      expect(word(decideOn(objected(), {}, { actor }))).toBe('di_luar_wewenang');
    const sendiri = { ...objected(), owner: PENGAWAS.id };
    expect(word(decideOn(sendiri))).toBe('menilai_diri');
  });

  it('says its reasons', () => {
    expect(word(decideOn(objected(), { alasan: '' }))).toBe('teks_kosong');
    expect(word(decideOn(objected(), { hasil: null }))).toBe('isi_salah');
  });
});

describe('the school’s settings', () => {
  const satker = {
    ...anEvaluasiRecord(),
    kind: 'satker' as const,
    owner: '',
    state: { tahap: 'TETAP' as const },
    content: aSatker(),
  };
  const set = (kind: string, body: unknown, record: typeof satker = satker, actor: Actor = aKepala()) =>
    decide({ command: aCommand({ kind, body }), record, baseKnown: true }, aContext({ actor }));

  it('a rule of a year replaces the one of that year and leaves the others', () => {
    const first = set('periode.atur', { sejak: 2026, tipe: 'bulanan', batasHari: 3 });
    if (first.verdict !== 'ok') throw new Error('refused');
    const second = set(
      'periode.atur',
      { sejak: 2027, tipe: 'triwulanan', batasHari: 7 },
      first.record as typeof satker,
    );
    if (second.verdict !== 'ok') throw new Error('refused');
    const third = set(
      'periode.atur',
      { sejak: 2027, tipe: 'bulanan', batasHari: 7 },
      second.record as typeof satker,
    );
    expect(third).toMatchObject({
      record: {
        content: {
          periodik: [
            { sejak: 2026, tipe: 'bulanan', batasHari: 3 },
            { sejak: 2027, tipe: 'bulanan', batasHari: 7 },
          ],
        },
      },
    });
  });

  it('a teacher sets neither the kind of period nor the organisation’s result', () => {
    for (const [kind, body] of [
      ['periode.atur', { sejak: 2026, tipe: 'bulanan', batasHari: 3 }],
      ['capaian.catat', { periode: '2026-B11', capaian: 'BAIK' }],
    ] as const)
      expect(set(kind, body, satker, anActor())).toMatchObject({
        verdict: 'no',
        refusal: { code: 'di_luar_wewenang' },
      });
    expect(set('capaian.catat', { periode: '2026-B11', capaian: 'BAIK' })).toMatchObject({
      record: { content: { capaian: [{ periode: '2026-B11', capaian: 'BAIK' }] } },
    });
  });
});
