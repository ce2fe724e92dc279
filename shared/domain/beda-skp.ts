import { canonicalJson } from '../protocol/identity.ts';
import type { Rhk, Skp } from '../records/skp.ts';
import { periodeSkp } from './skp-berlaku.ts';

/** Parts of an SKP outside of its RHK, by which a change of them is named. */
export type BagianSkp = 'periode' | 'pendekatan' | 'penilai' | 'perilaku' | 'lampiran';

/** What became of one RHK, by its code; both sides where it was changed. */
export type BedaRhk =
  | { readonly jenis: 'baru'; readonly kini: Rhk }
  | { readonly jenis: 'hilang'; readonly lama: Rhk }
  | { readonly jenis: 'ubah'; readonly lama: Rhk; readonly kini: Rhk };

/** The difference of two versions of an SKP. */
export type BedaSkp = { readonly bagian: readonly BagianSkp[]; readonly rhk: readonly BedaRhk[] };

const sama = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** Each part by what it says; undefined where a version says nothing of it, and empty words say nothing. */
const BAGIAN: Readonly<Record<BagianSkp, (skp: Skp) => unknown>> = {
  periode: periodeSkp,
  pendekatan: ({ pendekatan }) => pendekatan,
  penilai: ({ penilai }) => penilai,
  perilaku: ({ perilaku = [] }) => perilaku.map((teks, i) => `${i}${teks}`).filter((teks) => teks.length > 1),
  lampiran: ({ lampiran = {} }) =>
    Object.entries(lampiran).flatMap(([bagian, butir]) => butir.map((satu) => bagian + satu)),
};

/** That an older version knew of no penilai is no change of his. */
const berubah = (nama: BagianSkp, lama: Skp, kini: Skp): boolean => {
  const dulu = BAGIAN[nama](lama);
  return dulu !== undefined && !sama(dulu, BAGIAN[nama](kini));
};

/** What changed from one version to the next: RHK in the order of the new one, those that vanished last. */
export const bedaSkp = (lama: Skp, kini: Skp): BedaSkp => {
  const rhk = kini.rhk.flatMap((one): BedaRhk[] => {
    const dulu = lama.rhk.find(({ kode }) => kode === one.kode);
    if (!dulu) return [{ jenis: 'baru', kini: one }];
    return sama(dulu, one) ? [] : [{ jenis: 'ubah', lama: dulu, kini: one }];
  });
  const hilang = lama.rhk
    .filter(({ kode }) => !kini.rhk.some((one) => one.kode === kode))
    .map((one): BedaRhk => ({ jenis: 'hilang', lama: one }));
  const bagian = (Object.keys(BAGIAN) as BagianSkp[]).filter((nama) => berubah(nama, lama, kini));
  return { bagian, rhk: [...rhk, ...hilang] };
};
