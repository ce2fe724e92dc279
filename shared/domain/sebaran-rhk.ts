import type { RecordOf } from '../records/record.ts';
import { berlaku } from './ringkas.ts';
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

/**
 * How a school's entries spread over the RHK of its people. Codes are each SKP's own, so the same wording is one RHK; one
 * that nobody works on stands there with 0. Most work first, entries without RHK last.
 */
export const sebaranRhk = (
  entri: readonly EntriSekolah[],
  skpList: readonly Pick<RecordOf<'skp'>, 'owner' | 'content' | 'deleted'>[],
): SebaranRhk[] => {
  const tanpa: Baris = { rhk: null, entri: [], guru: new Set(), pemilik: new Set() };
  const perTeks = new Map<string, Baris>();
  const perKode = new Map<string, Baris>();
  for (const { owner, content, deleted } of skpList) {
    if (deleted) continue;
    for (const { kode, rhk } of content.rhk) {
      const kunci = teksPolos(rhk);
      const baris = perTeks.get(kunci) ?? { rhk, entri: [], guru: new Set(), pemilik: new Set() };
      baris.pemilik.add(owner);
      perTeks.set(kunci, baris);
      perKode.set(`${owner} ${kode}`, baris);
    }
  }
  for (const one of entri) {
    if (!berlaku(one)) continue;
    const baris = perKode.get(`${one.owner} ${one.content.rhk ?? ''}`) ?? tanpa;
    baris.entri.push(one);
    baris.guru.add(one.owner);
  }
  const rows = [...perTeks.values()].sort((a, b) => b.entri.length - a.entri.length);
  return [...rows, ...(tanpa.entri.length > 0 ? [tanpa] : [])].map((baris) => ({
    rhk: baris.rhk,
    jumlah: baris.entri.length,
    disetujui: baris.entri.filter(({ state }) => state.tahap === 'DISETUJUI').length,
    guru: baris.guru.size,
    pemilik: baris.pemilik.size,
    entri: baris.entri.sort((a, b) => b.content.tanggal.localeCompare(a.content.tanggal)).map(({ id }) => id),
  }));
};
