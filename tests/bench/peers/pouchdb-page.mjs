import PouchDB from 'pouchdb';

// PouchDB as it is in a page: its idb adapter, one-shot sync with its own defaults.
const database = new PouchDB('entri');
const remote = new PouchDB(`${location.origin}/entri`, { skip_setup: true });

const rows = async () => (await database.allDocs({ include_docs: true })).rows.map(({ doc }) => doc);

globalThis.ukur = {
  begin: async () => {
    await database.info();
  },
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
};
