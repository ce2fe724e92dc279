import { ganti, sebutanKini, sebutPenilai } from './sebutan.ts';

const KAMUS = {
  /** Words of screens on which somebody rates others. */
  menilai: (teks: string): string => {
    const { bawahan, diri } = sebutanKini();
    if (bawahan === 'guru') return teks;
    return ganti(ganti(ganti(teks, 'kepala sekolah', diri), 'guru', bawahan), 'di sekolah', 'di wilayah');
  },
  /** Words of screens on which somebody's own work is rated. */
  dinilai: sebutPenilai,
} as const;

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
