import type { CommandContent } from '../protocol/identity.ts';
import { aksesCommands } from './akses.ts';
import type { AnyDefinition } from './definition.ts';
import { dialogCommands } from './dialog.ts';
import { entriCommands } from './entri.ts';
import { evaluasiCommands } from './evaluasi.ts';
import { imporCommands } from './impor.ts';
import { jadwalCommands } from './jadwal.ts';
import { kendalaCommands } from './kendala.ts';
import { penilaianCommands } from './penilaian.ts';
import { penugasanCommands } from './penugasan.ts';
import { polaCommands } from './pola.ts';
import { portofolioCommands } from './portofolio.ts';
import { praktikCommands } from './praktik.ts';
import { sekolahCommands } from './sekolah.ts';
import { skpCommands } from './skp.ts';
import { tindakanCommands } from './tindakan.ts';
import { umpanCommands } from './umpan.ts';
import { usulanCommands } from './usulan.ts';

/** Every command of this version, by kind. */
export const registry: ReadonlyMap<string, AnyDefinition> = new Map(
  [
    ...entriCommands,
    ...umpanCommands,
    ...polaCommands,
    ...sekolahCommands,
    ...jadwalCommands,
    ...skpCommands,
    ...evaluasiCommands,
    ...penilaianCommands,
    ...praktikCommands,
    ...kendalaCommands,
    ...imporCommands,
    ...tindakanCommands,
    ...usulanCommands,
    ...aksesCommands,
    ...penugasanCommands,
    ...dialogCommands,
    ...portofolioCommands,
  ].map((definition) => [definition.kind, definition]),
);

/** The definition of a kind; undefined for one that this version does not know. */
export const definitionOf = (kind: string): AnyDefinition | undefined => registry.get(kind);

/**
 * True for a command of this very version that creates a record which phone and server work out alike: once accepted, its
 * verdict says everything. An older version is not, since the server reads more out of it than its phone knew of.
 */
export const isForeseen = ({
  kind,
  version,
  record,
}: Pick<CommandContent, 'kind' | 'version' | 'record'>): boolean => {
  const definition = definitionOf(kind);
  return record === null && definition?.foreseen === true && definition.version === version;
};
