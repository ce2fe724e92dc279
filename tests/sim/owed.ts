import type { WireRecord } from '../../shared/protocol/index.ts';
import type { World } from './world.ts';

/** A version of a record that a phone held when a history was given up: the server has it back when all is quiet. */
export type Owed = {
  readonly phone: number;
  readonly account: string;
  readonly record: string;
  readonly head: string;
};

const headsOn = (
  rows: readonly { confirmed: { id: string; head: string } | null }[],
  given: readonly { wire: WireRecord }[],
) => [
  ...rows.flatMap(({ confirmed }) => (confirmed ? [{ record: confirmed.id, head: confirmed.head }] : [])),
  ...given.map(({ wire }) => ({ record: wire.id, head: wire.head })),
];

/** Notes what every phone holds of the history that is about to be given up. */
export const noteOwed = async ({ phones, owed }: World): Promise<void> => {
  for (const phone of phones)
    for (const account of phone.known) {
      const store = await phone.store(account);
      if (!store) continue;
      const held = headsOn(await store.db.records.toArray(), await store.db.give.toArray());
      for (const one of held)
        owed.set(`${phone.index} ${account} ${one.head}`, { phone: phone.index, account, ...one });
    }
};

/** Versions that are due and did not come back, though the phone that held them lives and its owner kept her rights. */
export const stillOwed = (
  { owed, rightsMoved, phones }: World,
  known: ReadonlySet<string>,
): readonly Owed[] =>
  [...owed.values()].filter(
    ({ phone, account, head }) =>
      !known.has(head) && !rightsMoved.has(account) && phones[phone]?.known.has(account),
  );
