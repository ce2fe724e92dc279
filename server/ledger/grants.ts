import { createHash } from 'node:crypto';
import type { Actor } from '../../shared/commands/index.ts';
import { canonicalJson, scopeName, type WireGrant } from '../../shared/protocol/index.ts';
import type { ReadTx, StoredGrant } from '../store/index.ts';

const isActive = ({ since, until }: StoredGrant, now: number): boolean =>
  since <= now && (until === null || now < until);

const asWire = ({ shard, view, peran }: StoredGrant): WireGrant => ({ s: shard, view, peran });

/** The scopes that a person has now, in a fixed order. */
export const grantsAt = async (tx: ReadTx, account: string, now: number): Promise<readonly WireGrant[]> => {
  const rows = await tx.grantsOf(account);
  const active = rows.filter((row) => isActive(row, now)).map(asWire);
  return active.sort((a, b) => (scopeName(a.s, a.view) < scopeName(b.s, b.view) ? -1 : 1));
};

/** Version of a list of grants: changes exactly when the list does. */
export const grantsVersion = (grants: readonly WireGrant[]): string =>
  createHash('sha256').update(canonicalJson(grants)).digest('base64url').slice(0, 16);

/** The person as an actor of a shard, with no role where there is no grant. */
export const actorIn = (
  account: { readonly id: string; readonly nama: string },
  grants: readonly WireGrant[],
  shard: string,
): Actor => {
  const peran = grants.filter(({ s }) => s === shard).map((grant) => grant.peran);
  return { id: account.id, nama: account.nama, peran: [...new Set(peran)] };
};
