import type { Actor } from '../../shared/commands/index.ts';
import type { CommandContent } from '../../shared/protocol/index.ts';
import { type Handled, handle } from './decide.ts';
import type { LedgerParts } from './exchange.ts';

/** What laying down commands needs of the ledger's parts. */
export type SubmitParts = Pick<LedgerParts, 'store' | 'clock' | 'randomBytes' | 'onFault'>;

/** Commands that the server itself lays down: in whose name, under which device id, and when they count as received. */
export type Submission = {
  readonly actor: Actor;
  readonly device: string;
  /** Epoch ms; the server's clock where it is left out. */
  readonly receivedAt?: number;
  readonly commands: readonly (CommandContent & { readonly number: number })[];
};

/**
 * Puts commands in the ledger without a session, for seeding and imports: the actor is taken as given, everything else
 * is decided, numbered and chained as ever. One transaction; answers in the order given, with each command's id.
 */
export const submit = (parts: SubmitParts, submission: Submission): Promise<readonly Handled[]> => {
  const { actor, device, receivedAt = parts.clock(), commands } = submission;
  const desk = { ...parts, now: receivedAt, actorIn: () => actor, envelope: null, settings: new Map() };
  const shards = [...new Set(commands.map(({ shard }) => shard))];
  return parts.store.write(
    async (tx) => {
      const handled: Handled[] = [];
      for (const { number, ...content } of commands)
        handled.push(await handle(tx, { device, number, content }, desk));
      return handled;
    },
    { shards },
  );
};
