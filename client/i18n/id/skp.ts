import type { BagianSkp, KodeSkp, RingkasRhk } from '../../../shared/domain/index.ts';
import type { ProblemParams } from '../../../shared/protocol/index.ts';
import type { SkpState } from '../../../shared/records/index.ts';
import { angka, persen, tanggalPanjang } from '../format.ts';
import { menyebut } from '../menyebut.ts';

type Periode = { readonly awal: string; readonly akhir: string };
type Tahap = SkpState['tahap'];

const rentang = ({ awal, akhir }: Periode): string => `${tanggalPanjang(awal)} s.d. ${tanggalPanjang(akhir)}`;

/** G15: the plan in force, how far the work has come, and what is being planned. */
export const skp = menyebut(
  {
    judul: (tahun: number) => `SKP ${tahun}`,
    evaluasi: 'Evaluasi dan predikat',
    praktik: 'Praktik kinerja',
    praktikKet: 'Observasi kelas, dokumen, dan upaya belajar',
    tahunLabel: 'Tahun SKP',
    tahap: {
      DRAF: 'Draf',
      DIAJUKAN: 'Menunggu persetujuan',
      DIKEMBALIKAN: 'Dikembalikan',
      DISETUJUI: 'Disetujui',
    } as const satisfies Record<Tahap, string>,
    diHp: 'Tersimpan di HP',
    disetujuiOleh: (oleh: string, kapan: string) => `oleh ${oleh} · ${kapan}`,
    utama: 'Utama',
    tambahan: 'Tambahan',
    periode: 'Periode penilaian',
    rentang,
    pendekatan: { kuantitatif: 'Kuantitatif', kualitatif: 'Kualitatif' },
    pendekatanLabel: 'Pendekatan',
    penilai: 'Pejabat Penilai Kinerja',
    ringkas: (indikator: number, jumlah: number) =>
      `${angka(indikator)} indikator · ${angka(jumlah)} kegiatan`,
    ringkasRencana: (indikator: number, aksi: number) =>
      `${angka(indikator)} indikator · ${angka(aksi)} rencana aksi`,
    volume: (jumlah: number, satuan: string) => `${angka(jumlah)} ${satuan}`,
    disetujuiDari: (disetujui: number, jumlah: number) =>
      `${angka(disetujui)} dari ${angka(jumlah)} kegiatan disetujui`,
    persen: (nilai: number) => persen(nilai),
    capaianKet: (tahun: number, berjalan: boolean) =>
      `Persen: semua kegiatan yang dicatat ${berjalan ? `sejak 1 Januari ${tahun} sampai hari ini` : `pada ${tahun}`}, dibanding target SKP.`,
    tanpaPersen: {
      bukan_jumlah: 'Tanpa persen: target di SKP bukan jumlah yang bertambah dengan tiap kegiatan.',
      satuan_lain: 'Tanpa persen: satuan kegiatan yang dicatat lain dari satuan target.',
    } as const satisfies Record<NonNullable<RingkasRhk['sebab']>, string>,
    indikator: 'Indikator',
    aspek: { kuantitas: 'Kuantitas', kualitas: 'Kualitas', waktu: 'Waktu', biaya: 'Biaya' },
    target: (target: string, satuan: string) => (satuan === '' ? target : `${target} ${satuan}`),
    rencanaAksi: 'Rencana aksi',
    intervensi: 'RHK pimpinan yang diintervensi',
    aksiSatuan: (nama: string, satuan: string) => `${nama} (${satuan})`,
    perilaku: 'Perilaku kerja BerAKHLAK',
    ekspektasi: 'Ekspektasi khusus pimpinan',
    tanpaEkspektasi: 'Tanpa ekspektasi khusus',
    lampiran: 'Lampiran',
    butir: {
      dukungan: 'Dukungan sumber daya',
      skema: 'Skema pertanggungjawaban',
      konsekuensi: 'Konsekuensi',
    },
    kosong: 'Belum diisi',
    belumAda: (tahun: number, lalu: number | null) =>
      lalu === null
        ? `SKP ${tahun} belum ada. Susun dari contoh, tanpa internet pun bisa. Mencatat kegiatan sudah bisa sekarang.`
        : `SKP ${tahun} belum dibuat. Mulai dari SKP ${lalu} Anda, atau dari contoh.`,
    salin: (tahun: number) => `Salin SKP ${tahun}`,
    dariContoh: 'Mulai dari contoh',
    dariKosong: 'Mulai dari kosong',
    tanpaRhkRinci: (jumlah: number) => `${angka(jumlah)} kegiatan belum terkait RHK`,
    rhkLamaRinci: (jumlah: number) => `${angka(jumlah)} kegiatan terkait RHK yang tidak lagi ada di SKP ini`,
    ubahan: (tahun: number) => `Perubahan SKP ${tahun}`,
    ajukanPerubahan: 'Ajukan perubahan',
    perubahanKet: 'SKP ini tetap berlaku sampai perubahannya disetujui.',
    lanjut: 'Lanjutkan mengisi',
    perbaiki: 'Perbaiki',
    lihat: 'Lihat isi',
    tarik: 'Tarik kembali',
    ditarik: 'Ditarik. SKP menjadi draf lagi',
    hapus: 'Hapus draf',
    dihapus: 'Draf SKP dihapus',
    belumDisimpan: 'Sedang diisi di HP ini, belum dikirim',
    menunggu: 'Sudah diajukan. Kepala sekolah memeriksanya; Anda boleh menariknya selama belum dijawab.',
    menungguKirim:
      'Belum terkirim. Sesudah terkirim, SKP ini diperiksa; sampai dijawab Anda boleh menariknya.',
    menungguPengawas:
      'SKP kepala sekolah disetujui oleh atasannya melalui pengawas sekolah. Sekolah ini belum dihubungkan dengan pengawas (operator: npm run akun -- pengawas bina), jadi SKP ini menunggu; guru sudah bisa memakai RHK yang Anda bagikan.',
    catatanKepala: (oleh: string) => (oleh === '' ? 'Catatan kepala sekolah' : `Catatan ${oleh}`),
    catatanUmum: 'Untuk seluruh SKP',
    versi: 'Versi sebelumnya',
    versiBaris: (periode: Periode) => rentang(periode),
    bagikan: 'Bagikan RHK ke guru',
    bagikanSudah: (jumlah: number) => `${angka(jumlah)} RHK sudah dibagikan ke guru`,
    duaVersi: {
      isi: 'SKP ini diubah di dua tempat. Bandingkan, lalu pilih satu.',
      lewat:
        'Sebuah keputusan dibuat atas isi yang lebih lama, jadi belum berlaku. Periksa isinya, lalu ajukan lagi.',
      kini: 'Pakai yang tampil di sini',
      varian: 'Pakai yang lain',
      mengerti: 'Mengerti',
      dipilih: 'Versi dipilih',
    },
  } as const,
  'dinilai',
);

