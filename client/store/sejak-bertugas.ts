import type { RecordOf } from '../../shared/records/index.ts';
import type { AccountStore, RecordRow } from './database.ts';

/**
 * The first day that a person owes in a unit where she serves now, by what her own phone holds: the beginning of what
 * `masaBertugas` says of her (shared/domain/bertugas.ts), which is all of it that matters to herself. Empty where nothing
 * tells it, or the app lock has sealed it: then no day is taken out.
 */
export const sejakBertugas = async (
  { db }: AccountStore,
  { shard, saya, hariIni }: { readonly shard: string; readonly saya: string; readonly hariIni: string },
): Promise<string> => {
  const milik = async (kind: string): Promise<unknown[]> =>
    (await db.records.where('[shard+kind]').equals([shard, kind]).toArray())
      .filter(({ owner, hapus }) => owner === saya && !hapus)
      .map(({ visible }: Partial<RecordRow>) => visible?.content);
  const tugas = (await milik('penugasan')) as (RecordOf<'penugasan'>['content'] | undefined)[];
  const mulai = tugas.map((satu) =>
    satu?.jenis === 'induk' ? ([satu.mulai, satu.dicatat ?? ''].sort()[1] ?? '') : '',
  );
  const [orang] = (await milik('pegawai')) as (RecordOf<'pegawai'>['content'] | undefined)[];
  return (
    mulai
      .filter((tanggal) => tanggal && tanggal <= hariIni)
      .sort()
      .at(-1) ??
    orang?.asal?.dasar?.pada ??
    ''
  );
};
