import type { ReadTx, StoredAccount } from '../store/index.ts';

/** Words that are everybody's guess for this person: her name, NIP, post and school. */
export const contextOf = async (tx: ReadTx, { id, nip, nama, jabatan }: StoredAccount): Promise<string[]> => {
  const schools: string[] = [];
  for (const { shard } of await tx.grantsOf(id))
    for (const { record } of await tx.recordsOfKind(shard, 'satker'))
      if (record.kind === 'satker') schools.push(record.content.nama, record.content.npsn);
  return [nip, nama, jabatan, ...schools];
};
