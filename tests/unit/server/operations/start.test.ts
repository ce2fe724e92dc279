import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPhoneKey } from './data-rooms.ts';

/** The real program in a process of its own, as an operator starts it. */
type Run = {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number | null>;
};

let dir: string;
let runs: Run[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kinerja-mulai-'));
  runs = [];
});
afterEach(async () => {
  for (const { child, ended } of runs) {
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(dir, { recursive: true, force: true });
});

const start = (
  args: readonly string[] = [],
  env: Record<string, string> = {},
  script = 'server/main.ts',
): Run => {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { PATH: process.env['PATH'], KINERJA_DATA: join(dir, 'data'), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on('data', (bytes) => out.push(String(bytes)));
  child.stderr.on('data', (bytes) => err.push(String(bytes)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const run = { child, out: () => out.join(''), err: () => err.join(''), ended };
  runs.push(run);
  return run;
};

/** Resolves to the address once the service has said that it is ready. */
const ready = (run: Run): Promise<string> =>
  new Promise((resolve, reject) => {
    const look = (): void => {
      const url = /siap di (http:\S+)/.exec(run.out())?.[1];
      if (url) resolve(url);
    };
    run.child.stdout?.on('data', look);
    void run.ended.then((code) => reject(new Error(`ended with ${code}: ${run.err()}`)));
    look();
  });

const mark = (): boolean => existsSync(join(dir, 'data', 'kinerja.db.bersih'));

describe('a start', () => {
  it('seeds a demo school once, and shows how to sign in once', async () => {
    const first = start();
    await ready(first);
    await new Promise<void>((resolve) => {
      const look = (): void => (/pegawai sandi/.test(first.out()) ? resolve() : undefined);
      first.child.stdout?.on('data', look);
      look();
    });
    expect(first.out()).toMatch(
      /Guru\s+Kasiyem, S\.Pd\.SD\.\n\s+NIP\s+198605172010032001\n\s+Sandi\s+\S+-\d\d\n/,
    );
    expect(first.out()).toMatch(
      /Kepala sekolah\s+Sutrisno.*\n\s+NIP\s+196909131996041005\n\s+Sandi\s+\S+-\d\d\n/,
    );
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const second = start();
    expect((await fetch(`${await ready(second)}/healthz`)).status).toBe(200);
    expect(second.out()).not.toMatch(/Sandi/);
    second.child.kill('SIGTERM');
    await second.ended;
    const production = start(['--production']);
    expect(await production.ended).toBe(1);
    expect(production.err()).toMatch(/^Folder data ini berisi sekolah contoh.*KINERJA_DATA.*\n$/);
  }, 60_000);

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends on %s with code 0 and leaves the mark of a clean stop',
    async (signal) => {
      const run = start(['--production']);
      const url = await ready(run);
      expect((await fetch(`${url}/api/time`)).status).toBe(204);
      expect(mark()).toBe(false);
      run.child.kill(signal);
      expect(await run.ended).toBe(0);
      expect(mark()).toBe(true);
      expect(run.err()).toBe('');
    },
  );

  it('comes back after a kill, which leaves no mark', async () => {
    const run = start(['--production']);
    await ready(run);
    run.child.kill('SIGKILL');
    await run.ended;
    expect(mark()).toBe(false);
    const again = start(['--production']);
    expect((await fetch(`${await ready(again)}/healthz`)).status).toBe(200);
  });

  it('seeds nobody with --production, and keeps data and secrets to itself', async () => {
    const run = start(['--production']);
    await ready(run);
    expect(run.out()).not.toMatch(/Sandi|NIP/);
    for (const name of ['', 'kinerja.db', 'rahasia', 'rahasia/lada', 'rahasia/titipan'])
      expect(statSync(join(dir, 'data', name)).mode & 0o077).toBe(0);
  });

  it('keeps the key for carried files over a restart, and makes another where its secret is gone', {
    timeout: 60_000,
  }, async () => {
    const keyOf = async (): Promise<unknown> => {
      const run = start(['--production']);
      const key = await (await fetch(`${await ready(run)}/api/courier`)).json();
      run.child.kill('SIGTERM');
      await run.ended;
      return key;
    };
    const first = await keyOf();
    expect(await keyOf()).toEqual(first);
    rmSync(join(dir, 'data', 'rahasia', 'titipan'));
    expect(await keyOf()).not.toEqual(first);
  });
});

describe('a start that cannot be', () => {
  const cases: readonly (readonly [string, Record<string, string>, RegExp])[] = [
    ['wrong PORT', { PORT: 'delapan' }, /^PORT berisi “delapan”.*Tulis misalnya PORT=8787\.\n$/],
    ['unknown host', { HOST: '203.0.113.7' }, /^Alamat di HOST tidak ada di mesin ini.*\n$/],
  ];

  it.each(cases)('%s: one sentence, code 1', async (_name, env, sentence) => {
    const run = start(['--production'], env);
    expect(await run.ended).toBe(1);
    expect(run.err()).toMatch(sentence);
    expect(run.err().trim().split('\n')).toHaveLength(1);
    expect(run.out()).toBe('');
  });

  it('finds its data held by another service, its port taken, a file in the folder’s place', async () => {
    const first = start(['--production']);
    const port = new URL(await ready(first)).port;
    const held = start(['--production']);
    expect(await held.ended).toBe(1);
    expect(held.err()).toMatch(/^Folder data sedang dipakai proses lain.*\n$/);
    const taken = start(['--production'], { PORT: port, KINERJA_DATA: join(dir, 'lain') });
    expect(await taken.ended).toBe(1);
    expect(taken.err()).toMatch(/^Port itu sudah dipakai program lain.*\n$/);
    writeFileSync(join(dir, 'berkas'), '');
    const file = start(['--production'], { KINERJA_DATA: join(dir, 'berkas') });
    expect(await file.ended).toBe(1);
    expect(file.err()).toMatch(/^KINERJA_DATA menunjuk ke berkas.*\n$/);
  });

  it('seeds nobody where the port is taken, and shows how to sign in once it is free', async () => {
    const first = start(['--production'], { KINERJA_DATA: join(dir, 'lain') });
    const { port } = new URL(await ready(first));
    const taken = start([], { PORT: port });
    expect(await taken.ended).toBe(1);
    expect(taken.err()).toMatch(/^Port itu sudah dipakai program lain.*\n$/);
    expect(taken.out()).toBe('');
    const free = start();
    await ready(free);
    await expect.poll(free.out).toMatch(/Sandi/);
  }, 60_000);

  it('a place for copies that cannot be made holds no start up', async () => {
    const run = start([], { KINERJA_CADANGAN: '/proc/nope/cadangan' });
    await ready(run);
    await expect.poll(run.out).toMatch(/Sandi/);
  }, 60_000);

  it('says so where no folder can be made, and does not hang', async () => {
    const run = start(['--production'], { KINERJA_DATA: '/proc/nope' });
    expect(await run.ended).toBe(1);
    expect(run.err()).toMatch(/^Folder \/proc\/nope tidak dapat dibuat.*KINERJA_DATA.*\n$/);
  });

  it('T46: will not serve a folder that holds the demo school with --production', async () => {
    const demo = start();
    await ready(demo);
    demo.child.kill('SIGTERM');
    await demo.ended;
    const run = start(['--production']);
    expect(await run.ended).toBe(1);
    expect(run.err()).toMatch(/^Folder data ini berisi sekolah contoh.*\n$/);
    expect(run.out()).toBe('');
  });

  it('will not make a new secret beside old accounts', async () => {
    const akun = (...argv: string[]): Run => start(argv, {}, 'server/operations/cli.ts');
    expect(await akun('sekolah', 'tambah', '--npsn', '12345678', '--nama', 'SD Contoh').ended).toBe(0);
    const pegawai = [
      '--npsn',
      '12345678',
      '--nip',
      '196909131996041005',
      '--nama',
      'Sutrisno',
      '--peran',
      'penilai',
    ];
    expect(await akun('pegawai', 'tambah', ...pegawai).ended).toBe(0);
    rmSync(join(dir, 'data', 'rahasia'), { recursive: true });
    const run = start(['--production']);
    expect(await run.ended).toBe(1);
    expect(run.err()).toMatch(/^Rahasia di .* hilang.*cadangan\.\n$/);
  });
});

describe('the command line', () => {
  it('prints help, and ends with 1 and a sentence where the service runs', async () => {
    const help = start(['--help'], {}, 'server/operations/cli.ts');
    expect(await help.ended).toBe(0);
    expect(help.out()).toMatch(/npm run akun -- PERINTAH/);
    await ready(start(['--production']));
    const busy = start(['ledger', 'verify'], {}, 'server/operations/cli.ts');
    expect(await busy.ended).toBe(1);
    expect(busy.err()).toMatch(/^Folder data sedang dipakai proses lain/);
  });

  it('that writes is refused while the service runs, also where its guard was removed as one left behind', {
    timeout: 120_000,
  }, async () => {
    const url = await ready(start(['--production']));
    const csv = join(dir, 'simpeg.csv');
    writeFileSync(csv, 'NIP;NAMA;NPSN;UNIT KERJA\n198605172010032001;Kasiyem;12345678;SD Contoh\n');
    const berkas = join(dir, 'data', 'kinerja.db');
    const akun = 'server/operations/cli.ts';
    const isDitolak = async (...ditolak: Run[]): Promise<void> => {
      for (const run of ditolak) {
        expect(await run.ended).toBe(1);
        expect(run.err()).toMatch(/^Folder data sedang dipakai proses lain/);
      }
    };
    await isDitolak(
      start(['sekolah', 'tambah', '--npsn', '12345678', '--nama', 'SD Contoh'], {}, akun),
      start([csv, '--terapkan'], {}, 'server/operations/simpeg-cli.ts'),
    );
    if (existsSync('/proc/locks')) {
      rmSync(`${berkas}.kunci`);
      await isDitolak(start(['ledger', 'rebuild', '--tulis'], {}, akun));
    }
    // A write of the service’s own: it counts the attempt.
    const masuk = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ nip: '198605172010032001', sandi: 'salah', label: '' },
        key: await aPhoneKey(),
      }),
    });
    expect(masuk.status).toBe(401);
    const db = new Database(berkas, { readonly: true });
    expect(db.prepare('SELECT count(*) AS n FROM throttles').get()).not.toEqual({ n: 0 });
    expect(db.prepare('SELECT count(*) AS n FROM commands').get()).toEqual({ n: 0 });
    db.close();
  });
});
