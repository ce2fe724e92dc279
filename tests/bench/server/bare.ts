import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { SyncRequest } from '../../../shared/protocol/index.ts';
import { talk } from '../sync/talk.mjs';

/*
 * The limit that our server is compared with: node:http, JSON.parse, and the same rows in the same tables with the same
 * indexes, one transaction a request, flushed in full. It knows nobody, checks nothing, hashes and chains nothing, and
 * answers with a number.
 */

const [dataDir = ''] = process.argv.slice(2);
const db = new Database(join(dataDir, 'kinerja.db'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');

const command = db.prepare(
  'INSERT INTO commands (shard, device, number, hash, n, h, kind, version, record, base, at, body, actor, actor_nama, actor_peran, received_at, salt, commitment, verdict, code, params, head, envelope) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, ?)',
);
const record = db.prepare(
  'INSERT INTO records (shard, id, kind, owner, n, head, state, content, deleted, variants) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)',
);
const envelope = db.prepare(
  'INSERT INTO envelopes (shard, id, device, signature, bytes, received_at, carrier) VALUES (?, ?, ?, ?, ?, ?, NULL)',
);
const shards = db.prepare('UPDATE shards SET n = ?, h = ? WHERE id = ?');
const device = db.prepare('UPDATE devices SET max_number = ?, seen_at = ? WHERE id = ?');

const [HASH, SALT, SUM, SIGNATURE] = ['abcdefghijk', Buffer.alloc(16), Buffer.alloc(32), 'x'.repeat(86)];
const heads = new Map(
  (db.prepare('SELECT id, n FROM shards').all() as { id: string; n: number }[]).map(({ id, n }) => [id, n]),
);

const keep = db.transaction(({ u, dev, ops }: SyncRequest, bytes: Buffer) => {
  const now = Date.now();
  const shard = ops[0]?.s ?? '';
  const id = `${dev}.${now}`.slice(0, 22);
  let n = heads.get(shard) ?? 0;
  for (const op of ops) {
    n += 1;
    const name = `${dev}.${op.n}.${HASH}`;
    const body = JSON.stringify(op.b);
    record.run(shard, name, 'entri', u, n, name, '{"tahap":"DIAJUKAN"}', body, '[]');
    command.run(
      ...[shard, dev, op.n, HASH, n, SUM, op.k, op.v, name, op.at, body, u, 'Guru 1', '["guru"]', now],
      ...[SALT, SUM, 'ok', id],
    );
  }
  heads.set(shard, n);
  shards.run(n, SUM, shard);
  // As large as a packed request.
  envelope.run(shard, id, dev, SIGNATURE, bytes.subarray(0, bytes.length >> 2), now);
  device.run(ops.at(-1)?.n ?? 0, now, dev);
  return n;
});

const server = createServer((incoming, outgoing) => {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    const bytes = Buffer.concat(chunks);
    const n = keep(JSON.parse(bytes.toString()) as SyncRequest, bytes);
    outgoing.end(JSON.stringify({ n }));
  });
});
server.listen(0, '127.0.0.1', () =>
  talk({
    place: () => ({ port: (server.address() as AddressInfo).port }),
    close: () => server.close(),
  }),
);
