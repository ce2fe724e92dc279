import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { problems } from '../../../shared/protocol/index.ts';
import { PROJECT } from './planting.ts';

/** Words that never reach a person: English, the machine's own, and begging. */
const BANNED =
  /\b(sync|sinkronisasi|sinkron|server error|error|invalid|failed|loading|submit|save|saved|cancel|delete|edit|upload|download|login|log ?in|log ?out|password|username|logout|online|offline|luring|daring|maaf|mohon|click|klik|retry|queue|update|device|user|ppk)\b/i;

/** The product's own name. */
const NAME = /e-Kinerja Luring/g;

/** Everything in quotes that is no key and no import: strings, and the fixed parts of templates. */
const literals = (text: string): string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    const isKey =
      ts.isStringLiteral(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    if (ts.isStringLiteralLike(node) && !isKey) found.push(node.text);
    if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true));
  return found;
};

const bannedIn = (texts: readonly string[]): string[] =>
  texts.filter((text) => BANNED.test(text.replace(NAME, '')));

test('the interface speaks plain Indonesian', () => {
  const folder = join(PROJECT, 'client/i18n/id');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(3);
  const found = files.flatMap((file) =>
    bannedIn(literals(readFileSync(join(folder, file), 'utf8'))).map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

test('the title of every problem speaks plain Indonesian', () => {
  expect(bannedIn(Object.values(problems).map(({ title }) => title))).toEqual([]);
});

test('a banned word is found in strings and templates, not in keys or code', () => {
  const text =
    "import { error } from './error.ts';\nexport const a = { sync: 'Sinkronisasi gagal', b: (n: number) => `${n} error`, c: 'e-Kinerja Luring' };";
  expect(bannedIn(literals(text))).toEqual(['Sinkronisasi gagal', ' error']);
});
