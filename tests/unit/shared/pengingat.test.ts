import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BahanPengingat,
  isiPengingat,
  jenisHari,
  SETELAN_PENGINGAT,
  tambahHari,
  ulanganIcs,
  waktunyaIngat,
} from '../../../shared/domain/index.ts';
import { isLayananPush } from '../../../shared/protocol/index.ts';
import { aSatker, satkerData } from './builders.ts';

const SENIN = '2026-11-23';
const pada = (
  tanggal: string,
  jam: string,
  lain: { terakhir?: string | null; hari?: number[] } = {},
): boolean =>
  waktunyaIngat(
    { tanggal, jam },
    { jam: '15:30', hari: lain.hari ?? [1, 2, 3, 4, 5, 6] },
    { satker: satkerData(), terakhir: lain.terakhir ?? null },
  );

describe('the time of a reminder', () => {
  it.each<[string, boolean, boolean]>([
    ['before the own hour', pada(SENIN, '15:29'), false],
    ['at the own hour', pada(SENIN, '15:30'), true],
    ['three hours after it', pada(SENIN, '18:30'), true],
    ['late in the evening, when a server was down', pada(SENIN, '18:31'), false],
    ['a second time on the same day', pada(SENIN, '16:00', { terakhir: SENIN }), false],
    ['on the day after the last one', pada(SENIN, '16:00', { terakhir: '2026-11-22' }), true],
    ['when the clock went back behind the last one', pada(SENIN, '16:00', { terakhir: '2026-11-24' }), false],
    ['on a day that is not one of her own', pada(SENIN, '16:00', { hari: [2] }), false],
    ['on a Sunday', pada('2026-11-22', '16:00', { hari: [7] }), false],
    ['on a public holiday', pada('2026-12-25', '16:00'), false],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });

  it('comes at most once a day, on working days alone, however often one looks', () => {
    const satker = satkerData();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(400), fc.nat(24 * 60 - 1)), { maxLength: 200 }),
        fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
        (looks, hari) => {
          let terakhir: string | null = null;
          const sent: string[] = [];
          for (const [lagi, menit] of [...looks].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
            const tanggal = tambahHari('2026-01-01', lagi);
            const jam = `${String(Math.floor(menit / 60)).padStart(2, '0')}:${String(menit % 60).padStart(2, '0')}`;
            if (!waktunyaIngat({ tanggal, jam }, { jam: '15:30', hari }, { satker, terakhir })) continue;
            sent.push(tanggal);
            terakhir = tanggal;
          }
          expect(new Set(sent).size).toBe(sent.length);
          for (const tanggal of sent) expect(jenisHari(tanggal, satker).jenis).toBe('kerja');
        },
      ),
    );
  });
});

