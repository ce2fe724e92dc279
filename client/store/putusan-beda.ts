import type { HistoryLine } from '../../shared/protocol/index.ts';
import type { RecordOf } from '../../shared/records/index.ts';
import type { AccountStore } from './database.ts';

const PUTUSAN: ReadonlySet<string> = new Set(['entri.setujui', 'entri.kembalikan']);

/** A head's decision on a version of an entry that was no longer the current one. */
export type PutusanBeda = {
  /** Its command's id. */
  readonly id: string;
  /** The version that he saw; null where another phone of his decided. */
  readonly dilihat: string | null;
  /** His note, where he gave it back. */
  readonly alasan: string;
};

const alasanDari = (body: unknown): string => (body as { alasan?: string } | null)?.alasan ?? '';

/**
 * The head's last decision on an entry where it came too late: of this phone, even after the record has moved on once more;
 * else of another phone of his.
 */
export const putusanBeda = async (
  { db }: AccountStore,
  { id, variants }: Pick<RecordOf<'entri'>, 'id' | 'variants'>,
): Promise<PutusanBeda | null> => {
  const rows = await db.journal.where('target').equals(id).toArray();
  const last = rows.sort((a, b) => a.number - b.number).at(-1);
  if (last?.status === 'beda' && PUTUSAN.has(last.kind))
    return { id: last.id, dilihat: last.base, alasan: alasanDari(last.body) };
  const variant = variants.filter(({ kind }) => PUTUSAN.has(kind)).at(-1);
  return variant ? { id: variant.id, dilihat: null, alasan: alasanDari(variant.content) } : null;
};

/** The version that a head last had before him: the one of his decision that came too late, or the one he gave back. */
export const versiDilihat = (lines: readonly HistoryLine[], beda: PutusanBeda | null): string | undefined => {
  if (beda?.dilihat) return beda.dilihat;
  const line = beda
    ? lines.find(({ receipt }) => receipt.id === beda.id)
    : [...lines]
        .sort((a, b) => b.receipt.n - a.receipt.n)
        .find(({ kind, verdict }) => kind === 'entri.kembalikan' && verdict === 'ok');
  return line?.base ?? undefined;
};
