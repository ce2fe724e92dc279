/**
 * What a work holds from before its first look to its commit, so that nobody else decides on the same at that time: the
 * shards whose ledger or records it writes, and names that its callers agree on, such as `akun:` with an account's id for
 * her phones, sessions and slip, or the name of a counter. Taken in one fixed order, so that two works never wait for each
 * other. Where one writer holds everything, as in SQLite, nothing is left to do for it.
 *
 * With `growing`, a work learns only on its way in which further shards it writes: it is then run again from its start with
 * them held as well. For acts of an admin; the way of a sync names all before.
 */
export type Hold = {
  readonly shards?: readonly string[];
  readonly names?: readonly string[];
  readonly growing?: boolean;
};

/** Name under which everything that belongs to one account is held. */
export const holdAccount = (account: string): string => `akun:${account}`;

/** Name that whoever changes accounts themselves holds: an import, the command line, a first password. They are few. */
export const HOLD_ACCOUNTS = 'semua-akun';
