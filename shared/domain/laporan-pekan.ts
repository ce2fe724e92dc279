import { bertugasAntara } from './bertugas.ts';
import { isTidakHadir, type KendalaTercatat, kendalaBerlaku, type SebabKendala } from './kendala.ts';
import { berlaku } from './ringkas.ts';
import { type SebaranRhk, sebaranRhk } from './sebaran-rhk.ts';
import { seninDari, tambahHari } from './tanggal.ts';
import { type BahanWawasan, hariKerjaDi, isianSekolah, jumlahIsian, type RentangHari } from './wawasan.ts';

/** RHK that a report names. */
const RHK_TERATAS = 5;

/**
 * The figures of one week for a head's report. Illness and leave are days and people, never a name with its cause: what
 * leaves the phone must not tell of anybody's health (UU 27/2022 article 4).
 */
export type LaporanPekan = RentangHari & {
  /** Working days of the school in it. */
  readonly hariSekolah: number;
  readonly guru: number;
  readonly isian: ReturnType<typeof jumlahIsian>;
  /** The same of the week before, as many days of it as this one has. */
  readonly sebelum: ReturnType<typeof jumlahIsian>;
  readonly kegiatan: number;
  readonly disetujui: number;
  readonly dikembalikan: number;
  readonly menunggu: number;
  /** People who filled in every day they owed, and those who filled in none. */
  readonly penuh: readonly string[];
  readonly kosong: readonly string[];
  /** People who owe its last day and have left it empty: many where that day is not over. */
  readonly kosongAkhir: number;
  /** People who were ill or on leave on some day of it. */
  readonly absen: number;
  /** People by the cause they told, illness and leave left out. */
  readonly kendala: readonly { readonly sebab: SebabKendala; readonly guru: number }[];
  readonly rhk: readonly SebaranRhk[];
};

const berpotongan = ({ content }: KendalaTercatat, { awal, akhir }: RentangHari): boolean =>
  content.mulai <= akhir && content.selesai >= awal;

/** Works out the report of the week that `akhir` lies in, from its Senin up to that day. */
export const laporanPekan = (
  bahan: BahanWawasan,
  skpList: Parameters<typeof sebaranRhk>[1],
  akhir: string,
): LaporanPekan => {
  const rentang = { awal: seninDari(akhir), akhir };
  const lalu = { awal: tambahHari(rentang.awal, -7), akhir: tambahHari(akhir, -7) };
  const bertugas = bahan.orang.filter((satu) => bertugasAntara(satu, rentang.awal, akhir));
  const orang = new Set(bertugas.map(({ id }) => id));
  const sepekan = bahan.entri.filter(
    (entri) =>
      berlaku(entri) &&
      orang.has(entri.owner) &&
      entri.content.tanggal >= rentang.awal &&
      entri.content.tanggal <= rentang.akhir,
  );
  const isian = isianSekolah(bahan, rentang);
  const kendala = bahan.kendala.filter(
    (satu) => kendalaBerlaku(satu) && orang.has(satu.owner) && berpotongan(satu, rentang),
  );
  const perSebab = new Map<SebabKendala, Set<string>>();
  for (const { owner, content } of kendala)
    if (!isTidakHadir(content.sebab))
      perSebab.set(content.sebab, (perSebab.get(content.sebab) ?? new Set()).add(owner));
  const tahap = (wanted: string): number => sepekan.filter(({ state }) => state.tahap === wanted).length;
  return {
    ...rentang,
    hariSekolah: hariKerjaDi(rentang, bahan.satker).length,
    guru: bertugas.length,
    isian: jumlahIsian(isian),
    sebelum: jumlahIsian(isianSekolah(bahan, lalu)),
    kegiatan: sepekan.length,
    disetujui: tahap('DISETUJUI'),
    dikembalikan: tahap('DIKEMBALIKAN'),
    menunggu: tahap('DIAJUKAN'),
    penuh: isian.filter((satu) => satu.hariKerja > 0 && satu.kosong.length === 0).map(({ owner }) => owner),
    kosong: isian.filter((satu) => satu.hariKerja > 0 && satu.terisi === 0).map(({ owner }) => owner),
    kosongAkhir: isian.filter((satu) => satu.kosong.includes(akhir)).length,
    absen: isian.filter(({ tidakHadir }) => tidakHadir > 0).length,
    kendala: [...perSebab]
      .map(([sebab, guru]) => ({ sebab, guru: guru.size }))
      .sort((a, b) => b.guru - a.guru),
    rhk: sebaranRhk(sepekan, skpList)
      .filter(({ jumlah }) => jumlah > 0)
      .slice(0, RHK_TERATAS),
  };
};
