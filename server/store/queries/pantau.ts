import { and, asc, eq, gte, like, ne, sql } from 'drizzle-orm';
import type { Jumlah } from '../../../shared/pantau/index.ts';
import type { ReadTx, WriteTx } from '../port.ts';
import { given, putter, type Room } from './statements.ts';

type Reads =
  | 'burdensIn'
  | 'burdenReport'
  | 'heads'
  | 'figures'
  | 'firstFigure'
  | 'allFigures'
  | 'figureVersions';

/** Questions about sums. */
export const pantauReads = ({ db, prepare, tables }: Room): Pick<ReadTx, Reads> => {
  const { burdenReports, burdens, figureShards, figures, shards } = tables;
  const columns = { apa: figures.apa, hari: figures.hari, siapa: figures.siapa, nilai: figures.nilai };
  const heads = prepare(db.select({ shard: shards.id, n: shards.n }).from(shards));
  const since = prepare(
    db
      .select(columns)
      .from(figures)
      .where(
        and(
          eq(figures.shard, given('shard')),
          eq(figures.apa, given('apa') as unknown as Jumlah['apa']),
          gte(figures.hari, given('sejak')),
        ),
      ),
  );
  const first = prepare(
    db
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
      .limit(1),
  );
  const all = prepare(
    db
      .select(columns)
      .from(figures)
      .where(and(eq(figures.shard, given('shard')), ne(figures.nilai, 0))),
  );
  const inMonth = prepare(
    db
      .select()
      .from(burdens)
      .where(like(burdens.pekan, given('awalan'))),
  );
  const report = prepare(
    db
      .select()
      .from(burdenReports)
      .where(eq(burdenReports.account, given('account'))),
  );
  const versions = prepare(db.select().from(figureShards));
  return {
    burdensIn: async (bulan) => inMonth.all({ awalan: `${bulan}-%` }),
    burdenReport: async (account) => (await report.get({ account }))?.pekan ?? null,
    heads: async () => new Map((await heads.all()).map(({ shard, n }) => [shard, n])),
    figures: async (wanted) => since.all(wanted),
    firstFigure: async (shard, apa) => (await first.get({ shard, apa }))?.hari ?? null,
    allFigures: async (shard) => all.all({ shard }),
    figureVersions: async () => new Map((await versions.all()).map(({ shard, version }) => [shard, version])),
  };
};

/** The only statements that write sums; only the ledger calls them. */
export const pantauWrites = (
  room: Room,
): Pick<WriteTx, 'addFigure' | 'removeFiguresOf' | 'putFigureVersion' | 'addBurden' | 'putBurdenReport'> => {
  const { db, change, quickChange } = room;
  const { burdenReports, burdens, figureShards, figures } = room.tables;
  const add = quickChange(
    db
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
      }),
  );
  const burden = change(
    db
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
      }),
  );
  const drop = change(
    db
      .delete(figures)
      .where(
        and(
          eq(figures.shard, given('shard')),
          eq(figures.apa, given('apa') as unknown as Jumlah['apa']),
          eq(figures.hari, given('hari')),
          eq(figures.siapa, given('siapa')),
          eq(figures.nilai, 0),
        ),
      ),
  );
  const clear = change(db.delete(figures).where(eq(figures.shard, given('shard'))));
  return {
    addFigure: async (figure) => {
      await add(figure);
      if (figure.nilai < 0) await drop(figure);
    },
    removeFiguresOf: async (shard) => void (await clear({ shard })),
    addBurden: async (row) => void (await burden(row)),
    putBurdenReport: putter(room, burdenReports, [burdenReports.account]),
    putFigureVersion: putter(room, figureShards, [figureShards.shard]),
  };
};
