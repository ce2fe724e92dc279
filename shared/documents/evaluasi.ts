import {
  ASPEK,
  NAMA_BULAN,
  NILAI_BERAKHLAK,
  type Periode,
  type Rating,
  rentangPeriode,
} from '../domain/index.ts';
import type { Evaluasi, EvaluasiState, HasilRhk, Keberatan } from '../records/evaluasi.ts';
import type { Skp } from '../records/skp.ts';
import { NAMA_PREDIKAT } from './akumulasi.ts';
import {
  type Bahan,
  identitas,
  instansi,
  kop,
  type PenilaiCetak,
  tandaTangan,
  tanggalSurat,
} from './bahan.ts';
import type { Bagian, Baris, Blok, Dokumen } from './dokumen.ts';

/** Ratings as forms print them. */
export const NAMA_RATING = {
  DI_BAWAH: 'Di Bawah Ekspektasi',
  SESUAI: 'Sesuai Ekspektasi',
  DI_ATAS: 'Di Atas Ekspektasi',
} as const satisfies Record<Rating, string>;

/** Capaian kinerja organisasi as forms print it (SE MenPANRB 3/2023). */
const NAMA_CAPAIAN: Readonly<Record<string, string>> = {
  ISTIMEWA: 'Istimewa',
  BAIK: 'Baik',
  BUTUH_PERBAIKAN: 'Butuh Perbaikan',
  KURANG: 'Kurang',
  SANGAT_KURANG: 'Sangat Kurang',
};

const ROMAWI = ['I', 'II', 'III', 'IV'] as const;
const BELUM = '-';

/** "TRIWULAN II", "BULAN NOVEMBER", "AKHIR", as the head of an evaluation names its period. */
export const namaPeriode = ({ tipe, angka }: Periode): string => {
  if (tipe === 'tahunan') return 'AKHIR';
  return tipe === 'triwulanan'
    ? `TRIWULAN ${ROMAWI[angka - 1] ?? ''}`
    : `BULAN ${(NAMA_BULAN[angka - 1] ?? '').toUpperCase()}`;
};

/** An evaluation and what it is read beside: the SKP of its time, the organisation's result, the atasan where he is known. */
export type BahanEvaluasi = {
  readonly evaluasi: Evaluasi;
  readonly state: EvaluasiState;
  readonly skp: Skp | null;
  readonly capaian: string | null;
  readonly atasan: PenilaiCetak | null;
};

const isTetap = ({ tahap }: EvaluasiState): boolean => tahap === 'DITETAPKAN';

/** What is not final yet says so on paper, and bears no predikat: only what the penilai has fixed counts. */
const rancangan = (state: EvaluasiState): string[] =>
  isTetap(state) ? [] : ['RANCANGAN: evaluasi ini belum ditetapkan pejabat penilai kinerja.'];

const periodePenilaian = ({ periode }: Evaluasi): string => {
  const { awal, akhir } = rentangPeriode(periode);
  return `Periode penilaian: ${tanggalSurat(awal)} s.d. ${tanggalSurat(akhir)}`;
};

const kepala = (bahan: Bahan, { evaluasi }: BahanEvaluasi): string[] => [
  ...instansi(bahan),
  periodePenilaian(evaluasi),
  `PERIODE: ${namaPeriode(evaluasi.periode)}`,
];

const rating = (nama: string, nilai: Rating | null | undefined): Baris => ({
  kelompok: `${nama}: ${nilai ? NAMA_RATING[nilai].toUpperCase() : BELUM}`,
});

const barisRhk = ({ kode, rhk, ukuran }: HasilRhk, nomor: number, { skp, state }: BahanEvaluasi): Baris[] => {
  const rencana = skp?.rhk.find((satu) => satu.kode === kode);
  const umpan = (state.nilai?.umpan ?? []).filter((satu) => satu.kode === kode).map(({ teks }) => teks);
  const tinggi = Math.max(1, ukuran.length);
  const depan = [String(nomor), rencana?.intervensi ?? '', rhk].map((teks) => ({ teks, baris: tinggi }));
  const belakang = { teks: umpan.join('\n'), baris: tinggi };
  if (ukuran.length === 0) return [{ sel: [...depan, '', '', '', '', belakang] }];
  return ukuran.map(({ indikator, target, realisasi }, i) => {
    const aspek = rencana?.indikator.find((satu) => satu.indikator === indikator)?.aspek;
    const tengah = [aspek ? ASPEK[aspek] : '', indikator, target, realisasi];
    return i === 0 ? { sel: [...depan, ...tengah, belakang] } : { sel: [null, null, null, ...tengah, null] };
  });
};

