import type { AnyDefinition } from './definition.ts';
import { entriCommands } from './entri.ts';
import { polaCommands } from './pola.ts';
import { sekolahCommands } from './sekolah.ts';
import { umpanCommands } from './umpan.ts';

/** Every command of this version, by kind. */
export const registry: ReadonlyMap<string, AnyDefinition> = new Map(
  [...entriCommands, ...umpanCommands, ...polaCommands, ...sekolahCommands].map((definition) => [
    definition.kind,
    definition,
  ]),
);

/** The definition of a kind; undefined for one that this version does not know. */
export const definitionOf = (kind: string): AnyDefinition | undefined => registry.get(kind);
