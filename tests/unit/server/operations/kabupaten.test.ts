import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditLedger, compareFigures, compareWithLedger } from '../../../../server/ledger/index.ts';
import { hasDemo } from '../../../../server/operations/index.ts';
import { halangan, isiKabupaten, type Kemajuan } from '../../../../server/operations/kabupaten/isi.ts';
import { openSqliteStore } from '../../../../server/store/index.ts';
import { MONDAY_MORNING } from '../../../support/clock.ts';
import { aRandom } from '../../../support/random.ts';
import { aTempDir } from '../../../support/temp-dir.ts';

const rooms = () => {
  const random = aRandom();
  return { clock: () => MONDAY_MORNING, random: random.number, randomBytes: random.bytes };
};

test('a made-up district is a ledger like any other: chains verify, records and sums follow from it, and production refuses it', async () => {
  const dataDir = join(aTempDir(), 'data');
  const kabar: Kemajuan[] = [];
  const terisi = await isiKabupaten({ dataDir, guru: 9, tahun: 0.04 }, rooms(), (satu) => kabar.push(satu));
  expect(kabar.at(-1)).toMatchObject({ sekolah: terisi.sekolah, dariSekolah: terisi.sekolah });
  expect(terisi.entri).toBeGreaterThan(40);
  expect(terisi.masuk.map(({ sebagai }) => sebagai)).toEqual([
    ...['admin dinas', 'pengawas', 'kepala sekolah', 'guru'],
  ]);
  const store = await openSqliteStore(join(dataDir, 'kinerja.db'));
  try {
    expect((await auditLedger({ store, files: null, onProgress: () => undefined })).faults).toEqual([]);
    const shards = await store.read((tx) => tx.shards());
    expect(shards.length).toBeGreaterThan(terisi.sekolah);
    for (const shard of shards) {
      expect(await compareWithLedger(store, shard)).toEqual([]);
      expect(await compareFigures(store, shard)).toBe(0);
    }
    expect((await store.read((tx) => tx.figureVersions())).size).toBe(shards.length);
    expect(await hasDemo(store)).toBe(true);
    for (const { nip } of terisi.masuk)
      expect(await store.read((tx) => tx.accountByNip(nip))).toMatchObject({ nip });
  } finally {
    await store.close();
  }
  expect(halangan({ dataDir, guru: 30, tahun: 1 })).toContain('sudah berisi');
});

test('a run that was cut off leaves no database, and what it left does not stand in the way; a full folder and a small disk do', () => {
  const dataDir = join(aTempDir(), 'data');
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'kinerja.db.setengah'), 'x');
  expect(halangan({ dataDir, guru: 30, tahun: 1 })).toBeNull();
  expect(halangan({ dataDir, guru: 100_000, tahun: 1_000_000 })).toContain('Ruang kurang');
  writeFileSync(join(dataDir, 'kinerja.db'), 'x');
  expect(halangan({ dataDir, guru: 30, tahun: 1 })).toContain('sudah berisi');
});
