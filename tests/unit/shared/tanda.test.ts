import { describe, expect, it } from 'vitest';
import { tandaPeriksa } from '../../../shared/domain/index.ts';
import { anEntri, aSatker } from './builders.ts';

const libur = aSatker({
  kalender: [{ mulai: '2026-11-23', selesai: '2026-11-23', nama: 'Libur daerah', libur: true }],
});
const kini = { hariIni: '2026-11-24', sekarang: '12:00' };
type Konteks = Partial<Parameters<typeof tandaPeriksa>[1]>;
const tanda = (part: Parameters<typeof anEntri>[0] = {}, konteks: Konteks = {}) =>
  tandaPeriksa(anEntri(part), { lain: [], satker: null, kini, ...konteks });
const lain = (part: Parameters<typeof anEntri>[0]) => [{ id: 'e1', ...anEntri(part) }];

describe('tandaPeriksa', () => {
  it.each<[string, ReturnType<typeof tandaPeriksa>, string[]]>([
    ['nothing to look at twice', tanda(), []],
    ['no RHK', tanda({ rhk: null }), ['tanpa_rhk']],
    ['an overlap', tanda({}, { lain: lain({ mulai: '08:00' }) }), ['bertumpuk']],
    ['the same twice', tanda({}, { lain: lain({}) }), ['kembar']],
    ['a weekend', tanda({ tanggal: '2026-11-22' }, { satker: aSatker() }), ['bukan_hari_kerja']],
    ['a holiday', tanda({}, { satker: libur }), ['hari_libur']],
    ['too long', tanda({ selesai: '18:00' }), ['lama_janggal']],
    ['too much', tanda({ realisasi: 99 }), ['volume_janggal']],
    ['a locked month', tanda({}, { satker: aSatker({ bulanTerkunci: ['2026-11'] }) }), []],
    [
      'hours that have not begun',
      tanda({}, { kini: { hariIni: '2026-11-23', sekarang: '02:37' } }),
      ['jam_belum_tiba'],
    ],
    ['hours of a day gone by', tanda({}, { kini: { hariIni: '2026-11-24', sekarang: '02:37' } }), []],
  ])('%s: %j', (_name, tanda, expected) => {
    expect(tanda).toEqual(expected);
  });
});
