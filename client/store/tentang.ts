import { kodePeriode } from '../../shared/domain/index.ts';
import type { AnyRecord } from '../../shared/records/index.ts';
import type { AccountStore } from './database.ts';

/** Where a teacher reads and answers messages about a record; the list of messages where there is no better place. */
export const alamatTentang = (record: AnyRecord | undefined): string => {
  if (record?.kind === 'entri') return `/kegiatan/${encodeURIComponent(record.id)}`;
  if (record?.kind === 'evaluasi') return `/evaluasi/${kodePeriode(record.content.periode)}`;
  if (record?.kind === 'praktik') return `/praktik?tahun=${record.content.tahun}`;
  if (record?.kind === 'skp') return `/skp?tahun=${record.content.tahun}`;
  return '/umpan';
};

/** The records that messages are about, as far as this phone has them with what they say. */
export const tentangAll = async (
  { db }: AccountStore,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AnyRecord>> => {
  const rows = await db.records.bulkGet([...new Set(ids)]);
  return new Map(rows.flatMap((row) => (row?.visible.content ? [[row.id, row.visible] as const] : [])));
};
