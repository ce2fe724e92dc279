import { type Refusal, refuse } from '../protocol/problem-codes.ts';
import { POLA_SEKOLAH_TERBANYAK, type Pola, type PolaSekolah } from '../records/pola.ts';
import type { AnyRecord, RecordOf } from '../records/record.ts';
import type { Rhk, Skp } from '../records/skp.ts';

/** True for a pattern that a school shares; anything else is a person's own. */
export const isPolaSekolah = (isi: Pola | PolaSekolah): isi is PolaSekolah => 'rencana' in isi;

/**
 * Why a shared pattern may not stand as it is wanted: hours the wrong way round (`jam_terbalik`), or no room for one more
 * among the living ones of its kind, the school's own or the instansi's (`pola_penuh`). `id` is that of a changed one.
 */
export const halanganPolaSekolah = (
  { mulai, selesai, asal }: PolaSekolah,
  semua: readonly AnyRecord[],
  id: string | null,
): Refusal | null => {
  if ((mulai === null) !== (selesai === null) || (mulai !== null && selesai !== null && selesai <= mulai))
    return refuse('jam_terbalik', { bidang: 'selesai' });
  const lain = semua.filter(
    (satu) =>
      satu.kind === 'pola' &&
      !satu.deleted &&
      satu.id !== id &&
      isPolaSekolah(satu.content) &&
      (satu.content.asal === undefined) === (asal === undefined),
  );
  return lain.length >= POLA_SEKOLAH_TERBANYAK
    ? refuse('pola_penuh', { paling: POLA_SEKOLAH_TERBANYAK })
    : null;
};

const rata = (teks: string): string => teks.toLowerCase().replace(/\s+/g, ' ').trim();

/** Codes may carry their RHK's before them: `GR-U-01.AJR`. */
const ekor = (kode: string): string => kode.split('.').at(-1) ?? '';

/**
 * A shared pattern as it serves one person: with the RHK and rencana aksi of her SKP that it means, by the code of the
 * catalogue or else by its words; without any where her SKP knows neither, since a guess would be a wrong record.
 */
export const polaUntukSkp = ({ rencana, asal: _, ...isi }: PolaSekolah, skp: Skp | null): Pola => {
  const cari = (cocok: (aksi: Rhk['rencanaAksi'][number]) => boolean): Pola | null => {
    for (const { kode, rencanaAksi } of skp?.rhk ?? []) {
      const aksi = rencanaAksi.find(cocok);
      if (aksi) return { ...isi, rhk: kode, rencanaAksi: aksi.kode };
    }
    return null;
  };
  const { rencanaAksi: hint } = isi;
  return (
    (hint === null ? null : cari(({ kode }) => ekor(kode) === hint)) ??
    (rencana === '' ? null : cari(({ nama }) => rata(nama) === rata(rencana))) ?? {
      ...isi,
      rencanaAksi: null,
    }
  );
};

/** A pattern as a person sees it in her list: fit for her SKP, and whose it is. */
export type PolaTampil = {
  readonly id: string;
  readonly isi: Pola;
  readonly dari: 'saya' | 'sekolah' | 'dinas';
};

/** A person's own patterns first, then what her school shares and she has not hidden; each in the order it came in. */
export const polaTampil = (
  {
    saya,
    sekolah,
    sembunyi,
  }: {
    readonly saya: readonly RecordOf<'pola'>[];
    readonly sekolah: readonly RecordOf<'pola'>[];
    readonly sembunyi: ReadonlySet<string>;
  },
  skp: Skp | null,
): PolaTampil[] => [
  ...saya.map(({ id, content }): PolaTampil => ({ id, isi: content, dari: 'saya' })),
  ...sekolah.flatMap(({ id, content }): PolaTampil[] =>
    sembunyi.has(id) || !isPolaSekolah(content)
      ? []
      : [{ id, isi: polaUntukSkp(content, skp), dari: content.asal ? 'dinas' : 'sekolah' }],
  ),
];
