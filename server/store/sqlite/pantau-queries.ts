import { and, asc, eq, gte, like, ne, sql } from 'drizzle-orm';
import type { Jumlah } from '../../../shared/pantau/index.ts';
import type { ReadTx, WriteTx } from '../port.ts';
import { shards } from './schema.ts';
import { burdenReports, burdens, figureShards, figures } from './schema-pantau.ts';
import { type Db, given, putter } from './statements.ts';

type Reads =
  | 'burdensIn'
  | 'burdenReport'
  | 'heads'
  | 'figures'
  | 'firstFigure'
  | 'allFigures'
  | 'figureVersions';

/** Questions about sums. */
export const pantauReads = (db: Db): Pick<ReadTx, Reads> => {
  const columns = { apa: figures.apa, hari: figures.hari, siapa: figures.siapa, nilai: figures.nilai };
  const heads = db.select({ shard: shards.id, n: shards.n }).from(shards).prepare();
  const since = db
    .select(columns)
    .from(figures)
    .where(
      and(
        eq(figures.shard, given('shard')),
        eq(figures.apa, given('apa') as unknown as Jumlah['apa']),
        gte(figures.hari, given('sejak')),
      ),
    )
    .prepare();
  const first = db
    .select({ hari: figures.hari })
    .from(figures)
    .where(
      and(
        eq(figures.shard, given('shard')),
        eq(figures.apa, given('apa') as unknown as Jumlah['apa']),
        ne(figures.nilai, 0),
      ),
    )
    .orderBy(asc(figures.hari))
    .limit(1)
    .prepare();
  const all = db
    .select(columns)
    .from(figures)
    .where(and(eq(figures.shard, given('shard')), ne(figures.nilai, 0)))
    .prepare();
  const inMonth = db
    .select()
    .from(burdens)
    .where(like(burdens.pekan, given('awalan')))
    .prepare();
  const report = db
    .select()
    .from(burdenReports)
    .where(eq(burdenReports.account, given('account')))
    .prepare();
  const versions = db.select().from(figureShards).prepare();
  return {
    burdensIn: async (bulan) => inMonth.all({ awalan: `${bulan}-%` }),
    burdenReport: async (account) => report.get({ account })?.pekan ?? null,
    heads: async () => new Map(heads.all().map(({ shard, n }) => [shard, n])),
    figures: async (wanted) => since.all(wanted),
    firstFigure: async (shard, apa) => first.get({ shard, apa })?.hari ?? null,
    allFigures: async (shard) => all.all({ shard }),
    figureVersions: async () => new Map(versions.all().map(({ shard, version }) => [shard, version])),
  };
};

/** The only statements that write sums; only the ledger calls them. */
export const pantauWrites = (
  db: Db,
): Pick<WriteTx, 'addFigure' | 'removeFiguresOf' | 'putFigureVersion' | 'addBurden' | 'putBurdenReport'> => {
  const add = db
    .insert(figures)
    .values({
      shard: given('shard') as unknown as string,
      apa: given('apa') as unknown as Jumlah['apa'],
      hari: given('hari') as unknown as string,
      siapa: given('siapa') as unknown as string,
      nilai: given('nilai') as unknown as number,
    })
    .onConflictDoUpdate({
      target: [figures.shard, figures.apa, figures.hari, figures.siapa],
      set: { nilai: sql`${figures.nilai} + excluded.nilai` },
    })
    .prepare();
  const burden = db
    .insert(burdens)
    .values({
      shard: given('shard') as unknown as string,
      pekan: given('pekan') as unknown as string,
      apa: given('apa') as unknown as 'menit',
      kelas: given('kelas') as unknown as number,
      orang: given('orang') as unknown as number,
    })
    .onConflictDoUpdate({
      target: [burdens.shard, burdens.pekan, burdens.apa, burdens.kelas],
      set: { orang: sql`${burdens.orang} + excluded.orang` },
    })
    .prepare();
  const drop = db
    .delete(figures)
    .where(
      and(
        eq(figures.shard, given('shard')),
        eq(figures.apa, given('apa') as unknown as Jumlah['apa']),
        eq(figures.hari, given('hari')),
        eq(figures.siapa, given('siapa')),
        eq(figures.nilai, 0),
      ),
    )
    .prepare();
  const clear = db
    .delete(figures)
    .where(eq(figures.shard, given('shard')))
    .prepare();
  return {
    addFigure: async (figure) => {
      add.run(figure);
      if (figure.nilai < 0) drop.run(figure);
    },
    removeFiguresOf: async (shard) => void clear.run({ shard }),
    addBurden: async (row) => void burden.run(row),
    putBurdenReport: putter(db, burdenReports, [burdenReports.account]),
    putFigureVersion: putter(db, figureShards, [figureShards.shard]),
  };
};
