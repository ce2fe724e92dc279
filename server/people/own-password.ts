import type { AturanSandi } from '../../shared/protocol/index.ts';
import type { ReadTx, StoredAccount, WriteTx } from '../store/index.ts';
import { type PasswordFault, passwordFault } from './passwords.ts';

/** Words that are everybody's guess for this person: her name, NIP, post and school. */
const contextOf = async (tx: ReadTx, { id, nip, nama, jabatan }: StoredAccount): Promise<string[]> => {
  const schools: string[] = [];
  for (const { shard } of await tx.grantsOf(id))
    for (const { record } of await tx.recordsOfKind(shard, 'satker'))
      if (record.kind === 'satker') schools.push(record.content.nama, record.content.npsn);
  return [nip, nama, jabatan, ...schools];
};

/** What is wrong with a password that this person chose, by the rules and by what is known of her. */
export const ownPasswordFault = async (
  tx: ReadTx,
  account: StoredAccount,
  { baru, aturan }: { readonly baru: string; readonly aturan: AturanSandi },
): Promise<PasswordFault | null> => passwordFault(baru, await contextOf(tx, account), aturan);

/** When the password in force was set: by herself, or with the account. */
export const passwordSince = async (tx: ReadTx, { id, createdAt }: StoredAccount): Promise<number> =>
  (await tx.passwordSetAt(id)) ?? createdAt;

/** Keeps a new password (its hash) that the person chose at `now`; gives the account as it is then. */
export const keepPassword = async (
  tx: WriteTx,
  person: StoredAccount,
  { password, now }: { readonly password: string; readonly now: number },
): Promise<StoredAccount> => {
  await tx.putAccount({ ...person, password });
  await tx.putPasswordAge({ account: person.id, setAt: now });
  return { ...person, password };
};
