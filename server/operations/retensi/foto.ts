import { setImmediate as giliran } from 'node:timers/promises';
import type { RecordOf } from '../../../shared/records/index.ts';
import type { PhotoFiles } from '../../files/index.ts';
import { holdAccount, type ReadTx, type Store, type UnfinishedPhoto } from '../../store/index.ts';

/*
 * Photos that nothing needs any more. One that is let go of is first a photo of which nothing has arrived, then its bytes go,
 * then its row: whoever comes in between finds it again and ends what was begun.
 */

export type FotoRooms = { readonly store: Store; readonly files: Pick<PhotoFiles, 'drop'> };
/** A record that may name photos. */
export type Berfoto = RecordOf<'entri'> | RecordOf<'usulan'>;
/** A photo and whose it is. */
export type Foto = UnfinishedPhoto;

/** Schools read at a time, and photos let go of at a time: between them others get their turn. */
const [SEKALI, SEKALI_FOTO] = [20, 200];

/** Where somebody has or had a right: nowhere else does a record of hers stand. */
export const rumahNya = async (tx: ReadTx, owner: string): Promise<string[]> => [
  ...new Set((await tx.grantsOf(owner)).map(({ shard }) => shard)),
];

/** True where a record of hers, but for those that `boleh` lets go of, still names the photo in any version. */
const masihDipakai = async (
  tx: ReadTx,
  { owner, sha }: Foto,
  boleh: (record: Berfoto) => boolean,
): Promise<boolean> => {
  for (const shard of await rumahNya(tx, owner))
    for (const { record } of await tx.recordsHolding({ shard, owner, text: sha }))
      if ((record.kind !== 'usulan' && record.kind !== 'entri') || !boleh(record)) return true;
  return false;
};

const buangSatu = async ({ store, files }: FotoRooms, { owner, sha }: Foto): Promise<void> => {
  await files.drop(owner, sha);
  await store.write(
    async (tx) => {
      const kini = await tx.photo(owner, sha);
      // Sent once more meanwhile: then somebody needs it again.
      if (kini?.state === 'menerima' && kini.received === 0) await tx.removePhoto(owner, sha);
    },
    { names: [holdAccount(owner)] },
  );
};

/** Lets go of photos which no record needs but those that `boleh` names; how many there were. */
export const buangFoto = async (
  rooms: FotoRooms,
  list: readonly Foto[],
  boleh: (record: Berfoto) => boolean,
): Promise<number> => {
  let banyak = 0;
  for (const foto of list) {
    const lepas = await rooms.store.write(
      async (tx) => {
        const kini = await tx.photo(foto.owner, foto.sha);
        if (!kini || (await masihDipakai(tx, foto, boleh))) return false;
        await tx.putPhoto({ ...kini, state: 'menerima', received: 0, updatedAt: 0 });
        return true;
      },
      { names: [holdAccount(foto.owner)] },
    );
    if (!lepas) continue;
    await buangSatu(rooms, foto);
    banyak += 1;
    await giliran();
  }
  return banyak;
};

/** Photos of which the rest never came; how many. */
export const buangTerputus = async (rooms: FotoRooms, before: number): Promise<number> => {
  let banyak = 0;
  for (;;) {
    const list = await rooms.store.read((tx) => tx.unfinishedPhotos(before, SEKALI_FOTO));
    for (const { owner, sha } of list) {
      await rooms.store.write(
        async (tx) => {
          const kini = await tx.photo(owner, sha);
          if (kini?.state === 'menerima') await tx.putPhoto({ ...kini, received: 0, updatedAt: 0 });
        },
        { names: [holdAccount(owner)] },
      );
      await buangSatu(rooms, { owner, sha });
    }
    banyak += list.length;
    if (list.length < SEKALI_FOTO) return banyak;
    await giliran();
  }
};

/** True for a usulan that was refused or taken back before a moment (epoch ms). */
export const isGugur = (record: Berfoto, before: number): boolean =>
  record.kind === 'usulan' &&
  (record.state.tahap === 'DITOLAK' || record.state.tahap === 'DITARIK') &&
  record.state.pada < before;

const fotoDi = async (tx: ReadTx, shard: string, before: number): Promise<Foto[]> => {
  const list: Foto[] = [];
  for (const { record } of await tx.recordsOfKind(shard, 'usulan')) {
    if (record.kind !== 'usulan' || !isGugur(record, before)) continue;
    for (const { sha } of record.content.foto)
      if (await tx.photo(record.owner, sha)) list.push({ owner: record.owner, sha });
  }
  return list;
};

/** Photos of usulan that were refused or taken back before a moment, as far as they are still here. */
export const fotoGugur = async ({ store }: FotoRooms, before: number): Promise<Foto[]> => {
  const shards = await store.read((tx) => tx.shards());
  const list: Foto[] = [];
  for (let at = 0; at < shards.length; at += SEKALI) {
    const bagian = shards.slice(at, at + SEKALI);
    const found = await store.read((tx) => Promise.all(bagian.map((shard) => fotoDi(tx, shard, before))));
    list.push(...found.flat());
    await giliran();
  }
  return list;
};
