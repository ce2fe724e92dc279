import { formatNip, NAMA_BULAN, NAMA_HARI, namaLengkap } from '../domain/index.ts';
import { hariPekan } from '../domain/tanggal.ts';
import type { Pegawai } from '../records/pegawai.ts';
import type { Satker } from '../records/satker.ts';
import type { PenilaiSkp } from '../records/skp.ts';
import type { Blok, Dokumen, TandaTangan } from './dokumen.ts';

/** The penilai as a form names him; `nip` empty where it is not known here. */
export type PenilaiCetak = {
  readonly nama: string;
  readonly nip: string;
  readonly pangkat: string;
  readonly jabatan: string;
};

/** What every document needs: whose it is, who appraises, which school, and the date that it bears. */
export type Bahan = {
  readonly pegawai: Pegawai;
  readonly penilai: PenilaiCetak | null;
  readonly satker: Satker | null;
  readonly tanggal: string;
};

/**
 * The penilai of a person: rank and NIP from his own record where it is at hand, as for a head; on a teacher's phone the NIP
 * from what `dikenal` says of the same person (the head's matriks).
 */
export const penilaiCetak = (
  pegawai: Pegawai,
  penilai: Pegawai | null,
  dikenal: readonly PenilaiSkp[] = [],
): PenilaiCetak | null =>
  pegawai.penilai && {
    nama: penilai ? namaLengkap(penilai) : pegawai.penilai.nama,
    nip: penilai?.nip ?? dikenal.find(({ id, nip }) => id === pegawai.penilai?.id && nip !== '')?.nip ?? '',
    pangkat: penilai?.golongan ?? '',
    jabatan: pegawai.penilai.jabatan,
  };

/** "23 November 2026". */
export const tanggalSurat = (tanggal: string): string =>
  `${Number(tanggal.slice(8, 10))} ${bulanSurat(tanggal)}`;

/** "November 2026" of a date or a month. */
export const bulanSurat = (tanggal: string): string =>
  `${NAMA_BULAN[Number(tanggal.slice(5, 7)) - 1] ?? ''} ${tanggal.slice(0, 4)}`;

/** "Senin, 23 November 2026". */
export const hariSurat = (tanggal: string): string =>
  `${NAMA_HARI[hariPekan(tanggal) - 1] ?? ''}, ${tanggalSurat(tanggal)}`;

/** What a document says of its letterhead. */
export type KopDokumen = Pick<Dokumen, 'kop' | 'kopNama' | 'logo'>;

/** Where the name stands in documents that do not say so. */
export const KOP_NAMA = 1;

/**
 * The letterhead of a school: the offices above it, its name, number, address and telephone, as its admin wrote them; no
 * line that is not known. A garuda is never among it: the law keeps that for offices of the state (UU 24/2009).
 */
export const kopSatker = (
  satker: Pick<Satker, 'npsn' | 'nama' | 'kabupaten' | 'alamat' | 'telepon' | 'kop' | 'logo'>,
): KopDokumen => {
  const ditulis = satker.kop ?? [];
  const atas = (ditulis.length > 0 ? ditulis : [satker.kabupaten]).filter(Boolean);
  const hubungi = [satker.alamat ?? '', satker.telepon ? `Telepon ${satker.telepon}` : ''].filter(Boolean);
  // A wilayah of heads is no school: its number is ours and not the ministry's.
  const nomor = /^\d/.test(satker.npsn) ? [`NPSN ${satker.npsn}`] : [];
  const bawah = [...nomor, ...hubungi].join(' · ');
  return {
    kop: [...[...atas, satker.nama].map((teks) => teks.toUpperCase()), bawah].filter(Boolean),
    ...(atas.length === KOP_NAMA ? {} : { kopNama: atas.length }),
    ...(satker.logo ? { logo: satker.logo } : {}),
  };
};

/** The letterhead of the school that a document comes from; nothing where it is not known. */
export const kop = ({ satker }: Bahan): KopDokumen => (satker ? kopSatker(satker) : { kop: [] });

/** "Instansi: …", as forms have it under the title. */
export const instansi = ({ satker }: Bahan): string[] =>
  satker?.kabupaten ? [`Instansi: Pemerintah ${satker.kabupaten}`] : [];

const TIDAK_ADA = '-';

/** The identity block of forms: pegawai on the left, penilai on the right (PermenPANRB 6/2022). */
export const identitas = ({ pegawai, penilai, satker }: Bahan): Blok[] => {
  const unit = satker?.nama ?? TIDAK_ADA;
  const isi = (judul: string, [nama, nip, pangkat, jabatan]: readonly string[]): Blok => ({
    judul,
    baris: [
      ['Nama', nama || TIDAK_ADA],
      ['NIP', nip ? formatNip(nip) : TIDAK_ADA],
      ['Pangkat/Gol. Ruang', pangkat || TIDAK_ADA],
      ['Jabatan', jabatan || TIDAK_ADA],
      ['Unit Kerja', unit],
    ],
  });
  const { nip, golongan, jabatan, jenjang } = pegawai;
  const jabatanLengkap = jenjang ? `${jabatan} ${jenjang}` : jabatan;
  return [
    isi('PEGAWAI YANG DINILAI', [namaLengkap(pegawai), nip, golongan, jabatanLengkap]),
    isi('PEJABAT PENILAI KINERJA', [
      penilai?.nama ?? '',
      penilai?.nip ?? '',
      penilai?.pangkat ?? '',
      penilai?.jabatan ?? '',
    ]),
  ];
};

/** Pegawai on the left, penilai on the right with place and date. */
export const tandaTangan = ({ pegawai, penilai, satker, tanggal }: Bahan): TandaTangan[] => {
  const tempat = satker?.kabupaten.replace(/^(Kabupaten|Kota)\s+/i, '') ?? '';
  return [
    { peran: 'Pegawai yang Dinilai', tempatTanggal: '', nama: namaLengkap(pegawai), nip: pegawai.nip },
    {
      peran: 'Pejabat Penilai Kinerja',
      tempatTanggal: [tempat, tanggalSurat(tanggal)].filter(Boolean).join(', '),
      nama: penilai?.nama ?? '',
      nip: penilai?.nip ?? '',
    },
  ];
};
