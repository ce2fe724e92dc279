import { describe, expect, it } from 'vitest';
import { tandaPeriksa } from '../../../shared/domain/index.ts';
import { anEntri, aSatker } from './builders.ts';

const libur = aSatker({
  kalender: [{ mulai: '2026-11-23', selesai: '2026-11-23', nama: 'Libur daerah', libur: true }],
});
const lain = (part: Parameters<typeof anEntri>[0]) => [{ id: 'e1', ...anEntri(part) }];

describe('tandaPeriksa', () => {
  it.each<[string, ReturnType<typeof tandaPeriksa>, string[]]>([
    ['nothing to look at twice', tandaPeriksa(anEntri(), [], null), []],
    ['no RHK', tandaPeriksa(anEntri({ rhk: null }), [], null), ['tanpa_rhk']],
    ['an overlap', tandaPeriksa(anEntri(), lain({ mulai: '08:00' }), null), ['bertumpuk']],
    ['the same twice', tandaPeriksa(anEntri(), lain({}), null), ['kembar']],
    ['a weekend', tandaPeriksa(anEntri({ tanggal: '2026-11-22' }), [], aSatker()), ['bukan_hari_kerja']],
    ['a holiday', tandaPeriksa(anEntri(), [], libur), ['hari_libur']],
    ['too long', tandaPeriksa(anEntri({ selesai: '18:00' }), [], null), ['lama_janggal']],
    ['too much', tandaPeriksa(anEntri({ realisasi: 99 }), [], null), ['volume_janggal']],
    ['a locked month', tandaPeriksa(anEntri(), [], aSatker({ bulanTerkunci: ['2026-11'] })), []],
  ])('%s: %j', (_name, tanda, expected) => {
    expect(tanda).toEqual(expected);
  });
});
