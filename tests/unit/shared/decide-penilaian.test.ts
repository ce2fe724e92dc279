import { describe, expect, it } from 'vitest';
import { type Actor, decide } from '../../../shared/commands/index.ts';
import type { CatatanNilai, RecordOf } from '../../../shared/records/index.ts';
import { aCommand, aContext, aKepala, anActor, idOf, KEPALA, SHARD } from './builders.ts';

const NOW = 1_795_420_800_000;
const aCatatan = (hasil: 'SESUAI' | 'DI_ATAS' | null = 'SESUAI'): CatatanNilai => ({
  evaluasi: idOf(5),
  isi: { hasil, perilaku: null, umpan: [], catatan: '' },
});
const aRecord = (part: Partial<RecordOf<'penilaian'>> = {}): RecordOf<'penilaian'> => ({
  shard: SHARD,
  id: idOf(1),
  kind: 'penilaian',
  owner: KEPALA,
  head: idOf(1),
  state: { tahap: 'TETAP', pada: NOW },
  content: aCatatan(),
  deleted: false,
  variants: [],
  ...part,
});
type Asked = {
  readonly record: RecordOf<'penilaian'> | null;
  readonly body: unknown;
  readonly base?: string;
  readonly actor?: Actor;
};
const ask = ({ record, body, base, actor = aKepala() }: Asked) =>
  decide(
    {
      command: aCommand({
        kind: record ? 'penilaian.ubah' : 'penilaian.catat',
        record: record?.id ?? null,
        base: base ?? record?.head ?? null,
        body: body as object,
      }),
      record,
      baseKnown: true,
    },
    aContext({ actor, now: NOW + 1000 }),
  );
const word = (decision: ReturnType<typeof ask>): string =>
  decision.verdict === 'no'
    ? decision.refusal.code
    : decision.verdict === 'ok' && decision.same
      ? 'sama'
      : decision.verdict;

describe('ratings that are not final yet', () => {
  it('belong to the penilai who puts them down, complete or not', () => {
    const decision = ask({ record: null, body: aCatatan(null) });
    expect(decision).toMatchObject({
      verdict: 'ok',
      record: { owner: KEPALA, content: aCatatan(null), state: { pada: NOW + 1000 } },
    });
  });

  it('are changed by whoever rates there, and say when; the same twice is once', () => {
    const plt = aKepala({ id: 'p_plt' });
    expect(ask({ record: aRecord(), body: aCatatan('DI_ATAS'), actor: plt })).toMatchObject({
      record: { owner: KEPALA, content: aCatatan('DI_ATAS'), state: { pada: NOW + 1000 } },
    });
    expect(word(ask({ record: aRecord(), body: aCatatan() }))).toBe('sama');
  });

  it('are nobody’s who does not rate', () => {
    for (const record of [null, aRecord()])
      expect(word(ask({ record, body: aCatatan('DI_ATAS'), actor: anActor() }))).toBe('di_luar_wewenang');
  });

  it('never move to another evaluation', () => {
    expect(word(ask({ record: aRecord(), body: { ...aCatatan('DI_ATAS'), evaluasi: idOf(6) } }))).toBe(
      'isi_salah',
    );
  });

  it('I7: two from two devices on one version are both kept', () => {
    const moved = aRecord({ head: idOf(2), content: aCatatan('DI_ATAS') });
    expect(word(ask({ record: moved, body: aCatatan(null), base: idOf(1) }))).toBe('beda');
  });
});
