import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { createApp } from '../../server/app.ts';
import { openLedger } from '../../server/ledger/index.ts';
import { openSqliteStore } from '../../server/store/index.ts';
import { SEAL_KEYS } from './safety.ts';
import type { TestServer } from './server.ts';
import { aTempDir } from './temp-dir.ts';

/** A copy of the server's database, as an operator keeps it. */
export const copyOf = ({ path }: Pick<TestServer, 'path'>): string => {
  const copy = join(aTempDir(), 'salinan.db');
  const db = new Database(path, { readonly: true });
  db.prepare('VACUUM INTO ?').run(copy);
  db.close();
  return copy;
};

/** The server goes on from a copy of that copy: whoever asks it from now on meets the older history. */
export const restore = async (server: TestServer, copy: string, cause = 'pulih'): Promise<void> => {
  const path = copyOf({ path: copy });
  const store = await openSqliteStore(path);
  onTestFinished(() => store.close());
  const { clock, randomBytes, safe } = server;
  const ledger = await openLedger({
    store,
    clock: clock.now,
    randomBytes,
    sealKeys: SEAL_KEYS,
    stable: () => safe.current,
    onFault: (fault) => void server.faults.push(fault),
    cause,
  });
  const app = createApp({ ...server, store, ledger, clock: clock.now });
  const fetch: TestServer['fetch'] = async (request) =>
    app.fetch(request, { incoming: { socket: { remoteAddress: '10.0.0.1' } } });
  Object.assign(server, { store, ledger, app, fetch, path });
};
