import { createHash } from 'node:crypto';
import type { Actor } from '../../shared/commands/index.ts';
import { canonicalJson, READER_SINCE, scopeName, type WireGrant } from '../../shared/protocol/index.ts';
import type { ReadTx, StoredGrant } from '../store/index.ts';

const isActive = ({ since, until }: StoredGrant, now: number): boolean =>
  since <= now && (until === null || now < until);

const asWire = ({ shard, view, peran }: StoredGrant): WireGrant => ({ s: shard, view, peran });

/** Each right once; whoever works in a scope needs no second right to read it. */
const once = (grants: readonly WireGrant[]): WireGrant[] => {
  const works = new Set(
    grants.filter(({ peran }) => peran !== 'pembaca').map(({ s, view }) => scopeName(s, view)),
  );
  const own = grants.filter(({ s, view, peran }) => peran !== 'pembaca' || !works.has(scopeName(s, view)));
  return [...new Map(own.map((grant) => [canonicalJson(grant), grant])).values()];
};

/** The scopes that a person with these grants has now, in a fixed order. */
export const grantsIn = (rows: readonly StoredGrant[], now: number): readonly WireGrant[] => {
  const active = rows.filter((row) => isActive(row, now)).map(asWire);
  return once(active).sort((a, b) => (scopeName(a.s, a.view) < scopeName(b.s, b.view) ? -1 : 1));
};

/** The scopes that a person has now, in a fixed order. */
export const grantsAt = async (tx: ReadTx, account: string, now: number): Promise<readonly WireGrant[]> =>
  grantsIn(await tx.grantsOf(account), now);

/** Version of a list of grants: changes exactly when the list does. */
export const grantsVersion = (grants: readonly WireGrant[]): string =>
  createHash('sha256').update(canonicalJson(grants)).digest('base64url').slice(0, 16);

/** What of her grants a phone of an older version understands. */
export const grantsFor = (grants: readonly WireGrant[], version: number): readonly WireGrant[] =>
  version >= READER_SINCE ? grants : grants.filter(({ peran }) => peran !== 'pembaca');

/** How long after a move what was done before it still arrives, ms: phones that are away from any signal for weeks. */
const MENYUSUL = 30 * 86_400_000;

/**
 * The person as an actor of a shard for what her phone says was done `at`, with no role where there is no grant. Who has
 * moved away reads on and commands nothing, but for what she did before: responsibility goes by the day of the work, not
 * by the day on which a signal was found (trust.md 3.1).
 */
export const actorIn = (
  account: { readonly id: string; readonly nama: string },
  rows: readonly StoredGrant[],
  { shard, at, now }: { readonly shard: string; readonly at: number; readonly now: number },
): Actor => {
  const here = rows.filter((row) => row.shard === shard);
  const active = here.filter((row) => isActive(row, now)).map(({ peran }) => peran);
  const reads = active.includes('pembaca');
  const late = here.filter(
    ({ peran, since, until }) =>
      reads &&
      peran === 'guru' &&
      until !== null &&
      since < until &&
      at < until &&
      until <= now &&
      now < until + MENYUSUL,
  );
  const peran = [...active.filter((one) => one !== 'pembaca'), ...late.map((one) => one.peran)];
  return { id: account.id, nama: account.nama, peran: [...new Set(peran)] };
};

/** {@link actorIn} for all commands of a request: worked out once a shard, unless it goes by the day of the work. */
export const speakerIn = (
  account: { readonly id: string; readonly nama: string },
  rows: readonly StoredGrant[],
  now: number,
): ((shard: string, at: number) => Actor) => {
  const known = new Map<string, Actor>();
  const byDay = new Set(rows.filter(({ peran }) => peran === 'pembaca').map(({ shard }) => shard));
  return (shard, at) => {
    const actor = known.get(shard) ?? actorIn(account, rows, { shard, at, now });
    if (!byDay.has(shard)) known.set(shard, actor);
    return actor;
  };
};
