import { type SQL, sql } from 'drizzle-orm';
import type { ReadTx } from '../port.ts';
import type { OfficeLine, ViewSum } from '../stored-office.ts';
import type { Room } from './statements.ts';

/**
 * Questions of whoever looks after schools: who did what, and who looked. The inner part takes its page by the index alone;
 * names are looked up for that page and no more.
 */
export const officeReads = ({ raw, dialect }: Room): Pick<ReadTx, 'officeLines' | 'viewSums'> => {
  const among = (shards: readonly string[] | null): SQL =>
    shards === null ? sql`` : sql` AND ${dialect.among(sql.raw('shard'), sql`${JSON.stringify(shards)}`)}`;
  const jenis = dialect.field(dialect.field(sql.raw('body'), 'isi'), 'jenis');
  return {
    officeLines: async ({ since, before: { receivedAt, shard, n }, shards, limit }) =>
      (await raw(sql`
      SELECT c.received_at AS "receivedAt", c.shard, c.n, c.kind, c.actor, c.actor_nama AS "actorNama",
        c.actor_peran AS "actorPeran", c.record, c.jenis, r.owner, a.nama AS "ownerNama", a.nip AS "ownerNip"
      FROM (
        SELECT received_at, shard, n, kind, actor, actor_nama, actor_peran, record,
          CASE kind WHEN 'akses.catat' THEN ${jenis} END AS jenis
        FROM commands
        WHERE ${dialect.isOffice} AND received_at >= ${since}
          AND (received_at, shard, n) < (${receivedAt}, ${shard}, ${n})${among(shards)}
        ORDER BY received_at DESC, shard DESC, n DESC LIMIT ${limit}
      ) c
      LEFT JOIN records r ON r.shard = c.shard AND r.id = c.record
      LEFT JOIN accounts a ON a.id = r.owner
      ORDER BY c.received_at DESC, c.shard DESC, c.n DESC`)) as unknown as OfficeLine[],
    viewSums: async ({ fromDay, untilDay, shards, limit }) =>
      (await raw(sql`
      SELECT v.day, v.shard, v.viewer, max(v.viewer_nama) AS "viewerNama", max(v.peran) AS peran, r.owner,
        max(a.nama) AS "ownerNama", count(*) AS records, min(v.first_at) AS "firstAt", max(v.last_at) AS "lastAt"
      FROM (SELECT * FROM views WHERE day BETWEEN ${fromDay} AND ${untilDay}${among(shards)}) v
      JOIN records r ON r.shard = v.shard AND r.id = v.record
      LEFT JOIN accounts a ON a.id = r.owner
      GROUP BY v.day, v.shard, v.viewer, r.owner
      ORDER BY v.day DESC, "lastAt" DESC LIMIT ${limit}`)) as unknown as ViewSum[],
  };
};
