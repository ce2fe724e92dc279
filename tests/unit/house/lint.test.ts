import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plant, runTool } from './planting.ts';

type Report = {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly message: string;
    readonly location: { readonly path: string };
  }[];
};

const CLOCK = 'No ambient clock';
const WORDS = 'Words that people read';
const AROUND = 'Requests leave through';
const BODY = 'Read the body with the checked reader';
const GLOBAL = 'noRestrictedGlobals';

/** What Biome must say of a line in a file: part of a rule's name or of its sentence. */
const FAULTS: readonly (readonly [says: string, file: string, source: string])[] = [
  [CLOCK, 'shared/domain/now.ts', 'export const now = () => Date.now();'],
  [CLOCK, 'shared/domain/today.ts', 'export const today = () => new Date().getDay();'],
  [CLOCK, 'client/sync/backoff.ts', 'export const jitter = () => Math.random();'],
  [CLOCK, 'client/sync/span.ts', 'export const since = () => performance.now();'],
  [CLOCK, 'server/ledger/chain.ts', 'export const id = () => crypto.randomUUID();'],
  [CLOCK, 'server/ledger/clock.ts', 'export const clock = Date.now;'],
  ['No timers here', 'client/sync/wait.ts', 'export const wait = (done: () => void) => setTimeout(done, 5);'],
  [GLOBAL, 'client/screens/guru/ask.ts', "export const ask = () => fetch('/api/sync');"],
  [GLOBAL, 'client/store/ask.ts', "export const ask = () => fetch('/api/sync');"],
  [GLOBAL, 'client/sync/engine.ts', "export const ask = () => fetch('/api/sync');"],
  [GLOBAL, 'client/session/keep.ts', "export const keep = () => localStorage.getItem('a');"],
  [GLOBAL, 'client/app/remember.ts', "export const theme = () => localStorage.getItem('a');"],
  [GLOBAL, 'client/app/open.ts', "export const open = () => indexedDB.open('a');"],
  [GLOBAL, 'server/people/ask.ts', "export const ask = () => fetch('https://example.id');"],
  [AROUND, 'client/app/around.ts', "export const ask = () => window.fetch('/api/sync');"],
  [
    AROUND,
    'client/screens/guru/around.ts',
    "export const keep = () => globalThis.localStorage.getItem('a');",
  ],
  [BODY, 'server/http/sync.ts', 'export const read = (c: { req: { json(): unknown } }) => c.req.json();'],
  [
    BODY,
    'server/http/form.ts',
    'export const read = (c: { req: { parseBody(): unknown } }) => c.req.parseBody();',
  ],
  [
    'No HTML from strings',
    'client/ui/raw.ts',
    'export const raw = (e: Element, s: string) => {\n  e.innerHTML = s;\n};',
  ],
  [
    'No HTML from strings',
    'client/ui/raw-jsx.tsx',
    'export const Raw = ({ s }: { s: string }) => <p dangerouslySetInnerHTML={{ __html: s }} />;',
  ],
  [
    'Parse what came',
    'server/http/copy.ts',
    'export const copy = (body: object) => Object.assign({}, body);',
  ],
  [
    'Only server/ledger writes',
    'server/http/put.ts',
    'export const a = (tx: { putRecord(r: 1): void }) => tx.putRecord(1);',
  ],
  [
    'Only server/ledger writes',
    'server/operations/fix.ts',
    'export const a = async (tx: { advanceShard(r: 1): Promise<void> }) => {\n  await tx.advanceShard(1);\n};',
  ],
  ['noHexColors', 'client/ui/card.css', '.card {\n  color: #ff0000;\n}'],
  ['noJsxLiterals', 'client/screens/guru/text.tsx', 'export const A = () => <p>Simpan</p>;'],
  [WORDS, 'client/screens/guru/label.tsx', 'export const A = () => <input aria-label="Cari" />;'],
  [WORDS, 'client/ui/braces.tsx', "export const A = () => <p>{'Simpan'}</p>;"],
  [WORDS, 'client/app/template.tsx', 'export const A = ({ n }: { n: number }) => <p>{`${n} kegiatan`}</p>;'],
  ['noConsole', 'client/sync/say.ts', "export const say = () => console.log('a');"],
  ['noConsole', 'server/http/say.ts', "export const say = () => console.warn('a');"],
  [
    'noExcessiveLinesPerFile',
    'server/ledger/long.ts',
    `${'export type A = 1;\n'.replace('A', 'A0')}${Array.from({ length: 305 }, (_, i) => `export type B${i} = ${i};`).join('\n')}`,
  ],
  ['noDefaultExport', 'shared/domain/default.ts', 'export default 1;'],
  ['noExplicitAny', 'shared/domain/any.ts', 'export const a = (b: any) => b;'],
  ['noNonNullAssertion', 'shared/domain/sure.ts', 'export const a = (b: string | null) => b!.length;'],
  ['noEnum', 'shared/domain/enum.ts', 'export enum A {\n  b = 1,\n}'],
  ['noTsIgnore', 'shared/domain/ignore.ts', '// @ts-ignore\nexport const a = 1;'],
  [
    'noEmptyBlockStatements',
    'server/http/swallow.ts',
    'export const a = (f: () => void) => {\n  try {\n    f();\n  } catch {}\n};',
  ],
  [
    'noFloatingPromises',
    'server/http/float.ts',
    'const later = async () => 1;\nexport const a = () => {\n  later();\n};',
  ],
  [
    'noMisusedPromises',
    'server/http/misuse.ts',
    'const later = async () => true;\nexport const a = () => (later() ? 1 : 2);',
  ],
  ['useFilenamingConvention', 'shared/domain/camelCase.ts', 'export const a = 1;'],
  [
    'useMaxParams',
    'shared/domain/many.ts',
    'export const a = (b: 1, c: 1, d: 1, e: 1, f: 1) => [b, c, d, e, f];',
  ],
];

