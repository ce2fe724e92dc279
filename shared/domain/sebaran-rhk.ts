import type { RecordOf } from '../records/record.ts';
import { berlaku } from './ringkas.ts';
import { periodeSkp } from './skp-berlaku.ts';
import { teksPolos } from './teks-polos.ts';
import type { EntriSekolah } from './wawasan.ts';

/** The work of a school on one RHK: `rhk` is its wording, null for entries that name none (or one that no SKP here has). */
export type SebaranRhk = {
  readonly rhk: string | null;
  readonly jumlah: number;
  readonly disetujui: number;
  /** People whose entries serve it, and people in whose SKP it stands. */
  readonly guru: number;
  readonly pemilik: number;
  /** Ids of its entries, the newest first. */
  readonly entri: readonly string[];
};

type Baris = {
  readonly rhk: string | null;
  readonly entri: EntriSekolah[];
  readonly guru: Set<string>;
  readonly pemilik: Set<string>;
};

type SkpDilihat = Pick<RecordOf<'skp'>, 'owner' | 'content' | 'deleted'> & { readonly id?: string };

/** An RHK under its code in one SKP; `diganti` where another one has taken that SKP's place. */
type Sebutan = {
  readonly baris: Baris;
  readonly awal: string;
  readonly akhir: string;
  readonly diganti: boolean;
};

/** What a code meant on a day: in the SKP of that day, and before those that were changed since in the one that holds. */
const sebutanPada = (semua: readonly Sebutan[], tanggal: string): Baris | undefined => {
  const saatItu = semua.filter(({ awal, akhir }) => awal <= tanggal && tanggal <= akhir);
  const dipakai = saatItu.length > 0 ? saatItu : semua;
  return (dipakai.filter(({ diganti }) => !diganti).at(-1) ?? dipakai.at(-1))?.baris;
};

/**
 * How a school's entries spread over the RHK of its people. Codes are each SKP's own, so the same wording is one RHK, and a
 * code is read in the SKP of the entry's day; one that nobody works on stands there with 0. Most work first, entries without
 * RHK last.
 */
export const sebaranRhk = (entri: readonly EntriSekolah[], skpList: readonly SkpDilihat[]): SebaranRhk[] => {
  const tanpa: Baris = { rhk: null, entri: [], guru: new Set(), pemilik: new Set() };
  const perTeks = new Map<string, Baris>();
  const perKode = new Map<string, Sebutan[]>();
  const hidup = skpList.filter(({ deleted }) => !deleted);
  const digantikan = new Set(hidup.map(({ content }) => content.mengganti));
  for (const { id, owner, content } of hidup) {
    const diganti = id !== undefined && digantikan.has(id);
    for (const { kode, rhk } of content.rhk) {
      const kunci = teksPolos(rhk);
      const baris = perTeks.get(kunci) ?? { rhk, entri: [], guru: new Set(), pemilik: new Set() };
      if (!diganti) baris.pemilik.add(owner);
      perTeks.set(kunci, baris);
      const sebutan = { baris, ...periodeSkp(content), diganti };
      perKode.set(`${owner} ${kode}`, [...(perKode.get(`${owner} ${kode}`) ?? []), sebutan]);
    }
  }
  for (const one of entri) {
    if (!berlaku(one)) continue;
    const { rhk, tanggal } = one.content;
    const baris = sebutanPada(perKode.get(`${one.owner} ${rhk ?? ''}`) ?? [], tanggal) ?? tanpa;
    baris.entri.push(one);
    baris.guru.add(one.owner);
  }
  // One that was changed away and that nobody works on any more is nobody's RHK.
  const rows = [...perTeks.values()]
    .filter((baris) => baris.entri.length + baris.pemilik.size > 0)
    .sort((a, b) => b.entri.length - a.entri.length);
  return [...rows, ...(tanpa.entri.length > 0 ? [tanpa] : [])].map((baris) => ({
    rhk: baris.rhk,
    jumlah: baris.entri.length,
    disetujui: baris.entri.filter(({ state }) => state.tahap === 'DISETUJUI').length,
    guru: baris.guru.size,
    pemilik: baris.pemilik.size,
    entri: baris.entri.sort((a, b) => b.content.tanggal.localeCompare(a.content.tanggal)).map(({ id }) => id),
  }));
};