/** What differs between two versions. */
export const bedaKata = {
  judul: 'Yang berubah',
  alasan: 'Alasan perubahan',
  tidakAda: 'Tidak ada yang berbeda.',
  jenis: { baru: 'Baru', hilang: 'Dihapus', ubah: 'Diubah' },
  sebelum: 'Sebelum',
  sesudah: 'Sesudah',
  bagian: {
    periode: 'Periode penilaian berubah',
    pendekatan: 'Pendekatan berubah',
    penilai: 'Pejabat penilai berubah',
    perilaku: 'Ekspektasi perilaku berubah',
    lampiran: 'Lampiran berubah',
  } as const satisfies Record<BagianSkp, string>,
} as const;

/** Choosing RHK from the library. */
export const mulai = {
  judul: (tahun: number) => `Pilih contoh RHK ${tahun}`,
  judulTambah: 'Tambah dari contoh',
  ket: 'Pilih yang sesuai tugas Anda. Kalimat, target, dan rencana aksinya bisa diubah sesudah ini.',
  pakai: (jumlah: number) => (jumlah === 0 ? 'Pilih sedikitnya satu' : `Pakai ${angka(jumlah)} RHK`),
  sudah: 'Sudah ada di SKP Anda',
} as const;

/** G16: writing an SKP. */
export const isi = menyebut(
  {
    judul: (tahun: number) => `Isi SKP ${tahun}`,
    judulUbahan: (tahun: number) => `Perubahan SKP ${tahun}`,
    simpanan: { tersimpan: 'Tersimpan', menyimpan: 'Menyimpan…', gagal: 'Belum tersimpan' },
    tidakAda: 'Draf ini tidak ada di HP ini. Mungkin sudah disimpan atau dibuang.',
    keSkp: 'Kembali ke SKP',
    dasar: 'Periode dan penilai',
    awal: 'Mulai',
    akhir: 'Sampai',
    pendekatanKet: {
      kuantitatif: 'Tiap indikator punya target dan satuan sendiri.',
      kualitatif: 'Indikator dan target ditulis dalam satu kalimat.',
    },
    nama: 'Nama',
    nip: 'NIP',
    jabatan: 'Jabatan',
    penilaiKet: 'Atasan langsung Anda, sebagaimana tercetak di SKP.',
    alasan: 'Alasan perubahan',
    alasanKet: 'Misalnya: tambahan tugas sebagai wali kelas sejak Juli.',
    rhk: (nomor: number) => `RHK ${nomor}`,
    rhkUtama: 'RHK utama',
    rhkTambahan: 'RHK tambahan',
    rhkBelum: 'Belum ditulis',
    tambahUtama: 'Tambah RHK utama',
    tambahTambahan: 'Tambah RHK tambahan',
    perluDilengkapi: (jumlah: number) => `${angka(jumlah)} perlu dilengkapi`,
    perhatikan: (jumlah: number) => `${angka(jumlah)} perlu dilihat lagi`,
    perilakuLampiran: 'Perilaku dan lampiran',
    perilakuRingkas: (terisi: number, dari: number) =>
      `${angka(terisi)} dari ${angka(dari)} ekspektasi ditulis`,
    lampiranRingkas: (butir: number) => `${angka(butir)} butir`,
    temuan: 'Sebelum diajukan',
    temuanKosong: 'Lengkap. SKP ini siap diajukan.',
    dasarAturan: (dasar: string) => `Dasar: ${dasar}`,
    simpan: 'Simpan draf',
    tersimpan: 'Draf SKP tersimpan di HP',
    ajukan: 'Ajukan',
    diajukan: 'SKP diajukan',
    ajukanTanya: 'Ajukan SKP ini?',
    ajukanIsi: 'Setelah diajukan, isinya tidak bisa diubah kecuali Anda menariknya kembali.',
    periksaLagi: 'Periksa lagi',
    buang: 'Buang perubahan ini',
    dibuang: 'Perubahan dibuang',
    menu: 'Pilihan lain',
    jenis: 'Jenis',
    kalimat: 'Rencana hasil kerja',
    kalimatKet: 'Tulis hasilnya, bukan kegiatannya: “Terlaksananya …”, “Meningkatnya …”.',
    intervensi: 'RHK pimpinan yang diintervensi',
    intervensiPilih: 'Pilih RHK kepala sekolah',
    intervensiBagikan: 'Dibagikan kepala sekolah',
    intervensiContoh: 'Contoh',
    intervensiKini: 'Tertulis sekarang',
    intervensiAtasan: 'Tulis RHK atasan yang didukung.',
    indikatorKe: (nomor: number) => `Indikator ${nomor}`,
    indikator: 'Indikator',
    indikatorKualitatif: 'Ukuran keberhasilan dan target',
    aspek: 'Aspek',
    target: 'Target',
    satuan: 'Satuan',
    tambahIndikator: 'Tambah indikator',
    aksiKe: (nomor: number) => `Rencana aksi ${nomor}`,
    aksi: 'Rencana aksi',
    aksiKet: 'Langkah yang Anda pilih saat mencatat kegiatan.',
    tambahAksi: 'Tambah rencana aksi',
    hapusBaris: (nama: string) => `Hapus ${nama}`,
    hapusRhk: 'Hapus RHK ini',
    rhkDihapus: 'RHK dihapus',
    selesai: 'Selesai',
    perilakuKet:
      'Ekspektasi ditulis oleh atau bersama kepala sekolah. Yang kosong dicetak tanpa ekspektasi khusus.',
    lampiranKet: 'Satu baris satu butir.',
    lampiranContoh: {
      dukungan: 'Misalnya: laptop dan jaringan untuk menyusun perangkat ajar.',
      skema: 'Misalnya: laporan kepada kepala sekolah setiap akhir triwulan.',
      konsekuensi: 'Misalnya: dibina bila target tidak tercapai dua triwulan berturut-turut.',
    },
    terlaluPanjang: 'Terlalu panjang. Pendekkan, lalu simpan lagi.',
    terlaluBesar: 'SKP ini terlalu besar untuk dikirim. Kurangi RHK atau pendekkan kalimatnya.',
  } as const,
  'dinilai',
);