/** What the same rules must let pass. */
const SOUND: Readonly<Record<string, string>> = {
  'shared/domain/dates.ts':
    'export const at = (iso: string) => new Date(iso).getTime() + Date.UTC(2026, 1);\n',
  'client/sync/transport.ts': "export const send = () => fetch('/api/sync');\n",
  'client/sync/triggers.ts': 'export const later = (done: () => void) => setTimeout(done, 5);\n',
  'client/session/sign-in.ts': "export const signIn = () => fetch('/api/session');\n",
  'client/store/settings.ts': "export const theme = () => localStorage.getItem('theme');\n",
  'server/ledger/append.ts': 'export const a = (tx: { putRecord(r: 1): void }) => tx.putRecord(1);\n',
  'client/ui/tokens.css': ':root {\n  --tinta: #112233;\n}\n',
  'client/screens/guru/words.tsx':
    "export const A = ({ teks, on }: { teks: string; on: boolean }) => (\n  <p class={on ? 'on' : 'off'} role=\"status\" title={teks}>\n    {teks} · {on ? teks : '—'}\n  </p>\n);\n",
  'server/main.ts': "console.log('http://127.0.0.1');\n",
  'client/i18n/id/guru.ts': `export const guru = {\n${Array.from({ length: 320 }, (_, i) => `  a${i}: 'Teks',`).join('\n')}\n};\n`,
};

describe('lint', () => {
  let said: string[] = [];
  let remove: (() => void) | undefined;

  beforeAll(() => {
    const faults = Object.fromEntries(FAULTS.map(([, file, source]) => [file, `${source}\n`]));
    const house = plant({ ...SOUND, ...faults }, ['biome.json', '.gitignore', 'house']);
    remove = house.remove;
    const args = ['lint', '--reporter=json', '--max-diagnostics=none', 'client', 'server', 'shared'];
    const { diagnostics } = runTool('biome', args, house.root) as Report;
    said = diagnostics.map(({ location, category, message }) => `${location.path} ${category} ${message}`);
  });
  afterAll(() => remove?.());

  test.each(FAULTS)('%s stops %s', (says, file) => {
    const about = said.filter((line) => line.startsWith(`${file} `));
    expect(about.join('\n')).toContain(says);
  });

  test('what is allowed passes', () => {
    expect(said.filter((line) => Object.keys(SOUND).includes(line.split(' ')[0] ?? ''))).toEqual([]);
  });
});
