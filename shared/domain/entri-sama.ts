import type { Entri } from '../records/entri.ts';

const nilai = (entri: Entri, bidang: keyof Entri): string =>
  JSON.stringify(bidang === 'foto' ? entri.foto.map(({ sha }) => sha) : entri[bidang]);

/** True where two entries say the same, photos included. */
export const entriSama = (a: Entri, b: Entri): boolean =>
  (Object.keys({ ...a, ...b }) as (keyof Entri)[]).every((bidang) => nilai(a, bidang) === nilai(b, bidang));
