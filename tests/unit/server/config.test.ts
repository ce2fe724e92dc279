import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeConfig, readConfig } from '../../../server/config.ts';

const configOf = (env: Record<string, string>, argv: string[] = []) => {
  const read = readConfig(env, argv);
  if (!read.ok) throw new Error(read.kalimat.join(' '));
  return read.config;
};
const sentences = (env: Record<string, string>, argv: string[] = []): readonly string[] => {
  const read = readConfig(env, argv);
  return read.ok ? [] : read.kalimat;
};

describe('configuration', () => {
  test('without a word it listens on this machine only, keeps data in ./data and is not in production', () => {
    expect(configOf({})).toEqual({
      port: 8787,
      host: '127.0.0.1',
      dataDir: 'data',
      databaseUrl: undefined,
      cadangan: undefined,
      cadanganTiap: 60,
      origins: [],
      trustProxy: 0,
      sandi: 'nist',
      pamit: 0,
      log: 'warn',
      production: false,
    });
  });

  test.each([
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65_535 }],
    ['HOST', '::1', { host: '::1' }],
    ['KINERJA_DATA', '/var/lib/kinerja', { dataDir: '/var/lib/kinerja' }],
    ['DATABASE_URL', 'postgres://k:s@db/kinerja', { databaseUrl: 'postgres://k:s@db/kinerja' }],
    [
      'DATABASE_URL',
      'postgresql:///kinerja?host=/run/pg',
      { databaseUrl: 'postgresql:///kinerja?host=/run/pg' },
    ],
    ['KINERJA_TRUST_PROXY', '2', { trustProxy: 2 }],
    ['KINERJA_PAMIT', '10', { pamit: 10 }],
    ['KINERJA_LOG', 'debug', { log: 'debug' }],
    [
      'KINERJA_ORIGIN',
      'https://a.example, http://localhost:8787',
      { origins: ['https://a.example', 'http://localhost:8787'] },
    ],
    [
      'KINERJA_ORIGIN',
      'HTTPS://Kinerja.Sekolah.Example:443',
      { origins: ['https://kinerja.sekolah.example'] },
    ],
    ['PORT', '', { port: 8787 }],
    ['KINERJA_ORIGIN', '', { origins: [] }],
  ])('%s=%s is read', (name, value, part) => {
    expect(configOf({ [name]: value })).toMatchObject(part);
  });

  test.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', '1e3'],
    ['HOST', 'http://a'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://a/b'],
    ['DATABASE_URL', 'data/kinerja.db'],
    ['KINERJA_ORIGIN', 'kinerja.sekolah.example'],
    ['KINERJA_ORIGIN', 'https://a.example/'],
    ['KINERJA_ORIGIN', 'https://a.example/jalur'],
    ['KINERJA_ORIGIN', 'https://orang@a.example'],
    ['KINERJA_ORIGIN', 'https://a.example:99999'],
    ['KINERJA_ORIGIN', 'https://a.example, *'],
    ['KINERJA_ORIGIN', 'http://kinerja.sekolah.example'],
    ['KINERJA_ORIGIN', 'http://192.168.1.10:8787'],
    ['KINERJA_TRUST_PROXY', 'ya'],
    ['KINERJA_TRUST_PROXY', '6'],
    ['KINERJA_PAMIT', '-1'],
    ['KINERJA_LOG', 'semua'],
  ])(
    '%s=%s stops the start with a sentence that says which, what it holds and what to write',
    (name, value) => {
      const [sentence, ...others] = sentences({ [name]: value });
      expect(others).toEqual([]);
      expect(sentence).toMatch(new RegExp(`^${name} berisi “.*Tulis misalnya ${name}=.+\\.$`, 's'));
      expect(sentence).toContain(`“${value}”`);
    },
  );

  test('several wrong values are told at once', () => {
    expect(sentences({ PORT: 'x', KINERJA_LOG: 'y' }, ['--lain'])).toHaveLength(3);
  });

  test.each([[['--port', '9000']], [['--port=9000']], [['--production', '--port', '9000']]])(
    '%j wins over PORT',
    (argv) => {
      expect(configOf({ PORT: '1' }, argv)).toMatchObject({
        port: 9000,
        production: argv.includes('--production'),
      });
    },
  );

  test.each([[['--port']], [['--port=']], [['--port', '--production']], [['--port', 'x']]])(
    '%j is told as the option that was typed',
    (argv) => {
      expect(sentences({}, argv)[0]).toMatch(/^--port berisi “.*Tulis misalnya --port 8787\.$/);
    },
  );

  test.each(['--prodution', '--Production', '--production=true', 'production', '-p'])(
    '%s is not taken for --production, which would seed a demo school in silence',
    (word) => {
      expect(sentences({}, [word])).toEqual([expect.stringContaining(`Pilihan ${word} tidak dikenal`)]);
    },
  );

  test('what was read cannot be changed', () => {
    const config = configOf({ KINERJA_ORIGIN: 'https://a.example' });
    expect(Object.isFrozen(config) && Object.isFrozen(config.origins)).toBe(true);
  });

  test('a token for figures that is too short is refused without being repeated', () => {
    const read = readConfig({ KINERJA_METRIK: 'rahasia-pendek' });
    expect(read.ok).toBe(false);
    expect(JSON.stringify(read)).toContain('KINERJA_METRIK tidak dapat dipakai');
    expect(JSON.stringify(read)).not.toContain('rahasia-pendek');
  });

  test('docs/konfigurasi.md holds the table of all variables', () => {
    const page = readFileSync(new URL('../../../docs/konfigurasi.md', import.meta.url), 'utf8');
    expect(page).toContain(describeConfig());
  });
});

test('the password in a wrong DATABASE_URL is not repeated', () => {
  const [sentence] = sentences({ DATABASE_URL: 'postgre://kinerja:rahasia@db/kinerja' });
  expect(sentence).toContain('postgre://kinerja:…@db/kinerja');
  expect(sentence).not.toContain('rahasia');
});

describe('where photos are kept', () => {
  const foto = { KINERJA_FOTO: 'https://s3.example/kinerja', KINERJA_FOTO_KUNCI: 'ID:a:b/c+d=' };
  test('is a bucket where one is named with its key', () => {
    expect(configOf({ ...foto, KINERJA_FOTO_WILAYAH: 'ap-southeast-3' }).foto).toEqual({
      address: 'https://s3.example/kinerja',
      region: 'ap-southeast-3',
      keyId: 'ID',
      secret: 'a:b/c+d=',
    });
  });

  test('is no bucket without a key, without a name, or over a line that all can read', () => {
    expect(sentences({ KINERJA_FOTO: foto.KINERJA_FOTO })[0]).toContain('KINERJA_FOTO_KUNCI');
    for (const address of [
      'https://s3.example',
      'http://s3.example/kinerja',
      's3://kinerja',
      'https://s3.example/a/b',
    ])
      expect(sentences({ ...foto, KINERJA_FOTO: address })[0]).toContain('KINERJA_FOTO');
    expect(configOf({ ...foto, KINERJA_FOTO: 'http://127.0.0.1:9000/kinerja' }).foto?.region).toBe(
      'us-east-1',
    );
  });

  test('a wrong key is not said again', () => {
    expect(sentences({ ...foto, KINERJA_FOTO_KUNCI: 'rahasia-tanpa-titik-dua' })[0]).not.toContain(
      'rahasia-tanpa',
    );
  });
});
