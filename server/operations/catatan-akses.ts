import type { Actor } from '../../shared/commands/index.ts';
import { type Akses, type AktaAkses, cleanText } from '../../shared/records/index.ts';
import { holdAccount, type ReadTx, type WriteTx } from '../store/index.ts';
import { denganPena, type Pena } from './pena.ts';
import { type AkunRooms, newId } from './ruang.ts';

/** Account id of whoever has the server's command line. */
export const OPERATOR = 'operator';

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

/** What was done, and the line or lines that say so; null where nothing was. */
export type Dikerjakan<T> = { readonly hasil: T; readonly catat: AktaAkses | readonly AktaAkses[] | null };

/** On whose account, and by whom: an admin, the operator, or she herself. */
export type PadaAkun = { readonly pemilik: string; readonly oleh: Pick<Actor, 'id' | 'nama'> };

/** As whom it was done: an admin as such, she herself in her own roles, the operator as the server's. */
const peranOleh = async (tx: ReadTx, { pemilik, oleh }: PadaAkun, shard: string): Promise<Actor['peran']> => {
  const hak = await tx.grantsOf(oleh.id);
  const peran = pemilik === oleh.id ? hak.filter((one) => one.shard === shard).map((one) => one.peran) : [];
  if (pemilik !== oleh.id && hak.length > 0) peran.push('admin');
  return [...new Set(peran), 'sistem'];
};

/** Whoever has the server's command line, by the name of the machine's account where that is known. */
export const operatorDari = ({ operator }: Pick<AkunRooms, 'operator'>): Actor => ({
  id: OPERATOR,
  nama: operator ? `operator layanan (${operator})` : 'operator layanan',
  peran: ['sistem'],
});

/** Where an act on an account is being done: the transaction, and pens for whatever shard. */
export type Meja = {
  readonly rooms: AkunRooms;
  readonly tx: WriteTx;
  readonly di: (shard: string) => Pena;
};

/** Writes acts on an account into the ledger where its owner reads her history; nowhere for one without any right. */
export const catatAkta = async (
  { rooms, tx, di }: Meja,
  { pemilik, oleh }: PadaAkun,
  akta: readonly AktaAkses[],
): Promise<void> => {
  const pada = rooms.clock();
  const shard = akta.length > 0 ? await rumahAkun(tx, pemilik, pada) : null;
  if (!shard) return;
  const actor: Actor = { ...oleh, peran: await peranOleh(tx, { pemilik, oleh }, shard) };
  for (const satu of akta) {
    const isi: Akses = { ...satu, keterangan: cleanText(satu.keterangan), oleh: oleh.nama, pada };
    const device = newId('s', rooms);
    await di(shard).tulis({ actor, device, kind: 'akses.catat', body: { pemilik, isi }, pada });
  }
};

/**
 * Does something to an account and writes it into the ledger in the same transaction: what the ledger does not take was not
 * done. The owner finds the line in her Riwayat and on Perangkat saya.
 */
export const denganCatatan = <T>(
  rooms: AkunRooms,
  pada: PadaAkun,
  kerja: (tx: WriteTx) => Promise<Dikerjakan<T>>,
): Promise<T> =>
  denganPena({ ...rooms, shard: '', nama: [holdAccount(pada.pemilik)] }, async (_, tx, di) => {
    const { hasil, catat } = await kerja(tx);
    await catatAkta({ rooms, tx, di }, pada, catat === null ? [] : [catat].flat());
    return hasil;
  });
