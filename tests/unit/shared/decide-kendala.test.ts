import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, decide } from '../../../shared/commands/index.ts';
import { isTidakHadir, SEBAB_KENDALA, tambahHari } from '../../../shared/domain/index.ts';
import type { RecordOf } from '../../../shared/records/index.ts';
import { aCommand, aContext, aKepala, anActor, GURU, idOf, KEPALA, SHARD } from './builders.ts';

const NOW = 1_795_420_800_000;
const LAPOR = { guru: GURU, sebab: 'SINYAL', mulai: '2026-11-23', selesai: '2026-11-23', catatan: '' };
const aRecord = (
  part: Partial<RecordOf<'kendala'>> = {},
  isi: Partial<RecordOf<'kendala'>['content']> = {},
): RecordOf<'kendala'> => ({
  shard: SHARD,
  id: idOf(1),
  kind: 'kendala',
  owner: GURU,
  head: idOf(1),
  state: { tahap: 'DILAPORKAN' },
  content: {
    sebab: 'SINYAL',
    mulai: '2026-11-23',
    selesai: '2026-11-23',
    catatan: '',
    dari: GURU,
    ...isi,
  },
  deleted: false,
  variants: [],
  ...part,
});

type Asked = {
  readonly kind: string;
  readonly record?: RecordOf<'kendala'> | null;
  readonly body?: object;
  readonly base?: string;
  readonly actor?: Actor;
};
const ask = ({ kind, record = null, body = {}, base, actor = anActor() }: Asked) =>
  decide(
    {
      command: aCommand({ kind, record: record?.id ?? null, base: base ?? record?.head ?? null, body }),
      record,
      baseKnown: true,
    },
    aContext({ actor, now: NOW }),
  );
const lapor = (part: object = {}, actor?: Actor) =>
  ask({ kind: 'kendala.lapor', body: { ...LAPOR, ...part }, ...(actor ? { actor } : {}) });
const word = (decision: ReturnType<typeof ask>): string => {
  if (decision.verdict === 'no') return decision.refusal.code;
  if (decision.verdict !== 'ok') return decision.verdict;
  return decision.same ? 'sama' : decision.record.state.tahap;
};
const JAWABAN = { cara: 'JAWABAN', tanggal: null, teks: 'Besok saya bawakan HP sekolah' };
const tanggapi = (record: RecordOf<'kendala'>, body: object = JAWABAN, actor = aKepala()) =>
  ask({ kind: 'kendala.tanggapi', record, body, actor });

describe('a kendala', () => {
  it('is told by the person herself, whatever the cause, and belongs to her', () => {
    for (const sebab of SEBAB_KENDALA)
      expect(lapor({ sebab })).toMatchObject({
        verdict: 'ok',
        record: { owner: GURU, state: { tahap: 'DILAPORKAN' }, content: { sebab, dari: GURU } },
      });
  });

  it('is noted by a head for somebody else only where she is ill or on leave', () => {
    for (const sebab of SEBAB_KENDALA)
      expect(word(lapor({ sebab }, aKepala()))).toBe(isTidakHadir(sebab) ? 'DILAPORKAN' : 'di_luar_wewenang');
  });

  it('is never told by a colleague', () => {
    expect(word(lapor({ sebab: 'SAKIT' }, anActor({ id: 'p_guru02' })))).toBe('di_luar_wewenang');
  });

  it('spans one day to a year, and never ends before it begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 800 }), (hari) => {
        const selesai = tambahHari('2026-11-23', hari);
        expect(word(lapor({ selesai }))).toBe(hari >= 0 && hari <= 365 ? 'DILAPORKAN' : 'isi_salah');
      }),
    );
  });

  it.each([
    ['hers, by herself', aRecord(), anActor(), 'DITARIK'],
    ['hers, by the head', aRecord(), aKepala(), 'di_luar_wewenang'],
    ['noted by the head, by the head', aRecord({}, { dari: KEPALA }), aKepala(), 'DITARIK'],
    ['noted by the head, by herself', aRecord({}, { dari: KEPALA }), anActor(), 'DITARIK'],
    ['hers, by a colleague', aRecord(), anActor({ id: 'p_guru02' }), 'di_luar_wewenang'],
    ['withdrawn before', aRecord({ state: { tahap: 'DITARIK' } }), anActor(), 'sama'],
  ])('is withdrawn by whom it concerns: %s', (_name, record, actor, wanted) => {
    expect(word(ask({ kind: 'kendala.tarik', record, actor }))).toBe(wanted);
  });

  it('comes back as it stood when its withdrawal is taken back', () => {
    const tarik = ask({ kind: 'kendala.tarik', record: aRecord() });
    if (tarik.verdict !== 'ok') throw new Error('not withdrawn');
    const ditarik = tarik.record as RecordOf<'kendala'>;
    expect(word(ask({ kind: 'kendala.pulihkan', record: ditarik }))).toBe('DILAPORKAN');
    expect(word(ask({ kind: 'kendala.pulihkan', record: aRecord() }))).toBe('sama');
  });

  it('keeps every answer with its author, and none once it is withdrawn', () => {
    const satu = tanggapi(aRecord());
    if (satu.verdict !== 'ok') throw new Error('not answered');
    const dua = tanggapi(satu.record as RecordOf<'kendala'>, {
      cara: 'KUNJUNGAN',
      tanggal: '2026-11-25',
      teks: '',
    });
    expect(dua).toMatchObject({
      verdict: 'ok',
      record: {
        state: {
          tahap: 'DITANGGAPI',
          tanggapan: [
            { ...JAWABAN, oleh: 'Sutrisno', pada: NOW },
            { cara: 'KUNJUNGAN', tanggal: '2026-11-25' },
          ],
        },
      },
    });
    expect(word(tanggapi(aRecord({ state: { tahap: 'DITARIK' } })))).toBe('tahap_salah');
    expect(word(tanggapi(aRecord(), { cara: 'KUNJUNGAN', tanggal: null, teks: '' }))).toBe('isi_salah');
  });

  it('is answered by the head only, and by nobody for himself', () => {
    expect(word(tanggapi(aRecord(), JAWABAN, anActor()))).toBe('di_luar_wewenang');
    expect(word(tanggapi(aRecord({ owner: KEPALA })))).toBe('menilai_diri');
  });

  it('is answered even where its author withdrew and restored it meanwhile: the last one wins', () => {
    const decision = ask({
      kind: 'kendala.tanggapi',
      record: aRecord({ head: idOf(9) }),
      base: idOf(1),
      body: JAWABAN,
      actor: aKepala(),
    });
    expect(word(decision)).toBe('DITANGGAPI');
  });
});
