import { mkdirSync } from 'node:fs';
import PouchDB from 'pouchdb';
import { talk } from '../sync/talk.mjs';

// PouchDB as it is in Node: leveldb on disk, one-shot sync with its own defaults.
const [url, , dir] = process.argv.slice(2);
mkdirSync(dir, { recursive: true });
const database = new PouchDB(`${dir}/entri`);
await database.info();
const remote = new PouchDB(`${url}/entri`, { skip_setup: true });

const rows = async () => (await database.allDocs({ include_docs: true })).rows.map(({ doc }) => doc);

talk({
  lay: async (entries) => {
    await database.bulkDocs(entries.map(({ id, dicatat, isi }) => ({ _id: id, dicatat, ...isi })));
  },
  sync: async () => {
    await database.sync(remote);
  },
  change: async (catatan) => {
    const all = await rows();
    await database.put({ ...all[Math.floor(all.length / 2)], catatan });
  },
  look: async (note) => {
    const all = await rows();
    return { entries: all.length, changed: all.filter(({ catatan }) => catatan === note).length };
  },
});
