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

/** A name in another's place, with a capital where that had one. */
const ganti = (teks: string, dari: string, ke: string): string =>
  teks.replace(new RegExp(`\\b${dari}\\b`, 'gi'), (kata) =>
    kata[0] === kata[0]?.toUpperCase() ? `${ke[0]?.toUpperCase()}${ke.slice(1)}` : ke,
  );

const KAMUS = {
  /** Words of screens on which somebody rates others. */
  menilai: (teks: string): string => {
    if (kini.bawahan === 'guru') return teks;
    return ganti(
      ganti(ganti(teks, 'kepala sekolah', kini.diri), 'guru', kini.bawahan),
      'di sekolah',
      'di wilayah',
    );
  },
  /** Words of screens on which somebody's own work is rated. */
  dinilai: (teks: string): string =>
    kini.penilai === 'kepala sekolah' ? teks : ganti(teks, 'kepala sekolah', kini.penilai),
} as const;

/** A sentence about somebody's own work, with who rates it put in. */
export const sebutPenilai = KAMUS.dinilai;

/** Those whose work is rated here, as the navigation calls them: there is room for one word. */
export const bawahanPendek = (): string => (kini.bawahan === 'guru' ? 'Guru' : 'Kepala');

/** The same words, with who is meant put in whenever one is read. */
export const menyebut = <T extends object>(words: T, untuk: keyof typeof KAMUS): T => {
  const cara = KAMUS[untuk];
  const baca = (value: unknown): unknown => {
    if (typeof value === 'string') return cara(value);
    if (typeof value === 'function') return (...args: unknown[]) => baca(value(...args));
    return typeof value === 'object' && value !== null ? bungkus(value) : value;
  };
  const dibungkus = new Map<object, object>();
  const bungkus = (inside: object): object => {
    const known = dibungkus.get(inside);
    if (known) return known;
    // A target of its own: what is frozen may not be answered otherwise than it is.
    const made = new Proxy(Array.isArray(inside) ? [...inside] : { ...inside }, {
      get: (target, name) =>
        Object.hasOwn(target, name) ? baca(Reflect.get(target, name)) : Reflect.get(target, name),
    });
    dibungkus.set(inside, made);
    return made;
  };
  return bungkus(words) as T;
};
