import type { Penugasan } from '../records/penugasan.ts';
import { JENIS_SEMENTARA, type Masa, tugasBerlaku } from './penugasan.ts';

/** A person who is at work, with whoever rates her; `penilai` null where nobody does. */
export type OrangSusunan = {
  readonly id: string;
  readonly unit: string;
  readonly penilai: string | null;
};
/** A unit; in a wilayah the tree ends, so nobody is owed above its head. */
export type UnitSusunan = { readonly id: string; readonly wilayah: boolean };
/** Whoever heads a unit, for good or standing in, past and future ones too. */
export type KepalaSusunan = Masa & {
  readonly orang: string;
  readonly unit: string;
  readonly jenis: Penugasan['jenis'];
};
/** Who rates whom, and who heads what. */
export type Susunan = {
  readonly orang: readonly OrangSusunan[];
  readonly unit: readonly UnitSusunan[];
  readonly kepala: readonly KepalaSusunan[];
};

/** What may be wrong with it, the worst first. */
export const JENIS_TEMUAN = [
  'lingkaran',
  'tanpaKepala',
  'pltLewat',
  'duaKepala',
  'tanpaAtasan',
  'tanpaPenilai',
  'penilaiPergi',
] as const;
/** One of them. */
export type JenisTemuan = (typeof JENIS_TEMUAN)[number];

/** One fault: where, whom it concerns, since when where a day made it so, and whom to name as penilai where that is plain. */
export type TemuanSusunan = {
  readonly jenis: JenisTemuan;
  readonly unit: string;
  readonly orang: readonly string[];
  readonly tanggal: string | null;
  readonly usul: string | null;
};

const temuan = (jenis: JenisTemuan, unit: string, isi: Partial<TemuanSusunan> = {}): TemuanSusunan => ({
  jenis,
  unit,
  orang: [],
  tanggal: null,
  usul: null,
  ...isi,
});

/**
 * Rings of people who rate each other in a circle, each once, beginning with the smallest id; somebody who rates himself
 * is a ring of one. Everybody has at most one penilai, so one walk along the arrows finds them all.
 */
export const lingkaran = (orang: readonly OrangSusunan[]): string[][] => {
  const penilai = new Map(orang.map((satu) => [satu.id, satu.penilai]));
  const selesai = new Set<string>();
  const ditemukan: string[][] = [];
  for (const { id } of orang) {
    const jalan: string[] = [];
    const pernah = new Set<string>();
    let kini: string | null = id;
    while (kini !== null && penilai.has(kini) && !selesai.has(kini) && !pernah.has(kini)) {
      pernah.add(kini);
      jalan.push(kini);
      kini = penilai.get(kini) ?? null;
    }
    if (kini !== null && pernah.has(kini)) ditemukan.push(dariTerkecil(jalan.slice(jalan.indexOf(kini))));
    for (const satu of jalan) selesai.add(satu);
  }
  return ditemukan;
};

const dariTerkecil = (cincin: readonly string[]): string[] => {
  const awal = cincin.indexOf([...cincin].sort()[0] ?? '');
  return [...cincin.slice(awal), ...cincin.slice(0, awal)];
};

type Unit = {
  readonly id: string;
  readonly wilayah: boolean;
  readonly orang: readonly OrangSusunan[];
  readonly kini: readonly KepalaSusunan[];
  readonly lalu: readonly KepalaSusunan[];
};

const temuanKepala = ({ id, wilayah, orang, kini, lalu }: Unit): TemuanSusunan[] => {
  const tetap = kini.filter(({ jenis }) => !JENIS_SEMENTARA.includes(jenis));
  const banyak = new Set((tetap.length > 1 ? tetap : kini).map((satu) => satu.orang));
  if (tetap.length > 1 || (tetap.length === 0 && banyak.size > 1))
    return [temuan('duaKepala', id, { orang: [...banyak].sort() })];
  if (kini.length > 0 || orang.length === 0 || wilayah) return [];
  const [akhir] = [...lalu].sort((a, b) => ((a.akhir ?? '') < (b.akhir ?? '') ? 1 : -1));
  if (akhir && JENIS_SEMENTARA.includes(akhir.jenis))
    return [temuan('pltLewat', id, { orang: [akhir.orang], tanggal: akhir.akhir })];
  return [temuan('tanpaKepala', id)];
};

const temuanOrang = ({ wilayah, orang, kini }: Unit, ada: ReadonlySet<string>): TemuanSusunan[] => {
  const kepala = new Set(kini.map((satu) => satu.orang));
  const [usul] = kepala.size === 1 ? kepala : [];
  return orang.flatMap(({ id, unit, penilai }): TemuanSusunan[] => {
    const isKepala = kepala.has(id);
    const isi = { orang: [id], usul: isKepala || usul === undefined ? null : usul };
    if (penilai !== null && !ada.has(penilai)) return [temuan('penilaiPergi', unit, isi)];
    if (penilai !== null || (isKepala && wilayah)) return [];
    return [temuan(isKepala ? 'tanpaAtasan' : 'tanpaPenilai', unit, isi)];
  });
};

/** Everything that is wrong with an organisation on a date, in the order of {@link JENIS_TEMUAN}. Pure, and free of order. */
export const temuanSusunan = ({ orang, unit, kepala }: Susunan, tanggal: string): TemuanSusunan[] => {
  const menurutUnit = new Map<string, OrangSusunan[]>();
  for (const satu of orang) menurutUnit.set(satu.unit, [...(menurutUnit.get(satu.unit) ?? []), satu]);
  const kini = kepala.filter((satu) => tugasBerlaku(satu, tanggal));
  const ada = new Set([...orang.map(({ id }) => id), ...kini.map((satu) => satu.orang)]);
  const tempat = new Map(orang.map((satu) => [satu.id, satu.unit]));
  const ditemukan = [
    ...lingkaran(orang).map((cincin) =>
      temuan('lingkaran', tempat.get(cincin[0] ?? '') ?? '', { orang: cincin }),
    ),
    ...unit.flatMap(({ id, wilayah }) => {
      const satu: Unit = {
        id,
        wilayah,
        orang: menurutUnit.get(id) ?? [],
        kini: kini.filter((lain) => lain.unit === id),
        lalu: kepala.filter((lain) => lain.unit === id && lain.akhir !== null && lain.akhir < tanggal),
      };
      return [...temuanKepala(satu), ...temuanOrang(satu, ada)];
    }),
  ];
  return ditemukan.sort(
    (a, b) => JENIS_TEMUAN.indexOf(a.jenis) - JENIS_TEMUAN.indexOf(b.jenis) || (kunci(a) < kunci(b) ? -1 : 1),
  );
};

const kunci = ({ unit, orang }: TemuanSusunan): string => `${unit} ${orang.join(' ')}`;
