import { gapsBetween, type OwnDevice } from '../../shared/protocol/index.ts';
import type { ReadTx, StoredDevice, WriteTx } from '../store/index.ts';
import { lostState } from './lost-state.ts';

const keyOf = ({ key }: StoredDevice): string => `${key.x}.${key.y}`;

/** A person's devices by the phone that they are: one that took new ids (cloned, restored) kept its key. */
export const phonesOf = async (
  tx: ReadTx,
  account: string,
): Promise<readonly (readonly StoredDevice[])[]> => {
  const phones = new Map<string, StoredDevice[]>();
  for (const device of await tx.devicesOf(account))
    phones.set(keyOf(device), [...(phones.get(keyOf(device)) ?? []), device]);
  return [...phones.values()].map((ids) => ids.sort((a, b) => b.createdAt - a.createdAt));
};

const missingOf = async (tx: ReadTx, { id, maxNumber }: StoredDevice): Promise<number> => {
  const gaps = gapsBetween(0, maxNumber, await tx.numbersOf(id));
  return gaps.reduce((sum, [from, to]) => sum + to - from + 1, 0);
};

const describe = async (
  tx: ReadTx,
  ids: readonly StoredDevice[],
  asking: StoredDevice,
): Promise<OwnDevice[]> => {
  const [newest] = ids;
  if (!newest) return [];
  let missing = 0;
  for (const device of ids) missing += await missingOf(tx, device);
  return [
    {
      id: newest.id,
      label: newest.label,
      createdAt: Math.min(...ids.map(({ createdAt }) => createdAt)),
      seenAt: Math.max(...ids.map(({ seenAt }) => seenAt)),
      revokedAt: newest.revokedAt,
      own: keyOf(newest) === keyOf(asking),
      missing,
      hilang: await lostState(tx, newest.id),
    },
  ];
};

/** The phones of whoever asks from `asking`, the one last heard of first. */
export const ownDevices = async (tx: ReadTx, asking: StoredDevice): Promise<OwnDevice[]> => {
  const list: OwnDevice[] = [];
  for (const ids of await phonesOf(tx, asking.account)) list.push(...(await describe(tx, ids, asking)));
  return list.sort((a, b) => b.seenAt - a.seenAt);
};

/**
 * Cuts a phone of this account off under every id that it has had. Its sessions go on existing, so that it is told why it
 * is refused. False where the account has no such phone. `now` is epoch ms.
 */
export const cutOff = async (
  tx: WriteTx,
  { account, id, now }: { readonly account: string; readonly id: string; readonly now: number },
): Promise<boolean> => {
  const ids = (await phonesOf(tx, account)).find((phone) => phone.some((device) => device.id === id)) ?? [];
  for (const device of ids) if (device.revokedAt === null) await tx.putDevice({ ...device, revokedAt: now });
  return ids.length > 0;
};