/** The head's side: K06. */
export const periksaSkpKata = menyebut(
  {
    judul: 'SKP guru',
    baris: (jumlah: number) => `${angka(jumlah)} SKP menunggu persetujuan`,
    menunggu: 'Menunggu persetujuan',
    lain: (tahun: number) => `SKP ${tahun} guru lain`,
    kosong: 'Tidak ada SKP yang menunggu.',
    belum: 'Belum mengajukan',
    perubahan: 'Perubahan',
    tidakAda: 'SKP ini tidak lagi menunggu. Mungkin sudah ditarik pemiliknya.',
    kembali: 'SKP guru',
    catatan: (nomor: number) => `Catatan untuk RHK ${nomor}`,
    catatanUmum: 'Catatan untuk seluruh SKP',
    catatanKet: 'Katakan apa yang perlu diubah, dan menjadi apa.',
    sebelumnya: 'Catatan Anda sebelumnya',
    setujui: 'Setujui',
    setujuiTanya: (nama: string) => `Setujui SKP ${nama}?`,
    setujuiIsi: 'SKP berlaku setelah disetujui. Perubahan sesudahnya diajukan sebagai versi baru.',
    setujuiCatatan: 'Catatan yang Anda tulis tidak ikut dikirim bila SKP disetujui.',
    disetujui: 'SKP disetujui',
    kembalikan: 'Kembalikan',
    kembalikanDengan: (jumlah: number) => `Kembalikan dengan ${angka(jumlah)} catatan`,
    perluCatatan: 'Tulis sedikitnya satu catatan, supaya guru tahu apa yang diperbaiki.',
    dikembalikan: 'SKP dikembalikan',
    berubah: 'SKP ini berubah sejak Anda membukanya. Baca lagi sebelum memutuskan.',
    batal: 'Batal',
    sendiri: 'SKP Anda sendiri tidak disetujui di sini.',
    tanda: 'Menurut aturan',
  } as const,
  'menilai',
);

