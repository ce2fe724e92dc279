import { setImmediate as nextTurn } from 'node:timers/promises';
import { TABEL } from '../../shared/publik/index.ts';
import type { Store } from '../store/index.ts';
import { type Bingkai, bingkai } from './bingkai.ts';
import { halamanSekolah, ringkasan } from './halaman.ts';
import { metode } from './metode.ts';
import { createPembaca, type Publikasi } from './publikasi.ts';
import { type Mentah, type Siap, siapkan } from './siap.ts';
import { csvTabel, jsonTabel, skemaUnduhan } from './unduhan.ts';

/** What somebody asks for: an address under /publik, and what stands behind its question mark. */
export type Diminta = { readonly alamat: string; readonly bulan: string; readonly cari: string };

/** Pages and downloads under /publik. */
export type Rak = {
  /** Answers an address; null where there is no such page, `tertutup` where nothing is public. */
  readonly ambil: (diminta: Diminta) => Promise<Siap | null | 'tertutup'>;
  /** Makes what most people ask for before anybody does, one page after the other. */
  readonly hangatkan: () => Promise<void>;
};

const MUAT = 300;
const HTML = 'text/html; charset=utf-8';
const JSON_ = 'application/json; charset=utf-8';

const dariHalaman = (halaman: Bingkai): Mentah => ({ jenis: HTML, teks: String(bingkai(halaman)) });

const unduhan = (publikasi: Publikasi, nama: string): Mentah | null => {
  if (nama === 'skema.json')
    return { jenis: 'application/schema+json; charset=utf-8', teks: JSON.stringify(skemaUnduhan()) };
  const [tabel, jenis] = nama.split('.');
  const satu = TABEL.find((one) => one === tabel && publikasi.tabel.includes(one));
  if (!satu) return null;
  if (jenis === 'csv') return { jenis: 'text/csv; charset=utf-8', teks: csvTabel(publikasi, satu) };
  return jenis === 'json' ? { jenis: JSON_, teks: JSON.stringify(jsonTabel(publikasi, satu)) } : null;
};

const buat = (publikasi: Publikasi, { alamat, ...diminta }: Diminta): Mentah | null => {
  const [, , bagian = '', nama = ''] = alamat.split('/');
  if (alamat === '/publik') return dariHalaman(ringkasan(publikasi, diminta));
  if (alamat === '/publik/metode') return dariHalaman(metode(publikasi));
  if (bagian === 'data') return unduhan(publikasi, nama);
  const sekolah = bagian === 'sekolah' ? halamanSekolah(publikasi, nama) : null;
  return sekolah ? dariHalaman(sekolah) : null;
};

/**
 * Makes pages and downloads out of what is published and keeps the last few hundred, until something is published or
 * another choice is made: then all of them are made anew. A search is made for whoever asks and not kept.
 */
export const createRak = ({ store, clock }: { readonly store: Store; readonly clock: () => number }): Rak => {
  // Another version of the app may print the same figures otherwise: then nobody may hold the old page for the new one.
  const dimulai = clock();
  const baca = createPembaca(store);
  const dibuat = new Map<string, Siap>();
  let versi = '';
  const ambil: Rak['ambil'] = async (diminta) => {
    const publikasi = await baca();
    if (!publikasi) return 'tertutup';
    const kini = `${publikasi.diubah} ${publikasi.tabel.map((tabel) => publikasi.terbitan[tabel].length).join()}`;
    if (kini !== versi) dibuat.clear();
    versi = kini;
    const kunci = `${diminta.alamat} ${diminta.bulan}`;
    const ada = diminta.cari === '' ? dibuat.get(kunci) : undefined;
    if (ada) return ada;
    const mentah = buat(publikasi, diminta);
    if (!mentah) return null;
    const siap = await siapkan(mentah, Math.max(dimulai, publikasi.diubah));
    if (diminta.cari === '' && kini === versi && dibuat.size < MUAT) dibuat.set(kunci, siap);
    return siap;
  };
  return {
    ambil,
    hangatkan: async () => {
      const unduhan = TABEL.flatMap((tabel) => [`${tabel}.csv`, `${tabel}.json`]);
      for (const alamat of ['/publik', '/publik/metode', ...unduhan.map((nama) => `/publik/data/${nama}`)]) {
        await nextTurn();
        if ((await ambil({ alamat, bulan: '', cari: '' })) === 'tertutup') return;
      }
    },
  };
};
