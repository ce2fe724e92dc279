import type { Actor } from '../../../shared/commands/index.ts';
import type { Pegawai, Penugasan, RecordOf } from '../../../shared/records/index.ts';
import type { WriteTx } from '../../store/index.ts';
import { type AkunRooms, newId } from '../akun.ts';
import { denganPena, type Pena } from '../pena.ts';
import { bacaUnit, type UnitDibaca } from './unit.ts';

/** A hand that writes in several units within one transaction: everything of an act is kept, or nothing. */
export type Tangan = {
  readonly rooms: AkunRooms;
  readonly tx: WriteTx;
  readonly actor: Actor;
  /** When it is done, epoch ms. */
  readonly pada: number;
  /** A unit as it stands at this point of the transaction. */
  readonly unit: (shard: string) => Promise<UnitDibaca>;
  readonly tulis: (shard: string, kind: string, body: unknown, pada?: Sasaran) => Promise<string>;
};
type Sasaran = { readonly id: string; readonly head: string };

/** The service writes in the admin's name: what a phone of hers sends has no such right. */
export const namaAdmin = ({ id, nama }: { readonly id: string; readonly nama: string }): Actor => ({
  id,
  nama,
  peran: ['admin', 'sistem'],
});

/** Hands the work a hand for the transaction that begins with a unit; `lain` are others that it is known to write in. */
export const denganTangan = <T>(
  rooms: AkunRooms,
  {
    actor,
    shard,
    lain: juga = [],
  }: { readonly actor: Actor; readonly shard: string; readonly lain?: readonly string[] },
  kerja: (tangan: Tangan) => Promise<T>,
): Promise<T> =>
  denganPena({ ...rooms, shard, lain: juga }, (pertama, tx, lain) => {
    const pada = rooms.clock();
    const pena = new Map<string, { pena: Pena; device: string }>();
    const penaDi = (di: string): { pena: Pena; device: string } => {
      const ada = pena.get(di) ?? { pena: di === shard ? pertama : lain(di), device: newId('s', rooms) };
      pena.set(di, ada);
      return ada;
    };
    return kerja({
      ...{ rooms, tx, actor, pada },
      unit: (di) => bacaUnit(tx, di),
      tulis: (di, kind, body, sasaran) => {
        const satu = penaDi(di);
        const pada_ = sasaran ? { record: sasaran.id, base: sasaran.head } : {};
        return satu.pena.tulis({ actor, device: satu.device, kind, body, pada, ...pada_ });
      },
    });
  });

/** Writes a person's record in a unit: a new one, or the one that is there where it says otherwise. */
export const tulisPegawai = async (
  { tulis }: Tangan,
  { shard, pegawai }: UnitDibaca,
  { orang, isi }: { readonly orang: string; readonly isi: Pegawai },
): Promise<void> => {
  const ada = pegawai.find(({ owner }) => owner === orang);
  const body = { pemilik: orang, isi };
  if (!ada) await tulis(shard, 'pegawai.tetapkan', body);
  else if (JSON.stringify(ada.content) !== JSON.stringify(isi))
    await tulis(shard, 'pegawai.perbarui', body, ada);
};

/** Writes an assignment anew. */
export const tulisTugas = (
  { tulis }: Tangan,
  shard: string,
  { orang, isi }: { readonly orang: string; readonly isi: Penugasan },
): Promise<string> => tulis(shard, 'penugasan.tetapkan', { pemilik: orang, isi });

/** Changes an assignment. */
export const ubahTugas = (
  { tulis }: Tangan,
  record: RecordOf<'penugasan'>,
  isi: Penugasan,
): Promise<string> => tulis(record.shard, 'penugasan.perbarui', { isi }, record);
