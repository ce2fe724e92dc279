// `npm run test:postgres`: what must hold where PostgreSQL keeps the data, on a real server that is made for this run.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from './postgres.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const CONFIG = 'tests/postgres/vitest.config.ts';

const vitest = ({ url, bin }) =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', CONFIG, ...process.argv.slice(2)],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, KINERJA_UJI_POSTGRES: url, KINERJA_UJI_POSTGRES_ALAT: bin },
      },
    );
    child.on('exit', (code) => resolve(code ?? 1));
  });

const server = await startPostgres();
if (server === null) {
  process.stdout.write('SKIPPED: no PostgreSQL here (initdb not found), so nothing was tested on it.\n');
  process.exit(0);
}
process.stdout.write(`${server.version}\n`);
let status = 1;
try {
  status = await vitest(server);
} finally {
  await server.stop();
}
process.exit(status);
