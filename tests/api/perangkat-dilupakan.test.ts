import { expect, test } from 'vitest';
import { toWireCommand } from '../../shared/protocol/index.ts';
import { aCatat } from '../support/builders.ts';
import { aServer, BUDI, SRI, type TestServer } from '../support/server.ts';
import { recordsOn } from '../support/titipan.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

/** What a server has forgotten that was put back on a copy from before her phone came. */
const forget = async (server: TestServer, device: string): Promise<void> => {
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(server.path);
  db.pragma('foreign_keys = OFF');
  db.prepare('DELETE FROM devices WHERE id = ?').run(device);
  db.close();
};

test('after a restore a forgotten device id is given back to its own account alone, whoever asks first', async () => {
  const server = await aServer();
  const [sri, budi] = [await phoneOf(server, SRI), await phoneOf(server, BUDI)];
  await sri.add(aCatat());
  const { dev, ops } = sri.request();
  await forget(server, dev);
  await budi.add(aCatat());
  await expectProblem(
    await budi.post({ request: { dev, ops: budi.queue.map(toWireCommand) } }),
    'perangkat_dicabut',
  );
  expect(await server.store.read((tx) => tx.device(dev))).toBeNull();
  // She signs in anew, under another id by now, and what she had numbered keeps its name.
  const again = await phoneOf(server, SRI);
  expect((await again.sync({ request: { dev, ops } })).res).toMatchObject([{ r: 'ok' }]);
  expect((await recordsOn(server)).filter(({ kind }) => kind === 'entri')).toMatchObject([{ owner: SRI.id }]);
});