const hasilKerja = (isi: BahanEvaluasi): Bagian => {
  const { evaluasi, skp, state } = isi;
  const jenis = (kode: string) => skp?.rhk.find((satu) => satu.kode === kode)?.jenis ?? 'utama';
  const kelompok = (judul: string, yang: 'utama' | 'tambahan'): Baris[] => [
    { kelompok: judul },
    ...evaluasi.hasil
      .filter(({ kode }) => jenis(kode) === yang)
      .flatMap((satu, i) => barisRhk(satu, i + 1, isi)),
  ];
  return {
    judul: 'HASIL KERJA',
    tabel: {
      kolom: [
        { judul: 'No', lebar: 4, rata: 'tengah' },
        { judul: 'Rencana Hasil Kerja Pimpinan yang Diintervensi', lebar: 15 },
        { judul: 'Rencana Hasil Kerja', lebar: 17 },
        { judul: 'Aspek', lebar: 8 },
        { judul: 'Indikator Kinerja Individu', lebar: 16 },
        { judul: 'Target', lebar: 9 },
        { judul: 'Realisasi Berdasarkan Bukti Dukung', lebar: 15 },
        { judul: 'Umpan Balik Berkelanjutan Berdasarkan Bukti Dukung', lebar: 16 },
      ],
      nomor: true,
      baris: [
        ...kelompok('A. UTAMA', 'utama'),
        ...kelompok('B. TAMBAHAN', 'tambahan'),
        rating('RATING HASIL KERJA', isTetap(state) ? state.nilai?.hasil : null),
      ],
      kosong: '',
    },
  };
};

const predikatKinerja = ({ predikat, ...state }: EvaluasiState): string =>
  predikat && isTetap(state) ? NAMA_PREDIKAT[predikat].toUpperCase() : BELUM;

const perilakuKerja = ({ skp, state }: BahanEvaluasi): Bagian => ({
  judul: 'PERILAKU KERJA',
  tabel: {
    kolom: [
      { judul: 'No', lebar: 4, rata: 'tengah' },
      { judul: 'Perilaku Kerja', lebar: 40 },
      { judul: 'Ekspektasi Khusus Pimpinan', lebar: 28 },
      { judul: 'Umpan Balik Berkelanjutan Berdasarkan Bukti Dukung', lebar: 28 },
    ],
    baris: [
      ...NILAI_BERAKHLAK.map(({ nilai, panduan }, i) => ({
        sel: [
          String(i + 1),
          [nilai, ...panduan.map((teks) => `• ${teks}`)].join('\n'),
          skp?.perilaku?.[i] ?? '',
          i === 0 ? { teks: state.nilai?.catatan ?? '', baris: NILAI_BERAKHLAK.length } : null,
        ],
      })),
      rating('RATING PERILAKU KERJA', isTetap(state) ? state.nilai?.perilaku : null),
      { kelompok: `PREDIKAT KINERJA PEGAWAI: ${predikatKinerja(state)}` },
    ],
    kosong: '',
  },
});

const namaCapaian = (capaian: string | null): string =>
  capaian ? (NAMA_CAPAIAN[capaian] ?? capaian).toUpperCase() : BELUM;

/** Evaluasi Kinerja Pegawai (PermenPANRB 6/2022, form D): plan, realisation, feedback, two ratings and their predikat. */
export const dokumenEvaluasi = (bahan: Bahan, isi: BahanEvaluasi): Dokumen => ({
  jenis: 'evaluasi',
  ...kop(bahan),
  judul: 'EVALUASI KINERJA PEGAWAI',
  keterangan: [
    `PENDEKATAN HASIL KERJA ${(isi.skp?.pendekatan ?? 'kuantitatif').toUpperCase()}`,
    ...kepala(bahan, isi),
    `CAPAIAN KINERJA ORGANISASI: ${namaCapaian(isi.capaian)}`,
  ],
  identitas: identitas(bahan),
  bagian: [hasilKerja(isi), perilakuKerja(isi)],
  tanda: tandaTangan(bahan).slice(1),
  catatan: rancangan(isi.state),
  sah: isTetap(isi.state),
  arah: 'rebah',
  tanggal: bahan.tanggal,
});

