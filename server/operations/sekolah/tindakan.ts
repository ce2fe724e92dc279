import { periksaTindakan, tanggalPada, ZONA_TERDEPAN } from '../../../shared/domain/index.ts';
import {
  type DaftarTindakan,
  isInstansi,
  type Refusal,
  refuse,
  type SatuTindakan,
  shardOf,
} from '../../../shared/protocol/index.ts';
import type { IsiTindakan, RecordOf } from '../../../shared/records/index.ts';
import type { AdminMana, TindakanMeja } from '../../http/index.ts';
import type { ReadTx } from '../../store/index.ts';
import { type AkunRooms, newId } from '../akun.ts';
import { satkerDi } from '../instansi.ts';
import { denganPena } from '../pena.ts';
import { namaAdmin } from '../susunan/tangan.ts';
import { hitungTindakan, tulisTindakan, urungkanTulisan } from './tindakan-tulis.ts';

type Rooms = AkunRooms & { readonly onFault: (cause: unknown) => void };
type TindakanRecord = RecordOf<'tindakan'>;

/** Acts that the list shows. */
const TAMPIL = 50;

/** Where the instansi of an admin writes; null for an admin of a school alone. */
const instansiDari = ({ hak }: AdminMana): string | null => hak.find(isInstansi) ?? null;

/** The schools that an act is for; null where the one that it names is none. */
const sekolahUntuk = async (tx: ReadTx, npsn: string | null): Promise<readonly string[] | null> => {
  const semua = npsn === null ? await tx.shards() : [shardOf(npsn)];
  const found: string[] = [];
  for (const shard of semua) if (!isInstansi(shard) && (await satkerDi(tx, shard))) found.push(shard);
  return npsn !== null && found.length === 0 ? null : found;
};

const namaSekolah = async (tx: ReadTx, npsn: string | null): Promise<string> =>
  npsn === null ? '' : ((await satkerDi(tx, shardOf(npsn)))?.content.nama ?? '');

const baris = async (tx: ReadTx, { id, owner, content, state }: TindakanRecord): Promise<SatuTindakan> => {
  const { penanda: _, pada, ...isi } = content;
  return {
    ...{ id, isi, pada, tahap: state.tahap, jumlah: state.jumlah ?? null },
    sekolah: await namaSekolah(tx, isi.npsn),
    oleh: (await tx.accountById(owner))?.nama ?? '',
  };
};

const daftar = async (tx: ReadTx, instansi: string): Promise<DaftarTindakan> => {
  const semua = [...(await tx.recordsOfKind(instansi, 'tindakan'))].sort((a, b) => b.n - a.n);
  const list: SatuTindakan[] = [];
  for (const { record } of semua.slice(0, TAMPIL))
    if (record.kind === 'tindakan') list.push(await baris(tx, record));
  return { list };
};

/**
 * The desk of acts about causes: the instansi's admin opens, announces or answers for all of its schools or for one, and
 * takes it back. An act is a line of the instansi's ledger, and what it does lines of each school's; admins see how many it
 * touched, the teacher and her head what was said.
 */
export const createTindakanMeja = (rooms: Rooms): TindakanMeja => {
  const { store, clock } = rooms;
  const hariIni = (): string => tanggalPada(clock(), ZONA_TERDEPAN);

  /** Writes one line about an act at the instansi. */
  const catat = (
    admin: AdminMana,
    shard: string,
    { kind, body, pada }: { kind: string; body: object; pada?: TindakanRecord },
  ): Promise<string> =>
    denganPena({ ...rooms, shard }, (pena) =>
      pena.tulis({
        ...{ actor: namaAdmin(admin), device: newId('s', rooms), kind, body, pada: clock() },
        ...(pada ? { record: pada.id, base: pada.head } : {}),
      }),
    );

  const tindakanDi = async (instansi: string, id: string): Promise<TindakanRecord | null> => {
    const found = (await store.read((tx) => tx.record(instansi, id)))?.record;
    return found?.kind === 'tindakan' ? found : null;
  };

  const siapkan = async (
    admin: AdminMana,
    isi: IsiTindakan,
  ): Promise<{ instansi: string; shards: readonly string[] } | Refusal | null> => {
    const instansi = instansiDari(admin);
    const shards = instansi && (await store.read((tx) => sekolahUntuk(tx, isi.npsn)));
    if (!instansi || !shards) return null;
    const salah = periksaTindakan(isi, hariIni());
    return salah ? refuse(salah.code, salah.params) : { instansi, shards };
  };

  return {
    daftar: async (admin) => {
      const instansi = instansiDari(admin);
      return instansi === null ? null : store.read((tx) => daftar(tx, instansi));
    },
    pratinjau: async (admin, isi) => {
      const siap = await siapkan(admin, isi);
      if (!siap || 'code' in siap) return siap;
      const sekolah = await store.read((tx) => namaSekolah(tx, isi.npsn));
      return { jumlah: await hitungTindakan(rooms, siap.shards, isi), sekolah };
    },
    lakukan: async (admin, isi) => {
      const siap = await siapkan(admin, isi);
      if (!siap || 'code' in siap) return siap;
      const { instansi, shards } = siap;
      const penanda = newId('s', rooms);
      const id = await catat(admin, instansi, {
        kind: 'tindakan.mulai',
        body: { ...isi, pada: hariIni(), penanda },
      });
      const tulis = async (): Promise<void> => {
        const oleh = { actor: namaAdmin(admin), penanda, nomor: new Map<string, number>() };
        const jumlah = await tulisTindakan(rooms, shards, { isi, ...oleh });
        const pada = await tindakanDi(instansi, id);
        if (pada) await catat(admin, instansi, { kind: 'tindakan.selesai', body: { jumlah }, pada });
      };
      // One that breaks off stays in the list as such: asked for again it does the rest, and it can be taken back.
      await tulis().catch(rooms.onFault);
      return store.read((tx) => daftar(tx, instansi));
    },
    urungkan: async (admin, id) => {
      const instansi = instansiDari(admin);
      const pada = instansi && (await tindakanDi(instansi, id));
      if (!instansi || !pada) return null;
      if (pada.state.tahap !== 'DIURUNGKAN') {
        await urungkanTulisan(rooms, { actor: namaAdmin(admin), penanda: pada.content.penanda });
        await catat(admin, instansi, { kind: 'tindakan.urungkan', body: {}, pada });
      }
      return store.read((tx) => daftar(tx, instansi));
    },
  };
};
