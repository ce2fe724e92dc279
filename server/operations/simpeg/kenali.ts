import { setImmediate as giliran } from 'node:timers/promises';
import type { BidangPegawai, Pegawai } from '../../../shared/records/index.ts';
import type { IsiPegawai, PegawaiLama } from '../../../shared/simpeg/index.ts';
import type { ReadTx, Store } from '../../store/index.ts';

/** A person as she stands in a school's shard, with what a change of her record has to name. */
export type Tercatat = PegawaiLama & {
  readonly id: string;
  readonly shard: string;
  readonly record: string;
  readonly head: string;
  readonly hilangSejak: string | undefined;
  readonly asal: Pegawai['asal'];
  readonly perluDiperbaiki: Pegawai['perluDiperbaiki'];
  readonly penilai: { readonly id: string; readonly nama: string; readonly jabatan: string } | null;
};

/** Everybody and every school that the service holds. */
export type Isi = {
  readonly menurutNip: ReadonlyMap<string, Tercatat>;
  readonly sekolah: ReadonlyMap<string, string>;
};

/** Schools read at a time: between them others get their turn. */
const SEKALI = 20;

const npsnDari = (shard: string): string => shard.slice(shard.indexOf(':') + 1);

/** Fields that an accepted correction holds, with what the personnel file said of them then. */
const dikoreksi = (asal: Pegawai['asal']): ReadonlyMap<BidangPegawai, string> =>
  new Map(
    Object.entries(asal?.bidang ?? {}).flatMap(
      ([bidang, { dari, semula = '' }]): [BidangPegawai, string][] =>
        dari === 'usulan' ? [[bidang as BidangPegawai, semula]] : [],
    ),
  );

const bacaShard = async (
  tx: ReadTx,
  shard: string,
): Promise<{ nama: string | null; orang: Omit<Tercatat, 'nipPenilai'>[] }> => {
  const [satker] = await tx.recordsOfKind(shard, 'satker');
  const orang = (await tx.recordsOfKind(shard, 'pegawai')).flatMap(({ record }) => {
    if (record.kind !== 'pegawai' || record.deleted) return [];
    const { penilai, hilangSejak, asal, perluDiperbaiki, ...isi } = record.content;
    const lama: IsiPegawai = isi;
    return [
      {
        npsn: npsnDari(shard),
        isi: lama,
        id: record.owner,
        shard,
        record: record.id,
        head: record.head,
        penilai,
        hilangSejak,
        asal,
        perluDiperbaiki,
        dikoreksi: dikoreksi(asal),
        hilang: hilangSejak !== undefined,
      },
    ];
  });
  return { nama: satker?.record.kind === 'satker' ? satker.record.content.nama : null, orang };
};

/** Reads all people and schools, some at a time. A head stands in a wilayah as well: his school's record counts. */
export const kenali = async (store: Store): Promise<Isi> => {
  const shards = await store.read((tx) => tx.shards());
  const sekolah = new Map<string, string>();
  const semua: Omit<Tercatat, 'nipPenilai'>[] = [];
  for (let at = 0; at < shards.length; at += SEKALI) {
    const dibaca = await store.read((tx) =>
      Promise.all(
        shards.slice(at, at + SEKALI).map(async (shard) => ({ shard, ...(await bacaShard(tx, shard)) })),
      ),
    );
    for (const { shard, nama, orang } of dibaca) {
      if (nama !== null) sekolah.set(npsnDari(shard), nama);
      semua.push(...orang);
    }
    await giliran();
  }
  const nipDari = new Map(
    semua.map(({ id, isi, dikoreksi: koreksi }) => [id, { nip: isi.nip, semula: koreksi?.get('nip') }]),
  );
  const menurutNip = new Map<string, Tercatat>();
  for (const orang of semua) {
    const dulu = menurutNip.get(orang.isi.nip);
    if (dulu && !/^\D/.test(dulu.npsn)) continue;
    const penilai = orang.penilai ? nipDari.get(orang.penilai.id) : undefined;
    menurutNip.set(orang.isi.nip, {
      ...orang,
      nipPenilai: penilai?.nip ?? null,
      nipPenilaiSemula: penilai?.semula,
    });
  }
  return { menurutNip, sekolah };
};
