import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catatEntri, laporKendala, newDraft, saveDraft } from '../../../client/actions/index.ts';
import {
  type AccountStore,
  countWaiting,
  databaseName,
  entriInMonth,
  openAccountStore,
  openCommands,
  pasangSegel,
  putPhoto,
  type Segel,
  type Shelf,
  setMeta,
  tulisUlang,
} from '../../../client/store/index.ts';
import { bahanPengingat } from '../../../client/store/reminder.ts';
import { isiPengingat, tambahHari, tanggalPada } from '../../../shared/domain/index.ts';
import { anEntri } from '../../support/builders.ts';
import { aFakePhone, aReadyPhone } from '../../support/fake-phone.ts';
import { aServer, SRI } from '../../support/server.ts';

const RAHASIA = 'RAHASIA-7319';

const aKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
const aSegel = async (menutup = true): Promise<Segel> => ({ kunci: await aKey(), menutup });

const textOf = (value: unknown): string => {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    const bytes = ArrayBuffer.isView(value) ? new Uint8Array(value.buffer) : new Uint8Array(value);
    return new TextDecoder().decode(bytes);
  }
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(textOf).join(' ');
  return String(value);
};

/** Every row of the database as it lies on the disk, table by table. */
const onDisk = async (id: string, shelf: Shelf): Promise<ReadonlyMap<string, readonly unknown[]>> => {
  const raw = new Dexie(databaseName(id), shelf as object);
  await raw.open();
  const rows = await Promise.all(
    raw.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  raw.close();
  return new Map(rows);
};
const where = (tables: ReadonlyMap<string, readonly unknown[]>, text: string): string[] =>
  [...tables].filter(([, rows]) => textOf(rows).includes(text)).map(([name]) => name);

/** Writes the secret into every table that can hold something of a person. */
const fill = async ({ db }: AccountStore): Promise<void> => {
  const bytes = new TextEncoder().encode(RAHASIA).buffer;
  const sha = 'a'.repeat(64);
  await putPhoto(
    db,
    { foto: { sha, size: 12, mime: 'image/webp' }, bytes, thumb: { bytes, mime: 'image/webp' } },
    1,
  );
  await db.rancangan.put({
    id: 'r',
    skp: null,
    dilihat: null,
    isi: { catatan: RAHASIA },
    diubah: 1,
  } as never);
  await db.riwayat.put({ id: 'h', answer: { lines: [RAHASIA] }, dimuatPada: 1 } as never);
  await db.give.put({ id: 'g', shard: 's', wire: { content: RAHASIA } } as never);
  await db.given.put({ id: 'g', shard: 's', wire: { content: RAHASIA } } as never);
  await setMeta(db, 'angkaKredit', { awal: 1, baris: [{ nama: RAHASIA }] } as never);
  await setMeta(db, 'wilayah', { baris: [{ nama: RAHASIA }] } as never);
  await setMeta(db, 'ambilan', [{ id: 'x', pada: 1, isi: [{ sebelum: RAHASIA }] }] as never);
};

const aFullPhone = async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  await catatEntri(phone.acting, anEntri({ uraian: `${RAHASIA} terkirim` }));
  await phone.run();
  phone.line.always('permintaan-hilang');
  await catatEntri(phone.acting, anEntri({ uraian: `${RAHASIA} menunggu` }));
  const draft = await newDraft(phone.acting);
  await saveDraft(phone.acting, { id: draft.id, values: { uraian: RAHASIA } });
  await fill(phone.store);
  return phone;
};

const SEALED = [
  'bytes',
  'drafts',
  'give',
  'given',
  'journal',
  'meta',
  'rancangan',
  'records',
  'riwayat',
  'thumbs',
];

test('after sealing no row on the disk holds a word of what was written, and every table reads as before', async () => {
  const phone = await aFullPhone();
  expect(where(await onDisk(SRI.id, phone.shelf), RAHASIA)).toEqual(SEALED);
  const before = await Promise.all(phone.db.tables.map((table) => table.toArray()));
  await pasangSegel(phone.store, await aSegel());
  await tulisUlang(phone.store);
  expect(where(await onDisk(SRI.id, phone.shelf), RAHASIA)).toEqual([]);
  expect(await Promise.all(phone.db.tables.map((table) => table.toArray()))).toEqual(before);
});

