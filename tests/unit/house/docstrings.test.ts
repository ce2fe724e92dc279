import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { PROJECT } from './planting.ts';

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

const namesOf = (node: ts.Statement): string[] => {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.map(({ name }) => name.getText());
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) return [node.name?.text ?? 'default'];
  if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return [node.name.text];
  return [];
};

/** Exports without a docstring. A type that only names what a documented schema infers needs none of its own. */
const undocumented = (path: string, text: string): string[] => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const exported = source.statements.filter(isExported);
  const documented = new Set(
    exported.filter((node) => ts.getJSDocCommentsAndTags(node).some(ts.isJSDoc)).flatMap(namesOf),
  );
  return exported.flatMap(namesOf).filter((name) => !documented.has(name));
};

test('every export of shared has a docstring', () => {
  const files = readdirSync(join(PROJECT, 'shared'), { recursive: true, encoding: 'utf8' });
  const bare = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      undocumented(file, readFileSync(join(PROJECT, 'shared', file), 'utf8')).map(
        (name) => `${file} ${name}`,
      ),
    );
  expect(bare).toEqual([]);
});

test('an export without one is found', () => {
  const text =
    '/** Said. */\nexport const A = 1;\nexport type A = 1;\nexport const b = () => 1;\n// not a docstring\nexport type C = 2;\nconst d = 3;';
  expect(undocumented('a.ts', text)).toEqual(['b', 'C']);
});
