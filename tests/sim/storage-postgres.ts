import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { moveStore } from '../../server/operations/move/move-command.ts';
import { openPostgresStore } from '../../server/store/index.ts';
import { copiedFrom, type MakeStorage } from './storage.ts';

/** The simulation is one process after another: it needs few connections. */
const CONNECTIONS = 4;

/** Makes an empty database on a PostgreSQL server, and gives its address. */
export type MakeDatabase = () => Promise<string>;

/**
 * Databases of PostgreSQL, whose server lives on when the simulated process dies: what that one had not committed is
 * undone by its connections' end, as with a real one. Copies are made and brought back by the operator's own tools, as
 * files of SQLite and by `migrate-store`.
 */
export const postgresStorage =
  (makeDatabase: MakeDatabase): MakeStorage =>
  (dir) => {
    let files = 0;
    const file = (): string => {
      files += 1;
      return join(dir, `salinan-${files}.db`);
    };
    return {
      fresh: makeDatabase,
      open: (url) => openPostgresStore(url, { connections: CONNECTIONS }),
      left: (url) => url,
      copy: async (_, store) => {
        const path = file();
        await store.copyTo(path, () => undefined);
        const copied = copiedFrom(path);
        rmSync(path);
        return copied;
      },
      lay: async (bytes) => {
        const [path, url] = [file(), await makeDatabase()];
        writeFileSync(path, bytes);
        const said: string[] = [];
        const status = await moveStore({
          from: { kind: 'sqlite', path },
          to: { kind: 'postgres', url },
          say: (text) => void said.push(text),
          clock: () => 0,
        });
        if (status !== 0) throw new Error(`the copy could not be brought back: ${said.join('')}`);
        rmSync(path);
        return url;
      },
    };
  };
