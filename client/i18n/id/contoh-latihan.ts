import type { Entri, Jadwal, Pegawai, Satker, Skp } from '../../../shared/records/index.ts';

/** An invented teacher, school and plan for the training mode. Nobody of these exists. */
export const contohPegawai: Pegawai = {
  nip: '199001012015012001',
  nama: 'Sri Wahyuni',
  gelarDepan: '',
  gelarBelakang: 'S.Pd.',
  jenisKelamin: 'P',
  status: 'PNS',
  golongan: 'Penata Muda Tk. I, III/b',
  jabatan: 'Guru Kelas',
  jenjang: 'Ahli Pertama',
  penilai: { id: 'latihan-penilai', nama: 'Drs. Budi Santoso', jabatan: 'Kepala Sekolah' },
};

export const contohSatker: Satker = {
  npsn: '69999999',
  nama: 'SDN Latihan',
  kabupaten: 'Kabupaten Contoh',
  zona: 'Asia/Jakarta',
  hariKerja: [1, 2, 3, 4, 5, 6],
  logHarian: 'opsional',
  batasIsianHari: null,
  kalender: [],
  bulanTerkunci: [],
  tanggalDibuka: [],
};

const periode = (
  hari: number,
  [jamKe, mulai, selesai, mapel]: readonly [number, string, string, string],
) => ({
  hari,
  jamKe,
  mulai,
  selesai,
  mapel,
  kelas: '5A',
});

export const contohJadwal: Jadwal = {
  pelajaran: [1, 2, 3, 4, 5, 6].flatMap((hari) => [
    periode(hari, [1, '07:15', '07:50', 'Matematika']),
    periode(hari, [2, '07:50', '08:25', 'Matematika']),
    periode(hari, [3, '08:25', '09:00', 'Bahasa Indonesia']),
    periode(hari, [4, '09:30', '10:05', 'Bahasa Indonesia']),
    periode(hari, [5, '10:05', '10:40', 'IPAS']),
  ]),
};

export const contohSkp = (tahun: number): Skp => ({
  tahun,
  pendekatan: 'kuantitatif',
  rhk: [
    {
      kode: 'L-1',
      jenis: 'utama',
      rhk: 'Terlaksananya pembelajaran sesuai jadwal dan beban mengajar',
      intervensi: 'Meningkatnya mutu pembelajaran di sekolah',
      indikator: [{ aspek: 'kuantitas', indikator: 'Jumlah jam tatap muka', target: '480', satuan: 'JP' }],
      rencanaAksi: [
        { kode: 'AJR', nama: 'Melaksanakan pembelajaran di kelas', satuan: 'JP' },
        { kode: 'PRK', nama: 'Menyusun perangkat ajar', satuan: 'dokumen' },
      ],
    },
    {
      kode: 'L-2',
      jenis: 'utama',
      rhk: 'Terlaksananya penilaian hasil belajar',
      intervensi: null,
      indikator: [{ aspek: 'kuantitas', indikator: 'Jumlah penilaian', target: '12', satuan: 'kegiatan' }],
      rencanaAksi: [{ kode: 'ASF', nama: 'Asesmen formatif', satuan: 'kegiatan' }],
    },
    {
      kode: 'L-3',
      jenis: 'tambahan',
      rhk: 'Terlaksananya tugas tambahan sebagai pembina Pramuka',
      intervensi: null,
      indikator: [{ aspek: 'kuantitas', indikator: 'Jumlah latihan', target: '24', satuan: 'kegiatan' }],
      rencanaAksi: [{ kode: 'PRM', nama: 'Membina latihan Pramuka', satuan: 'kegiatan' }],
    },
  ],
});

const isi = (
  uraian: string,
  mulai: string,
  selesai: string,
  rest: Pick<Entri, 'rhk' | 'rencanaAksi' | 'realisasi' | 'satuan'>,
): Omit<Entri, 'tanggal'> => ({
  uraian,
  mulai,
  selesai,
  ...rest,
  catatan: '',
  tautan: [],
  foto: [],
});

/** What the invented teacher did on the last school day; the second one was given back. */
export const contohKegiatan: readonly Omit<Entri, 'tanggal'>[] = [
  isi('Mengajar Matematika kelas 5A, pecahan senilai', '07:15', '08:25', {
    rhk: 'L-1',
    rencanaAksi: 'AJR',
    realisasi: 2,
    satuan: 'JP',
  }),
  isi('Mengajar Bahasa Indonesia kelas 5A, teks prosedur', '08:25', '10:05', {
    rhk: 'L-1',
    rencanaAksi: 'AJR',
    realisasi: 2,
    satuan: 'JP',
  }),
  isi('Menyusun soal asesmen formatif Matematika', '13:00', '14:00', {
    rhk: 'L-2',
    rencanaAksi: 'ASF',
    realisasi: 1,
    satuan: 'kegiatan',
  }),
];
export const contohAlasan = 'Tuliskan juga jumlah siswa yang hadir.';
export const contohPenilai = 'Drs. Budi Santoso';
