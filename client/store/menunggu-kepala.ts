import type { RecordOf } from '../../shared/records/index.ts';
import type { AccountStore, RecordRow } from './database.ts';
import { asEntri, type EntriRow } from './entri-row.ts';
import { dalamBulanTerkunci, newestFirst } from './queries.ts';

const alive = ({ hapus }: RecordRow): boolean => hapus === 0;

/** Kinds of work that wait for a head, and the stage at which each does. */
const MENUNGGU = [
  ['entri', 'DIAJUKAN'],
  ['skp', 'DIAJUKAN'],
  ['evaluasi', 'DIAJUKAN'],
  ['praktik', 'DIAJUKAN'],
  ['kendala', 'DILAPORKAN'],
] as const;

/** What of one kind waits for the head: how much of it, and since when (a date of the record, or an instant); null unknown. */
export type Menunggu = {
  readonly jenis: (typeof MENUNGGU)[number][0];
  readonly jumlah: number;
  readonly tanggal: string | null;
  readonly saat: number | null;
};

const sejak = ({ kind, visible, tanggal, answeredAt }: RecordRow): Pick<Menunggu, 'tanggal' | 'saat'> => {
  if (kind === 'entri') return { tanggal, saat: null };
  if (kind === 'kendala') return { tanggal: (visible as RecordOf<'kendala'>).content.mulai, saat: null };
  const { pada } = visible.state as { readonly pada?: number };
  return { tanggal: null, saat: pada ?? answeredAt ?? null };
};

/** What waits for a head in his school, kind by kind; nobody decides on himself. */
export const menungguKepala = async ({ db, accountId }: AccountStore, shard: string): Promise<Menunggu[]> => {
  // Asked for together: a live query watches only what it asks for before it has waited.
  const [terkunci, ...lists] = await Promise.all([
    dalamBulanTerkunci(db),
    ...MENUNGGU.map((satu) =>
      db.records
        .where('[kind+tahap]')
        .equals([...satu])
        .toArray(),
    ),
  ]);
  return MENUNGGU.map(([jenis], i) => {
    const rows = (lists[i] ?? []).filter(
      (row) =>
        alive(row) && row.shard === shard && row.owner !== accountId && !(jenis === 'entri' && terkunci(row)),
    );
    const mulai = rows.map(sejak);
    const tanggal = mulai.flatMap((satu) => satu.tanggal ?? []).sort()[0] ?? null;
    const saat = mulai.flatMap((satu) => satu.saat ?? []).sort((a, b) => a - b)[0] ?? null;
    return { jenis, jumlah: rows.length, tanggal, saat };
  }).filter(({ jumlah }) => jumlah > 0);
};

/** Every entry of the school in a month. */
export const entriOfSchoolMonth = async ({ db }: AccountStore, bulan: string): Promise<EntriRow[]> => {
  const rows = await db.records
    .where('[kind+tanggal]')
    .between(['entri', `${bulan}-00`], ['entri', `${bulan}-99`], true, true)
    .toArray();
  return (await asEntri(db, rows.filter(alive))).sort(newestFirst);
};
