import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Bagian, type BarisTerbitan, type Tabel, Terbitan } from '../../shared/publik/index.ts';
import type { Store } from '../store/index.ts';
import { tabelTerpilih } from './terbit.ts';

/** Everything that is public at a moment. */
export type Publikasi = {
  readonly instansi: string;
  readonly tabel: readonly Tabel[];
  /** In the order of their periods. */
  readonly terbitan: Readonly<Record<Tabel, readonly Terbitan[]>>;
  /** When something of it last changed, epoch ms. */
  readonly diubah: number;
};

const KOSONG: Publikasi['terbitan'] = {
  pengisian: [],
  periksa: [],
  jenis: [],
  beban: [],
  detik: [],
  predikat: [],
};

/** A publication with nothing in it yet. */
export const publikasiKosong = (instansi: string, tabel: readonly Tabel[]): Publikasi => ({
  instansi,
  tabel,
  terbitan: KOSONG,
  diubah: 0,
});

/**
 * Reads what is public. What was published never changes, so each table is read from the database once, a turn of the event
 * loop before each: two years of them take a second. Null where nothing is chosen.
 */
export const createPembaca = (store: Store): (() => Promise<Publikasi | null>) => {
  const dibaca = new Map<string, Promise<Terbitan>>();
  const satuTerbitan = async (tabel: string, periode: string): Promise<Terbitan> => {
    await nextTurn();
    return Terbitan.parse(JSON.parse((await store.read((tx) => tx.release(tabel, periode)))?.content ?? ''));
  };
  const baca = (tabel: string, periode: string): Promise<Terbitan> => {
    const kunci = `${tabel} ${periode}`;
    const ada = dibaca.get(kunci);
    if (ada) return ada;
    const isi = satuTerbitan(tabel, periode);
    dibaca.set(kunci, isi);
    isi.catch(() => dibaca.delete(kunci));
    return isi;
  };
  return async () => {
    const { pilihan, ada } = await store.read(async (tx) => ({
      pilihan: await tx.publication(),
      ada: await tx.releaseKeys(),
    }));
    const tabel = pilihan ? tabelTerpilih(pilihan) : [];
    if (!pilihan || tabel.length === 0) return null;
    const terbitan: Record<Tabel, Terbitan[]> = {
      ...{ pengisian: [], periksa: [], jenis: [], beban: [], detik: [], predikat: [] },
    };
    let diubah = pilihan.at;
    for (const { tabel: nama, periode, madeAt } of ada) {
      const satu = tabel.find((one) => one === nama);
      if (!satu || periode < pilihan.sejak.slice(0, periode.length)) continue;
      terbitan[satu].push(await baca(nama, periode));
      diubah = Math.max(diubah, madeAt);
    }
    return { instansi: pilihan.instansi, tabel, terbitan, diubah };
  };
};

/** What a table says of one school: its own line, the one that it is part of, or nothing. */
export type Sebutan = { readonly bagian: readonly Bagian[]; readonly bersama: number } | null;

const indeks = new WeakMap<Terbitan, ReadonlyMap<string, BarisTerbitan>>();

/** Lines by the schools that they speak of; a published table never changes, so it is looked through once. */
const barisPer = (terbitan: Terbitan): ReadonlyMap<string, BarisTerbitan> => {
  const ada = indeks.get(terbitan);
  if (ada) return ada;
  const made = new Map(
    terbitan.baris.flatMap((baris) =>
      (baris.npsn === null ? baris.anggota : [{ npsn: baris.npsn }]).map(
        ({ npsn }) => [npsn, baris] as const,
      ),
    ),
  );
  indeks.set(terbitan, made);
  return made;
};

/** Looks a school up in a published table. */
export const sebutan = (terbitan: Terbitan | undefined, npsn: string): Sebutan => {
  const baris = terbitan && barisPer(terbitan).get(npsn);
  return baris ? { bagian: baris.bagian, bersama: baris.anggota.length } : null;
};

/** A school as it is named in what is public. */
export type SekolahTerbit = { readonly npsn: string; readonly nama: string; readonly kabupaten: string };

/** Schools that any of these tables names, by kabupaten and name. */
export const sekolahTerbit = (daftar: readonly Terbitan[]): SekolahTerbit[] => {
  const found = new Map<string, SekolahTerbit>();
  for (const { kabupaten, npsn, nama, anggota } of daftar.flatMap(({ baris }) => baris))
    for (const satu of npsn === null ? anggota : [{ npsn, nama }])
      found.set(satu.npsn, { ...satu, kabupaten });
  for (const { kabupaten, npsn, nama } of daftar.flatMap(({ tersembunyi }) => tersembunyi))
    found.set(npsn, { kabupaten, npsn, nama });
  return [...found.values()].sort(
    (a, b) => a.kabupaten.localeCompare(b.kabupaten) || a.nama.localeCompare(b.nama),
  );
};

/** A school by the last table that names it; null where none does. */
export const cariSekolah = ({ tabel, terbitan }: Publikasi, npsn: string): SekolahTerbit | null => {
  for (const satu of tabel.flatMap((nama) => [...terbitan[nama]].reverse())) {
    const baris = barisPer(satu).get(npsn);
    const sekolah =
      baris && (baris.anggota.find((anggota) => anggota.npsn === npsn) ?? { npsn, nama: baris.nama });
    if (sekolah) return { ...sekolah, kabupaten: baris.kabupaten };
    const tersembunyi = satu.tersembunyi.find((lain) => lain.npsn === npsn);
    if (tersembunyi) return tersembunyi;
  }
  return null;
};
