import { tanggalPada } from '../../shared/domain/index.ts';
import type { ReadTx, StoredView, WriteTx } from '../store/index.ts';

/*
 * Who looked at what of somebody else's, in office: written down where it is shown, and read by its owner (trust.md 3.1 R7,
 * UU 27/2022 pasal 5 and 7). What is not written down is not shown: a disk that takes no more refuses the look as well.
 */

/** Who looks, and as what. */
export type Viewer = { readonly id: string; readonly nama: string; readonly peran: string };

/** Where a school has no zone of its own. */
export const ZONE = 'Asia/Jakarta';

/** A view repeated sooner than this is the same look: opening it again costs no disk write. */
const SAME_LOOK = 600_000;

/** Writes a look down, or that the one of that day goes on. */
export const note = async (
  tx: WriteTx,
  seen: Omit<StoredView, 'firstAt' | 'lastAt'>,
  at: number,
): Promise<void> => {
  const known = await tx.view(seen);
  const isNoted = known && at >= known.firstAt && at <= known.lastAt + SAME_LOOK;
  if (isNoted) return;
  const firstAt = Math.min(at, known?.firstAt ?? at);
  await tx.putView({ ...seen, firstAt, lastAt: Math.max(at, known?.lastAt ?? at) });
};

/** The day of an instant in the zone of a school. */
export const dayIn = async (tx: ReadTx, shard: string, now: number): Promise<string> => {
  const satker = (await tx.recordsOfKind(shard, 'satker'))[0]?.record;
  return tanggalPada(now, satker?.kind === 'satker' ? satker.content.zona : ZONE);
};

type Looked = { readonly shard: string; readonly record: string };

/** Notes looks at records of others now; one's own and unknown ones are passed over. */
export const noteLooks = async (
  tx: WriteTx,
  { id, nama, peran }: Viewer,
  { list, now }: { readonly list: readonly Looked[]; readonly now: number },
): Promise<void> => {
  for (const { shard, record } of list) {
    const found = await tx.record(shard, record);
    if (!found || found.record.owner === id) continue;
    const day = await dayIn(tx, shard, now);
    await note(tx, { shard, record, viewer: id, day, viewerNama: nama, peran }, now);
  }
};

/** Notes a look at a person's data: at her record in each unit that has one, so that she finds it wherever she reads. */
export const notePersonLook = async (
  tx: WriteTx,
  viewer: Viewer,
  { owner, now }: { readonly owner: string; readonly now: number },
): Promise<void> => {
  const shards = new Set((await tx.grantsOf(owner)).map(({ shard }) => shard));
  for (const shard of shards) {
    const held = await tx.recordsOfKind(shard, 'pegawai', owner);
    await noteLooks(tx, viewer, { list: held.map(({ record }) => ({ shard, record: record.id })), now });
  }
};
