import { describe, expect, it } from 'vitest';
import { canonicalJson, LIMITS } from '../../../shared/protocol/index.ts';
import { Entri } from '../../../shared/records/index.ts';
import { aCommand, anEntri } from './builders.ts';

const photo = (part: object = {}): Entri['foto'][number] =>
  ({ sha: 'a'.repeat(64), size: 120_000, mime: 'image/jpeg', ...part }) as Entri['foto'][number];
const link = (letters: number): string => `https://contoh.example/${'a'.repeat(letters - 23)}`;

/** Field, what is special, value, and the message of its refusal; null where it is accepted. */
type Row = [keyof Entri, string, unknown, string | null];
const FOREIGN = expect.any(String) as unknown as string;

const rows: Row[] = [
  ['tanggal', 'first day', '2015-01-01', null],
  ['tanggal', 'a day before the first', '2014-12-31', 'tanggal_mustahil'],
  ['tanggal', 'last day', '2099-12-31', null],
  ['tanggal', 'a day after the last', '2100-01-01', 'tanggal_mustahil'],
  ['tanggal', 'leap day', '2028-02-29', null],
  ['tanggal', 'no leap day', '2027-02-29', 'tanggal_mustahil'],
  ['tanggal', 'a number', 20261123, FOREIGN],
  ['mulai', 'first minute', '00:00', null],
  ['mulai', 'last minute', '23:59', null],
  ['mulai', 'midnight as 24', '24:00', 'jam_mustahil'],
  ['mulai', 'minute 60', '07:60', 'jam_mustahil'],
  ['mulai', 'with seconds', '07:30:00', 'jam_mustahil'],
  ['mulai', 'one digit', '7:30', 'jam_mustahil'],
  ['selesai', 'last minute', '23:59', null],
  ['selesai', 'a dot', '07.30', 'jam_mustahil'],
  ['rhk', 'none', null, null],
  ['rhk', 'one letter', 'A', null],
  ['rhk', 'forty letters', 'A'.repeat(40), null],
  ['rhk', 'forty-one letters', 'A'.repeat(41), FOREIGN],
  ['rhk', 'empty', '', FOREIGN],
  ['rhk', 'a slash', 'GR/U', FOREIGN],
  ['rencanaAksi', 'none', null, null],
  ['rencanaAksi', 'forty letters', 'A'.repeat(40), null],
  ['rencanaAksi', 'forty-one letters', 'A'.repeat(41), FOREIGN],
  ['uraian', 'ten letters', 'a'.repeat(10), null],
  ['uraian', 'nine letters', 'a'.repeat(9), 'teks_pendek'],
  ['uraian', 'empty', '', 'teks_kosong'],
  ['uraian', '500 letters', 'a'.repeat(500), null],
  ['uraian', '501 letters', 'a'.repeat(501), 'teks_panjang'],
  ['uraian', '500 emoji', '🧑'.repeat(500), null],
  ['uraian', '501 emoji', '🧑'.repeat(501), 'teks_panjang'],
  ['uraian', '100,000 letters', 'a'.repeat(100_000), 'teks_panjang'],
  ['uraian', 'NUL', 'mengajar \u0000 kelas', 'teks_terlarang'],
  ['uraian', 'right-to-left mark', 'mengajar \u200F kelas', 'teks_terlarang'],
  ['uraian', 'a formula is only text', '=HYPERLINK("http://a")', null],
  ['uraian', 'markup is only text', '<img src=x onerror=alert(1)>', null],
  ['realisasi', 'one', 1, null],
  ['realisasi', 'zero', 0, 'realisasi_bulat'],
  ['realisasi', 'negative', -1, 'realisasi_bulat'],
  ['realisasi', 'a fraction', 1.5, 'realisasi_bulat'],
  ['realisasi', 'the most', LIMITS.realisasiMax, null],
  ['realisasi', 'one more', LIMITS.realisasiMax + 1, 'realisasi_bulat'],
  ['realisasi', 'not safe', 2 ** 53, 'realisasi_bulat'],
  ['realisasi', 'infinite', Number.POSITIVE_INFINITY, 'realisasi_bulat'],
  ['realisasi', 'not a number', Number.NaN, 'realisasi_bulat'],
  ['realisasi', 'as text', '2', 'realisasi_bulat'],
  ['satuan', 'one letter', 'm', null],
  ['satuan', 'thirty letters', 'm'.repeat(30), null],
  ['satuan', 'thirty-one letters', 'm'.repeat(31), 'teks_panjang'],
  ['satuan', 'empty', '', 'teks_kosong'],
  ['satuan', 'a space', ' ', 'teks_kosong'],
  ['catatan', 'empty', '', null],
  ['catatan', '1000 letters', 'a'.repeat(1000), null],
  ['catatan', '1001 letters', 'a'.repeat(1001), 'teks_panjang'],
  ['catatan', 'lone surrogate', '\uDC00', 'teks_terlarang'],
  ['tautan', 'none', [], null],
  ['tautan', 'five', Array(5).fill(link(60)), null],
  ['tautan', 'six', Array(6).fill(link(60)), 'tautan_banyak'],
  ['tautan', '500 letters', [link(500)], null],
  ['tautan', '501 letters', [link(501)], 'tautan_salah'],
  ['tautan', 'http', ['http://a.example'], null],
  ['tautan', 'a script', ['javascript:alert(1)'], 'tautan_salah'],
  ['tautan', 'a script in capitals', ['JaVaScRiPt:alert(1)'], 'tautan_salah'],
  ['tautan', 'data', ['data:text/html,x'], 'tautan_salah'],
  ['tautan', 'a quote', ['https://a.example/"onx="'], 'tautan_salah'],
  ['tautan', 'a space', ['https://a.example/b c'], 'tautan_salah'],
  ['tautan', 'NUL', ['https://a.example/\u0000'], 'tautan_salah'],
  ['tautan', 'right-to-left override', ['https://a.example/\u202Egpj'], 'tautan_salah'],
  ['tautan', 'a lone surrogate', ['https://a.example/\uD800'], 'tautan_salah'],
  ['tautan', 'a line break at the end', ['https://a.example/\n'], 'tautan_salah'],
  ['tautan', 'letters of other scripts', ['https://a.example/ملف/é'], null],
  ['foto', 'none', [], null],
  ['foto', 'four', Array(4).fill(photo()), null],
  ['foto', 'five', Array(5).fill(photo()), 'foto_banyak'],
  ['foto', 'one byte', [photo({ size: 1 })], null],
  ['foto', 'no byte', [photo({ size: 0 })], FOREIGN],
  ['foto', 'the largest', [photo({ size: LIMITS.fotoBytes })], null],
  ['foto', 'one byte more', [photo({ size: LIMITS.fotoBytes + 1 })], FOREIGN],
  ['foto', 'WebP', [photo({ mime: 'image/webp' })], null],
  ['foto', 'SVG', [photo({ mime: 'image/svg+xml' })], FOREIGN],
  ['foto', 'HEIC', [photo({ mime: 'image/heic' })], FOREIGN],
  ['foto', 'short hash', [photo({ sha: 'a'.repeat(63) })], FOREIGN],
  ['foto', 'hash in capitals', [photo({ sha: 'A'.repeat(64) })], FOREIGN],
  ['foto', 'a path as hash', [photo({ sha: `../${'a'.repeat(61)}` })], FOREIGN],
];

