import {
  type Masa,
  namaLengkap,
  orangBertugas,
  tanggalPada,
  tercatatSejak,
} from '../../shared/domain/index.ts';
import type { OrangDipantau } from '../../shared/pantau/index.ts';
import type { RecordOf, Satker } from '../../shared/records/index.ts';
import type { ReadTx, StoredGrant } from '../store/index.ts';

/** A school's shard; a wilayah and an instansi have letters in their numbers. */
export const SEKOLAH = /^sek:\d{8}$/;

/** The school's settings; null where there are none (any more). */
export const satkerDi = async (tx: ReadTx, shard: string): Promise<Satker | null> => {
  const [found] = await tx.recordsOfKind(shard, 'satker');
  return found?.record.kind === 'satker' && !found.record.deleted ? found.record.content : null;
};

const catatanDi = async <K extends 'pegawai' | 'penugasan'>(
  tx: ReadTx,
  shard: string,
  kind: K,
): Promise<RecordOf<K>[]> =>
  (await tx.recordsOfKind(shard, kind))
    .map(({ record }) => record as RecordOf<K>)
    .filter(({ deleted }) => !deleted);

/** The days of a right that was given by hand or by an import, by the school's own days; null where there was none. */
const masaHakGuru = (hak: readonly StoredGrant[], zona: string): Masa | null => {
  if (hak.length === 0) return null;
  const mulai = tanggalPada(Math.max(0, Math.min(...hak.map(({ since }) => since))), zona);
  if (hak.some(({ until }) => until === null)) return { mulai, akhir: null };
  return { mulai, akhir: tanggalPada(Math.max(...hak.map(({ until }) => until ?? 0)) - 1, zona) };
};

/**
 * Everybody of the school's personnel and the days on which each serves there, by the rule that a head's phone counts by
 * (docs/decisions/0014). Of whom no assignment is written the right of a teacher says whether she is one, and its end.
 */
export const guruDi = async (
  tx: ReadTx,
  shard: string,
  { zona }: Pick<Satker, 'zona'>,
): Promise<OrangDipantau[]> => {
  const hakPer = new Map<string, StoredGrant[]>();
  for (const hak of await tx.grantsIn(shard))
    if (hak.peran === 'guru') hakPer.set(hak.account, [...(hakPer.get(hak.account) ?? []), hak]);
  const pegawai = await catatanDi(tx, shard, 'pegawai');
  const nama = new Map(pegawai.map(({ owner, content }) => [owner, namaLengkap(content)]));
  const penugasan = await catatanDi(tx, shard, 'penugasan');
  return orangBertugas({ pegawai, penugasan }, (orang) => {
    const masa = masaHakGuru(hakPer.get(orang.owner) ?? [], zona);
    return masa && { ...masa, mulai: tercatatSejak(orang) ?? masa.mulai };
  }).map((satu) => ({ ...satu, nama: nama.get(satu.id) ?? '' }));
};
