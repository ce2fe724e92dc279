import type { Actor } from '../../shared/commands/index.ts';
import { tambahHariKhusus } from '../../shared/domain/index.ts';
import { isInstansi } from '../../shared/protocol/index.ts';
import { KALENDER_TERBANYAK, type Satker } from '../../shared/records/index.ts';
import type { ReadTx } from '../store/index.ts';
import { INSTANSI, SHARD_INSTANSI, satkerDi } from './instansi.ts';
import type { Pena } from './pena.ts';
import { polaBersamaDi } from './sekolah/pola-di.ts';

/*
 * What an instansi decided for all of its schools reaches those that come later: each such decision is written at the
 * instansi as well, by the same command, and a school that is laid down begins with what stands there.
 */

/** How the instansi stands before it has decided anything for its schools. */
export const INSTANSI_AWAL: Satker = {
  ...{ npsn: INSTANSI, nama: 'Instansi', kabupaten: '', zona: 'Asia/Jakarta' },
  ...{ hariKerja: [1, 2, 3, 4, 5], logHarian: 'opsional', batasIsianHari: 31 },
  ...{ kalender: [], bulanTerkunci: [], tanggalDibuka: [] },
};

type Penulis = {
  readonly pena: (shard: string) => Pena;
  readonly tx: ReadTx;
  readonly actor: Actor;
  readonly device: string;
  readonly pada: number;
};

/** Lays down the record in which the instansi keeps what it decides for all of its schools. */
export const tulisInstansi = async ({ pena, actor, device, pada }: Penulis): Promise<void> => {
  const body = { pemilik: '', isi: INSTANSI_AWAL };
  await pena(SHARD_INSTANSI).tulis({ actor, device, kind: 'satker.tetapkan', body, pada });
};

/** A school that is being laid down, with what its instansi has decided for all. */
const denganWarisan = async (tx: ReadTx, baru: Satker): Promise<Satker> => {
  const dari = (await satkerDi(tx, SHARD_INSTANSI))?.content;
  if (!dari) return baru;
  const { logHarian, alur, periodik, portofolio } = dari;
  const kalender = tambahHariKhusus(baru.kalender, dari.kalender).slice(-KALENDER_TERBANYAK);
  return {
    ...{ ...baru, logHarian, kalender },
    ...(alur ? { alur } : {}),
    ...(periodik ? { periodik } : {}),
    ...(portofolio ? { portofolio: { ...portofolio, sekolah: true } } : {}),
  };
};

/** Lays down a school, with what its instansi has decided for all and what it shares with them. */
export const tulisSatker = async (
  { pena, tx, actor, device, pada }: Penulis,
  shard: string,
  satker: Satker,
): Promise<void> => {
  const { tulis } = pena(shard);
  const isi = await denganWarisan(tx, satker);
  await tulis({ actor, device, kind: 'satker.tetapkan', body: { pemilik: '', isi }, pada });
  for (const instansi of (await tx.shards()).filter(isInstansi))
    for (const { id, content, deleted } of await polaBersamaDi(tx, instansi)) {
      const body = { ...content, asal: id };
      if (!deleted) await tulis({ actor, device, kind: 'polaSekolah.tambah', body, pada });
    }
};
