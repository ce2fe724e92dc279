import { setImmediate as giliran } from 'node:timers/promises';
import type { Actor } from '../../../shared/commands/index.ts';
import {
  type RencanaTindakan,
  rencanaTindakan,
  tanggalPada,
  tanggapanDari,
} from '../../../shared/domain/index.ts';
import {
  type IsiTindakan,
  type JumlahTindakan,
  type RecordOf,
  TANGGAL_DIBUKA_TERBANYAK,
} from '../../../shared/records/index.ts';
import type { ReadTx, StoredCommand } from '../../store/index.ts';
import { type AkunRooms, newId } from '../akun.ts';
import { satkerDi } from '../instansi.ts';
import { denganPena, type Pena } from '../pena.ts';

/*
 * An act goes school by school, each a transaction in which the school is looked at again: after a stop in the middle a
 * school is as it was or as it should be. All lines of an act bear one device, numbered through, by which it is found again.
 */

type Rooms = AkunRooms;
type Rencana = RencanaTindakan<RecordOf<'kendala'>> & { readonly satker: RecordOf<'satker'> };
type Oleh = { readonly actor: Actor; readonly penanda: string; readonly nomor: Map<string, number> };

/** Schools looked at before others get their turn. */
const SEKALI = 20;
/** What the ledger says of a month that is opened where the admin wrote nothing. */
const ALASAN = 'Kendala guru ditindaklanjuti dinas';

const NOL: JumlahTindakan = { sekolah: 0, guru: 0, tanggal: 0, bulan: 0, penuh: 0 };

const rencanaDi = async (
  { clock }: Rooms,
  tx: ReadTx,
  shard: string,
  isi: IsiTindakan,
): Promise<Rencana | null> => {
  const satker = await satkerDi(tx, shard);
  if (!satker) return null;
  const kendala = (await tx.recordsOfKind(shard, 'kendala')).map(
    ({ record }) => record as RecordOf<'kendala'>,
  );
  const hariIni = tanggalPada(clock(), satker.content.zona);
  const konteks = { satker: satker.content, kendala, hariIni, muat: TANGGAL_DIBUKA_TERBANYAK };
  return { ...rencanaTindakan(isi, konteks), satker };
};

const menyentuh = ({ kendala, buka, bulan, penuh }: Rencana): boolean =>
  kendala.length + buka.length + bulan.length + penuh > 0;

const tambah = (jumlah: JumlahTindakan, { kendala, buka, bulan, penuh }: Rencana): JumlahTindakan => ({
  sekolah: jumlah.sekolah + 1,
  guru: jumlah.guru + new Set(kendala.map(({ owner }) => owner)).size,
  tanggal: jumlah.tanggal + buka.length,
  bulan: jumlah.bulan + bulan.length,
  penuh: jumlah.penuh + penuh,
});

/** What an act would come to in these schools now; writes nothing. */
export const hitungTindakan = async (
  rooms: Rooms,
  shards: readonly string[],
  isi: IsiTindakan,
): Promise<JumlahTindakan> => {
  let jumlah = NOL;
  for (const [ke, shard] of shards.entries()) {
    const rencana = await rooms.store.read((tx) => rencanaDi(rooms, tx, shard, isi));
    if (rencana && menyentuh(rencana)) jumlah = tambah(jumlah, rencana);
    if (ke % SEKALI === SEKALI - 1) await giliran();
  }
  return jumlah;
};

const tulisRencana = async (
  pena: Pena,
  { satker, kendala, buka, bulan }: Rencana,
  { isi, oleh, pada }: { readonly isi: IsiTindakan; readonly oleh: Oleh; readonly pada: number },
): Promise<void> => {
  const dari = { actor: oleh.actor, device: oleh.penanda, pada };
  let base = satker.head;
  const diSatker = async (kind: string, body: object): Promise<void> => {
    base = await pena.tulis({ ...dari, kind, body, record: satker.id, base });
  };
  for (const satu of bulan) await diSatker('bulan.buka', { bulan: satu, alasan: isi.teks || ALASAN });
  for (const izin of buka) await diSatker('tanggal.buka', izin);
  const body = { ...tanggapanDari(isi), tindakan: oleh.penanda };
  for (const { id, head } of kendala)
    await pena.tulis({ ...dari, kind: 'kendala.tindak', body, record: id, base: head });
};

/** Writes an act into these schools, one after the other; gives what it came to. */
export const tulisTindakan = async (
  rooms: Rooms,
  shards: readonly string[],
  { isi, ...oleh }: Oleh & { readonly isi: IsiTindakan },
): Promise<JumlahTindakan> => {
  let jumlah = NOL;
  for (const shard of shards) {
    await giliran();
    const perlu = await rooms.store.read((tx) => rencanaDi(rooms, tx, shard, isi));
    if (!perlu || !menyentuh(perlu)) continue;
    const jadi = await denganPena({ ...rooms, shard, nomor: oleh.nomor }, async (pena, tx) => {
      const rencana = await rencanaDi(rooms, tx, shard, isi);
      if (rencana) await tulisRencana(pena, rencana, { isi, oleh, pada: rooms.clock() });
      return rencana;
    });
    if (jadi && menyentuh(jadi)) jumlah = tambah(jumlah, jadi);
  }
  return jumlah;
};

type Baris = StoredCommand['content'];

/** Lines of an act by school, in the order in which they were written. */
const barisTindakan = async (
  { store }: Rooms,
  penanda: string,
): Promise<ReadonlyMap<string, readonly Baris[]>> => {
  const menurut = new Map<string, Baris[]>();
  for (let nomor = 1; ; nomor += 1) {
    const [line] = await store.read((tx) => tx.commandsByNumber(penanda, nomor));
    if (!line) return menurut;
    menurut.set(line.content.shard, [...(menurut.get(line.content.shard) ?? []), line.content]);
    if (nomor % 200 === 0) await giliran();
  }
};

const kebalikan = ({ kind, body }: Baris, penanda: string): { kind: string; body: object } | null => {
  if (kind === 'tanggal.buka') return { kind: 'tanggal.tutup', body: body as object };
  if (kind === 'bulan.buka')
    return { kind: 'bulan.kunci', body: { bulan: (body as { bulan: string }).bulan } };
  return kind === 'kendala.tindak' ? { kind: 'kendala.urungTindak', body: { tindakan: penanda } } : null;
};

/** Takes back what an act wrote, school by school; what teachers recorded meanwhile stays. */
export const urungkanTulisan = async (
  rooms: Rooms,
  { actor, penanda }: Pick<Oleh, 'actor' | 'penanda'>,
): Promise<void> => {
  const [device, nomor] = [newId('s', rooms), new Map<string, number>()];
  for (const [shard, lines] of await barisTindakan(rooms, penanda)) {
    await giliran();
    await denganPena({ ...rooms, shard, nomor }, async (pena, tx) => {
      for (const line of [...lines].reverse()) {
        const balik = kebalikan(line, penanda);
        const ada = balik && line.record ? await tx.record(shard, line.record) : null;
        if (balik && ada && !ada.record.deleted)
          await pena.tulis({
            ...{ actor, device, pada: rooms.clock(), ...balik },
            ...{ record: ada.record.id, base: ada.record.head },
          });
      }
    });
  }
};