describe('each field of an entry at, under and over its limit', () => {
  it.each(rows)('%s: %s', (bidang, _name, value, refused) => {
    const result = Entri.safeParse({ ...anEntri(), [bidang]: value });
    const issue = result.error?.issues[0];
    expect(issue ? { bidang: issue.path[0], pesan: issue.message } : null).toEqual(
      refused === null ? null : { bidang, pesan: refused },
    );
  });

  it('covers every field', () => {
    expect(new Set(rows.map(([bidang]) => bidang))).toEqual(new Set(Object.keys(anEntri())));
  });

  it.each(Object.keys(anEntri()))('%s may not be missing', (bidang) => {
    const { [bidang as keyof Entri]: _gone, ...rest } = anEntri();
    expect(Entri.safeParse(rest).success).toBe(false);
  });

  it('no other member is taken', () => {
    for (const extra of ['lokasi', '__proto__x', 'constructor', 'toString'])
      expect(Entri.safeParse({ ...anEntri(), [extra]: 1 }).success).toBe(false);
    expect(
      Entri.safeParse(JSON.parse(`{"__proto__":{"admin":true},${JSON.stringify(anEntri()).slice(1)}`))
        .success,
    ).toBe(false);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('the largest entry still fits into one command', () => {
    const largest = anEntri({
      uraian: '🧑'.repeat(500),
      catatan: '🧑'.repeat(1000),
      satuan: '🧑'.repeat(30),
      rhk: 'A'.repeat(40),
      rencanaAksi: 'A'.repeat(40),
      realisasi: LIMITS.realisasiMax,
      tautan: Array(5).fill(`https://${'ꦲ'.repeat(492)}`),
      foto: Array(4).fill(photo({ size: LIMITS.fotoBytes })),
    });
    expect(Entri.safeParse(largest).success).toBe(true);
    expect(Buffer.byteLength(canonicalJson(aCommand({ body: largest })))).toBeLessThanOrEqual(
      LIMITS.commandBytes,
    );
  });
});
