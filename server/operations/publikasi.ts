import { writeFile } from 'node:fs/promises';
import { TABEL, type Tabel } from '../../shared/publik/index.ts';
import { Bulan } from '../../shared/records/index.ts';
import { pratinjau, terbitkanYangJatuhTempo } from '../insight/index.ts';
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
  const kini = new Date(rooms.clock()).toISOString().slice(0, 7);
  const dulu = await rooms.store.read((tx) => tx.publication());
  const sejak = isian['sejak'] ?? dulu?.sejak ?? kini;
  if (!Bulan.safeParse(sejak).success || sejak < '2022-01' || sejak > kini)
    return tolak('--sejak harus bulan TTTT-BB yang sudah dimulai, paling awal 2022-01.');
  const at = Math.max(rooms.clock(), (dulu?.at ?? 0) + 1);
  await rooms.store.write((tx) => tx.putPublication({ at, instansi, tabel, sejak }));
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
