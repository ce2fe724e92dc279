import { isAllSent } from '../../client/sync/index.ts';
import { readStatus } from '../../client/sync/status.ts';
import { parseCommandId } from '../../shared/protocol/index.ts';
import type { SimPhone } from './phone.ts';
import type { World } from './world.ts';

const OPEN: ReadonlySet<string> = new Set(['antri', 'menunggu', 'ditahan', 'ditolak']);

/** I15: what is behind a "semua terkirim" that was said right after the server was heard, and is not so. */
export const greenLies = async ({ server }: World, phone: SimPhone, account: string): Promise<string[]> => {
  const store = await phone.store(account);
  if (!store || !isAllSent(await readStatus(store))) return [];
  const rows = (await store.db.journal.toArray()).filter(({ status }) => status !== 'gugur');
  const photos = await store.db.photos.where('status').notEqual('draf').toArray();
  return server.run.store.read(async (tx) => {
    const lies = rows.filter(({ status }) => OPEN.has(status)).map(({ id, status }) => `${id} is ${status}`);
    for (const { id, kind, shard } of rows) {
      const { device = '', number = 0, hash = '' } = parseCommandId(id) ?? {};
      const there = (await tx.commandsByNumber(device, number)).some(
        (other) => other.hash === hash && other.outcome.verdict !== 'no',
      );
      if (!there && !(await tx.skeleton(shard, id))) lies.push(`${kind} ${id} is not on the server`);
    }
    for (const { sha } of photos)
      if ((await tx.photo(account, sha))?.state !== 'utuh')
        lies.push(`photo ${sha.slice(0, 8)} is not on the server`);
    return lies.map((lie) => `${account} says that all is sent: ${lie}`);
  });
};
