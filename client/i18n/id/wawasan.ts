import type { SebabKendala, TandaAwal } from '../../../shared/domain/index.ts';
import { angka, hariTanggalPendek, persen } from '../format.ts';
import { menyebut } from '../menyebut.ts';
import { menungguLain } from './menunggu.ts';

const kata = {
  judul: 'Wawasan',
  kembali: 'Beranda',
  unduh: 'Daftar guru belum ada di HP ini. Sambungkan internet sekali untuk mengunduh.',
  terisiHariIni: (ada: number, dari: number) => `${angka(ada)}/${angka(dari)}`,
  sudahMengisi: 'sudah mengisi hari ini',
  liburHariIni: 'hari ini bukan hari kerja',
  tertinggal: (hari: number) => `kosong ${angka(hari)} hari kerja atau lebih`,
  menunggu: 'menunggu Anda',
  tertua: (hari: number) => (hari <= 0 ? 'tertua hari ini' : `tertua ${angka(hari)} hari`),
  laporan: 'Laporan pekan ini',
  laporanKet: 'Siap dibaca, dibetulkan, dan dibagikan',
  judulMenunggu: 'Menunggu Anda',
  tidakMenunggu: 'Tidak ada yang menunggu Anda.',
  jenis: {
    entri: (jumlah: number) => `${angka(jumlah)} kegiatan untuk diperiksa`,
    skp: (jumlah: number) => `${angka(jumlah)} SKP untuk disetujui`,
    ...menungguLain,
  },
  sejak: (tanggal: string) => `sejak ${hariTanggalPendek(tanggal)}`,
  judulTertinggal: 'Tertinggal',
  takTertinggal: 'Tidak ada guru yang tertinggal.',
  belumMulai:
    'Belum ada kegiatan guru di HP ini, jadi belum ada yang dapat dihitung tertinggal. Hitungan dimulai dari kegiatan pertama.',
  kosongSejak: (hari: number, tanggal: string, pernah: boolean) =>
    pernah
      ? `Kosong ${angka(hari)} hari kerja, sejak ${hariTanggalPendek(tanggal)}`
      : `Belum ada kegiatan dalam empat pekan terakhir (${angka(hari)} hari kerja)`,
  adaKendala: (sebab: string) => `Kendala: ${sebab}`,
  logMati: 'Sekolah tidak meminta catatan harian: tidak ada yang dihitung tertinggal.',
  logOpsional: 'Catatan harian tidak wajib. Yang disebut di sini kosong dua pekan kerja atau lebih.',
  semuaGuru: (jumlah: number) => `Tampilkan ${angka(jumlah)} lainnya`,
  judulTanda: 'Tanda awal',
  takTanda: 'Tidak ada tanda yang perlu dibicarakan.',
  tandaKet: 'Bahan untuk berbicara, bukan penilaian. Empat pekan terakhir.',
  tanda: {
    kosong: () => '',
    dikembalikan: ({ jumlah, sejak }: TandaAwal) =>
      `${angka(jumlah)} kegiatan dikembalikan dan belum diperbaiki${sejak ? `, tertua ${hariTanggalPendek(sejak)}` : ''}`,
    tanpa_bukti: ({ jumlah, dari }: TandaAwal) =>
      `${angka(jumlah)} dari ${angka(dari)} kegiatan tanpa foto atau tautan. Perlu bukti?`,
    teks_sama: ({ jumlah, dari }: TandaAwal) =>
      `${angka(jumlah)} dari ${angka(dari)} kegiatan bertulisan sama`,
  },
  banyakTanpaBukti: (jumlah: number, dari: number) =>
    `${angka(jumlah)} dari ${angka(dari)} guru jarang melampirkan foto atau tautan`,
  judulTren: 'Isian per pekan',
  trenKet:
    'Persen hari kerja guru yang terisi, menurut kalender sekolah. Hari sakit dan cuti tidak dihitung; hari ini baru dihitung besok.',
  trenKetMati: 'Banyaknya kegiatan per pekan.',
  trenGambar: (dari: string, sampai: string, awal: string, akhir: string) =>
    `Isian per pekan dari ${awal} (${dari}) sampai ${akhir} (${sampai})`,
  persen,
  tabel: 'Lihat sebagai tabel',
  kolom: {
    pekan: 'Pekan',
    terisi: 'Hari terisi',
    dari: 'Hari kerja',
    bagian: 'Bagian',
    tidakHadir: 'Sakit, cuti',
    kegiatan: 'Kegiatan',
  },
  berjalan: 'berjalan',
  judulRhk: 'Sebaran kegiatan menurut RHK',
  rhkKet: 'Empat pekan terakhir, RHK dengan bunyi sama digabung.',
  rhkLain: (jumlah: number, kosong: number) =>
    kosong === 0
      ? `${angka(jumlah)} RHK lain`
      : `${angka(jumlah)} RHK lain, ${angka(kosong)} di antaranya belum ada kegiatan`,
  takRhk: 'SKP guru belum ada di HP ini.',
  tanpaRhk: 'Tanpa RHK',
  rhkBaris: ({
    jumlah,
    disetujui,
    guru,
    pemilik,
  }: {
    jumlah: number;
    disetujui: number;
    guru: number;
    pemilik: number;
  }) => {
    const orang = pemilik > 0 ? `${angka(guru)} dari ${angka(pemilik)} guru` : `${angka(guru)} guru`;
    return jumlah === 0
      ? `Belum ada kegiatan · 0 dari ${angka(pemilik)} guru`
      : `${angka(jumlah)} kegiatan, ${angka(disetujui)} disetujui · ${orang}`;
  },
  lagi: (jumlah: number) => `dan ${angka(jumlah)} kegiatan lain yang lebih lama`,
  lihatGuru: (nama: string) => `Buka ${nama}`,
  kendala: {
    judul: 'Kendala guru',
    ket: 'Sebab menurut guru sendiri, empat pekan terakhir.',
    tidakAda: 'Tidak ada kendala yang disampaikan.',
    hitung: (sebab: string, jumlah: number) => `${sebab}: ${angka(jumlah)} guru`,
    bukaTanggal: (jumlah: number) => `Buka ${angka(jumlah)} tanggal`,
    bukaBulan: (bulan: string) => `Buka ${bulan}`,
    bulanDibuka: (bulan: string) => `${bulan} dibuka untuk semua guru`,
    bulanDikunci: (bulan: string) => `${bulan} dikunci lagi`,
    dibuka: (jumlah: number) => `${angka(jumlah)} tanggal dibuka`,
    ditutup: 'Tanggalnya ditutup lagi',
    kunjungi: 'Kunjungi',
    kunjunganKet: 'Guru membaca tanggalnya pada kendala yang ia sampaikan.',
    tanggalKunjungan: 'Tanggal kunjungan',
    tanggalSalah: 'Pilih hari ini atau sesudahnya.',
    catatan: 'Catatan (boleh kosong)',
    umumkan: 'Umumkan kunjungan',
    jawab: 'Jawab',
    ketahui: 'Sudah saya ketahui',
    dicatat: 'Tanggapan tersimpan, dikirim bila ada internet',
    teks: 'Jawaban Anda',
    kirim: 'Kirim jawaban',
    cepat: {
      SINYAL: ['Catat saja di HP, terkirim sendiri nanti', 'Titip kirim lewat teman yang ke kota'],
      HP: ['Silakan pakai HP sekolah', 'Tulis di kertas dulu, nanti kita isi bersama'],
      DATA: ['Saya sampaikan ke operator', 'Kita betulkan bersama besok'],
      SAKIT: ['Semoga lekas pulih'],
      CUTI: ['Baik, selamat beristirahat'],
      SIBUK: ['Isi ringkasnya saja', 'Mari kita bicarakan pembagian tugas'],
      BELUM_TAHU: ['Saya dampingi besok', 'Coba Bantuan di menu Akun'],
    } as Readonly<Record<SebabKendala, readonly string[]>>,
    alasanBuka: (nama: string, sebab: string) => `Kendala ${nama}: ${sebab}`,
    catatkan: 'Catat guru sakit atau cuti',
    guru: 'Guru',
    pilihGuru: 'Pilih guru',
    sebab: 'Sebab',
    simpan: 'Catat',
    tersimpan: 'Tercatat. Hari itu tidak dihitung.',
    batal: 'Batal',
    tutup: 'Tutup',
    tarik: 'Tarik catatan ini',
    ditarik: 'Catatan ditarik',
    lama: (jumlah: number) => `${angka(jumlah)} yang sudah ditanggapi`,
  },
} as const;

/** The same look at one school from above: whoever reads it, its people are teachers and its head is its head. */
export const wawasanSekolah = kata;

/** Words of the head's look at his school. */
export const wawasan = menyebut(kata, 'menilai');
