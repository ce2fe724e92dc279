import type { Actor } from '../../shared/commands/index.ts';
import type { ReadTx, StoredGrant, WriteTx } from '../store/index.ts';
import { catatAkta, type Meja, operatorDari } from './catatan-akses.ts';

/*
 * Rights by hand: what the operator's command line gives and ends. Each is a line of the ledger where its owner reads her
 * history, in the same transaction; what follows from assignments and imports stands there by theirs.
 */

type Hak = Pick<StoredGrant, 'shard' | 'view' | 'peran'>;

const NAMA: Readonly<Record<StoredGrant['peran'], string>> = {
  guru: 'pegawai',
  penilai: 'penilai',
  atasan: 'atasan penilai',
  admin: 'admin',
  pembaca: 'pembaca',
};
/** Letters of a line's `keterangan`. */
const HURUF = 80;

/** What a right is called in the ledger: as what, and where. */
const sebutan = async (tx: ReadTx, { shard, peran }: Hak): Promise<string> => {
  const [found] = await tx.recordsOfKind(shard, 'satker');
  const unit = found?.record.kind === 'satker' ? found.record.content.nama : shard.slice(4);
  return [...`${NAMA[peran]} di ${unit}`].slice(0, HURUF).join('');
};

/** True for a right that has no end. */
export const berlaku = ({ until }: StoredGrant): boolean => until === null;

/** Gives a right that is not held yet, where another line of the ledger says why; false where it is held. */
export const taruhHak = async (tx: WriteTx, account: string, hak: Hak, since: number): Promise<boolean> => {
  const held = (await tx.grantsOf(account)).some(
    (one) => berlaku(one) && one.shard === hak.shard && one.view === hak.view && one.peran === hak.peran,
  );
  if (!held) await tx.putGrant({ account, ...hak, since, until: null });
  return !held;
};

type Pemberian = {
  /** The operator where it is left out. */
  readonly oleh?: Pick<Actor, 'id' | 'nama'>;
  /** True where the account was made with it: that is no news to whoever signs in to it for the first time. */
  readonly akunBaru?: boolean;
};

/** Gives a right that is not held yet, and writes down by whom. */
export const beriHak = async (
  meja: Meja,
  account: string,
  hak: Hak,
  { oleh = operatorDari(meja.rooms), akunBaru = false }: Pemberian = {},
): Promise<void> => {
  const { tx, rooms } = meja;
  if (!(await taruhHak(tx, account, hak, rooms.clock()))) return;
  const akta = { jenis: akunBaru ? 'akun' : 'hak', keterangan: await sebutan(tx, hak) } as const;
  await catatAkta(meja, { pemilik: account, oleh }, [akta]);
};

/** Ends a right now, and writes down by whom. */
export const akhiriHak = async (
  meja: Meja,
  hak: StoredGrant,
  oleh: Pick<Actor, 'id' | 'nama'>,
): Promise<void> => {
  const { tx, rooms } = meja;
  const akta = { jenis: 'hak_akhir', keterangan: await sebutan(tx, hak) } as const;
  // While she still has it: otherwise there may be no place left where she reads.
  await catatAkta(meja, { pemilik: hak.account, oleh }, [akta]);
  await tx.putGrant({ ...hak, until: rooms.clock() });
};
