// What the built scripts import of each other. A ring of chunks is read in an order that nobody chose: a screen opened cold
// finds a constant of another that is not there yet, and stays blank.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the scripts beside it that a script imports before its first line runs. */
export const staticImports = (source) => [
  ...new Set(
    [
      ...source.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[^'"()]*?from\s*)?["']\.\/([^"']+\.js)["']/g),
    ].map((match) => match[1]),
  ),
];

/** Every script of a folder with those that it imports. */
export const importsOf = (folder) =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, staticImports(readFileSync(join(folder, name), 'utf8'))]),
  );

/** Scripts that come back to themselves: of every knot one ring at least, from its first name on. */
export const rings = (imports) => {
  const found = new Map();
  const done = new Set();
  const walk = (name, path) => {
    const at = path.indexOf(name);
    if (at >= 0) {
      const ring = path.slice(at);
      const first = ring.indexOf([...ring].sort()[0]);
      const turned = [...ring.slice(first), ...ring.slice(0, first)];
      found.set(turned.join(), turned);
      return;
    }
    if (done.has(name)) return;
    for (const other of imports.get(name) ?? []) walk(other, [...path, name]);
    done.add(name);
  };
  for (const name of imports.keys()) walk(name, []);
  return [...found.values()];
};