describe('what a reminder says', () => {
  const bahan = (lain: Partial<BahanPengingat> = {}): BahanPengingat => ({
    hariIni: SENIN,
    log: 'wajib',
    batasIsianHari: 31,
    terisi: true,
    tidakHadir: false,
    kosong: [],
    dikembalikan: 0,
    menunggu: [],
    tertinggal: { jumlah: 0, baru: 0 },
    ...lain,
  });

  it.each<[string, Partial<BahanPengingat>, unknown]>([
    ['nothing where nothing is owed', {}, null],
    ['an empty day', { terisi: false }, { jenis: 'kosong' }],
    ['an empty day where a log is only welcome', { terisi: false, log: 'opsional' }, { jenis: 'kosong' }],
    ['nothing of an empty day where no log is kept', { terisi: false, log: 'mati' }, null],
    [
      'what was given back before all else',
      { dikembalikan: 2, terisi: false },
      { jenis: 'dikembalikan', jumlah: 2 },
    ],
    [
      'nothing at all on a day of illness or leave',
      { tidakHadir: true, terisi: false, dikembalikan: 2, menunggu: ['2026-11-20'], kosong: ['2026-10-23'] },
      null,
    ],
    [
      'days that soon can no longer be typed in',
      { kosong: ['2026-10-23', '2026-10-26', '2026-11-10'], terisi: false },
      { jenis: 'batas', jumlah: 2, sisa: 0 },
    ],
    ['no limit where a log is only welcome', { kosong: ['2026-10-23'], log: 'opsional' }, null],
    ['no limit where there is none', { kosong: ['2026-10-23'], batasIsianHari: null }, null],
    [
      'how many of the head’s teachers have fallen behind, on the day that one more has',
      { hariIni: '2026-11-24', tertinggal: { jumlah: 3, baru: 1 }, terisi: false },
      { jenis: 'tertinggal', jumlah: 3 },
    ],
    [
      'and at the beginning of a week, so that it is not the same every day',
      { hariIni: SENIN, tertinggal: { jumlah: 3, baru: 0 } },
      { jenis: 'tertinggal', jumlah: 3 },
    ],
    [
      'on other days the head’s own empty day comes before those he knows of',
      { hariIni: '2026-11-24', tertinggal: { jumlah: 3, baru: 0 }, terisi: false },
      { jenis: 'kosong' },
    ],
    [
      'what waits for his own answer before what others owe',
      { tertinggal: { jumlah: 3, baru: 3 }, menunggu: ['2026-11-20'] },
      { jenis: 'periksa', jumlah: 1, tertua: 3 },
    ],
    [
      'what waits for the head, by number and age',
      { menunggu: ['2026-11-20', '2026-11-23'], terisi: false },
      { jenis: 'periksa', jumlah: 2, tertua: 3 },
    ],
  ])('%s', (_, lain, expected) => {
    expect(isiPengingat(bahan(lain))).toEqual(expected);
  });
});

describe('the same reminder for the phone’s own calendar', () => {
  it('repeats on the own days at the own hour, from the first of them on, and replaces an earlier one', () => {
    const acara = { uid: 'pengingat.p1', judul: 'Catat, hari ini', keterangan: 'Buka', mulai: '2026-11-27' };
    const teks = ulanganIcs({ jam: '15:30', hari: [1, 3] }, acara, 60_000 * 100);
    expect(teks).toContain('DTSTART:20261130T153000\r\n');
    expect(teks).toContain('RRULE:FREQ=WEEKLY;BYDAY=MO,WE\r\n');
    expect(teks).toContain('SUMMARY:Catat\\, hari ini\r\n');
    expect(teks).toContain('SEQUENCE:100\r\n');
    expect(ulanganIcs(SETELAN_PENGINGAT, acara, 0)).toContain('DTSTART:20261127T153000\r\n');
  });
});

describe('addresses that the server may be sent to', () => {
  it.each([
    ['https://fcm.googleapis.com/fcm/send/abc', true],
    ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
    ['https://web.push.apple.com/abc', true],
    ['https://db5p.notify.windows.com/w/?token=a', true],
    ['http://fcm.googleapis.com/fcm/send/abc', false],
    ['https://fcm.googleapis.com:8443/x', false],
    ['https://user:pass@fcm.googleapis.com/x', false],
    ['https://fcm.googleapis.com.evil.example/x', false],
    ['https://evilpush.apple.com.example/x', false],
    ['https://notpush.apple.com.id/x', false],
    ['https://127.0.0.1/x', false],
    ['https://[::1]/x', false],
    ['https://169.254.169.254/latest/meta-data', false],
    ['https://fcm.googleapis.com/\\\\penyerang.example', false],
    ['https://fcm.googleapis.com@penyerang.example/x', false],
    ['https://fcm.googleapis.com/a b', false],
    ['file:///etc/passwd', false],
    ['', false],
  ])('%s: %s', (alamat, boleh) => {
    expect(isLayananPush(alamat)).toBe(boleh);
  });

  it('a school without a record yet is reminded by the own days alone', () => {
    const kini = { tanggal: SENIN, jam: '15:30' };
    expect(waktunyaIngat(kini, SETELAN_PENGINGAT, { satker: null, terakhir: null })).toBe(true);
    const libur = aSatker({ kalender: [{ mulai: SENIN, selesai: SENIN, nama: 'Libur', libur: true }] });
    expect(waktunyaIngat(kini, SETELAN_PENGINGAT, { satker: libur, terakhir: null })).toBe(false);
  });
});
