import { bertumpangPeriode, kodePeriode, type Periode, rentangPeriode } from '../../shared/domain/index.ts';
import type { RecordOf } from '../../shared/records/index.ts';
import type { AccountDatabase, AccountStore, RecordRow } from './database.ts';
import { asEntri, type EntriRow } from './entri-row.ts';

type PenilaianRecord = RecordOf<'penilaian'>;

/**
 * An evaluation as screens show it, with how the own commands on it stand. On a penilai's phone `penilaian` is what was
 * put down about it so far, newest first: more than one where two phones began without knowing of each other.
 */
export type EvaluasiRow = RecordOf<'evaluasi'> &
  Pick<RecordRow, 'lokal' | 'code'> & { readonly penilaian?: readonly PenilaianRecord[] };

const asEvaluasi = ({ visible, confirmed, lokal, code }: RecordRow): EvaluasiRow => {
  const record = visible as RecordOf<'evaluasi'>;
  // One that the server would not have is still its author's to mend.
  const state = lokal === 'ditolak' && !confirmed ? ({ tahap: 'DRAF' } as const) : record.state;
  return { ...record, state, lokal, code };
};

/** Accepted before refused, further on before less far, then the one that every phone would choose. */
const TAHAP = ['DITETAPKAN', 'DIAJUKAN', 'DIKEMBALIKAN', 'DRAF'];
const rank = ({ lokal, state }: EvaluasiRow): number =>
  (lokal === 'ditolak' ? TAHAP.length : 0) + TAHAP.indexOf(state.tahap);
const first = (a: EvaluasiRow, b: EvaluasiRow): number => rank(a) - rank(b) || (a.id < b.id ? -1 : 1);

const rows = async (db: AccountDatabase): Promise<EvaluasiRow[]> =>
  (await db.records.where('kind').equals('evaluasi').toArray())
    .filter(({ hapus }) => hapus === 0)
    .map(asEvaluasi)
    .sort(first);

const penilaianRows = async (db: AccountDatabase): Promise<ReadonlyMap<string, PenilaianRecord[]>> => {
  const found = (await db.records.where('kind').equals('penilaian').toArray())
    .filter(({ hapus }) => hapus === 0)
    .map(({ visible }) => visible as PenilaianRecord)
    .sort((a, b) => b.state.pada - a.state.pada);
  const groups = new Map<string, PenilaianRecord[]>();
  for (const one of found)
    groups.set(one.content.evaluasi, [...(groups.get(one.content.evaluasi) ?? []), one]);
  return groups;
};

/** A person's evaluations; of several for one period the one that counts comes first. */
export const evaluasiOf = async ({ db }: AccountStore, owner: string): Promise<EvaluasiRow[]> =>
  (await rows(db)).filter((row) => row.owner === owner);

/** Periods of which anybody's evaluation is on the phone, the last first. */
export const periodeDievaluasi = async ({ db }: AccountStore): Promise<Periode[]> => {
  const semua = (await rows(db)).map(({ content: { periode } }) => [kodePeriode(periode), periode] as const);
  const akhir = (periode: Periode): string => rentangPeriode(periode).akhir;
  return [...new Map(semua).values()].sort(
    (a, b) =>
      akhir(b).localeCompare(akhir(a)) || rentangPeriode(a).awal.localeCompare(rentangPeriode(b).awal),
  );
};

/** Periods of which an evaluation of somebody else's waits to be made final, the last first. */
export const periodeMenunggu = async ({ db, accountId }: AccountStore, shard: string): Promise<Periode[]> =>
  (await rows(db))
    .filter((row) => row.shard === shard && row.owner !== accountId && row.state.tahap === 'DIAJUKAN')
    .map(({ content }) => content.periode)
    .sort((a, b) => rentangPeriode(b).akhir.localeCompare(rentangPeriode(a).akhir));

/** Everybody's evaluations of one period, one a person. */
export const evaluasiOfPeriode = async ({ db }: AccountStore, periode: Periode): Promise<EvaluasiRow[]> => {
  const kode = kodePeriode(periode);
  const [evaluasi, penilaian] = await Promise.all([rows(db), penilaianRows(db)]);
  const all = evaluasi.filter(({ content }) => kodePeriode(content.periode) === kode);
  return all
    .filter((row, i) => all.findIndex(({ owner }) => owner === row.owner) === i)
    .map((row) => ({ ...row, penilaian: penilaian.get(row.id) ?? [] }));
};

/** True where anybody's periodic evaluation of this year is on the phone: then its kind of period stands. */
export const adaEvaluasiTahun = async ({ db }: AccountStore, tahun: number): Promise<boolean> =>
  (await rows(db)).some(({ content: { periode } }) => periode.tahun === tahun && periode.tipe !== 'tahunan');

/** The person's evaluation that a new one of this period would stand beside; within the caller's transaction. */
export const evaluasiBertumpang = async (
  db: AccountDatabase,
  owner: string,
  periode: Periode,
): Promise<EvaluasiRow | undefined> =>
  (await rows(db)).find((row) => row.owner === owner && bertumpangPeriode(row.content.periode, periode));

type Rentang = { readonly awal: string; readonly akhir: string };

/** Entries from one day to another, both included; everybody's where no owner is named. */
export const entriInRange = async (
  { db }: AccountStore,
  { awal, akhir }: Rentang,
  owner?: string,
): Promise<EntriRow[]> => {
  const range =
    owner === undefined
      ? db.records.where('[kind+tanggal]').between(['entri', awal], ['entri', akhir], true, true)
      : db.records
          .where('[kind+owner+tanggal]')
          .between(['entri', owner, awal], ['entri', owner, akhir], true, true);
  return asEntri(
    db,
    (await range.toArray()).filter(({ hapus }) => hapus === 0),
  );
};
