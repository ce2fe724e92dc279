import { createRxDatabase } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';

// RxDB's replication over HTTP with its default batches of 100; on Dexie as ours, or in memory, which keeps nothing.

const text = (maxLength) => ({ type: 'string', maxLength });
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: text(40),
    dicatat: { type: 'integer' },
    tanggal: text(10),
    mulai: text(5),
    selesai: text(5),
    rhk: { type: ['string', 'null'] },
    rencanaAksi: { type: ['string', 'null'] },
    uraian: text(500),
    realisasi: { type: 'integer' },
    satuan: text(30),
    catatan: text(1000),
    tautan: { type: 'array', items: { type: 'string' } },
    foto: { type: 'array', items: { type: 'object' } },
  },
  required: ['id'],
};
let entri = null;

const pull = async (checkpoint, limit) => {
  const response = await fetch(`/pull?n=${checkpoint?.n ?? 0}&limit=${limit}`);
  return response.json();
};
const push = async (rows) => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/push', { method: 'POST', headers, body: JSON.stringify(rows) });
  return response.json();
};

globalThis.ukur = {
  begin: async ({ option }) => {
    const storage = option === 'memory' ? getRxStorageMemory() : getRxStorageDexie();
    const database = await createRxDatabase({ name: 'entri', storage, multiInstance: false });
    ({ entri } = await database.addCollections({ entri: { schema } }));
  },
  lay: async (entries) => {
    await entri.bulkInsert(entries.map(({ id, dicatat, isi }) => ({ id, dicatat, ...isi })));
  },
  sync: async () => {
    const replication = replicateRxCollection({
      collection: entri,
      replicationIdentifier: 'entri-http',
      live: false,
      pull: { handler: pull },
      push: { handler: push },
    });
    replication.error$.subscribe((error) => console.error(String(error)));
    await replication.awaitInitialReplication();
    await replication.cancel();
  },
  change: async (catatan) => {
    const all = await entri.find().exec();
    await all[Math.floor(all.length / 2)].incrementalPatch({ catatan });
  },
  look: async (note) => {
    const all = await entri.find().exec();
    return { entries: all.length, changed: all.filter(({ catatan }) => catatan === note).length };
  },
};