/** The head lays his RHK and expectations before the school. */
export const matriksKata = menyebut(
  {
    judul: (tahun: number) => `Bagikan RHK ${tahun}`,
    ket: 'Guru memilih RHK ini sebagai RHK pimpinan yang diintervensi, dan SKP baru mereka dimulai dengan ekspektasi Anda.',
    rhk: 'RHK Anda',
    bagikan: 'Bagikan ke guru',
    dibagikan: 'RHK dibagikan',
    kosong: 'SKP Anda tahun ini belum punya RHK. Susun SKP Anda dulu, lalu bagikan.',
    keSkp: 'Ke SKP saya',
  } as const,
  'menilai',
);

const periodeLain = (p: ProblemParams): string =>
  rentang({ awal: String(p['awal'] ?? ''), akhir: String(p['akhir'] ?? '') });
const BUTIR: Readonly<Record<string, string>> = skp.butir;

/** What a rule says, and what to do: per code of `ATURAN_SKP`. */
export const temuanSkp: Readonly<Record<KodeSkp, (params: ProblemParams) => string>> = {
  periode_kosong: () => 'Isi tanggal mulai dan sampai periode penilaian',
  periode_terbalik: () => 'Tanggal sampai harus sesudah tanggal mulai',
  periode_lain_tahun: (p) => `Periode harus di dalam tahun ${String(p['tahun'])}`,
  periode_tumpuk: (p) =>
    p['tahap'] === 'DIAJUKAN'
      ? `SKP lain untuk ${periodeLain(p)} sudah diajukan. Tarik yang itu dulu`
      : `SKP untuk ${periodeLain(p)} sudah berlaku. Ajukan perubahan dari SKP itu, atau ubah periodenya`,
  lewat_januari: (p) =>
    `SKP setahun ditetapkan paling lambat ${p['batas'] ? tanggalPanjang(String(p['batas'])) : 'akhir Januari'}. Sampaikan alasannya kepada penilai`,
  penilai_kosong: () => 'Isi nama pejabat penilai',
  penilai_diri: () => 'Pejabat penilai tidak boleh Anda sendiri. Isi atasan langsung Anda',
  penilai_lain: () =>
    'Penilai berbeda dari atasan Anda di data sekolah. Pastikan, misalnya karena Plt. atau Plh.',
  tanpa_utama: () => 'Tambahkan sedikitnya satu RHK utama',
  rhk_kosong: () => 'Tulis rencana hasil kerjanya',
  rhk_ganda: () => 'Sama dengan RHK lain di SKP ini. Gabungkan, atau bedakan hasilnya',
  kode_ganda: () => 'RHK ini tercatat dua kali. Hapus salah satunya',
  intervensi_kosong: () => 'Pilih RHK pimpinan yang diintervensi',
  rhk_tanpa_indikator: () => 'Tambahkan sedikitnya satu indikator',
  indikator_kosong: () => 'Tulis indikatornya, atau hapus barisnya',
  target_kosong: () => 'Isi targetnya',
  target_nol: () => 'Target harus lebih dari nol',
  target_tanpa_angka: () => 'Target kuantitatif sebaiknya berupa angka',
  satuan_kosong: () => 'Isi satuannya, misalnya dokumen atau JP',
  persen_lebih: () => 'Persentase lebih dari 100. Periksa targetnya',
  aksi_kosong: () => 'Belum ada rencana aksi. Tanpa itu kegiatan harian dicatat langsung ke RHK',
  aksi_belum_ditulis: () => 'Lengkapi nama dan satuan rencana aksi, atau hapus barisnya',
  perilaku_kosong: () => 'Belum ada ekspektasi khusus pimpinan untuk perilaku kerja',
  lampiran_kosong: (p) =>
    `Lampiran belum diisi: ${String(p['bagian'])
      .split(',')
      .map((bagian) => BUTIR[bagian] ?? '')
      .join(', ')}`,
  alasan_kosong: () => 'Tulis alasan perubahan',
  tanpa_perubahan: () => 'Isinya masih sama dengan SKP yang berlaku. Ubah dulu, lalu ajukan',
};
