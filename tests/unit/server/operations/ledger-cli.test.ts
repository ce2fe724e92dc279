import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { jalankan, jalankanTanpaData } from '../../../../server/operations/cli-commands.ts';
import { receiptSigner } from '../../../../server/operations/receipt-key.ts';
import { aBusyServer } from '../../../support/busy-server.ts';
import { SEAL_KEYS } from '../../../support/safety.ts';
import type { TestServer } from '../../../support/server.ts';
import { aTempDir } from '../../../support/temp-dir.ts';

/** Runs one command line on the server's data; what it wrote to its output and of its progress is kept. */
const run = async ({ clock, ...rooms }: TestServer, line: string, now: () => number = clock.now) => {
  const [keluar, kabar]: [string[], string[]] = [[], []];
  const alat = {
    tulis: async (piece: string) => void keluar.push(piece),
    kabar: (kalimat: string) => void kabar.push(kalimat),
  };
  const argv = line.split(' ');
  const done =
    (await jalankanTanpaData(argv, { clock: now }, alat)) ??
    (await jalankan({ ...rooms, sealKeys: SEAL_KEYS, clock: now }, argv, alat));
  return { ...done, keluar: keluar.join(''), kabar };
};

const spoil = ({ path }: TestServer, change: string): void => {
  const raw = new Database(path);
  raw.exec(change);
  raw.close();
};

describe('ledger verify', () => {
  test('says that all is well, and how much of it devices signed', async () => {
    const { server } = await aBusyServer(4);
    const { kode, teks } = await run(server, 'ledger verify --foto');
    expect(kode).toBe(0);
    expect(teks).toMatch(/11 baris, 10 bertanda tangan perangkat, 1 tanpa .*0 foto sesuai sidiknya/s);
  });

  test('names every fault with table, school, line and row, and ends with 2', async () => {
    const { server } = await aBusyServer(4);
    spoil(
      server,
      "UPDATE commands SET body = replace(body, 'pecahan', 'perkalian') WHERE n IN (2, 4); DELETE FROM records WHERE rowid = 3",
    );
    const { kode, teks } = await run(server, 'ledger verify');
    expect(kode).toBe(2);
    for (const part of [
      /commands · sek:69593332 · baris 2 · d_\w+\.1\.\S+: isi/,
      /commands · sek:69593332 · baris 4 · d_\w+\.3\.\S+: amplop/,
      /records · sek:69593332 · baris \d+ · \S+: hilang/,
    ])
      expect(teks).toMatch(part);
  });

  test('tells at most once a second how far it is', async () => {
    const { server } = await aBusyServer(4);
    let ticks = 0;
    const { kabar } = await run(server, 'ledger verify', () => (ticks += 100));
    expect(kabar.length).toBeGreaterThan(0);
    expect(kabar.length).toBeLessThanOrEqual(ticks / 1000);
  });
});

describe('ledger export', () => {
  test('writes a file that verifies with no data folder, and takes no other file’s place', async () => {
    const { server } = await aBusyServer(4);
    const file = join(aTempDir(), 'buku.ndjson');
    expect(await run(server, `ledger export --out ${file}`)).toMatchObject({ kode: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await run(server, `ledger export --out ${file}`);
    expect(again.kode).toBe(1);
    const verified = await jalankanTanpaData(['ledger', 'verify', '--file', file], { clock: () => 0 });
    expect(verified).toEqual({ kode: 0, teks: expect.stringMatching(/^Berkas utuh: 11 baris, 10 bertanda/) });
    const { keluar } = await run(server, 'ledger export');
    const rows = (text: string) => text.split('\n').slice(1, -2);
    expect(rows(keluar)).toEqual(rows(readFileSync(file, 'utf8')));
    writeFileSync(file, readFileSync(file, 'utf8').replace('Mengajar', 'Menghajar'));
    expect(await run(server, `ledger verify --file ${file}`)).toMatchObject({ kode: 2 });
  });
});

describe('ledger rebuild', () => {
  test('only compares, unless --tulis is said; then the records are what the ledger says again', async () => {
    const { server } = await aBusyServer(4);
    spoil(server, "UPDATE records SET owner = 'p_lain' WHERE rowid = 3");
    const compared = await run(server, 'ledger rebuild');
    expect([compared.kode, compared.teks]).toEqual([2, expect.stringMatching(/1 catatan berbeda.*rekam/s)]);
    expect((await run(server, 'ledger rebuild')).kode).toBe(2);
    const written = await run(server, 'ledger rebuild --tulis');
    expect([written.kode, written.teks]).toEqual([
      0,
      expect.stringMatching(/1 catatan berbeda.*6 catatan dibuat ulang/s),
    ]);
    expect((await run(server, 'ledger verify')).kode).toBe(0);
  });

  test('writes nothing from a chain that is broken', async () => {
    const { server } = await aBusyServer(4);
    spoil(
      server,
      "UPDATE commands SET salt = x'00' WHERE n = 3; UPDATE records SET owner = 'x' WHERE rowid = 3",
    );
    const { kode, teks } = await run(server, 'ledger rebuild --tulis');
    expect([kode, teks]).toEqual([
      2,
      expect.stringMatching(/Rantai rusak .* baris 3.*Tidak ada yang ditulis/),
    ]);
    expect((await run(server, 'ledger verify')).teks).toMatch(/rekam/);
  });
});

test('the receipt key is made once, readable by its owner alone, and the same at the next start', () => {
  const dir = aTempDir();
  const first = receiptSigner(dir);
  const file = join(dir, 'rahasia', 'tanda-terima');
  expect(existsSync(file)).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(receiptSigner(dir)).toMatchObject({ id: first.id, key: first.key });
});
