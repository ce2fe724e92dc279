import type { HistoryLine } from '../../../shared/protocol/index.ts';
import type { Entri } from '../../../shared/records/index.ts';
import { antreanIsi } from '../../i18n/id/antrean-isi.ts';
import { riwayat as words } from '../../i18n/id/riwayat.ts';

/** What a line changed in one field, as people read it. */
export type Ubahan = { readonly bidang: string; readonly dari: string; readonly jadi: string };

type Isi = Partial<Entri> | null;

const BERISI: ReadonlySet<string> = new Set(['entri.catat', 'entri.ubah']);
const JAM: ReadonlySet<string> = new Set(['mulai', 'selesai']);

const terbaca = (bidang: string, nilai: unknown): string => {
  if (bidang === 'foto') return words.foto((nilai as readonly unknown[] | undefined)?.length ?? 0);
  if (Array.isArray(nilai)) return nilai.join(', ');
  const teks = String(nilai ?? '');
  return JAM.has(bidang) ? words.jam(teks) : teks;
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const bandingkan = (dari: Isi, jadi: Isi): Ubahan[] =>
  Object.entries(antreanIsi.bidang).flatMap(([bidang, kata]) => {
    const [lama, baru] = [dari?.[bidang as keyof Entri], jadi?.[bidang as keyof Entri]];
    if (isSame(lama, baru)) return [];
    return [{ bidang: kata, dari: terbaca(bidang, lama), jadi: terbaca(bidang, baru) }];
  });

/** The text of an entry after a line, from that of the version that the line was made on. */
const isiSetelah = ({ kind, body, base }: HistoryLine, isi: ReadonlyMap<string, Isi>): Isi => {
  if (BERISI.has(kind)) return body as Isi;
  const { varian, pakai } = (body ?? {}) as { varian?: string; pakai?: string };
  if (kind === 'entri.pilih' && pakai === 'varian') return isi.get(varian ?? '') ?? null;
  return isi.get(base ?? '') ?? null;
};

const menurutNomor = (lines: readonly HistoryLine[]): HistoryLine[] =>
  [...lines].sort((a, b) => a.receipt.n - b.receipt.n);

/** Of each line (by its command's id) what it changed; nothing where the version before it is not among the lines. */
export const ubahanPer = (lines: readonly HistoryLine[]): ReadonlyMap<string, readonly Ubahan[]> => {
  const isi = new Map<string, Isi>();
  const ubahan = new Map<string, readonly Ubahan[]>();
  for (const line of menurutNomor(lines)) {
    const { id } = line.receipt;
    const dari = isi.get(line.base ?? '');
    const jadi = isiSetelah(line, isi);
    isi.set(id, jadi);
    ubahan.set(id, dari && jadi ? bandingkan(dari, jadi) : []);
  }
  return ubahan;
};

/** What is otherwise in `kini` than in the version `sejak` (a command's id); null where the lines do not hold that. */
export const ubahanSejak = (
  lines: readonly HistoryLine[],
  sejak: string,
  kini: Entri,
): readonly Ubahan[] | null => {
  const isi = new Map<string, Isi>();
  for (const line of menurutNomor(lines)) isi.set(line.receipt.id, isiSetelah(line, isi));
  const dari = isi.get(sejak);
  return dari ? bandingkan(dari, kini) : null;
};
