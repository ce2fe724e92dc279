import { describe, expect, it } from 'vitest';
import { definitionOf, type Peran, registry, upcast } from '../../../shared/commands/index.ts';
import { masterKinds } from '../../../shared/commands/sekolah.ts';
import { anEntri, anEntriRecord } from './builders.ts';

describe('upcast', () => {
  it.each([
    ['the current version', 1, 1],
    ['a newer one', 3, 1],
    ['an older one that nobody can bring up', 1, 2],
    ['version zero', 0, 1],
  ])('leaves %s as it came', (_name, version, current) => {
    const command = { kind: 'entri.catat', version, body: anEntri() };
    expect(upcast(command, current)).toBe(command);
  });
});

describe('the registry', () => {
  it('names each verb after a record and a verb, its key the kind', () => {
    for (const [kind, definition] of registry) {
      expect(kind).toMatch(/^[a-z][a-zA-Z]*\.[a-zA-Z]+$/);
      expect(definition).toMatchObject({ kind, version: 1 });
    }
  });

  it('knows nothing by the names of the object prototype', () => {
    expect(['__proto__', 'constructor', 'toString', ''].map(definitionOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('lets only the system write what only the server writes', () => {
    const master = [...registry.values()].filter(
      ({ record, kind }) => masterKinds.includes(record) && /tetapkan|perbarui/.test(kind),
    );
    expect(master.length).toBe(8);
    const ask = (may: (typeof master)[number]['may'], peran: Peran): string | null =>
      may({ id: 'p_a', nama: 'A', peran: [peran] }, anEntriRecord(), { pemilik: '' });
    for (const { may } of master)
      expect([ask(may, 'guru'), ask(may, 'penilai'), ask(may, 'sistem')]).toEqual([
        'di_luar_wewenang',
        'di_luar_wewenang',
        null,
      ]);
  });

  it('only edits of an entry, an SKP, an evaluation and a praktik and deletions of an entry stay as competing versions', () => {
    expect([...registry.values()].filter(({ persists }) => persists).map(({ kind }) => kind)).toEqual([
      'entri.ubah',
      'entri.hapus',
      'skp.ubah',
      'evaluasi.ubah',
      'praktik.ubah',
    ]);
  });
});
