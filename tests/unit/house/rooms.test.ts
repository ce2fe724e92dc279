import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT, plant } from './planting.ts';

const CONFIGS = [
  'tsconfig.base.json',
  'shared/tsconfig.json',
  'client/tsconfig.json',
  'client/tsconfig.sw.json',
  'server/tsconfig.json',
  'tests/tsconfig.json',
];

/** What each room's compiler must refuse because the room does not have it. */
const FAULTS: readonly (readonly [config: string, file: string, source: string])[] = [
  ['shared/tsconfig.json', 'shared/dom.ts', "export const a = document.querySelector('a');"],
  ['shared/tsconfig.json', 'shared/timer.ts', 'export const a = () => setTimeout(() => 1, 5);'],
  [
    'shared/tsconfig.json',
    'shared/digest.ts',
    "export const a = () => crypto.subtle.digest('SHA-256', new Uint8Array());",
  ],
  ['shared/tsconfig.json', 'shared/net.ts', "export const a = () => fetch('/');"],
  ['shared/tsconfig.json', 'shared/disk.ts', "import 'node:fs';\nexport const a = process.cwd();"],
  ['client/tsconfig.json', 'client/node.ts', 'export const a = process.cwd();'],
  ['client/tsconfig.sw.json', 'client/sw.ts', "export const a = document.querySelector('a');"],
  ['server/tsconfig.json', 'server/dom.ts', "export const a = document.querySelector('a');"],
];

/** What the strict settings must refuse anywhere. */
const STRICT: readonly (readonly [setting: string, source: string])[] = [
  ['strict', 'export const a = (b) => b;'],
  ['noUncheckedIndexedAccess', 'export const a: number = [1][0];'],
  ['exactOptionalPropertyTypes', 'export const a: { b?: number } = { b: undefined };'],
  ['verbatimModuleSyntax', "import { T } from './t.ts';\nexport const a: T = 1;"],
  ['erasableSyntaxOnly', 'export enum A {\n  b = 1,\n}'],
  ['noImplicitOverride', 'class A {\n  b() {}\n}\nexport class C extends A {\n  b() {}\n}'],
];

const errorsIn = (root: string, config: string, file: string): string[] => {
  const path = join(root, config);
  const read = ts.readConfigFile(path, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, join(root, config, '..'), {}, path);
  const program = ts.createProgram([join(root, file)], options);
  const source = program.getSourceFile(join(root, file));
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
  );
};

describe('rooms', () => {
  let root = '';
  let remove: (() => void) | undefined;

  beforeAll(() => {
    const faults = Object.fromEntries(FAULTS.map(([, file, source]) => [file, `${source}\n`]));
    const strict = Object.fromEntries(
      STRICT.map(([setting, source]) => [`server/${setting}.ts`, `${source}\n`]),
    );
    const house = plant({ ...faults, ...strict, 'server/t.ts': 'export type T = number;\n' }, CONFIGS);
    for (const name of ['vite', '@types']) {
      symlinkSync(join(PROJECT, 'node_modules', name), join(house.root, 'node_modules', name));
    }
    ({ root, remove } = house);
  });
  afterAll(() => remove?.());

  test.each(FAULTS)('%s refuses %s', (config, file) => {
    expect(errorsIn(root, config, file)).not.toEqual([]);
  });

  test.each(STRICT)('%s is on in every room', (setting) => {
    expect(errorsIn(root, 'server/tsconfig.json', `server/${setting}.ts`)).not.toEqual([]);
    for (const config of CONFIGS.slice(1)) {
      const { extends: base, compilerOptions } = ts.readConfigFile(
        join(PROJECT, config),
        ts.sys.readFile,
      ).config;
      expect(base).toBe('../tsconfig.base.json');
      expect(compilerOptions?.[setting]).toBeUndefined();
    }
  });

  test('each room reads a file that keeps within it', () => {
    expect(errorsIn(root, 'server/tsconfig.json', 'server/t.ts')).toEqual([]);
  });
});
