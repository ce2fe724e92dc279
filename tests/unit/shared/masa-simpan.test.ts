import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Berumur, batasSimpan, MASA_SIMPAN } from '../../../shared/domain/index.ts';
import { PROJECT } from '../house/planting.ts';

/** How docs/privasi.md names each kind, and how it says a number of days. */
const DI_HALAMAN: Readonly<Record<Berumur, string | null>> = {
  // A session is over when it says so; its own lifetimes stand in a row of their own.
  sesi: null,
  percobaan: 'Penghitung salah sandi',
  peramban: 'Peramban yang dikenal',
  slip: 'Slip aktivasi',
  pengingat: 'Alamat pengingat',
  antrean: 'Laporan isian tertahan',
  lapor: 'Tanda pekan ikut dihitung',
  lihat: 'Catatan siapa melihat milik siapa',
  fotoUsulan: 'Foto bukti usulan yang ditolak atau ditarik',
  barisSalah: 'Baris impor yang perlu diperbaiki',
  fotoTerputus: 'Foto yang tidak pernah selesai terkirim',
};
const kata = (hari: number): string =>
  hari === 0 ? 'Sampai' : hari % 365 === 0 ? `${hari / 365} tahun` : `${hari} hari`;

test('people are told the very terms by which things are removed', () => {
  const baris = readFileSync(join(PROJECT, 'docs/privasi.md'), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((sel) => sel.trim()));
  for (const apa of Object.keys(MASA_SIMPAN) as Berumur[]) {
    const nama = DI_HALAMAN[apa];
    if (nama === null) continue;
    const found = baris.find((sel) => sel[1]?.includes(nama) && sel.length === 4);
    expect(found?.[2], nama).toContain(kata(MASA_SIMPAN[apa]));
  }
});

test('the moment before which something goes is its term before now', () => {
  expect(batasSimpan('sesi', 1000)).toBe(1000);
  expect(batasSimpan('percobaan', 86_400_000)).toBe(0);
});
