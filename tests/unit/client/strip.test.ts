import { expect, test } from 'vitest';
import { stripDari } from '../../../client/app/strip.tsx';
import type { SyncStatus } from '../../../client/sync/index.ts';

const aStatus = (part: Partial<SyncStatus> = {}): SyncStatus => ({
  unsent: 0,
  refused: 0,
  beda: 0,
  putusan: [],
  photosLeft: 0,
  bytesLeft: 0,
  sending: false,
  trying: false,
  sent: 0,
  total: 0,
  lastOk: null,
  nextAt: null,
  problem: null,
  skew: 0,
  ...part,
});
const met = (code: string) => ({ code, at: 0 });

test.each<[string, Partial<SyncStatus>]>([
  ['Semua terkirim', {}],
  ['3 tersimpan di HP', { unsent: 3 }],
  ['Mengirim 2 dari 5 · sisa 340 KB', { unsent: 4, sending: true, sent: 1, total: 5, bytesLeft: 340 * 1024 }],
  ['Mengirim 51 · sisa 35 KB', { unsent: 51, sending: true, total: 51, bytesLeft: 35 * 1024 }],
  ['Mengirim 1', { unsent: 1, sending: true, total: 0 }],
  ['Mengirim 3 dari 6', { unsent: 4, sending: true, sent: 2, total: 2 }],
  ['Mencoba mengirim · 3 tersimpan di HP', { unsent: 3, trying: true, problem: met('tanpa_internet') }],
  ['Tanpa internet · 3 tersimpan di HP', { unsent: 3, problem: met('tanpa_internet') }],
  ['Perlu masuk lagi · 3 aman di HP', { unsent: 3, problem: met('masuk_lagi') }],
  ['Server belum menjawab · 1 aman di HP', { unsent: 1, problem: met('server_diam') }],
  ['Teks terkirim · 2 foto menyusul (210 KB)', { photosLeft: 2, bytesLeft: 210 * 1024 }],
  ['1 perlu diperbaiki', { refused: 1 }],
  ['1 perlu diperbaiki', { refused: 1, problem: met('tanpa_internet') }],
  ['1 ada dua versi', { beda: 1 }],
  ['1 keputusan belum berlaku: kegiatannya sudah diubah guru', { beda: 1, putusan: ['d_kepala.7.AAAA'] }],
  ['2 ada dua versi', { beda: 2, putusan: ['d_kepala.7.AAAA'] }],
])('the strip says “%s”', (text, status) => {
  expect(stripDari(aStatus(status)).text).toBe(text);
});

test('the strip is green only where nothing waits anywhere', () => {
  for (const part of [
    { unsent: 1 },
    { refused: 1 },
    { beda: 1 },
    { photosLeft: 1 },
    { problem: met('gangguan') },
  ])
    expect(stripDari(aStatus(part)).tone).not.toBe('berhasil');
  expect(stripDari(aStatus()).tone).toBe('berhasil');
});

test('only a session that ended leads to signing in', () => {
  expect(stripDari(aStatus({ problem: met('masuk_lagi') })).href).toBe('/masuk');
  expect(stripDari(aStatus({ problem: met('server_sibuk') })).href).toBe('/antrean');
});

test('a head’s decision that came too late leads to the entry that it was about', () => {
  const status = aStatus({ beda: 1, putusan: ['d_kepala.7.AAAA'] });
  expect(stripDari(status).href).toBe('/periksa?kegiatan=d_kepala.7.AAAA');
});