const blokPejabat = (judul: string, pejabat: PenilaiCetak | null, unit: string): Blok => ({
  judul,
  baris: [
    ['Nama', pejabat?.nama || BELUM],
    ['NIP', pejabat?.nip || BELUM],
    ['Pangkat/Gol. Ruang', pejabat?.pangkat || BELUM],
    ['Jabatan', pejabat?.jabatan || BELUM],
    ['Unit Kerja', unit],
  ],
});

/** The three voices of an objection as the older form boxed them: hers, the penilai's, and the atasan's last word. */
const keberatan = (
  { alasan, pada, penjelasan, keputusan, terlambat }: Keberatan,
  tanggal: (saat: number) => string,
): Bagian[] => [
  {
    judul: '6. KEBERATAN PEGAWAI YANG DINILAI',
    daftar: [`${tanggal(pada)}${terlambat ? ' (sesudah batas 14 hari)' : ''}: ${alasan}`],
  },
  {
    judul: '7. PENJELASAN PEJABAT PENILAI KINERJA',
    daftar: penjelasan ? [`${tanggal(penjelasan.pada)}, ${penjelasan.oleh}: ${penjelasan.teks}`] : [],
  },
  {
    judul: '8. KEPUTUSAN ATASAN PEJABAT PENILAI KINERJA',
    daftar: keputusan
      ? [
          `${tanggal(keputusan.pada)}, ${keputusan.oleh}: ${keputusan.alasan}`,
          `Predikat sebelum keputusan: ${NAMA_PREDIKAT[keputusan.semula.predikat]}`,
        ]
      : [],
  },
];

/**
 * Dokumen Evaluasi Kinerja Pegawai (form E), the sheet that promotion desks ask for: who, by whom, under whom, the result.
 * Objection and decision stand in it where there was one (PP 30/2019 pasal 59). `tanggal` writes an epoch as a date.
 */
export const dokumenPenilaian = (
  bahan: Bahan,
  isi: BahanEvaluasi & { readonly tanggal: (saat: number) => string },
): Dokumen => {
  const { state, atasan, capaian } = isi;
  const [pegawai, penilai] = identitas(bahan);
  const unit = bahan.satker?.nama ?? BELUM;
  return {
    jenis: 'penilaian',
    ...kop(bahan),
    judul: 'DOKUMEN EVALUASI KINERJA PEGAWAI',
    keterangan: kepala(bahan, isi),
    identitas: [
      ...(pegawai ? [{ ...pegawai, judul: `1. ${pegawai.judul}` }] : []),
      ...(penilai ? [{ ...penilai, judul: `2. ${penilai.judul}` }] : []),
      blokPejabat('3. ATASAN PEJABAT PENILAI KINERJA', atasan, atasan ? unit : BELUM),
    ],
    bagian: [
      {
        judul: '4. EVALUASI KINERJA',
        tabel: {
          kolom: [
            { judul: 'Unsur', lebar: 50 },
            { judul: 'Hasil', lebar: 50 },
          ],
          baris: [
            { sel: ['Capaian kinerja organisasi', namaCapaian(capaian)] },
            { sel: ['Predikat kinerja pegawai', predikatKinerja(state)], tebal: true },
          ],
          kosong: '',
        },
      },
      {
        judul: '5. CATATAN/REKOMENDASI',
        daftar: isTetap(state) && state.nilai?.catatan ? [state.nilai.catatan] : [],
      },
      ...(state.keberatan ? keberatan(state.keberatan, isi.tanggal) : []),
    ],
    tanda: tandaTangan(bahan),
    catatan: rancangan(state),
    sah: isTetap(state),
    arah: 'tegak',
    tanggal: bahan.tanggal,
  };
};
