import type { BulanSaya, Konversi, Masukan, RhkSaya } from '../../../shared/domain/index.ts';
import type { JenisKerja } from '../../../shared/publik/index.ts';
import { angka, kapital, namaBulan, tanggalSaat } from '../format.ts';

/** Kinds of work as the public tables name them too. */
const JENIS: Readonly<Record<JenisKerja, string>> = {
  merencanakan: 'Merencanakan pembelajaran',
  melaksanakan: 'Melaksanakan pembelajaran',
  menilai: 'Menilai hasil belajar',
  membimbing: 'Membimbing dan melatih murid',
  tugas_tambahan: 'Tugas tambahan dan tugas sekolah',
  pengembangan: 'Pengembangan keprofesian',
  belum_dikenali: 'Lainnya',
};

const JENIS_MASUKAN: Readonly<Record<Masukan['jenis'], string>> = {
  pengembalian: 'Dikembalikan',
  pesan: 'Umpan balik',
  evaluasi: 'Umpan balik evaluasi',
  observasi: 'Hasil observasi',
};

const pada = (saat: number | null): string => (saat === null ? '' : ` ${tanggalSaat(saat)}`);

/** What she did about it, and when as far as that is known. */
const tindakan = ({ cara, ditindak, disetujui, jenis }: Masukan): string => {
  switch (cara) {
    case 'diperbaiki':
      return `Sudah saya perbaiki${pada(ditindak)}${disetujui ? ', lalu disetujui' : ''}`;
    case 'dicabut':
      return `Kegiatannya saya tarik atau hapus${pada(ditindak)}`;
    case 'dijawab':
      return `Sudah saya jawab${pada(ditindak)}`;
    case 'ditindaklanjuti':
      return 'Sudah ada dokumen tindak lanjutnya';
    case 'dibaca':
      return `Sudah saya baca${pada(ditindak)}`;
    case null:
      return jenis === 'pengembalian' ? 'Belum saya perbaiki' : 'Belum saya tanggapi';
  }
};

/** "2 hari sakit atau cuti · 1 hari berkendala · 3 hari kosong"; empty where every day is filled. */
const ketBulan = ({ tidakHadir, terjelaskan, kosong }: BulanSaya): string =>
  [
    tidakHadir > 0 ? `${angka(tidakHadir)} hari sakit atau cuti` : '',
    terjelaskan > 0 ? `${angka(terjelaskan)} hari berkendala` : '',
    kosong > 0 ? `${angka(kosong)} hari kosong` : '',
  ]
    .filter(Boolean)
    .join(' · ');

