import type { LaporanPekan, LogHarian } from '../../../shared/domain/index.ts';
import { angka, hariTanggalTahun, persen } from '../format.ts';
import { menyebut } from '../menyebut.ts';
import { sebabKendala } from './kendala.ts';

type Bahan = {
  readonly sekolah: string;
  readonly log: LogHarian;
  readonly orang: ReadonlyMap<string, string>;
  /** True where the last day of the report is today: it counts already, and is not over. */
  readonly berjalan: boolean;
  /** False: nobody is named, as what goes into a group should be. */
  readonly sebutNama: boolean;
};

const bagian = ({ terisi, hariKerja }: LaporanPekan['isian']): string =>
  hariKerja === 0 ? 'tidak ada hari kerja' : persen((terisi / hariKerja) * 100);

const orangKata = (siapa: readonly string[], { orang, sebutNama }: Bahan): string => {
  if (siapa.length === 0) return 'tidak ada.';
  const jumlah = `${angka(siapa.length)} guru`;
  return sebutNama ? `${jumlah}: ${siapa.map((id) => orang.get(id) ?? '').join('; ')}` : `${jumlah}.`;
};

const isianKata = (laporan: LaporanPekan, bahan: Bahan): string[] => {
  if (bahan.log === 'mati' || laporan.isian.hariKerja === 0) return [];
  const { isian, sebelum } = laporan;
  const lalu = sebelum.hariKerja > 0 ? `; pekan lalu ${bagian(sebelum)}` : '';
  return [
    `Isian: ${angka(isian.terisi)} dari ${angka(isian.hariKerja)} hari kerja guru terisi (${bagian(isian)}${lalu}).`,
    ...(bahan.berjalan && laporan.kosongAkhir > 0
      ? [`Hari ini sudah ikut dihitung; ${angka(laporan.kosongAkhir)} guru belum mengisi hari ini.`]
      : []),
    `Mengisi setiap hari kerja: ${orangKata(laporan.penuh, bahan)}`,
    `Belum mengisi pekan ini: ${orangKata(laporan.kosong, bahan)}`,
  ];
};

const absenKata = ({ absen, isian }: LaporanPekan): string[] =>
  absen === 0
    ? []
    : [
        `Sakit atau cuti: ${angka(absen)} guru, ${angka(isian.tidakHadir)} hari (tidak dihitung sebagai hari kerja).`,
      ];

/** Inside a sentence: a small letter to begin with, but for HP. */
const dalamKalimat = (kata: string): string =>
  kata.replace(/^[A-Z](?=[a-z])/, (huruf) => huruf.toLowerCase());

const kendalaKata = ({ kendala }: LaporanPekan): string[] =>
  kendala.length === 0
    ? []
    : [
        `Kendala: ${kendala
          .map(({ sebab, guru }) => `${dalamKalimat(sebabKendala[sebab])} (${angka(guru)} guru)`)
          .join(', ')}.`,
      ];

const rhkKata = ({ rhk }: LaporanPekan): string[] =>
  rhk.length === 0
    ? []
    : [
        '',
        'Pekerjaan terbanyak:',
        ...rhk.map(
          ({ rhk: teks, jumlah, guru }, i) =>
            `${angka(i + 1)}. ${teks ?? 'Tanpa RHK'} (${angka(jumlah)} kegiatan, ${angka(guru)} guru)`,
        ),
      ];

const kata = {
  judul: 'Laporan pekanan',
  kembali: 'Wawasan',
  pekan: 'Pekan',
  ini: 'Pekan ini',
  lalu: 'Pekan lalu',
  sebutNama: 'Sebut nama guru',
  sebutNamaKet: 'Matikan bila dikirim ke grup. Sebab sakit atau cuti tidak pernah disebut.',
  isi: 'Isi laporan',
  isiKet: 'Betulkan atau tambahi sebelum dibagikan. Angkanya dari catatan di HP ini.',
  ulang: 'Buat ulang dari catatan',
  bagikan: 'Bagikan',
  salin: 'Salin',
  disalin: 'Laporan disalin',
  gagalSalin: 'Tidak bisa menyalin. Pilih teksnya, lalu salin sendiri.',
  cetak: 'Cetak',
  teks: (laporan: LaporanPekan, bahan: Bahan): string =>
    [
      `LAPORAN PEKANAN ${bahan.sekolah}`.trim(),
      `${hariTanggalTahun(laporan.awal)} sampai ${hariTanggalTahun(laporan.akhir)}, ${angka(laporan.hariSekolah)} hari kerja, ${angka(laporan.guru)} guru`,
      '',
      ...isianKata(laporan, bahan),
      `Kegiatan: ${angka(laporan.kegiatan)} tercatat, ${angka(laporan.disetujui)} disetujui, ${angka(laporan.dikembalikan)} dikembalikan, ${angka(laporan.menunggu)} belum diperiksa.`,
      ...absenKata(laporan),
      ...kendalaKata(laporan),
      ...rhkKata(laporan),
      '',
      'Catatan dan tindak lanjut:',
      '',
    ].join('\n'),
} as const;

/** Words of the week's report; the report itself is `teks`. */
export const laporan = menyebut(kata, 'menilai');
