import { type Cargo, type Refusal, refuse } from '../../shared/protocol/index.ts';
import { type Believed, believe, type Delivered, type Deps, deliverBelieved, requestIn } from './carried.ts';
import { commandsIn } from './handed.ts';
import { askingFor } from './named-photos.ts';

/*
 * A phone's rescue file on its way in, from the hands of whoever keeps the service. Its envelopes go the way of those that a
 * colleague brings: believed by the phone's signature alone, kept for the owner's answer where that phone is marked as lost.
 */

/** One envelope: how many commands it holds, and whose it is or why it is not believed. */
export type Rescued = { readonly commands: number; readonly believed: Believed | Refusal };

/** What became of one that was handed on. */
export type Settled = { readonly commands: number; readonly result: Delivered | Refusal };

/** Whose the envelopes are, all of them of one person: the first who is believed. Writes nothing. */
export const lookAtRescued = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  { envelopes, photos }: Cargo,
): Promise<Rescued[]> => {
  const asked = new Set(
    envelopes.flatMap((envelope) => {
      const read = requestIn(envelope);
      return read.ok ? read.request.ask : [];
    }),
  );
  const unasked = new Set(photos.map(({ sha }) => sha).filter((sha) => !asked.has(sha)));
  const seen: Rescued[] = [];
  for (const envelope of envelopes) {
    const commands = commandsIn(envelope.bytes);
    const found = await believe(deps, envelope);
    const owner = seen.flatMap(({ believed }) => (believed.ok ? [believed.account.id] : []))[0];
    if (!found.ok) seen.push({ commands, believed: found });
    else if (owner !== undefined && owner !== found.account.id)
      seen.push({ commands, believed: refuse('bukan_pemilik') });
    else seen.push({ commands, believed: { ...found, request: askingFor(found.request, unasked) } });
  }
  return seen;
};

const waits = (result: Delivered | Refusal): boolean =>
  'receipt' in result && (result.receipt?.res ?? []).some(({ r }) => r === 'wait');

/** The first answer, with what waited in it as it is now. */
const over = (first: Delivered | Refusal, next: Delivered | Refusal): Delivered | Refusal => {
  if (!('receipt' in first) || !('receipt' in next) || !first.receipt || !next.receipt) return first;
  const later = next.receipt.res;
  const res = first.receipt.res.map((verdict, i) => (verdict.r === 'wait' ? (later[i] ?? verdict) : verdict));
  return { ...first, receipt: { ...first.receipt, res } };
};

/** Hands on what was believed; once more what waited for something in a later envelope. */
export const deliverRescued = async (
  deps: Deps,
  { envelopes, photos }: Cargo,
  seen: readonly Rescued[],
): Promise<Settled[]> => {
  const one = async (i: number): Promise<Delivered | Refusal> => {
    const [envelope, believed] = [envelopes[i], seen[i]?.believed];
    if (!envelope || !believed) return refuse('amplop');
    return believed.ok ? deliverBelieved(deps, believed, { envelope, photos }) : believed;
  };
  const settled: Settled[] = [];
  for (const [i, { commands }] of seen.entries()) settled.push({ commands, result: await one(i) });
  for (const [i, { commands, result }] of settled.entries())
    if (waits(result)) settled[i] = { commands, result: over(result, await one(i)) };
  return settled;
};
