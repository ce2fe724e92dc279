import { and, asc, count, desc, eq, isNull, min, type SQL, sql, sum } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { recordOf } from './rows.ts';
import { given, isALine, keeper, putter, type Room } from './statements.ts';

type Reads =
  | 'entriInMonth'
  | 'entriBetween'
  | 'portofolioByKode'
  | 'publication'
  | 'releaseKeys'
  | 'release'
  | 'queue'
  | 'queueSums';

/**
 * When the first line of a record that is so arrived. Drizzle takes the tables' names off whatever is selected, so they are
 * written out: without them the shard would be compared with itself, and each record looked for in every school. The plus
 * keeps the index of lines out of it: the one of the record is the shorter way.
 */
const first = (when: SQL) =>
  sql<number | null>`(SELECT min(baris.received_at) FROM commands AS baris
    WHERE baris.shard = records.shard AND baris.record = records.id AND +baris.n IS NOT NULL AND ${when})`.mapWith(
    Number,
  );

/** Entries of a school that count on days of a stretch; a month's figures and a school's look ask the same index. */
const dihitung = ({ tables: { records }, dialect }: Pick<Room, 'tables' | 'dialect'>) =>
  and(
    eq(records.shard, given('shard')),
    // Written out, as the condition of the index on days is.
    sql`${records.kind} = 'entri'`,
    eq(records.deleted, 0),
    sql`${dialect.field(records.state, 'tahap')} <> 'DITARIK'`,
    sql`${dialect.tanggal(records.content)} BETWEEN ${given('awal')} AND ${given('akhir')}`,
  );

const entriBetween = (room: Room): ReadTx['entriBetween'] => {
  const { db, prepare, tables } = room;
  const query = prepare(db.select().from(tables.records).where(dihitung(room)));
  return async (shard, rentang) => (await query.all({ shard, ...rentang })).map(recordOf);
};

const entriInMonth = (room: Room): ReadTx['entriInMonth'] => {
  const { db, prepare, tables, dialect } = room;
  const { records } = tables;
  const tanggal = dialect.tanggal(records.content);
  const query = prepare(
    db
      .select({
        owner: records.owner,
        tanggal: sql<string>`${tanggal}`,
        rencanaAksi: sql<string | null>`${dialect.field(records.content, 'rencanaAksi')}`,
        tiba: first(sql`true`),
        diperiksa: first(sql`baris.kind IN ('entri.setujui', 'entri.kembalikan')`),
      })
      .from(records)
      .where(dihitung(room)),
  );
  return async (shard, bulan) => query.all({ shard, awal: `${bulan}-01`, akhir: `${bulan}-31` });
};

/** Whoever knows an address could write it into a portfolio of his own: the first that the server saw keeps it. */
const portofolioByKode = ({ db, prepare, tables, dialect }: Room): ReadTx['portofolioByKode'] => {
  const { commands, records } = tables;
  const query = prepare(
    db
      .select()
      .from(records)
      .where(
        sql`${records.kind} = 'portofolio' AND ${dialect.field(records.content, 'kode')} = ${given('kode')}`,
      )
      .orderBy(
        sql`(SELECT min(${commands.receivedAt}) FROM ${commands}
        WHERE ${commands.shard} = ${records.shard} AND ${commands.record} = ${records.id}
        AND ${isALine(commands)})`,
        asc(records.shard),
        asc(records.id),
      )
      .limit(1),
  );
  return async (kode) => {
    const row = await query.get({ kode });
    return row ? recordOf(row) : null;
  };
};

/** Figures for the public, what of them is published, and what phones said of their queues. */
export const publikReads = (room: Room): Pick<ReadTx, Reads> => {
  const { db, prepare, quick, tables } = room;
  const { devices, publications, queues, releases } = tables;
  const last = prepare(db.select().from(publications).orderBy(desc(publications.at)).limit(1));
  const keys = prepare(
    db
      .select({ tabel: releases.tabel, periode: releases.periode, madeAt: releases.madeAt })
      .from(releases)
      .orderBy(asc(releases.tabel), asc(releases.periode)),
  );
  const one = prepare(
    db
      .select()
      .from(releases)
      .where(and(eq(releases.tabel, given('tabel')), eq(releases.periode, given('periode')))),
  );
  const queue = quick(
    db
      .select()
      .from(queues)
      .where(eq(queues.device, given('device'))),
  );
  const sums = prepare(
    db
      .select({ phones: count(), commands: sum(queues.count), oldestAt: min(queues.oldestAt) })
      .from(queues)
      .innerJoin(devices, eq(devices.id, queues.device))
      .where(isNull(devices.revokedAt)),
  );
  return {
    entriInMonth: entriInMonth(room),
    entriBetween: entriBetween(room),
    portofolioByKode: portofolioByKode(room),
    publication: async () => {
      const row = await last.get();
      return row ? { ...row, tabel: JSON.parse(row.tabel) as string[] } : null;
    },
    releaseKeys: async () => keys.all(),
    release: async (tabel, periode) => (await one.get({ tabel, periode })) ?? null,
    queue: async (device) => (await queue.get({ device })) ?? null,
    queueSums: async () => {
      const row = await sums.get();
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
  room: Room,
): Pick<WriteTx, 'putPublication' | 'keepRelease' | 'putQueue' | 'removeQueue'> => {
  const { db, change } = room;
  const { publications, queues, releases } = room.tables;
  const choose = putter(room, publications, [publications.at]);
  const drop = change(db.delete(queues).where(eq(queues.device, given('device'))));
  return {
    putPublication: (row) => choose({ ...row, tabel: JSON.stringify(row.tabel) }),
    keepRelease: keeper(room, releases),
    putQueue: putter(room, queues, [queues.device]),
    removeQueue: async (device) => void (await drop({ device })),
  };
};
