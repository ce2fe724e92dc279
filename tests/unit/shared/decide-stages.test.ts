import { describe, expect, it } from 'vitest';
import { type Actor, registry } from '../../../shared/commands/index.ts';
import { ask, BODY, inAWord, october, TAHAP } from './ask.ts';
import { aKepala, anActor, anEntriRecord, aSatker, idOf, KEPALA } from './builders.ts';

/** Stages in the order of {@link TAHAP}; alive and open, alive and locked, deleted and open, deleted and locked. */
type Grid = {
  kind: string;
  by: Actor;
  open: string[];
  locked: string[];
  deleted: string[];
  deletedLocked: string[];
};
const all = (word: string): string[] => TAHAP.map(() => word);
const grids: Grid[] = [
  {
    kind: 'entri.ubah',
    by: anActor(),
    open: ['DIAJUKAN', 'terkunci', 'DIAJUKAN', 'DIAJUKAN'],
    locked: ['bulan_terkunci', 'terkunci', 'bulan_terkunci', 'bulan_terkunci'],
    deleted: all('sudah_dihapus'),
    deletedLocked: all('sudah_dihapus'),
  },
  {
    kind: 'entri.hapus',
    by: anActor(),
    open: ['dihapus', 'terkunci', 'dihapus', 'dihapus'],
    locked: ['bulan_terkunci', 'terkunci', 'bulan_terkunci', 'bulan_terkunci'],
    deleted: all('sama'),
    deletedLocked: all('sama'),
  },
  {
    kind: 'entri.pulihkan',
    by: anActor(),
    open: all('sama'),
    locked: all('sama'),
    deleted: all('DIAJUKAN'),
    deletedLocked: all('bulan_terkunci'),
  },
  {
    kind: 'entri.tarik',
    by: anActor(),
    open: ['DITARIK', 'terkunci', 'DITARIK', 'sama'],
    locked: ['bulan_terkunci', 'terkunci', 'bulan_terkunci', 'sama'],
    deleted: all('sudah_dihapus'),
    deletedLocked: all('sudah_dihapus'),
  },
  {
    kind: 'entri.ajukan',
    by: anActor(),
    open: ['sama', 'terkunci', 'tahap_salah', 'DIAJUKAN'],
    locked: ['sama', 'terkunci', 'bulan_terkunci', 'bulan_terkunci'],
    deleted: all('sudah_dihapus'),
    deletedLocked: all('sudah_dihapus'),
  },
  {
    kind: 'entri.setujui',
    by: aKepala(),
    open: ['DISETUJUI', 'sama', 'tahap_salah', 'tahap_salah'],
    locked: ['bulan_terkunci', 'sama', 'tahap_salah', 'tahap_salah'],
    deleted: all('sudah_dihapus'),
    deletedLocked: all('sudah_dihapus'),
  },
  {
    kind: 'entri.bukaLagi',
    by: aKepala(),
    open: ['sama', 'DIAJUKAN', 'DIAJUKAN', 'tahap_salah'],
    locked: ['sama', 'bulan_terkunci', 'bulan_terkunci', 'tahap_salah'],
    deleted: all('sudah_dihapus'),
    deletedLocked: all('sudah_dihapus'),
  },
  {
    kind: 'entri.kembalikan',
    by: aKepala(),
    open: ['DIKEMBALIKAN', 'tahap_salah', 'tahap_salah', 'tahap_salah'],
    locked: ['bulan_terkunci', 'tahap_salah', 'tahap_salah', 'tahap_salah'],
    deleted: all('sudah_dihapus'),
    deletedLocked: all('sudah_dihapus'),
  },
];
const cells = grids.flatMap(({ kind, by, ...grid }) =>
  (['open', 'locked', 'deleted', 'deletedLocked'] as const).flatMap((where) =>
    TAHAP.map((tahap, at) => ({ kind, by, where, tahap, expected: grid[where][at] ?? '' })),
  ),
);

describe('every verb on every stage', () => {
  it.each(cells)('$kind on $tahap, $where: $expected', ({ kind, by, where, tahap, expected }) => {
    const record = anEntriRecord({ state: { tahap }, deleted: where.startsWith('deleted') });
    const satker = where.toLowerCase().endsWith('locked') ? october : aSatker();
    expect(
      inAWord(ask({ record, command: { kind, body: BODY[kind] ?? {} }, context: { actor: by, satker } })),
    ).toBe(expected);
  });

  it('covers every verb of an entry but the two that have tables of their own', () => {
    const verbs = [...registry.keys()].filter((kind) => kind.startsWith('entri.'));
    expect(new Set([...grids.map(({ kind }) => kind), 'entri.catat', 'entri.pilih'])).toEqual(new Set(verbs));
  });
});

describe('every verb by every role', () => {
  const owner = ['entri.ubah', 'entri.hapus', 'entri.pulihkan', 'entri.tarik', 'entri.ajukan', 'entri.pilih'];
  const penilai = ['entri.setujui', 'entri.bukaLagi', 'entri.kembalikan'];
  const actors: [string, Actor][] = [
    ['another teacher', anActor({ id: 'p_lain' })],
    ['the head', aKepala()],
    ['the system', anActor({ id: 'sistem', peran: ['sistem'] })],
    ['someone without a role', anActor({ id: 'p_asing', peran: [] })],
  ];
  const rows = actors.flatMap(([who, actor]) => [
    ...owner.map((kind) => [kind, who, actor] as const),
    ...(who === 'the head' ? [] : penilai.map((kind) => [kind, who, actor] as const)),
  ]);

  it.each(rows)('%s by %s is out of bounds', (kind, _who, actor) => {
    const body = kind === 'entri.pilih' ? { varian: idOf(9), pakai: 'kini' } : (BODY[kind] ?? {});
    for (const tahap of TAHAP)
      for (const deleted of [false, true])
        expect(
          inAWord(
            ask({
              record: anEntriRecord({ state: { tahap }, deleted }),
              command: { kind, body },
              context: { actor },
            }),
          ),
        ).toBe('di_luar_wewenang');
  });

  it.each(penilai)('R2: %s of a head on his own entry is refused on every stage', (kind) => {
    for (const tahap of TAHAP)
      expect(
        inAWord(
          ask({
            record: anEntriRecord({ owner: KEPALA, state: { tahap } }),
            command: { kind, body: BODY[kind] ?? {} },
            context: { actor: aKepala({ peran: ['guru', 'penilai'] }) },
          }),
        ),
      ).toBe('menilai_diri');
  });
});
