import { setImmediate as giliran } from 'node:timers/promises';
import type { HalanganKetetapan, IsiKetetapan, PratinjauKetetapan } from '../../../shared/protocol/index.ts';
import type { ReadTx, Store } from '../../store/index.ts';
import { satkerDi } from '../instansi.ts';
import { adaHari, tulisanUntuk } from './isi.ts';
import { DISEBUT, sekolah } from './langkah.ts';

/** Schools read at a time: between them others get their turn. */
const SEKALI = 20;

type Satu = {
  readonly ada: readonly boolean[];
  readonly sama: boolean;
  readonly halangan: HalanganKetetapan | null;
};

const diSekolah = async (tx: ReadTx, shard: string, isi: IsiKetetapan): Promise<Satu[]> => {
  const satker = (await satkerDi(tx, shard))?.content;
  if (!satker) return [];
  const perintah = await tulisanUntuk(isi, { tx, shard, satker });
  const halangan = typeof perintah === 'string' ? { nama: satker.nama, sebab: perintah } : null;
  const ada = isi.apa === 'kalender' ? adaHari(satker, isi.hari) : [];
  return [{ ada, sama: perintah.length === 0, halangan }];
};

/** What a decision would do in every school; nothing is written. */
export const pratinjau = async (
  store: Pick<Store, 'read'>,
  isi: IsiKetetapan,
): Promise<PratinjauKetetapan> => {
  const shards = await store.read(sekolah);
  const semua: Satu[] = [];
  for (let at = 0; at < shards.length; at += SEKALI) {
    const bagian = shards.slice(at, at + SEKALI);
    const found = await store.read((tx) => Promise.all(bagian.map((shard) => diSekolah(tx, shard, isi))));
    semua.push(...found.flat());
    await giliran();
  }
  const hari = isi.apa === 'kalender' ? isi.hari : [];
  return {
    sekolah: semua.length,
    sama: semua.filter(({ sama }) => sama).length,
    berdiri: hari.map((_, i) => semua.filter(({ ada }) => ada[i]).length),
    halangan: semua.flatMap(({ halangan }) => (halangan ? [halangan] : [])).slice(0, DISEBUT),
  };
};
