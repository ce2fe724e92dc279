import type { EntriRingkas } from './tebak.ts';
import { teksPolos } from './teks-polos.ts';

const SARAN = 5;

/**
 * Texts that the person wrote before for a rencana aksi (null: for any), at most five, without doubles: the most often
 * used first, of equal ones the latest.
 */
export const saranUraian = (riwayat: readonly EntriRingkas[], rencanaAksi: string | null): string[] => {
  const byText = new Map<string, { uraian: string; kali: number; terakhir: string }>();
  for (const entri of riwayat) {
    if (rencanaAksi !== null && entri.rencanaAksi !== rencanaAksi) continue;
    const known = byText.get(teksPolos(entri.uraian));
    const saat = `${entri.tanggal} ${entri.mulai}`;
    const newer = !known || saat > known.terakhir;
    byText.set(teksPolos(entri.uraian), {
      uraian: newer ? entri.uraian.trim() : known.uraian,
      kali: (known?.kali ?? 0) + 1,
      terakhir: newer ? saat : known.terakhir,
    });
  }
  return [...byText.values()]
    .sort((a, b) => b.kali - a.kali || (a.terakhir < b.terakhir ? 1 : -1))
    .slice(0, SARAN)
    .map(({ uraian }) => uraian);
};
