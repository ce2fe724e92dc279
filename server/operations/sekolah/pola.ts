import { halanganPolaSekolah } from '../../../shared/domain/index.ts';
import {
  type DaftarPola,
  type IsiPolaSekolah,
  isInstansi,
  POLA_INSTANSI,
  type Refusal,
  type SatuPola,
  shardOf,
} from '../../../shared/protocol/index.ts';
import type { PolaSekolah } from '../../../shared/records/index.ts';
import type { AdminMana, PolaMeja } from '../../http/index.ts';
import type { ReadTx } from '../../store/index.ts';
import type { AkunRooms } from '../akun.ts';
import { satkerDi } from '../instansi.ts';
import { denganTangan, namaAdmin, type Tangan } from '../susunan/tangan.ts';
import { type PolaBersama, polaBersamaDi } from './pola-di.ts';

const baris = ({ id, content: { asal, ...isi }, deleted }: PolaBersama): SatuPola => ({
  ...{ id, isi, dinas: asal !== undefined, pensiun: deleted },
});

const daftar = async (tx: ReadTx, shard: string): Promise<DaftarPola> => ({
  sekolah: isInstansi(shard) ? '' : ((await satkerDi(tx, shard))?.content.nama ?? ''),
  list: (await polaBersamaDi(tx, shard))
    .map(baris)
    .sort((a, b) => a.isi.nama.localeCompare(b.isi.nama) || (a.id < b.id ? -1 : 1)),
});

/** Whose patterns an admin asks for; null where they are none of his. A wilayah is no school and shares nothing. */
const shardUntuk = async ({ hak }: AdminMana, npsn: string, tx: ReadTx): Promise<string | null> => {
  const instansi = hak.find(isInstansi);
  if (npsn === POLA_INSTANSI) return instansi ?? null;
  const shard = shardOf(npsn);
  if (isInstansi(shard) || !(instansi || hak.includes(shard))) return null;
  return (await satkerDi(tx, shard)) ? shard : null;
};

const sekolahSemua = async (tx: ReadTx): Promise<string[]> => {
  const found: string[] = [];
  for (const shard of await tx.shards())
    if (!isInstansi(shard) && (await satkerDi(tx, shard))) found.push(shard);
  return found;
};

/** Brings what a school holds of one of the instansi's patterns to how that stands. */
const ikuti = async ({ tx, tulis }: Tangan, shard: string, asli: PolaBersama): Promise<void> => {
  const ada = (await polaBersamaDi(tx, shard)).find(({ content }) => content.asal === asli.id);
  const isi: PolaSekolah = { ...asli.content, asal: asli.id };
  if (!ada) {
    if (!asli.deleted) await tulis(shard, 'polaSekolah.tambah', isi);
  } else if (asli.deleted) await tulis(shard, 'polaSekolah.pensiunkan', {}, ada);
  else await tulis(shard, 'polaSekolah.ubah', isi, ada);
};

/**
 * The desk of shared patterns: a school's admin for his school, the instansi's for any school and for all at once. What the
 * instansi shares is laid into each school's ledger, so that phones have it like everything of their school.
 */
export const createPolaMeja = (rooms: AkunRooms): PolaMeja => {
  const kerjakan = async (
    admin: AdminMana,
    npsn: string,
    kerja: (tangan: Tangan, shard: string) => Promise<Refusal | string | null>,
  ): Promise<DaftarPola | Refusal | null> => {
    const shard = await rooms.store.read((tx) => shardUntuk(admin, npsn, tx));
    if (!shard) return null;
    return denganTangan(rooms, { actor: namaAdmin(admin), shard }, async (tangan) => {
      const jadi = await kerja(tangan, shard);
      if (jadi === null || typeof jadi !== 'string') return jadi;
      const asli = (await polaBersamaDi(tangan.tx, shard)).find(({ id }) => id === jadi);
      if (asli && isInstansi(shard))
        for (const sekolah of await sekolahSemua(tangan.tx)) await ikuti(tangan, sekolah, asli);
      return daftar(tangan.tx, shard);
    });
  };

  /** One that may be changed here: what the instansi shares is not a school's to change. */
  const milik = async ({ tx }: Tangan, shard: string, id: string): Promise<PolaBersama | null> =>
    (await polaBersamaDi(tx, shard)).find((satu) => satu.id === id && satu.content.asal === undefined) ??
    null;

  const halangan = async ({ tx }: Tangan, shard: string, isi: IsiPolaSekolah, id: string | null) =>
    halanganPolaSekolah(isi, await polaBersamaDi(tx, shard), id);

  return {
    daftar: (admin, npsn) =>
      rooms.store.read(async (tx) => {
        const shard = await shardUntuk(admin, npsn, tx);
        return shard === null ? null : daftar(tx, shard);
      }),
    tambah: (admin, npsn, isi) =>
      kerjakan(
        admin,
        npsn,
        async (tangan, shard) =>
          (await halangan(tangan, shard, isi, null)) ?? tangan.tulis(shard, 'polaSekolah.tambah', isi),
      ),
    ubah: (admin, npsn, { id, isi }) =>
      kerjakan(admin, npsn, async (tangan, shard) => {
        const ada = await milik(tangan, shard, id);
        if (!ada) return null;
        const sebab = await halangan(tangan, shard, isi, id);
        if (sebab) return sebab;
        await tangan.tulis(shard, 'polaSekolah.ubah', isi, ada);
        return id;
      }),
    pensiunkan: (admin, npsn, id) =>
      kerjakan(admin, npsn, async (tangan, shard) => {
        const ada = await milik(tangan, shard, id);
        if (!ada) return null;
        if (!ada.deleted) await tangan.tulis(shard, 'polaSekolah.pensiunkan', {}, ada);
        return id;
      }),
  };
};
