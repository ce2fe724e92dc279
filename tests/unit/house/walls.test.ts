import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT, plant, runTool } from './planting.ts';

type Rule = { readonly name: string; readonly comment?: string };
type Cruise = {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
};

const ARGS = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'client', 'server', 'shared'];
const rules = (
  createRequire(import.meta.url)(join(PROJECT, '.dependency-cruiser.cjs')) as { forbidden: Rule[] }
).forbidden;

/** A small house without a fault: every way through it that the walls allow. */
const SOUND: Readonly<Record<string, string>> = {
  'shared/protocol/limits.ts': "import * as z from 'zod/mini';\nexport const limits = z;\n",
  'shared/protocol/index.ts': "export * from './limits.ts';\n",
  'shared/records/entri.ts':
    "import { limits } from '../protocol/limits.ts';\nexport const entri = limits;\n",
  'shared/records/index.ts': "export * from './entri.ts';\n",
  'shared/commands/decide.ts': "import { entri } from '../records/entri.ts';\nexport const decide = entri;\n",
  'shared/commands/index.ts': "export * from './decide.ts';\n",
  'client/store/database.ts': "import Dexie from 'dexie';\nexport const database = Dexie;\n",
  'client/store/journal.ts': "import { database } from './database.ts';\nexport const journal = database;\n",
  'client/store/queue.ts': "import { journal } from './journal.ts';\nexport const queue = journal;\n",
  'client/store/index.ts': "export * from './queue.ts';\n",
  'client/actions/entri.ts':
    "import { decide } from '../../shared/commands/index.ts';\nimport { journal } from '../store/journal.ts';\nexport const catat = [decide, journal];\n",
  'client/actions/index.ts': "export * from './entri.ts';\n",
  'client/sync/engine.ts': "import { journal } from '../store/journal.ts';\nexport const engine = journal;\n",
  'client/sync/index.ts': "export * from './engine.ts';\n",
  'client/session/device-key.ts': 'export const key = 1;\n',
  'client/session/index.ts': "export * from './device-key.ts';\n",
  'client/ui/button.tsx': "import { h } from 'preact';\nexport const Button = h;\n",
  'client/screens/guru/beranda.tsx':
    "import { queue } from '../../store/index.ts';\nexport const Beranda = queue;\n",
  'client/screens/guru/catat.tsx':
    "import { catat } from '../../actions/index.ts';\nimport { Button } from '../../ui/button.tsx';\nexport const Catat = [catat, Button];\n",
  'client/app/routes.ts':
    "import { Beranda } from '../screens/guru/beranda.tsx';\nexport const routes = [Beranda, () => import('../screens/guru/catat.tsx')];\n",
  'client/app/index.ts': "export * from './routes.ts';\n",
  'client/main.tsx':
    "import { routes } from './app/index.ts';\nimport { key } from './session/index.ts';\nimport { engine } from './sync/index.ts';\nexport const main = [routes, engine, key];\n",
  'server/store/port.ts': 'export type Store = { read(): void };\n',
  'server/store/sqlite/open.ts':
    "import { drizzle } from 'drizzle-orm';\nimport type { Store } from '../port.ts';\nexport const open = (): Store => drizzle;\n",
  'server/store/index.ts': "export * from './port.ts';\nexport * from './sqlite/open.ts';\n",
  'server/ledger/append.ts':
    "import { decide } from '../../shared/commands/index.ts';\nimport type { Store } from '../store/index.ts';\nexport const append = (store: Store) => [store, decide];\n",
  'server/ledger/index.ts': "export * from './append.ts';\n",
  'server/http/sync.ts':
    "import { limits } from '../../shared/protocol/index.ts';\nimport { append } from '../ledger/index.ts';\nexport const sync = [append, limits];\n",
  'server/http/index.ts': "export * from './sync.ts';\n",
  'server/main.ts':
    "import { open } from './store/index.ts';\nimport { sync } from './http/index.ts';\nexport const main = [open, sync];\n",
  'server/insight/b.ts': "import type {} from './a.ts';\n",
  'tests/support/builders.ts': 'export const aGuru = 1;\n',
};

