import type { Entri } from '../../shared/records/index.ts';
import type { ReadTx, StoredRecord } from '../store/index.ts';
import { grantsAt } from './grants.ts';

type Sight = { readonly reader: string; readonly owner: string; readonly sha: string };

/**
 * True for the owner, and for a penilai who may see the school and in it an entry of the owner that names the photo,
 * be it in a competing version. Whoever knows a hash alone sees nothing.
 */
export const maySeePhoto = async (
  tx: ReadTx,
  { reader, owner, sha }: Sight,
  now: number,
): Promise<boolean> => {
  if (reader === owner) return true;
  const schools = (await grantsAt(tx, reader, now)).filter(
    ({ view, peran }) => view === 'sekolah' && peran === 'penilai',
  );
  for (const { s: shard } of schools) {
    const found = await tx.recordsHolding({ shard, owner, text: sha });
    if (found.some((stored) => names(stored, sha))) return true;
  }
  return false;
};

const names = ({ record }: StoredRecord, sha: string): boolean => {
  if (record.kind !== 'entri') return false;
  const versions: readonly unknown[] = [record.content, ...record.variants.map(({ content }) => content)];
  return versions.some((version) =>
    ((version as Partial<Entri> | null)?.foto ?? []).some((foto) => foto.sha === sha),
  );
};
