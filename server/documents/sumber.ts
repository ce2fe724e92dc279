import type { Sumber } from '../../shared/documents/index.ts';
import type { AnyRecord, RecordKind, RecordOf } from '../../shared/records/index.ts';
import type { ReadTx } from '../store/index.ts';

const isKind = <K extends RecordKind>(record: AnyRecord, kind: K): record is AnyRecord & RecordOf<K> =>
  record.kind === kind;

/** The server as the source of a document: the records of one shard, in one snapshot. */
export const sumberServer = (tx: ReadTx, shard: string): Sumber => {
  const semua = async <K extends RecordKind>(kind: K, owner?: string): Promise<RecordOf<K>[]> => {
    const stored = await tx.recordsOfKind(shard, kind, owner);
    return stored.map(({ record }) => record).filter((record) => isKind(record, kind));
  };
  return {
    pegawai: async (id) => (await semua('pegawai', id)).find(({ deleted }) => !deleted)?.content ?? null,
    satker: async () => (await semua('satker'))[0]?.content ?? null,
    entri: async (pemilik, bulan) =>
      (await semua('entri', pemilik)).filter(({ content }) => content.tanggal.startsWith(`${bulan}-`)),
    skp: (pemilik) => semua('skp', pemilik),
    evaluasi: (pemilik) => semua('evaluasi', pemilik),
    pimpinan: async () => (await semua('matriks')).map(({ content }) => content.pimpinan).reverse(),
  };
};
