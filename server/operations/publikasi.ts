import { writeFile } from 'node:fs/promises';
import { TABEL, type Tabel } from '../../shared/publik/index.ts';
import { Bulan } from '../../shared/records/index.ts';
import { pratinjau, terbitkanYangJatuhTempo } from '../insight/index.ts';
import { HOLD_ACCOUNTS, type WriteTx } from '../store/index.ts';
import { type AkunRooms, type Hasil, tolak } from './akun.ts';

/*
 * What the instansi shows to the public. Nothing until it chooses; a preview shows what would be seen, before anything is.
 */

type Isian = Readonly<Record<string, string>>;
type Rooms = Pick<AkunRooms, 'store' | 'clock'>;

const PILIHAN = `${TABEL.join(', ')}, atau tidak`;

const bacaTabel = (isi: string | undefined): Hasil<{ tabel: Tabel[] }> => {
  if (isi === undefined) return tolak(`--tabel belum diisi: ${PILIHAN}; beberapa dipisah koma.`);
  const disebut = isi === 'tidak' ? [] : isi.split(',').map((satu) => satu.trim());
  const asing = disebut.find((satu) => !TABEL.some((tabel) => tabel === satu));
  if (asing !== undefined) return tolak(`--tabel “${asing}” tidak dikenal. Yang ada: ${PILIHAN}.`);
  return { ok: true, tabel: TABEL.filter((tabel) => disebut.includes(tabel)) };
};

const namaInstansi = async ({ store }: Rooms, nama: string | undefined): Promise<string> =>
  nama?.trim() || ((await store.read((tx) => tx.publication()))?.instansi ?? '');

/** What an instansi chooses; `sejak` left out: as before, or this month. */
export type PilihanPublik = {
  readonly instansi: string;
  readonly tabel: readonly Tabel[];
  readonly sejak?: string | undefined;
};

const SEJAK_TERAWAL = '2022-01';

/** The first month that is published, as wished; null for one that has not begun, or lies before there were any. */
const bulanMulai = (
  wanted: string | undefined,
  { dulu, now }: { readonly dulu: string | undefined; readonly now: number },
): string | null => {
  const kini = new Date(now).toISOString().slice(0, 7);
  const sejak = wanted ?? dulu ?? kini;
  return Bulan.safeParse(sejak).success && sejak >= SEJAK_TERAWAL && sejak <= kini ? sejak : null;
};

/** Writes the choice; the last one holds. Null where its first month cannot be. */
export const catatPilihan = async (
  tx: WriteTx,
  { instansi, tabel, sejak: wanted }: PilihanPublik,
  now: number,
): Promise<{ readonly sejak: string } | null> => {
  const dulu = await tx.publication();
  const sejak = bulanMulai(wanted, { dulu: dulu?.sejak, now });
  if (sejak === null) return null;
  await tx.putPublication({ at: Math.max(now, (dulu?.at ?? 0) + 1), instansi, tabel: [...tabel], sejak });
  return { sejak };
};

/** Chooses what is public from now on; what is due already is published at once. `tabel` empty: nothing is. */
export const aturPublikasi = async (
  rooms: Rooms,
  isian: Isian,
): Promise<Hasil<{ tabel: readonly Tabel[]; terbit: number }>> => {
  const dibaca = bacaTabel(isian['tabel']);
  if (!dibaca.ok) return dibaca;
  const { tabel } = dibaca;
  const instansi = await namaInstansi(rooms, isian['nama']);
  if (instansi === '' || instansi.length > 120)
    return tolak('Isi --nama dengan nama instansi, misalnya "Dinas Pendidikan Kabupaten Contoh".');
  const pilihan = { instansi, tabel, sejak: isian['sejak'] };
  const dicatat = await rooms.store.write((tx) => catatPilihan(tx, pilihan, rooms.clock()), {
    names: [HOLD_ACCOUNTS],
  });
  if (!dicatat) return tolak('--sejak harus bulan TTTT-BB yang sudah dimulai, paling awal 2022-01.');
  return { ok: true, tabel, terbit: await terbitkanYangJatuhTempo(rooms) };
};

/** Writes the page as it would be into a file; nothing is published. */
export const tulisPratinjau = async (rooms: Rooms, isian: Isian): Promise<Hasil<{ out: string }>> => {
  const dibaca = bacaTabel(isian['tabel'] ?? TABEL.join(','));
  if (!dibaca.ok) return dibaca;
  const { out } = isian;
  if (out === undefined) return tolak('Isi --out dengan nama berkasnya, misalnya --out pratinjau.html.');
  const instansi = (await namaInstansi(rooms, isian['nama'])) || 'Instansi';
  const halaman = await pratinjau(rooms, { instansi, tabel: dibaca.tabel });
  try {
    await writeFile(out, halaman, { flag: 'wx', mode: 0o600 });
  } catch {
    return tolak(`${out} sudah ada atau tidak dapat ditulis. Pakai nama lain.`);
  }
  return { ok: true, out };
};
