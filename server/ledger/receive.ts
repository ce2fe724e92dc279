import { fromWireCommand, type SyncRequest, type WireVerdict } from '../../shared/protocol/index.ts';
import type { StoredDevice, WriteTx } from '../store/index.ts';
import { type Desk, type Handled, handle, type Incoming } from './decide.ts';
import { newDeviceId } from './device-id.ts';
import { countFresh, takeFresh } from './fresh.ts';
import { gathered, type Made } from './gathered.ts';
import type { SealKeys } from './seal.ts';

/** What became of a request's commands; `dev` is another id for a phone whose numbers came twice. */
export type Received = {
  readonly ok: true;
  readonly res: WireVerdict[];
  readonly dev: string | null;
  readonly made: Made;
};

/** What a request has made where nothing was gathered. */
export const NOTHING_MADE: Made = new Map();

/** The desk, the phone that speaks there, and the keys of which ids of phones are made. */
export type Speaking = Desk & { readonly phone: string; readonly keys: SealKeys };

const incomingOf = ({ dev: device, ops }: SyncRequest): Incoming[] =>
  ops.map((op) => ({ device, number: op.n, content: fromWireCommand(op) }));

/** The commands of a request that is undone as a whole where one of them fails. */
export const receiveGathered = async (
  tx: WriteTx,
  request: SyncRequest,
  desk: Speaking,
): Promise<Received> => {
  const gathering = gathered(tx, await tx.device(request.dev));
  const commands = incomingOf(request);
  const taken: Taken[] = [];
  while (taken.length < commands.length) {
    const rest = commands.slice(taken.length);
    const [first, ...others] = rest.slice(0, await countFresh(gathering, rest));
    if (first)
      for (const verdict of await takeFresh(gathering, [first, ...others], desk))
        taken.push({ verdict, reused: false });
    else taken.push(await handle(gathering.tx, rest[0] as Incoming, desk));
  }
  const received = await noteTaken(gathering.tx, request, taken, desk);
  await gathering.settle();
  return { ...received, made: gathering.made };
};

/** The commands of a request one by one, each in a savepoint of its own. */
export const receiveCommands = async (
  tx: WriteTx,
  request: SyncRequest,
  desk: Speaking,
): Promise<Received> => {
  const taken: Taken[] = [];
  for (const incoming of incomingOf(request)) taken.push(await handle(tx, incoming, desk));
  return noteTaken(tx, request, taken, desk);
};

type Taken = Pick<Handled, 'verdict' | 'reused'>;

const noteTaken = async (
  tx: WriteTx,
  request: SyncRequest,
  taken: readonly Taken[],
  { phone: speaking, ...desk }: Speaking,
): Promise<Received> => {
  const phone = await noteHeard(tx, request, { speaking, now: desk.now });
  const dev = phone && taken.some(({ reused }) => reused) ? await renameDevice(tx, phone, desk) : null;
  return { ok: true, res: taken.map(({ verdict }) => verdict), dev, made: NOTHING_MADE };
};

/**
 * Notes how far a device has counted, and that the speaking phone was heard: of one that another vouches for, nothing was.
 * Gives the phone where it counts under this very id, and may need another one.
 */
const noteHeard = async (
  tx: WriteTx,
  { dev, ops }: SyncRequest,
  { speaking, now }: { readonly speaking: string; readonly now: number },
): Promise<StoredDevice | null> => {
  const counting = await tx.device(dev);
  if (!counting) return null;
  const maxNumber = Math.max(counting.maxNumber, ...ops.map(({ n }) => n));
  const isItself = speaking === dev;
  await tx.putDevice({ ...counting, maxNumber, seenAt: isItself ? now : counting.seenAt });
  const vouching = isItself ? null : await tx.device(speaking);
  if (vouching) await tx.putDevice({ ...vouching, seenAt: now });
  return isItself ? counting : null;
};

/** A phone that was cloned or rolled back uses numbers again: under a new id its next commands get numbers of their own. */
const renameDevice = async (
  tx: WriteTx,
  phone: StoredDevice,
  naming: Pick<Speaking, 'randomBytes' | 'now' | 'keys'>,
): Promise<string> => {
  const { randomBytes, now, keys } = naming;
  const id = newDeviceId(keys, phone.account, randomBytes);
  if (await tx.device(id)) return renameDevice(tx, phone, naming);
  await tx.putDevice({ ...phone, id, createdAt: now, seenAt: now, maxNumber: 0 });
  return id;
};
