import { ImmutableString } from '@automerge/automerge';
import { Repo } from '@automerge/automerge-repo';
import { WebSocketClientAdapter } from '@automerge/automerge-repo-network-websocket';
import { IndexedDBStorageAdapter } from '@automerge/automerge-repo-storage-indexeddb';

// Texts as ImmutableString, one document, kept in IndexedDB: the leanest that Automerge does. Each sync is a fresh connection.
const repo = new Repo({ storage: new IndexedDBStorageAdapter(), sharePolicy: async () => true });
let name = '';
let handle = null;
let adapter = null;

const lean = (value) => {
  if (typeof value === 'string') return new ImmutableString(value);
  if (Array.isArray(value)) return value.map(lean);
  return value;
};
const leanEntry = ({ dicatat, isi }) => ({
  dicatat,
  ...Object.fromEntries(Object.entries(isi).map(([key, value]) => [key, lean(value)])),
});
const entries = () => Object.entries(handle?.doc()?.entri ?? {});
const has = (wanted) =>
  entries().length >= wanted.entries &&
  entries().filter(([, { catatan }]) => String(catatan) === wanted.note).length >= wanted.changed;

const arrived = (wanted) =>
  new Promise((resolve) => {
    const look = () => {
      if (!has(wanted)) return;
      handle.off('change', look);
      resolve();
    };
    handle.on('change', look);
    look();
  });

const hangUp = () => {
  if (!adapter) return;
  repo.networkSubsystem.removeNetworkAdapter(adapter);
  adapter = null;
};

globalThis.ukur = {
  begin: (given) => {
    name = given.name;
  },
  lay: async (given) => {
    for (const entry of given)
      handle.change((doc) => {
        doc.entri[entry.id] = leanEntry(entry);
      });
    await repo.flush();
  },
  sync: async (wanted) => {
    adapter = new WebSocketClientAdapter(location.origin.replace('http', 'ws'));
    repo.networkSubsystem.addNetworkAdapter(adapter);
    await adapter.whenReady();
    handle ??= await repo.find(name);
    await arrived(wanted);
    await repo.flush();
  },
  change: async (catatan) => {
    const all = entries();
    const [id] = all[Math.floor(all.length / 2)];
    handle.change((doc) => {
      doc.entri[id].catatan = new ImmutableString(catatan);
    });
  },
  /** Offline again: what follows must not arrive by itself. */
  rest: hangUp,
  look: async (note) => ({
    entries: entries().length,
    changed: entries().filter(([, { catatan }]) => String(catatan) === note).length,
  }),
};