test('what is written under the seal never lies open, is found by every query, and is sent', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  await pasangSegel(phone.store, await aSegel());
  await tulisUlang(phone.store);
  await catatEntri(phone.acting, anEntri({ uraian: RAHASIA, tanggal: '2026-11-03' }));
  await fill(phone.store);
  expect(where(await onDisk(SRI.id, phone.shelf), RAHASIA)).toEqual([]);
  const open = await openCommands(phone.db);
  expect(open.map(({ body }) => body)).toMatchObject([{ uraian: RAHASIA }]);
  const id = open[0]!.target;
  expect(await entriInMonth(phone.store, SRI.id, '2026-11')).toMatchObject([
    { id, content: { uraian: RAHASIA } },
  ]);
  // By a cursor, which hands rows over one by one.
  expect(await phone.db.records.filter(({ visible }) => visible.id === id).first()).toMatchObject({ id });
  expect(await phone.run()).toMatchObject({ ok: true, sent: 1 });
  expect(await phone.entri(id)).toMatchObject({ kirim: { kunci: 'terkirim' } });
  expect(where(await onDisk(SRI.id, phone.shelf), RAHASIA)).toEqual([]);
});

test('lists that are read together come together, however long each of them takes to open', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  await pasangSegel(phone.store, await aSegel());
  await phone.db.drafts.put({
    id: 'panjang',
    values: { uraian: 'x'.repeat(4_000_000) },
    updatedAt: 1,
  } as never);
  await phone.db.riwayat.bulkPut(['a', 'b', 'c'].map((id) => ({ id, answer: {}, dimuatPada: 1 }) as never));
  const { db } = phone;
  const read = await db.transaction('r', [db.drafts, db.riwayat], () =>
    Promise.all([
      db.drafts.get('panjang'),
      ...['a', 'b', 'c'].map((id) => db.riwayat.get(id)),
      db.drafts.orderBy('updatedAt').toArray(),
      db.riwayat.toArray(),
    ]),
  );
  expect(read.every((one) => one !== undefined)).toBe(true);
});

test('without the key how much waits is still known, and nothing of what it says', async () => {
  const phone = await aFullPhone();
  await pasangSegel(phone.store, await aSegel());
  await tulisUlang(phone.store);
  const locked = await openAccountStore(SRI.id, phone.shelf);
  expect(await countWaiting(locked.db)).toBe(1);
  expect(textOf(await locked.db.journal.toArray())).not.toContain(RAHASIA);
  locked.db.close();
  const other = await openAccountStore(SRI.id, phone.shelf);
  await pasangSegel(other, await aSegel());
  await expect(other.db.journal.toArray()).rejects.toThrow();
  other.db.close();
});

test('a reminder says the same while locked: the school decides, and what she deleted is not counted', async () => {
  const phone = await aFullPhone();
  const now = phone.acting.clock();
  for (const [days, hapus] of [
    [1, 0],
    [2, 1],
    [3, 0],
  ] as const) {
    const tanggal = tanggalPada(now - days * 86_400_000, 'Asia/Jayapura');
    await catatEntri(phone.acting, anEntri({ uraian: RAHASIA, tanggal }));
    await phone.db.records.where('[kind+tanggal]').equals(['entri', tanggal]).modify({ hapus });
  }
  await phone.db.records
    .where('kind')
    .equals('satker')
    .modify((row) => {
      Object.assign(row.visible.content as object, { logHarian: 'mati', zona: 'Asia/Jayapura' });
    });
  const open = await bahanPengingat(phone.store, now);
  expect(open).toMatchObject({ log: 'mati' });
  await pasangSegel(phone.store, await aSegel());
  await tulisUlang(phone.store);
  const locked = await openAccountStore(SRI.id, phone.shelf);
  expect(await bahanPengingat(locked, now)).toEqual(open);
  locked.db.close();
});

test('while locked no day is held against her that she may have been ill on: what cannot be read is not counted', async () => {
  const phone = await aFullPhone();
  const now = phone.acting.clock();
  const kini = tanggalPada(now, 'Asia/Jakarta');
  const lapor = (mulai: string, selesai: string) =>
    laporKendala(phone.acting, { guru: SRI.id, sebab: 'SAKIT', mulai, selesai, catatan: RAHASIA });
  await lapor(tambahHari(kini, -8), tambahHari(kini, -1));
  const open = await bahanPengingat(phone.store, now);
  expect(open?.kosong.filter((tanggal) => tanggal >= tambahHari(kini, -8))).toEqual([]);
  expect(open?.kosong.length).toBeGreaterThan(0);
  expect(open).toMatchObject({ tidakHadir: false });
  await phone.db.records.where('kind').equals('kendala').modify({ lokal: 'bersih' });
  await pasangSegel(phone.store, await aSegel());
  await tulisUlang(phone.store);
  const locked = await openAccountStore(SRI.id, phone.shelf);
  expect(await bahanPengingat(locked, now)).toMatchObject({ kosong: [], tidakHadir: false });
  // What has not been sent the service cannot know of: it may be about today.
  await locked.db.records.where('kind').equals('kendala').modify({ lokal: 'antri' });
  expect(await bahanPengingat(locked, now)).toMatchObject({ tidakHadir: true });
  locked.db.close();
});

