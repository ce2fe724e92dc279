import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  hariTanggal,
  hariTanggalPendek,
  hariTanggalTahun,
  ingatTahun,
  jamSaat,
  rentangJam,
  tanggalBulan,
  ukuran,
} from '../../../client/i18n/format.ts';
import { kataMasalah, kenalkan, masalah } from '../../../client/i18n/id/masalah.ts';
import { masalahKantor } from '../../../client/i18n/id/masalah-kantor.ts';
import { masuk } from '../../../client/i18n/id/masuk.ts';
import { problems } from '../../../shared/protocol/index.ts';

kenalkan(masalahKantor);

describe('dates', () => {
  beforeEach(() => ingatTahun(''));

  test('every day reads as the browser itself would write it', () => {
    const part = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat('id-ID', { ...options, timeZone: 'UTC' });
    const long = part({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    const [day, date] = [part({ weekday: 'short' }), part({ day: 'numeric', month: 'short' })];
    const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 1439 }), (days, minutes) => {
        const at = days * 86_400_000;
        const tanggal = new Date(at).toISOString().slice(0, 10);
        expect(hariTanggalTahun(tanggal)).toBe(long.format(at));
        expect(hariTanggalPendek(tanggal)).toBe(`${day.format(at)} ${date.format(at)}`);
        expect(jamSaat(at + minutes * 60_000)).toBe(hour.format(at + minutes * 60_000).replace(':', '.'));
      }),
    );
  });
});

test('a day of another year is written with its year, once it is known which year it is', () => {
  ingatTahun('2026-11-28');
  try {
    expect(hariTanggalPendek('2026-01-02')).toBe('Jum 2 Jan');
    expect(hariTanggalPendek('2025-12-31')).toBe('Rab 31 Des 2025');
    expect(hariTanggal('2025-12-31')).toBe('Rabu, 31 Desember 2025');
    expect(hariTanggal('2026-11-27')).toBe('Jumat, 27 November');
    expect(tanggalBulan('2024-02-29')).toBe('29 Februari 2024');
  } finally {
    ingatTahun('');
  }
});

describe('words', () => {
  test('every problem code has words, whatever its params', () => {
    for (const code of Object.keys(problems)) expect(kataMasalah(code, {}).length).toBeGreaterThan(10);
  });

  test('words never speak of errors, apologies or process jargon', () => {
    const forbidden = /sinkron|server error|invalid|maaf|mohon|offline|luring|undefined/i;
    const params = {
      bidang: 'uraian',
      sekarang: 523,
      tanggal: '2026-11-03',
      hari: 7,
      bulan: '2026-11',
      jumlah: 3,
      pada: 0,
    };
    for (const code of Object.keys(masalah)) expect(kataMasalah(code, params), code).not.toMatch(forbidden);
    for (const code of Object.keys(masalah)) expect(kataMasalah(code, params), code).not.toMatch(/NaN/);
  });

  test('a NIP that has to wait is told until when, in seconds where it is short, by a full minute else', () => {
    const kini = new Date(2026, 10, 18, 14, 4, 30).getTime();
    expect(masuk.terlaluSering(2_000, kini)).toMatch(
      /^Terlalu sering salah\. Coba lagi 2 detik lagi, atau minta/,
    );
    expect(masuk.terlaluSering(900_000, kini)).toMatch(/Coba lagi pukul 14\.20,/);
  });

  test('the texts of the experience contract stand word for word', () => {
    expect(kataMasalah('teks_panjang', { bidang: 'uraian', sekarang: 523 })).toBe(
      'Uraian paling banyak 500 huruf (sekarang 523)',
    );
    expect(kataMasalah('teks_panjang', { bidang: 'nama', paling: 120 })).toBe('Nama paling banyak 120 huruf');
    expect(kataMasalah('lewat_batas', { tanggal: '2026-11-03', hari: 7 })).toBe(
      'Kegiatan 3 November sudah lewat batas isian (7 hari). Minta kepala sekolah membuka tanggal itu',
    );
    expect(kataMasalah('lewat_batas', { tanggal: '2020-01-05', hari: 31, hariIni: '2026-11-25' })).toMatch(
      /^Kegiatan 5 Januari 2020 sudah lewat batas/,
    );
    expect(kataMasalah('lewat_batas', { tanggal: '2026-01-05', hari: 31, hariIni: '2026-11-25' })).toMatch(
      /^Kegiatan 5 Januari sudah lewat batas/,
    );
    expect(kataMasalah('jam_mustahil', { bidang: 'selesai' })).toBe(
      'Isi jam selesai, antara 00.00 dan 23.59',
    );
    expect(kataMasalah('bertumpuk', { uraian: 'Mengajar 5A', mulai: '08:00', selesai: '09:10' })).toBe(
      'Bertumpuk dengan “Mengajar 5A” 08.00–09.10. Simpan tetap?',
    );
    expect(kataMasalah('tanpa_internet', { jumlah: 3 })).toBe(
      'Belum ada internet. 3 kegiatan aman di HP dan dikirim otomatis nanti',
    );
  });

  test('a code of a newer server is named instead of hidden', () => {
    expect(kataMasalah('kode_baru')).toContain('kode_baru');
  });
});

describe('format', () => {
  test('dates and hours are written as Indonesian readers do', () => {
    expect(hariTanggalTahun('2026-11-23')).toBe('Senin, 23 November 2026');
    expect(rentangJam({ mulai: '07:10', selesai: '08:20' })).toBe('07.10–08.20');
  });

  test('no size but nothing is called 0 KB', () => {
    expect(ukuran(0)).toBe('0 KB');
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (bytes) => ukuran(bytes) !== '0 KB'));
    expect(ukuran(9.4 * 1024 * 1024)).toBe('9,4 MB');
  });
});
