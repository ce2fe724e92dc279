import { setImmediate as giliran } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../../shared/commands/index.ts';
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
import { SISTEM } from '../pena.ts';
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

/** What has to be written in a school so that it holds one of the instansi's patterns as that stands; null where it does. */
type Beda = { readonly kind: string; readonly body: object; readonly ada: PolaBersama | null };

const bedaSatu = (asli: PolaBersama, milik: readonly PolaBersama[]): Beda | null => {
  const ada = milik.find(({ content }) => content.asal === asli.id) ?? null;
  const body: PolaSekolah = { ...asli.content, asal: asli.id };
  if (asli.deleted) return ada && !ada.deleted ? { kind: 'polaSekolah.pensiunkan', body: {}, ada } : null;
  if (!ada) return { kind: 'polaSekolah.tambah', body, ada };
  return ada.deleted || !isDeepStrictEqual(ada.content, body)
    ? { kind: 'polaSekolah.ubah', body, ada }
    : null;
};

/** All of it; what is retired goes first, so that a list that is full has room for what follows. */
const bedaDi = async (tx: ReadTx, instansi: string, shard: string): Promise<Beda[]> => {
  const milik = await polaBersamaDi(tx, shard);
  const semua = [...(await polaBersamaDi(tx, instansi))].sort(
    (a, b) => Number(b.deleted) - Number(a.deleted),
  );
  return semua.flatMap((asli) => bedaSatu(asli, milik) ?? []);
};

type Rooms = AkunRooms & { readonly onFault: (cause: unknown) => void };

/** Schools in one transaction: between portions others get their turn. */
const SEKALI = 20;

/**
 * Lays what an instansi shares into its schools, a portion a transaction: after a stop in the middle each school is as it
 * was or as it should be, and the next time does the rest. Where a school has everything nothing is written.
 */
const sebarkan = async (rooms: AkunRooms, actor: Actor, instansi: string): Promise<void> => {
  const sekolah = await rooms.store.read(sekolahSemua);
  for (let at = 0; at < sekolah.length; at += SEKALI) {
    const bagian = sekolah.slice(at, at + SEKALI);
    const perlu = await rooms.store.read(async (tx) => {
      const found: string[] = [];
      for (const shard of bagian) if ((await bedaDi(tx, instansi, shard)).length > 0) found.push(shard);
      return found;
    });
    const [shard] = perlu;
    if (shard !== undefined)
      await denganTangan(rooms, { actor, shard, lain: perlu }, async ({ tx, tulis }) => {
        for (const satu of perlu)
          for (const { kind, body, ada } of await bedaDi(tx, instansi, satu))
            await tulis(satu, kind, body, ada ?? undefined);
      });
    await giliran();
  }
};

/**
 * The desk of shared patterns: a school's admin for his school, the instansi's for any school and for all at once. What the
 * instansi shares is written at the instansi first, then laid into each school's ledger, so that phones have it like
 * everything of their school.
 */
export const createPolaMeja = (rooms: Rooms): PolaMeja => {
  const kerjakan = async (
    admin: AdminMana,
    npsn: string,
    kerja: (tangan: Tangan, shard: string) => Promise<Refusal | string | null>,
  ): Promise<DaftarPola | Refusal | null> => {
    const shard = await rooms.store.read((tx) => shardUntuk(admin, npsn, tx));
    if (!shard) return null;
    const actor = namaAdmin(admin);
    const hasil = await denganTangan(rooms, { actor, shard }, async (tangan) => {
      const jadi = await kerja(tangan, shard);
      return jadi === null || typeof jadi !== 'string' ? jadi : daftar(tangan.tx, shard);
    });
    // Shared it is: that not every school has it yet is no reason to say that it was not, and it is mended by itself.
    if (hasil && 'list' in hasil && isInstansi(shard))
      await sebarkan(rooms, actor, shard).catch(rooms.onFault);
    return hasil;
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
    selaraskan: async () => {
      for (const shard of (await rooms.store.read((tx) => tx.shards())).filter(isInstansi))
        await sebarkan(rooms, SISTEM, shard);
    },
  };
};
