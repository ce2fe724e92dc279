// A PostgreSQL server to be thrown away: its own folder, its own socket, nobody else's business, and stopped at the end.
// As in production it flushes every commit. `null` where PostgreSQL is not installed.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const said = (command, ...args) => {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
};

const DEBIAN = '/usr/lib/postgresql';

/** The folder that holds `initdb`; on Debian it is on nobody's path. */
const binaries = () => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [said('pg_config', '--bindir'), ...versions.map((version) => join(DEBIAN, version, 'bin'))];
  return places.find((place) => place && existsSync(join(place, 'initdb')));
};

/** initdb and postgres refuse to run as root, so there they run as whoever owns PostgreSQL, or as nobody. */
const owner = () => {
  if (process.getuid?.() !== 0) return {};
  const name = ['postgres', 'nobody'].find((one) => said('id', '-u', one));
  return name ? { uid: Number(said('id', '-u', name)), gid: Number(said('id', '-g', name)) } : {};
};

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const MEMORY = '/dev/shm';
const ROOM = 2 ** 31;

/** In memory where there is room: what is thrown away need not wear a disk. The server flushes as ever, and does not know. */
const place = () => {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM ? MEMORY : tmpdir();
};

/** Starts one; `stop` ends it and removes all that it wrote, `bin` holds its tools. `url` names its one database, `urlOf` another one. */
export const startPostgres = async () => {
  const bin = binaries();
  if (!bin) return null;
  const folder = mkdtempSync(join(place(), 'kinerja-pg-'));
  const as = { ...owner(), cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] };
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'kinerja', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...as, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=200'];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((one) => ['-c', one])], as);
  let words = '';
  server.stderr.on('data', (chunk) => (words = `${words}${chunk}`.slice(-10_000)));
  const ended = new Promise((resolve) => server.on('exit', resolve));
  const stop = async () => {
    // SIGQUIT: at once, without writing down what is thrown away in the next line.
    if (server.exitCode === null) server.kill('SIGQUIT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const isReady = () => spawnSync(join(bin, 'pg_isready'), ['-q', '-h', folder]).status === 0;
  for (let waited = 0; !isReady(); waited += 100) {
    if (server.exitCode !== null || waited > 30_000) {
      await stop();
      throw new Error(`PostgreSQL did not start:\n${words}`);
    }
    await wait(100);
  }
  const urlOf = (database) => `postgres://kinerja@/${database}?host=${encodeURIComponent(folder)}`;
  return { bin, url: urlOf('postgres'), urlOf, stop, version: said(join(bin, 'postgres'), '--version') };
};
