import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { talk } from '../sync/talk.mjs';

// Our server as `npm start` runs it, on a folder that is there already; `root` is this program or a changed copy of it.
const [root = '', dataDir = ''] = process.argv.slice(2);
const of = <T>(file: string): Promise<T> => import(pathToFileURL(join(root, file)).href) as Promise<T>;
const { readConfig } = await of<typeof import('../../../server/config.ts')>('server/config.ts');
const { startServer } = await of<typeof import('../../../server/listen.ts')>('server/listen.ts');
const env = { PORT: '0', KINERJA_DATA: dataDir, KINERJA_LOG: 'error', KINERJA_CADANGAN_TIAP: '0' };
const read = readConfig(env, ['--production']);
if (!read.ok) throw new Error(read.kalimat.join(' '));
const server = await startServer({ config: read.config });

talk({
  place: () => ({ port: Number(new URL(server.url).port) }),
  close: () => server.close(),
});
