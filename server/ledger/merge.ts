import { definitionOf } from '../../shared/commands/index.ts';
import { canonicalJson } from '../../shared/protocol/index.ts';
import type { AnyRecord, Variant } from '../../shared/records/index.ts';

/** A record with the ids of the commands in its history. */
export type WithHistory = { readonly record: AnyRecord; readonly ids: ReadonlySet<string> };

/**
 * What a record from a lost history does to the one that the server has now. `sudah`: its history is in there already.
 * `ok`: it is unknown, goes on where the server's stops, or is the same with its decision's first time, and becomes
 * current. `beda`: the two have parted, and both are kept; `same` content needs no choice.
 */
export type Merged =
  | { readonly verdict: 'sudah' }
  | { readonly verdict: 'ok' | 'beda'; readonly record: AnyRecord };

const contains = (all: ReadonlySet<string>, some: ReadonlySet<string>): boolean =>
  [...some].every((id) => all.has(id));

/** Which kind of command a person would have to settle it as; null for kinds where the last one wins. */
const variantKind = ({ kind, deleted }: AnyRecord): string | null => {
  const wanted = `${kind}.${deleted ? 'hapus' : 'ubah'}`;
  return definitionOf(wanted)?.persists ? wanted : null;
};

const beside = (now: AnyRecord, lost: AnyRecord): AnyRecord => {
  const kind = variantKind(lost);
  const isSame = lost.deleted === now.deleted && canonicalJson(lost.content) === canonicalJson(now.content);
  const variant: Variant = {
    id: lost.head,
    kind: kind ?? '',
    content: lost.deleted ? null : lost.content,
    state: { tahap: lost.state.tahap },
  };
  const mine = kind && !isSame ? [variant] : [];
  const others = lost.variants.filter(({ id }) => id !== lost.head);
  const variants = [...now.variants, ...mine, ...others];
  return { ...now, variants: [...new Map(variants.map((one) => [one.id, one])).values()] } as AnyRecord;
};

/** A decision that was sent again was received anew; the seal says when it was received the first time. */
const isEarlier = ({ head, state }: AnyRecord, now: AnyRecord): boolean =>
  head === now.head && 'pada' in state && 'pada' in now.state && (state.pada ?? 0) < (now.state.pada ?? 0);

/** Decides by the two histories alone; pure, so that a ledger decided anew comes to the same. */
export const merge = (now: WithHistory | null, lost: WithHistory): Merged => {
  const isKnown = now !== null && contains(now.ids, lost.ids);
  const goesOn = now === null || contains(lost.ids, now.ids);
  if (isKnown && !(goesOn && isEarlier(lost.record, now.record))) return { verdict: 'sudah' };
  if (goesOn) return { verdict: 'ok', record: lost.record };
  return { verdict: 'beda', record: beside(now.record, lost.record) };
};
