import { ASPEK, NILAI_BERAKHLAK, periodeSkp, TAHAP_SKP } from '../domain/index.ts';
import type { Rhk, Skp, SkpState } from '../records/skp.ts';
import { type Bahan, identitas, instansi, kop, tandaTangan, tanggalSurat } from './bahan.ts';
import type { Bagian, Baris, Dokumen, Kolom } from './dokumen.ts';

const KUANTITATIF: readonly Kolom[] = [
  { judul: 'No', lebar: 4, rata: 'tengah' },
  { judul: 'Rencana Hasil Kerja Pimpinan yang Diintervensi', lebar: 22 },
  { judul: 'Rencana Hasil Kerja', lebar: 26 },
  { judul: 'Aspek', lebar: 10 },
  { judul: 'Indikator Kinerja Individu', lebar: 26 },
  { judul: 'Target', lebar: 12 },
];

const KUALITATIF: readonly Kolom[] = [
  { judul: 'No', lebar: 4, rata: 'tengah' },
  { judul: 'Rencana Hasil Kerja', lebar: 40 },
  { judul: 'Ukuran Keberhasilan/Indikator Kinerja Individu dan Target', lebar: 56 },
];

const target = ({ target: besar, satuan }: Rhk['indikator'][number]): string =>
  [besar, satuan].filter(Boolean).join(' ');

/** One RHK over the rows of its aspects (format A). */
const kuantitatif = ({ intervensi, rhk, indikator }: Rhk, nomor: number): Baris[] => {
  const tinggi = Math.max(1, indikator.length);
  const depan = [String(nomor), intervensi ?? '', rhk].map((teks) => ({ teks, baris: tinggi }));
  if (indikator.length === 0) return [{ sel: [...depan, '', '', ''] }];
  return indikator.map((ukuran, i) => ({
    sel: [...(i === 0 ? depan : [null, null, null]), ASPEK[ukuran.aspek], ukuran.indikator, target(ukuran)],
  }));
};

/** One RHK with its measures as points (format C). */
const kualitatif = ({ rhk, indikator }: Rhk, nomor: number): Baris[] => [
  {
    sel: [
      String(nomor),
      rhk,
      indikator.map((ukuran) => `• ${ukuran.indikator} (${target(ukuran)})`).join('\n'),
    ],
  },
];

const hasilKerja = ({ pendekatan, rhk }: Skp): Bagian => {
  const tulis = pendekatan === 'kuantitatif' ? kuantitatif : kualitatif;
  const kelompok = (judul: string, jenis: Rhk['jenis']): Baris[] => {
    const bagian = rhk.filter((satu) => satu.jenis === jenis);
    return [{ kelompok: judul }, ...bagian.flatMap((satu, i) => tulis(satu, i + 1))];
  };
  return {
    judul: 'HASIL KERJA',
    tabel: {
      kolom: pendekatan === 'kuantitatif' ? KUANTITATIF : KUALITATIF,
      nomor: true,
      baris: [...kelompok('A. UTAMA', 'utama'), ...kelompok('B. TAMBAHAN', 'tambahan')],
      kosong: '',
    },
  };
};

const perilakuKerja = ({ perilaku }: Skp): Bagian => ({
  judul: 'PERILAKU KERJA',
  bertanda: true,
  tabel: {
    kolom: [
      { judul: 'No', lebar: 4, rata: 'tengah' },
      { judul: 'Perilaku Kerja', lebar: 56 },
      { judul: 'Ekspektasi Khusus Pimpinan', lebar: 40 },
    ],
    baris: NILAI_BERAKHLAK.map(({ nilai, panduan }, i) => ({
      sel: [String(i + 1), [nilai, ...panduan.map((teks) => `• ${teks}`)].join('\n'), perilaku?.[i] ?? ''],
    })),
    kosong: '',
  },
});

const lampiran = ({ lampiran: isi }: Skp): Bagian[] => [
  { judul: 'LAMPIRAN SASARAN KINERJA PEGAWAI', halamanBaru: true },
  { judul: 'DUKUNGAN SUMBER DAYA', daftar: isi?.dukungan ?? [] },
  { judul: 'SKEMA PERTANGGUNGJAWABAN', daftar: isi?.skema ?? [] },
  { judul: 'KONSEKUENSI', daftar: isi?.konsekuensi ?? [] },
];

const periode = (skp: Skp): string => {
  const { awal, akhir } = periodeSkp(skp);
  return `Periode penilaian: ${tanggalSurat(awal)} s.d. ${tanggalSurat(akhir)}`;
};

/** Named by the SKP itself where its penilai is not the one of today. */
const menurutSkp = (bahan: Bahan, { penilai }: Skp): Bahan =>
  penilai && penilai.nama !== '' && penilai.id !== bahan.pegawai.penilai?.id
    ? { ...bahan, penilai: { ...penilai, pangkat: '' } }
    : bahan;

/** The SKP form of JA/JF, quantitative or qualitative, with perilaku kerja and lampiran (PermenPANRB 6/2022). */
export const dokumenSkp = (kini: Bahan, skp: Skp, { tahap }: SkpState): Dokumen => {
  const bahan = menurutSkp(kini, skp);
  return {
    jenis: 'skp',
    ...kop(bahan),
    judul: 'SASARAN KINERJA PEGAWAI',
    keterangan: [
      `PENDEKATAN HASIL KERJA ${skp.pendekatan.toUpperCase()} BAGI PEJABAT FUNGSIONAL`,
      ...instansi(bahan),
      periode(skp),
    ],
    identitas: identitas(bahan),
    bagian: [hasilKerja(skp), perilakuKerja(skp), ...lampiran(skp)],
    tanda: tandaTangan(bahan),
    catatan:
      tahap === 'DISETUJUI'
        ? []
        : [`Tahap: ${TAHAP_SKP[tahap]}. SKP ini belum disetujui pejabat penilai kinerja.`],
    sah: tahap === 'DISETUJUI',
    arah: 'rebah',
    tanggal: bahan.tanggal,
  };
};
