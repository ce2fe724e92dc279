import { and, asc, count, desc, eq, isNull, min, sql, sum } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { recordOf } from './rows.ts';
import { commands, devices, records } from './schema.ts';
import { publications, queues, releases } from './schema-publik.ts';
import { type Db, given, keeper, putter } from './statements.ts';

type Reads =
  | 'entriInMonth'
  | 'portofolioByKode'
  | 'publication'
  | 'releaseKeys'
  | 'release'
  | 'queue'
  | 'queueSums';

/**
 * When the first line of a record that is so arrived. Drizzle takes the tables' names off whatever is selected, so they are
 * written out: without them the shard would be compared with itself, and each record looked for in every school.
 */
const first = (when: ReturnType<typeof sql>) =>
  sql<number | null>`(SELECT min(baris.received_at) FROM commands AS baris
    WHERE baris.shard = records.shard AND baris.record = records.id AND +baris.n IS NOT NULL AND ${when})`;

/** Written out, so that the index on just this is used. */
const TANGGAL = sql<string>`${records.content} ->> '$.tanggal'`;

const entriInMonth = (db: Db): ReadTx['entriInMonth'] => {
  const query = db
    .select({
      owner: records.owner,
      tanggal: TANGGAL,
      rencanaAksi: sql<string | null>`${records.content} ->> '$.rencanaAksi'`,
      tiba: first(sql`1`),
      diperiksa: first(sql`baris.kind IN ('entri.setujui', 'entri.kembalikan')`),
    })
    .from(records)
    .where(
      and(
        eq(records.shard, given('shard')),
        sql`${records.kind} = 'entri'`,
        eq(records.deleted, 0),
        sql`${records.state} ->> '$.tahap' <> 'DITARIK'`,
        sql`${TANGGAL} BETWEEN ${given('awal')} AND ${given('akhir')}`,
      ),
    )
    .prepare();
  return async (shard, bulan) => query.all({ shard, awal: `${bulan}-01`, akhir: `${bulan}-31` });
};

/** Written out, so that the index on just this is used. */
const KODE = sql`${records.content} ->> '$.kode'`;

/**
 * Whoever knows an address could write it into a portfolio of his own: the first that the server saw keeps it. The plus
 * keeps SQLite from walking through the whole ledger of a school by its line numbers.
 */
const portofolioByKode = (db: Db): ReadTx['portofolioByKode'] => {
  const query = db
    .select()
    .from(records)
    .where(sql`${records.kind} = 'portofolio' AND ${KODE} = ${given('kode')}`)
    .orderBy(
      sql`(SELECT min(${commands.receivedAt}) FROM ${commands}
        WHERE ${commands.shard} = ${records.shard} AND ${commands.record} = ${records.id}
        AND +${commands.n} IS NOT NULL)`,
      asc(records.shard),
      asc(records.id),
    )
    .limit(1)
    .prepare();
  return async (kode) => {
    const row = query.get({ kode });
    return row ? recordOf(row) : null;
  };
};

/** Figures for the public, what of them is published, and what phones said of their queues. */
export const publikReads = (db: Db): Pick<ReadTx, Reads> => {
  const last = db.select().from(publications).orderBy(desc(publications.at)).limit(1).prepare();
  const keys = db
    .select({ tabel: releases.tabel, periode: releases.periode, madeAt: releases.madeAt })
    .from(releases)
    .orderBy(asc(releases.tabel), asc(releases.periode))
    .prepare();
  const one = db
    .select()
    .from(releases)
    .where(and(eq(releases.tabel, given('tabel')), eq(releases.periode, given('periode'))))
    .prepare();
  const queue = db
    .select()
    .from(queues)
    .where(eq(queues.device, given('device')))
    .prepare();
  const sums = db
    .select({ phones: count(), commands: sum(queues.count), oldestAt: min(queues.oldestAt) })
    .from(queues)
    .innerJoin(devices, eq(devices.id, queues.device))
    .where(isNull(devices.revokedAt))
    .prepare();
  return {
    entriInMonth: entriInMonth(db),
    portofolioByKode: portofolioByKode(db),
    publication: async () => {
      const row = last.get();
      return row ? { ...row, tabel: JSON.parse(row.tabel) as string[] } : null;
    },
    releaseKeys: async () => keys.all(),
    release: async (tabel, periode) => one.get({ tabel, periode }) ?? null,
    queue: async (device) => queue.get({ device }) ?? null,
    queueSums: async () => {
      const row = sums.get();
      return {
        phones: row?.phones ?? 0,
        commands: Number(row?.commands ?? 0),
        oldestAt: row?.oldestAt ?? null,
      };
    },
  };
};

/** Choosing, publishing, and hearing of queues. */
export const publikWrites = (
  db: Db,
): Pick<WriteTx, 'putPublication' | 'keepRelease' | 'putQueue' | 'removeQueue'> => {
  const choose = putter(db, publications, [publications.at]);
  const drop = db
    .delete(queues)
    .where(eq(queues.device, given('device')))
    .prepare();
  return {
    putPublication: (row) => choose({ ...row, tabel: JSON.stringify(row.tabel) }),
    keepRelease: keeper(db, releases),
    putQueue: putter(db, queues, [queues.device]),
    removeQueue: async (device) => void drop.run({ device }),
  };
};
