import type { HasilPeriksa, Kolom, Rencana } from '../../../shared/simpeg/index.ts';

/** One row of a dry run, as `npm run simpeg -- FILE --dry-run --json OUT` writes it. */
export type BarisUji = {
  readonly sheet: string;
  readonly row: number;
  readonly person: string | null;
  readonly action: 'new' | 'changed' | 'unchanged' | 'refused';
  readonly faults: readonly {
    readonly column: string | null;
    readonly class: string;
    readonly value: string;
    readonly proposed: string | null;
  }[];
  readonly signIn: boolean;
};

/** The rows of a dry run: columns by the names that the file itself gives them. */
export const barisUji = (hasil: HasilPeriksa, rencana: Rencana): BarisUji[] => {
  const judul = new Map(
    hasil.lembar.map(({ nama, judul: kolom }) => [
      nama,
      new Map((kolom ?? []).map((satu): [Kolom | null, string] => [satu.kolom, satu.judul])),
    ]),
  );
  return rencana.baris.map(({ baris, tindakan, masuk }) => ({
    sheet: baris.lembar,
    row: baris.nomor,
    person: baris.nip,
    action: tindakan,
    faults: baris.salah.map(({ kolom, kelas, nilai, usul }) => ({
      column: kolom === null ? null : (judul.get(baris.lembar)?.get(kolom) ?? kolom),
      class: kelas,
      value: nilai,
      proposed: usul,
    })),
    signIn: masuk,
  }));
};
