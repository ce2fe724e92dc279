import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { Repo } from '@automerge/automerge-repo';
import { WebSocketServerAdapter } from '@automerge/automerge-repo-network-websocket';
import { NodeFSStorageAdapter } from '@automerge/automerge-repo-storage-nodefs';
import { WebSocketServer } from 'ws';
import { talk } from '../sync/talk.mjs';

// automerge-repo's websocket server with one document that holds the entries.
const [dir] = process.argv.slice(2);
mkdirSync(dir, { recursive: true });
const server = createServer();
const repo = new Repo({
  network: [new WebSocketServerAdapter(new WebSocketServer({ server }))],
  storage: new NodeFSStorageAdapter(dir),
  sharePolicy: async () => false,
});
const handle = repo.create({ entri: {} });
await new Promise((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});

const reached = ({ entries, changed, note }) => {
  const all = Object.values(handle.doc().entri);
  return all.length >= entries && all.filter(({ catatan }) => String(catatan) === note).length >= changed;
};

talk({
  place: () => ({ port: server.address().port, name: handle.url }),
  /** Resolves when the server's document holds what is expected. */
  settled: (wanted) =>
    new Promise((resolve) => {
      const look = () => {
        if (!reached(wanted)) return;
        handle.off('change', look);
        resolve();
      };
      handle.on('change', look);
      look();
    }),
  close: async () => {
    await repo.flush();
  },
});
