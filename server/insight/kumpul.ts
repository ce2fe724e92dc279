import { setImmediate as nextTurn } from 'node:timers/promises';
import { bertugasPada } from '../../shared/domain/index.ts';
import {
  hitungBulan,
  hitungPredikat,
  kelompokSama,
  type Satuan,
  sumbanganBeban,
  type Tabel,
} from '../../shared/publik/index.ts';
import type { RecordOf } from '../../shared/records/index.ts';
import type { ReadTx, Store } from '../store/index.ts';
import { guruDi, SEKOLAH, satkerDi } from './guru.ts';

/** Tables that a month has; the predikat are of a year. */
type TabelBulan = Exclude<Tabel, 'predikat'>;

/** What a school brings to each table of a month; of the entries themselves nothing is kept. */
type SekolahBulan = Readonly<Record<TabelBulan, Satuan>>;

type Beban = Awaited<ReturnType<ReadTx['burdensIn']>>;

const satuSekolah = async (
  tx: ReadTx,
  { shard, bulan, pada, beban }: { shard: string; bulan: string; pada: number; beban: Beban },
): Promise<SekolahBulan | null> => {
  const satker = await satkerDi(tx, shard);
  if (!satker) return null;
  const bahan = {
    ...{ satker, bulan, pada },
    guru: await guruDi(tx, shard, satker),
    entri: await tx.entriInMonth(shard, bulan),
    kendala: (await tx.recordsOfKind(shard, 'kendala')).map(({ record }) => record as RecordOf<'kendala'>),
  };
  const jenis = hitungBulan('jenis', bahan);
  const dilaporkan = (apa: 'menit' | 'detik') =>
    beban.filter((satu) => satu.shard === shard && satu.apa === apa);
  // Minutes and seconds of the same reports: grouped alike, so that neither tells what the other hides.
  const laporan = kelompokSama({
    beban: { ...jenis, orang: sumbanganBeban('beban', dilaporkan('menit')) },
    detik: { ...jenis, orang: sumbanganBeban('detik', dilaporkan('detik')) },
  });
  const entri = {
    ...{ pengisian: hitungBulan('pengisian', bahan), jenis },
    periksa: hitungBulan('periksa', bahan),
  };
  return {
    ...kelompokSama<keyof typeof entri>(entri, satker.logHarian === 'mati' ? ['pengisian'] : []),
    ...laporan,
  };
};

/** The last evaluation of each teacher's year that is final; the one under objection is not. */
const predikatDi = async (tx: ReadTx, shard: string, tahun: number) => {
  const terakhir = new Map<string, RecordOf<'evaluasi'>>();
  for (const { record } of await tx.recordsOfKind(shard, 'evaluasi')) {
    if (record.kind !== 'evaluasi' || record.deleted) continue;
    const { periode } = record.content;
    const { tahap, keberatan } = record.state;
    if (periode.tipe !== 'tahunan' || periode.tahun !== tahun || tahap !== 'DITETAPKAN') continue;
    if (keberatan && !keberatan.keputusan) continue;
    const dulu = terakhir.get(record.owner)?.content.periode.bagian?.akhir ?? '';
    if ((periode.bagian?.akhir ?? '9') >= dulu) terakhir.set(record.owner, record);
  }
  return terakhir;
};

const satuTahun = async (tx: ReadTx, shard: string, tahun: number): Promise<Satuan | null> => {
  const satker = await satkerDi(tx, shard);
  if (!satker) return null;
  const guru = (await guruDi(tx, shard, satker)).filter((satu) => bertugasPada(satu, `${tahun}-12-31`));
  const terakhir = await predikatDi(tx, shard, tahun);
  const predikat = guru.flatMap(({ id }) => terakhir.get(id)?.state.predikat ?? []);
  return hitungPredikat(satker, { guru: guru.length, predikat });
};

type Wanted = { readonly periode: string; readonly pada: number };

const perSekolah = async <T>(
  store: Store,
  work: (tx: ReadTx, shard: string) => Promise<T | null>,
): Promise<T[]> => {
  const shards = await store.read((tx) => tx.shards());
  const found: T[] = [];
  // A snapshot for each school and a turn of the event loop before it, so that phones are served between two of them.
  for (const shard of shards.filter((one) => SEKOLAH.test(one))) {
    await nextTurn();
    const satu = await store.read((tx) => work(tx, shard));
    if (satu) found.push(satu);
  }
  return found;
};

/** What all schools bring to a month's tables, by table; counted from their records as they are now. */
export const kumpulkanBulan = async (
  store: Store,
  { periode, pada }: Wanted,
): Promise<(tabel: TabelBulan) => Satuan[]> => {
  const beban = await store.read((tx) => tx.burdensIn(periode));
  const sekolah = await perSekolah(store, (tx, shard) =>
    satuSekolah(tx, { shard, bulan: periode, pada, beban }),
  );
  return (tabel) => sekolah.map((satu) => satu[tabel]);
};

/** What all schools bring to the predikat of a year (`2026`). */
export const kumpulkanTahun = (store: Store, { periode }: Wanted): Promise<Satuan[]> =>
  perSekolah(store, (tx, shard) => satuTahun(tx, shard, Number(periode)));
