/*
 * Words are written for a school: a kepala sekolah rates guru. A wilayah uses the same screens, and there a pengawas
 * rates kepala sekolah. What differs is who is meant, so the words stay one and the names are put in when they are read.
 */

/** What the person who is signed in calls those he rates, who rates himself, and where he works. */
export type Sebutan = {
  /** Those whose work he rates. */
  readonly bawahan: 'guru' | 'kepala sekolah';
  /** Who rates him. */
  readonly penilai: 'kepala sekolah' | 'pengawas' | 'atasan';
  /** Himself, where he rates. */
  readonly diri: 'kepala sekolah' | 'pengawas';
};

const SEKOLAH: Sebutan = { bawahan: 'guru', penilai: 'kepala sekolah', diri: 'kepala sekolah' };
let kini: Sebutan = SEKOLAH;

/** A shard of heads whose codes begin with a letter (docs/decisions/0006). */
const isWilayah = (shard: string): boolean => /^sek:[A-Z]/.test(shard);

/** Who is meant for a person with these shards: where he rates or is rated, and where his own work lies. */
export const sebutanDi = ({ shard, diri }: { readonly shard: string; readonly diri: string }): Sebutan => {
  if (isWilayah(shard)) return { bawahan: 'kepala sekolah', penilai: 'atasan', diri: 'pengawas' };
  return isWilayah(diri) ? { ...SEKOLAH, penilai: 'pengawas' } : SEKOLAH;
};

/** From now on words are read for this person. Called when an account opens, before anything is drawn. */
export const pakaiSebutan = (sebutan: Sebutan): void => {
  kini = sebutan;
};

/** For whom words are read now. */
export const sebutanKini = (): Sebutan => kini;

/** A name in another's place, with a capital where that had one. */
export const ganti = (teks: string, dari: string, ke: string): string =>
  dari === ke
    ? teks
    : teks.replace(new RegExp(`\\b${dari}\\b`, 'gi'), ([huruf = '']) =>
        huruf < 'a' ? `${ke[0]?.toUpperCase()}${ke.slice(1)}` : ke,
      );

/** A sentence about somebody's own work, with who rates it put in. */
export const sebutPenilai = (teks: string): string => ganti(teks, 'kepala sekolah', kini.penilai);

/** Those whose work is rated here, as the navigation calls them: there is room for one word. */
export const bawahanPendek = (): string => (kini.bawahan === 'guru' ? 'Guru' : 'Kepala');
