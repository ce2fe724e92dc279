import type { RecordOf } from '../../shared/records/index.ts';
import type { AccountStore, RecordRow } from './database.ts';

/**
 * The first day that a person owes in a unit where she serves now, by what her own phone holds: the beginning of what
 * `masaBertugas` says of her (shared/domain/bertugas.ts), which is all of it that matters to herself. Empty where nothing
 * tells it, or the app lock has sealed it: then no day is taken out.
 */
export const sejakBertugas = async (
  { db }: AccountStore,
  { shard, saya }: { readonly shard: string; readonly saya: string },
): Promise<string> => {
  const milik = async <K extends 'pegawai' | 'penugasan'>(kind: K) =>
    (await db.records.where('[shard+kind]').equals([shard, kind]).toArray()).flatMap(
      ({ owner, hapus, visible }: Partial<RecordRow>) =>
        owner === saya && !hapus && visible ? [visible.content as RecordOf<K>['content']] : [],
    );
  const mulai = (await milik('penugasan'))
    .filter(({ jenis }) => jenis === 'induk')
    .map(({ mulai, dicatat = '' }) => (dicatat > mulai ? dicatat : mulai));
  return mulai.sort().at(-1) ?? (await milik('pegawai'))[0]?.asal?.dasar?.pada ?? '';
};
