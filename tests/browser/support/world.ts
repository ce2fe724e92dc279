import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readConfig } from '../../../server/config.ts';
import { type RunningServer, startServer } from '../../../server/listen.ts';
import { kini } from './waktu.ts';

/** A person of the demo school who can sign in. */
export type Warga = RunningServer['seeded'][number];

/** The real service on a data folder of its own: it can go away and come back on the same address. */
export type World = {
  readonly url: string;
  readonly dataDir: string;
  readonly head: Warga;
  /** Rates the head, and decides on objections of his school. */
  readonly pengawas: Warga;
  readonly guru: (nip: string) => Warga;
  /** The busiest teacher of the demo school. */
  readonly anyGuru: Warga;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Rows of the service's own database, read beside it. */
  readonly rows: <T>(sql: string, ...params: unknown[]) => T[];
  readonly close: () => Promise<void>;
};

type Options = { readonly staticDir?: string /** Epoch ms. */; readonly clock?: () => number };

const run = (dataDir: string, port: string, options: Options): Promise<RunningServer> => {
  const read = readConfig({ PORT: port, KINERJA_DATA: dataDir, KINERJA_LOG: 'error' });
  if (!read.ok) throw new Error(read.kalimat.join(' '));
  return startServer({ config: read.config, clock: kini, ...options });
};

/** Starts the service with its demo school in an empty folder. */
export const aWorld = async (options: Options = {}): Promise<World> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kinerja-data-'));
  let server: RunningServer | null = await run(dataDir, '0', options);
  const { url, seeded } = server;
  const stop = async (): Promise<void> => {
    await server?.kill();
    server = null;
  };
  const need = (found: Warga | undefined): Warga => {
    if (!found) throw new Error('nobody of that kind in the demo school');
    return found;
  };
  return {
    url,
    dataDir,
    head: need(seeded.find(({ peran }) => peran === 'penilai')),
    pengawas: need(seeded.find(({ peran }) => peran === 'pengawas')),
    anyGuru: need(seeded.find(({ peran }) => peran === 'guru')),
    guru: (nip) => need(seeded.find((warga) => warga.nip === nip)),
    stop,
    start: async () => {
      server ??= await run(dataDir, new URL(url).port, options);
    },
    rows: <T>(sql: string, ...params: unknown[]): T[] => {
      const database = new Database(join(dataDir, 'kinerja.db'), { readonly: true });
      try {
        return database.prepare(sql).all(...params) as T[];
      } finally {
        database.close();
      }
    },
    close: async () => {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
