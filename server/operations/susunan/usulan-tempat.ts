import { isTempat } from '../../../shared/domain/index.ts';
import type { SatuPegawai } from '../../../shared/protocol/index.ts';
import type { AkunRooms } from '../akun.ts';
import type { OrangLengkap } from './gambar.ts';

/** So long an accepted usulan stands beside what it wants mended, ms. */
const TAMPAK = 30 * 86_400_000;

/** Usulan about a person's penilai or school that were accepted of late, the last first, in whichever unit she wrote them. */
export const usulanTempat = (
  { store, clock }: Pick<AkunRooms, 'store' | 'clock'>,
  { id, unit }: Pick<OrangLengkap, 'id' | 'unit'>,
): Promise<NonNullable<SatuPegawai['usulan']>> =>
  store.read(async (tx) => {
    const shards = new Set([unit.shard, ...(await tx.grantsOf(id)).map(({ shard }) => shard)]);
    const list: NonNullable<SatuPegawai['usulan']> = [];
    for (const shard of shards)
      for (const { record } of await tx.recordsOfKind(shard, 'usulan', id)) {
        if (record.kind !== 'usulan' || record.state.tahap !== 'DITERIMA') continue;
        const { bidang, semula, nilai, bukti } = record.content;
        const { pada } = record.state;
        if (isTempat(bidang) && clock() - pada < TAMPAK)
          list.push({ id: record.id, bidang, semula, nilai, bukti, pada });
      }
    return list.sort((a, b) => b.pada - a.pada);
  });