/** One fault per line: the rule, where it is planted, what it imports. */
const FAULTS: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['shared-is-pure', 'shared/domain/disk.ts', "import 'node:fs';"],
  ['shared-is-pure', 'shared/domain/page.ts', "import 'preact';"],
  ['shared-is-pure', 'shared/domain/server.ts', "import type { Store } from '../../server/store/index.ts';"],
  ['zod-mini-only', 'shared/records/big.ts', "import { z } from 'zod';"],
  ['zod-mini-only', 'client/actions/big.ts', "import { z } from 'zod';"],
  [
    'client-not-server',
    'client/sync/types.ts',
    "import type { append } from '../../server/ledger/index.ts';",
  ],
  ['server-not-client', 'server/documents/label.ts', "import { routes } from '../../client/app/index.ts';"],
  [
    'product-not-tests',
    'server/operations/seed.ts',
    "import { aGuru } from '../../tests/support/builders.ts';",
  ],
  [
    'ui-knows-no-domain',
    'client/ui/entri-card.tsx',
    "import type { entri } from '../../shared/records/index.ts';",
  ],
  ['ui-knows-no-domain', 'client/ui/queue-strip.tsx', "import { queue } from '../store/index.ts';"],
  ['only-store-knows-dexie', 'client/screens/guru/antrean.tsx', "import { liveQuery } from 'dexie';"],
  ['only-store-knows-dexie', 'client/sync/settle.ts', "import { liveQuery } from 'dexie';"],
  ['screens-never-send', 'client/screens/guru/kirim.tsx', "import { engine } from '../../sync/index.ts';"],
  [
    'only-actions-append',
    'client/screens/guru/tulis.tsx',
    "import { journal } from '../../store/journal.ts';",
  ],
  ['only-actions-append', 'client/app/boot.ts', "import { journal } from '../store/journal.ts';"],
  ['screens-by-routes-only', 'client/app/menu.tsx', "import { Catat } from '../screens/guru/catat.tsx';"],
  ['screens-by-routes-only', 'client/app/preload.ts', "void import('../screens/guru/catat.tsx');"],
  ['screens-load-lazily', 'client/app/routes.tsx', "import { Catat } from '../screens/guru/catat.tsx';"],
  ['http-decides-nothing', 'server/http/photos.ts', "import { open } from '../store/sqlite/open.ts';"],
  [
    'http-decides-nothing',
    'server/http/rules.ts',
    "import { decide } from '../../shared/commands/index.ts';",
  ],
  ['only-store-knows-sql', 'server/ledger/rebuild.ts', "import { sql } from 'drizzle-orm';"],
  ['only-store-knows-sql', 'server/people/accounts.ts', "import Database from 'better-sqlite3';"],
  ['through-the-door', 'server/people/sessions.ts', "import type { Store } from '../store/port.ts';"],
  ['through-the-door', 'client/screens/guru/skp.tsx', "import { database } from '../../store/database.ts';"],
  ['through-the-door', 'server/files/limits.ts', "import { limits } from '../../shared/protocol/limits.ts';"],
  ['through-the-door', 'client/actions/photo.ts', "import { key } from '../session/device-key.ts';"],
  ['not-by-own-door', 'client/store/photos.ts', "import { queue } from './index.ts';"],
  ['no-cycles', 'server/insight/a.ts', "import './b.ts';"],
  ['no-orphans', 'shared/domain/forgotten.ts', 'export const forgotten = 1;'],
  ['no-unresolvable', 'client/session/sign-in.ts', "import { nothing } from './not-there.ts';"],
];

describe('walls', () => {
  let broken: string[] = [];
  let remove: (() => void) | undefined;

  beforeAll(() => {
    const faults = Object.fromEntries(FAULTS.map(([, file, source]) => [file, `${source}\n`]));
    const house = plant({ ...SOUND, ...faults }, ['.dependency-cruiser.cjs']);
    remove = house.remove;
    const { summary } = runTool('depcruise', ARGS, house.root) as Cruise;
    broken = summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
  });
  afterAll(() => remove?.());

  test.each(FAULTS)('%s stops %s', (rule, file) => {
    expect(broken).toContain(`${rule} ${file}`);
  });

  test('a sound house breaks no wall', () => {
    const faulty = new Set(FAULTS.map(([, file]) => file));
    expect(broken.filter((line) => !faulty.has(line.split(' ')[1] ?? ''))).toEqual([]);
  });

  test('every rule has a fault planted for it and says what to do instead', () => {
    const planted = new Set(FAULTS.map(([rule]) => rule));
    expect(rules.filter(({ name, comment }) => !planted.has(name) || !comment)).toEqual([]);
  });

  test('no module of ours is out of sight', () => {
    const seen = new Set((runTool('depcruise', ARGS, PROJECT) as Cruise).modules.map(({ source }) => source));
    const own = ownModules();
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter((path) => !seen.has(path))).toEqual([]);
  });
});

/** What git tracks; before the first commit, what lies on the disk. */
const ownModules = (): string[] => {
  const rooms = ['client', 'server', 'shared'];
  const git = spawnSync('git', ['ls-files', ...rooms], { cwd: PROJECT, encoding: 'utf8' });
  const tracked = git.status === 0 ? git.stdout.split('\n').filter(Boolean) : [];
  const listed = tracked.length > 0 ? tracked : rooms.flatMap(onDisk);
  return listed.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
};

const onDisk = (room: string): string[] =>
  readdirSync(join(PROJECT, room), { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`);