test('on a day of leave that she told of nothing is said, and afterwards its days are not counted', async () => {
  const phone = await aFullPhone();
  const now = phone.acting.clock();
  const kini = tanggalPada(now, 'Asia/Jakarta');
  await laporKendala(phone.acting, {
    ...{ guru: SRI.id, sebab: 'CUTI', mulai: tambahHari(kini, -3), selesai: kini, catatan: '' },
  });
  const bahan = await bahanPengingat(phone.store, now);
  expect(bahan).toMatchObject({ tidakHadir: true });
  expect(bahan && isiPengingat(bahan)).toBeNull();
  await phone.db.records.where('kind').equals('kendala').modify({ lokal: 'ditolak' });
  expect(await bahanPengingat(phone.store, now)).toMatchObject({ tidakHadir: false });
});

test('a sealed row that is put in the place of another is not believed', async () => {
  const phone = await aFullPhone();
  const segel = await aSegel();
  await pasangSegel(phone.store, segel);
  await tulisUlang(phone.store);
  const raw = await openAccountStore(SRI.id, phone.shelf);
  const [one] = await raw.db.records.toArray();
  await raw.db.records.put({ ...one!, id: 'lain' });
  raw.db.close();
  await expect(phone.db.records.get('lain')).rejects.toThrow();
});

const stopAfter = (handfuls: number) => {
  let told = 0;
  return () => {
    told += 1;
    if (told > handfuls) throw new Error('killed');
  };
};

test.each([0, 1, 3, 5, 8])(
  'killed after %i handfuls of sealing, of unsealing: nothing is lost, and the rest is done the next time',
  async (handfuls) => {
    const phone = await aFullPhone();
    const before = await Promise.all(phone.db.tables.map((table) => table.toArray()));
    const kunci = await aKey();
    const again = async (menutup: boolean) => {
      const store = await openAccountStore(SRI.id, phone.shelf);
      await pasangSegel(store, { kunci, menutup });
      return store;
    };
    phone.db.close();
    for (const menutup of [true, false]) {
      const killed = await again(menutup);
      await expect(tulisUlang(killed, stopAfter(handfuls))).rejects.toThrow('killed');
      expect(await Promise.all(killed.db.tables.map((table) => table.toArray()))).toEqual(before);
      killed.db.close();
      const resumed = await again(menutup);
      await tulisUlang(resumed);
      expect(await Promise.all(resumed.db.tables.map((table) => table.toArray()))).toEqual(before);
      resumed.db.close();
      expect(where(await onDisk(SRI.id, phone.shelf), RAHASIA)).toEqual(menutup ? [] : SEALED);
    }
  },
);

test('a file that is carried for a colleague stays as it is: it is sealed to the server, and goes while locked', async () => {
  const phone = await aFakePhone(await aServer(), SRI);
  await pasangSegel(phone.store, await aSegel());
  const bytes = new TextEncoder().encode('e-Kinerja titipan 1\n{}\nabc').buffer;
  await phone.db.bytes.put({ sha: 'c'.repeat(64), bytes });
  expect(where(await onDisk(SRI.id, phone.shelf), 'e-Kinerja titipan')).toEqual(['bytes']);
});

const json = fc.jsonValue({ maxDepth: 3 });
const bytesOf = fc.uint8Array({ maxLength: 200 }).map((bytes) => bytes.slice().buffer);

test('whatever is written under the seal reads back as it was', async () => {
  const store = await openAccountStore('a_sifat', { indexedDB: new IDBFactory(), IDBKeyRange });
  await pasangSegel(store, await aSegel());
  const { db } = store;
  await fc.assert(
    fc.asyncProperty(fc.array(json, { maxLength: 5 }), json, bytesOf, async (bodies, isi, bytes) => {
      const rows = bodies.map((body, number) => ({
        id: `i${String(number)}`,
        status: 'antri',
        number,
        body,
      }));
      const row = { id: 'r', values: isi, updatedAt: 3 };
      await db.transaction('rw', [db.journal, db.drafts, db.bytes], async () => {
        await db.journal.clear();
        await db.journal.bulkPut(rows as never);
        await db.drafts.put(row as never);
        await db.bytes.put({ sha: 's', bytes });
      });
      const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
      expect(plain(await db.journal.where('status').equals('antri').sortBy('number'))).toEqual(plain(rows));
      expect(plain(await db.drafts.orderBy('updatedAt').reverse().toArray())).toEqual([plain(row)]);
      expect(new Uint8Array((await db.bytes.get('s'))!.bytes)).toEqual(new Uint8Array(bytes));
    }),
    { numRuns: 40 },
  );
  db.close();
});