/** Setahun saya: a year of one person, for herself. */
export const setahun = {
  judul: 'Setahun saya',
  ket: 'Yang Anda kerjakan, masukan yang diterima, dan hasilnya',
  judulTahun: (tahun: number) => `Setahun saya, ${tahun}`,
  tahun: 'Tahun',
  pembuka: (sampai: string) => `Dari catatan Anda di HP ini, sampai ${sampai}.`,
  kosong: (tahun: number) =>
    `Belum ada kegiatan tercatat pada ${tahun}. Catat kegiatan pertama, lalu halaman ini terisi sendiri.`,
  catat: 'Catat kegiatan',
  kutip: (teks: string) => `“${teks}”`,
  kegiatan: 'kegiatan',
  disetujui: 'disetujui',
  menunggu: (jumlah: number) => `${angka(jumlah)} menunggu`,
  dikembalikan: (jumlah: number) => `${angka(jumlah)} dikembalikan`,
  berbukti: 'punya bukti',
  buktiRinci: (foto: number, tautan: number) =>
    [foto > 0 ? `${angka(foto)} foto` : '', tautan > 0 ? `${angka(tautan)} tautan` : '']
      .filter(Boolean)
      .join(', '),
  hariTerisi: 'hari kerja terisi',
  dariHari: (hari: number) => `dari ${angka(hari)}`,
  rhk: 'Menurut rencana hasil kerja',
  tanpaRhk: 'Tidak terkait RHK',
  rhkBaris: ({ kegiatan, disetujui, berbukti, volume }: RhkSaya) =>
    [
      `${angka(kegiatan)} kegiatan`,
      `${angka(disetujui)} disetujui`,
      `${angka(berbukti)} punya bukti`,
      volume
        .slice(0, 3)
        .map(([satuan, banyak]) => `${angka(banyak)} ${satuan}`)
        .join(', '),
    ]
      .filter(Boolean)
      .join(' · '),
  jenisJudul: 'Menurut jenis kerja',
  jenis: (jenis: string) => JENIS[jenis as JenisKerja] ?? jenis,
  jumlahKegiatan: (jumlah: number) => `${angka(jumlah)} kegiatan`,
  bulanJudul: 'Bulan demi bulan',
  kolom: { bulan: 'Bulan', kegiatan: 'Kegiatan', disetujui: 'Disetujui', terisi: 'Hari terisi' },
  namaBulan: (bulan: string) => kapital(namaBulan(bulan)),
  dari: (terisi: number, hari: number) => `${angka(terisi)} dari ${angka(hari)}`,
  ketBulan,
  sebabJudul: 'Sebab yang saya sampaikan, dan hari kosong',
  hari: (jumlah: number) => `${angka(jumlah)} hari kalender`,
  kosongJelas: (jumlah: number) =>
    jumlah === 0
      ? 'Setiap hari kerja terisi atau ada sebabnya.'
      : `${angka(jumlah)} hari kerja kosong tanpa keterangan.`,
  keKendala: 'Catat sebabnya',
  masukanJudul: 'Masukan yang saya terima',
  masukanRingkas: (diterima: number, ditindak: number) =>
    diterima === 0
      ? 'Belum ada masukan tahun ini.'
      : `${angka(diterima)} masukan, ${angka(ditindak)} di antaranya sudah saya tindak lanjuti.`,
  jenisMasukan: (jenis: Masukan['jenis']) => JENIS_MASUKAN[jenis],
  masukanDari: (oleh: string, saat: number | null) =>
    `${oleh}${saat === null ? '' : `, ${tanggalSaat(saat)}`}`,
  tindakan,
  masukanLain: (jumlah: number) => `Tampilkan ${angka(jumlah)} lainnya`,
  belumDimuat:
    'Pengembalian yang sudah diperbaiki belum dimuat dari server, jadi daftar ini mungkin belum lengkap. Buka lagi saat ada internet.',
  dimuat: (saat: number) => `Riwayat dari server dimuat ${tanggalSaat(saat)}.`,
  hasilJudul: 'Hasil evaluasi dan angka kredit',
  hasilKosong: 'Belum ada evaluasi yang ditetapkan untuk tahun ini.',
  ak: (ak: string) => `Konversi ${ak} angka kredit (perkiraan; yang berlaku PAK)`,
  tahunan: 'Angka kredit dihitung dari predikat setahun, yang belum ditetapkan.',
  catatanAk: ({ tahun, bulanAwal, bulanAkhir }: Konversi) => {
    const nama = (bulan: number): string => kapital(namaBulan(`${tahun}-${String(bulan).padStart(2, '0')}`));
    return `Catatan angka kredit Anda, ${nama(bulanAwal)} sampai ${nama(bulanAkhir)}`;
  },
  cetak: 'Cetak atau simpan PDF',
  keDialog: 'Halaman dialog karier',
  kePortofolio: 'Portofolio untuk umum',
  jujur:
    'Halaman ini dihitung di HP Anda dari catatan Anda sendiri. Tidak ada peringkat dan tidak dibandingkan dengan siapa pun.',
  dicetak: (tanggal: string) => `Dicetak ${tanggal} dari e-Kinerja Luring.`,
} as const;
