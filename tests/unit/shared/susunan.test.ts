import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lingkaran, type OrangSusunan, type Susunan, temuanSusunan } from '../../../shared/domain/index.ts';

const HARI = '2026-11-26';

/** A tree: everybody's penilai has a smaller number, so no ring can be in it. */
const pohon = fc
  .array(fc.nat(), { minLength: 1, maxLength: 40 })
  .map((acak) =>
    acak.map(
      (n, i): OrangSusunan => ({ id: `p${i}`, unit: `u${i % 4}`, penilai: i === 0 ? null : `p${n % i}` }),
    ),
  );

describe('rings', () => {
  test('a tree has none', () => {
    fc.assert(fc.property(pohon, (orang) => void expect(lingkaran(orang)).toEqual([])));
  });
  test('one that is planted is found, once, and is gone when any one of its arrows is mended', () => {
    fc.assert(
      fc.property(pohon, fc.nat(), fc.nat(), (orang, a, b) => {
        const kaki = orang[a % orang.length]?.id ?? '';
        const jalan = [kaki];
        for (let kini = kaki; ; ) {
          const atas = orang.find(({ id }) => id === kini)?.penilai;
          if (!atas) break;
          jalan.push(atas);
          kini = atas;
        }
        const puncak = jalan[b % jalan.length] ?? kaki;
        const cincin = jalan.slice(0, jalan.indexOf(puncak) + 1);
        const rusak = orang.map((satu) => (satu.id === puncak ? { ...satu, penilai: kaki } : satu));
        const ditemukan = lingkaran(rusak);
        expect(ditemukan.map((satu) => [...satu].sort())).toEqual([[...cincin].sort()]);
        for (const id of cincin)
          expect(
            lingkaran(rusak.map((satu) => (satu.id === id ? { ...satu, penilai: null } : satu))),
          ).toEqual([]);
      }),
    );
  });
});

const SEHAT: Susunan = {
  unit: [
    { id: 'sd', wilayah: false },
    { id: 'wil', wilayah: true },
  ],
  orang: [
    { id: 'guru', unit: 'sd', penilai: 'kepsek' },
    { id: 'kepsek', unit: 'sd', penilai: 'pengawas' },
    { id: 'pengawas', unit: 'wil', penilai: null },
  ],
  kepala: [
    { orang: 'kepsek', unit: 'sd', jenis: 'kepala', mulai: '2024-01-01', akhir: null },
    { orang: 'pengawas', unit: 'wil', jenis: 'kepala', mulai: '2024-01-01', akhir: null },
  ],
};
const [KEPSEK, PENGAWAS] = SEHAT.kepala as [Susunan['kepala'][number], Susunan['kepala'][number]];
const jenis = (susunan: Partial<Susunan>) =>
  temuanSusunan({ ...SEHAT, ...susunan }, HARI).map((satu) => [satu.jenis, satu.orang, satu.usul]);
const ganti = (id: string, penilai: string | null) => ({
  orang: SEHAT.orang.map((satu) => (satu.id === id ? { ...satu, penilai } : satu)),
});

describe('findings', () => {
  test('a healthy organisation has none, and its top owes nobody', () => expect(jenis({})).toEqual([]));
  test('a teacher without penilai is found, and her only head proposed', () =>
    expect(jenis(ganti('guru', null))).toEqual([['tanpaPenilai', ['guru'], 'kepsek']]));
  test('a head without a superior', () =>
    expect(jenis(ganti('kepsek', null))).toEqual([['tanpaAtasan', ['kepsek'], null]]));
  test('a penilai who is at work nowhere any more', () =>
    expect(jenis(ganti('guru', 'p_lama'))).toEqual([['penilaiPergi', ['guru'], 'kepsek']]));
  test('who rates herself', () =>
    expect(jenis(ganti('guru', 'guru'))).toEqual([['lingkaran', ['guru'], null]]));
  test('two heads for good; one beside somebody who stands in is none', () => {
    const kepala = (satu: object) => ({ kepala: [KEPSEK, PENGAWAS, { ...KEPSEK, orang: 'guru', ...satu }] });
    expect(jenis(kepala({}))).toEqual([['duaKepala', ['guru', 'kepsek'], null]]);
    expect(jenis(kepala({ jenis: 'plh', akhir: '2026-12-01' }))).toEqual([]);
    expect(jenis(kepala({ mulai: '2026-12-01' }))).toEqual([]);
  });
  test('a school without a head, and one whose stand-in is past his last day', () => {
    const tanpa = (lalu: Partial<typeof KEPSEK>) => ({ kepala: [PENGAWAS, { ...KEPSEK, ...lalu }] });
    expect(jenis(tanpa({ akhir: '2026-11-25' }))).toEqual([['tanpaKepala', [], null]]);
    expect(jenis(tanpa({ jenis: 'plt', akhir: '2026-11-25' }))).toEqual([['pltLewat', ['kepsek'], null]]);
    expect(jenis(tanpa({ jenis: 'plt', akhir: '2026-11-26' }))).toEqual([]);
    expect(
      jenis({ ...tanpa({ akhir: '2026-11-25' }), orang: SEHAT.orang.filter(({ unit }) => unit === 'wil') }),
    ).toEqual([]);
  });
  test('do not depend on the order in which people and units come', () => {
    fc.assert(
      fc.property(pohon, fc.nat(), (orang, benih) => {
        const susunan: Susunan = {
          orang,
          unit: ['u0', 'u1', 'u2', 'u3'].map((id) => ({ id, wilayah: id === 'u0' })),
          kepala: orang.slice(0, 5).map(({ id, unit }) => ({ ...KEPSEK, orang: id, unit })),
        };
        const putar = <T>(list: readonly T[]): T[] => {
          const at = benih % Math.max(1, list.length);
          return [...list.slice(at), ...list.slice(0, at)].reverse();
        };
        const lain = { orang: putar(orang), unit: putar(susunan.unit), kepala: putar(susunan.kepala) };
        expect(temuanSusunan(lain, HARI)).toEqual(temuanSusunan(susunan, HARI));
      }),
    );
  });
});
