import type { Actor } from '../../shared/commands/index.ts';
import { type Akses, type AktaAkses, cleanText } from '../../shared/records/index.ts';
import { holdAccount, type ReadTx, type WriteTx } from '../store/index.ts';
import { type AkunRooms, newId } from './akun.ts';
import { denganPena } from './pena.ts';

const URUTAN = ['penilai', 'guru', 'admin', 'atasan'] as const;

/** Where an account's own ledger lines stand: where she reads her history. Null for one without any right. */
export const rumahAkun = async (tx: ReadTx, account: string, now: number): Promise<string | null> => {
  const hak = (await tx.grantsOf(account)).filter(
    ({ since, until }) => since <= now && (until === null || now < until),
  );
  for (const satu of URUTAN) {
    const found = hak.find(({ peran }) => peran === satu);
    if (found) return found.shard;
  }
  return null;
};

/** What was done, and the line that says so; null where nothing was. */
export type Dikerjakan<T> = { readonly hasil: T; readonly catat: AktaAkses | null };

/** On whose account, and by whom: an admin, the operator, or she herself. */
export type PadaAkun = { readonly pemilik: string; readonly oleh: Pick<Actor, 'id' | 'nama'> };

/** As whom it was done: an admin as such, she herself in her own roles, the operator as the server's. */
const peranOleh = async (tx: ReadTx, { pemilik, oleh }: PadaAkun, shard: string): Promise<Actor['peran']> => {
  const hak = await tx.grantsOf(oleh.id);
  const peran = pemilik === oleh.id ? hak.filter((one) => one.shard === shard).map((one) => one.peran) : [];
  if (pemilik !== oleh.id && hak.length > 0) peran.push('admin');
  return [...new Set(peran), 'sistem'];
};

/**
 * Does something to an account and writes it into the ledger in the same transaction: what the ledger does not take was not
 * done. The owner finds the line in her Riwayat and on Perangkat saya.
 */
export const denganCatatan = <T>(
  rooms: AkunRooms,
  { pemilik, oleh }: PadaAkun,
  kerja: (tx: WriteTx) => Promise<Dikerjakan<T>>,
): Promise<T> =>
  denganPena({ ...rooms, shard: '', nama: [holdAccount(pemilik)] }, async (_, tx, di) => {
    const { hasil, catat } = await kerja(tx);
    const shard = catat && (await rumahAkun(tx, pemilik, rooms.clock()));
    if (catat && shard) {
      const pada = rooms.clock();
      const isi: Akses = { ...catat, keterangan: cleanText(catat.keterangan), oleh: oleh.nama, pada };
      const actor: Actor = { ...oleh, peran: await peranOleh(tx, { pemilik, oleh }, shard) };
      const device = newId('s', rooms);
      await di(shard).tulis({ actor, device, kind: 'akses.catat', body: { pemilik, isi }, pada });
    }
    return hasil;
  });
