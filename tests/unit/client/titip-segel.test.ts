import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openReceipt, sealCargo } from '../../../client/actions/titip-segel.ts';
import { openCourier } from '../../../server/courier/index.ts';
import {
  type Cargo,
  type CarriedHeader,
  type CarriedReceipt,
  splitCarried,
  splitReceipt,
} from '../../../shared/protocol/index.ts';

const chance = { randomBytes: (size: number) => new Uint8Array(randomBytes(size)) };
const courier = await openCourier(new Uint8Array(32).fill(1), chance);
const other = await openCourier(new Uint8Array(32).fill(2), chance);

const HEADER: CarriedHeader = {
  kunci: courier.key.id,
  ikat: 'AbCdEfGhIjKlMnOp',
  nama: 'Sri Wahyuni',
  entri: 1,
  foto: 1,
  bagian: 1,
  dari: 1,
};
const CARGO: Cargo = {
  envelopes: [{ bytes: new TextEncoder().encode('{"rahasia":"Mengajar pecahan"}'), tanda: 'T'.repeat(86) }],
  photos: [{ sha: 'a'.repeat(64), bytes: new Uint8Array(40).fill(9) }],
};
const RECEIPT: CarriedReceipt = {
  amplop: [
    { now: 5, res: [{ o: 1, r: 'ok', n: 7, rc: '7K2-M9Q' }], blob: { ['a'.repeat(64)]: { off: 40 } } },
    null,
  ],
};

const flipped = (file: Uint8Array, at: number, bit: number): Uint8Array<ArrayBuffer> => {
  const other = new Uint8Array(file);
  other[at] = (other[at] ?? 0) ^ (1 << bit);
  return other;
};

test('what a phone sealed comes out at the server to the byte, and nothing of it can be read on the way', async () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 2000 }).map((found) => new Uint8Array(found));
  await fc.assert(
    fc.asyncProperty(fc.array(bytes, { minLength: 1, maxLength: 3 }), bytes, async (texts, photo) => {
      const cargo = {
        envelopes: texts.map((text) => ({ bytes: text, tanda: 'T'.repeat(86) })),
        photos: [{ sha: 'b'.repeat(64), bytes: photo }],
      };
      const { file } = await sealCargo(HEADER, cargo, courier.key.kunci);
      expect(await courier.open(file)).toMatchObject({ ok: true, header: HEADER, cargo });
    }),
    { numRuns: 40 },
  );
  const { file } = await sealCargo(HEADER, CARGO, courier.key.kunci);
  expect(Buffer.from(file).includes('Sri Wahyuni')).toBe(true);
  expect(Buffer.from(file).includes('Mengajar')).toBe(false);
});

test('a file with any one bit changed, header included, is refused', async () => {
  const { file } = await sealCargo(HEADER, CARGO, courier.key.kunci);
  for (let at = 0; at < file.length; at += 1) {
    const opened = await courier.open(flipped(file, at, at % 8));
    expect([at, opened.ok]).toEqual([at, false]);
  }
});

test('a file with another name in its header is refused, however well it reads', async () => {
  const { file } = await sealCargo(HEADER, CARGO, courier.key.kunci);
  const text = Buffer.from(file).toString('latin1').replace('Sri Wahyuni', 'Sri Wahyono');
  const renamed = new Uint8Array(Buffer.from(text, 'latin1'));
  expect(splitCarried(renamed)?.header.nama).toBe('Sri Wahyono');
  expect(await courier.open(renamed)).toMatchObject({ ok: false, code: 'titipan_rusak' });
});

test('a file that is cut is refused', async () => {
  const { file } = await sealCargo(HEADER, CARGO, courier.key.kunci);
  for (let end = 0; end < file.length; end += 7)
    expect([end, (await courier.open(file.slice(0, end))).ok]).toEqual([end, false]);
});

test('a file for another server says so, and its key opens nothing under a borrowed id', async () => {
  const { file } = await sealCargo(HEADER, CARGO, courier.key.kunci);
  expect(await other.open(file)).toMatchObject({ ok: false, code: 'kunci_titipan' });
  const borrowed = { ...HEADER, kunci: other.key.id };
  const wrong = await sealCargo(borrowed, CARGO, courier.key.kunci);
  expect(await other.open(wrong.file)).toMatchObject({ ok: false, code: 'titipan_rusak' });
});

test('the same secret makes the same key, another one another', async () => {
  const again = await openCourier(new Uint8Array(32).fill(1), chance);
  expect(again.key).toEqual(courier.key);
  expect(other.key.id).not.toBe(courier.key.id);
});

test('the receipt opens on the phone that made the file, and only there, and only whole', async () => {
  const [made, another] = [
    await sealCargo(HEADER, CARGO, courier.key.kunci),
    await sealCargo(HEADER, CARGO, courier.key.kunci),
  ];
  const opened = await courier.open(made.file);
  if (!opened.ok) throw new Error(opened.code);
  const bukti = opened.sealReceipt(RECEIPT);
  expect(Buffer.from(bukti).includes('7K2')).toBe(false);
  expect(await openReceipt(splitReceipt(bukti)!, made.receiptKey)).toEqual(RECEIPT);
  expect(await openReceipt(splitReceipt(bukti)!, another.receiptKey)).toBeNull();
  for (let at = 0; at < bukti.length; at += 1) {
    const parts = splitReceipt(flipped(bukti, at, at % 8));
    expect([at, parts && (await openReceipt(parts, made.receiptKey))]).toEqual([at, null]);
  }
  expect(made.receiptKey.extractable).toBe(false);
});
