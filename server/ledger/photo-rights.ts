import { isInstansi, type WireGrant } from '../../shared/protocol/index.ts';
import type { Entri } from '../../shared/records/index.ts';
import type { ReadTx, StoredRecord } from '../store/index.ts';
import { grantsAt } from './grants.ts';

/** Who looks at whose photo; without `admin` what an admin may see does not count. */
export type Sight = {
  readonly reader: string;
  readonly owner: string;
  readonly sha: string;
  readonly admin: boolean;
};
type Kind = 'entri' | 'usulan';

/**
 * True for the owner; for a penilai who may see the school and in it an entry of the owner that names the photo, be it in a
 * competing version; for an admin to whom the owner hands it as evidence of a usulan; and for everybody of a school whose
 * letterhead bears it. Whoever knows a hash alone sees
 * nothing.
 */
export const maySeePhoto = async (
  tx: ReadTx,
  { reader, owner, sha, admin }: Sight,
  now: number,
): Promise<boolean> => {
  if (reader === owner) return true;
  const grants = await grantsAt(tx, reader, now);
  if (await isLogo(tx, grants, { owner, sha })) return true;
  const schools = grants.filter(({ view, peran }) => view === 'sekolah' && peran === 'penilai');
  const wanted = [
    ...schools.map(({ s }) => [s, 'entri'] as const),
    ...(admin ? await keptBy(tx, grants, owner) : []).map((shard) => [shard, 'usulan'] as const),
  ];
  for (const [shard, kind] of wanted) {
    const found = await tx.recordsHolding({ shard, owner, text: sha });
    if (found.some((stored) => names(stored, kind, sha))) return true;
  }
  return false;
};

/** A school's logo is for everybody who has a right there, and for the admins above it: it stands on their documents. */
const isLogo = async (
  tx: ReadTx,
  grants: readonly WireGrant[],
  { owner, sha }: Pick<Sight, 'owner' | 'sha'>,
): Promise<boolean> => {
  if (!grants.some(({ s, peran }) => s === owner || (peran === 'admin' && isInstansi(s)))) return false;
  const found = await tx.recordsOfKind(owner, 'satker');
  return found.some(({ record }) => record.kind === 'satker' && record.content.logo === sha);
};

/** Where an admin decides on usulan of the owner: his schools, and for the instansi's wherever she is. */
export const keptBy = async (tx: ReadTx, grants: readonly WireGrant[], owner: string): Promise<string[]> => {
  const kept = grants.filter(({ peran }) => peran === 'admin').map(({ s }) => s);
  if (!kept.some(isInstansi)) return kept;
  return [...new Set((await tx.grantsOf(owner)).map(({ shard }) => shard))];
};

const names = ({ record }: StoredRecord, kind: Kind, sha: string): boolean => {
  if (record.kind !== kind) return false;
  const versions: readonly unknown[] = [record.content, ...record.variants.map(({ content }) => content)];
  return versions.some((version) =>
    ((version as Partial<Entri> | null)?.foto ?? []).some((foto) => foto.sha === sha),
  );
};
