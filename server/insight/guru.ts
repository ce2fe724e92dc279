import { namaLengkap, tanggalPada } from '../../shared/domain/index.ts';
import type { OrangDipantau } from '../../shared/pantau/index.ts';
import type { Satker } from '../../shared/records/index.ts';
import type { ReadTx, StoredGrant } from '../store/index.ts';

/** A school's shard; a wilayah and an instansi have letters in their numbers. */
export const SEKOLAH = /^sek:\d{8}$/;

/** The school's settings; null where there are none (any more). */
export const satkerDi = async (tx: ReadTx, shard: string): Promise<Satker | null> => {
  const [found] = await tx.recordsOfKind(shard, 'satker');
  return found?.record.kind === 'satker' && !found.record.deleted ? found.record.content : null;
};

/** Everybody of the school's personnel who held the role of a teacher there, and from when to when by the school's own days. */
export const guruDi = async (
  tx: ReadTx,
  shard: string,
  { zona }: Pick<Satker, 'zona'>,
): Promise<OrangDipantau[]> => {
  const hakPer = new Map<string, StoredGrant[]>();
  for (const hak of await tx.grantsIn(shard))
    if (hak.peran === 'guru') hakPer.set(hak.account, [...(hakPer.get(hak.account) ?? []), hak]);
  return (await tx.recordsOfKind(shard, 'pegawai')).flatMap(({ record }) => {
    const hak = hakPer.get(record.owner);
    if (record.kind !== 'pegawai' || record.deleted || !hak) return [];
    const sampai = hak.some(({ until }) => until === null)
      ? null
      : tanggalPada(Math.max(...hak.map(({ until }) => until ?? 0)) - 1, zona);
    const sejak = tanggalPada(Math.max(0, Math.min(...hak.map(({ since }) => since))), zona);
    return [{ id: record.owner, nama: namaLengkap(record.content), sejak, sampai }];
  });
};
