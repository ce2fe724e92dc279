import type { RecordOf } from '../../shared/records/index.ts';
import type { AccountStore } from './database.ts';
import type { EvaluasiRow } from './evaluasi.ts';

/** An objection of a school whose penilai one rates, with who raised it. */
export type KeberatanMasuk = {
  readonly evaluasi: EvaluasiRow;
  readonly pegawai: RecordOf<'pegawai'> | undefined;
  readonly sekolah: string;
};

/**
 * Evaluations of other shards than one's own (`shard`) that somebody objected to: undecided ones first, oldest first.
 */
export const keberatanMasuk = async (
  { db, accountId }: AccountStore,
  shard: string,
): Promise<KeberatanMasuk[]> => {
  const [evaluasi, orang, satker] = await Promise.all([
    db.records.where('kind').equals('evaluasi').toArray(),
    db.records.where('kind').equals('pegawai').toArray(),
    db.records.where('kind').equals('satker').toArray(),
  ]);
  const namaSekolah = new Map(
    satker.map(({ shard: where, visible }) => [where, (visible as RecordOf<'satker'>).content.nama]),
  );
  const masuk = evaluasi.flatMap((row): KeberatanMasuk[] => {
    const record = row.visible as RecordOf<'evaluasi'>;
    if (row.shard === shard || row.owner === accountId || row.hapus !== 0 || !record.state.keberatan)
      return [];
    const pegawai = orang.find((one) => one.shard === row.shard && one.owner === row.owner)?.visible;
    return [
      {
        evaluasi: { ...record, lokal: row.lokal, code: row.code },
        pegawai: pegawai as RecordOf<'pegawai'> | undefined,
        sekolah: namaSekolah.get(row.shard) ?? row.shard.slice(4),
      },
    ];
  });
  const kunci = ({ evaluasi: { state } }: KeberatanMasuk): number =>
    (state.keberatan?.keputusan ? 1e15 : 0) + (state.keberatan?.pada ?? 0);
  return masuk.sort((a, b) => kunci(a) - kunci(b));
};
