import { formatNip } from '../../../shared/domain/index.ts';
import type { AsalData, BidangUsulan, PerluDiperbaiki, UsulanState } from '../../../shared/records/index.ts';
import { angka, tanggalPanjang, waktu } from '../format.ts';

const BIDANG: Readonly<Record<BidangUsulan, string>> = {
  nip: 'NIP',
  nama: 'Nama',
  gelarDepan: 'Gelar depan',
  gelarBelakang: 'Gelar belakang',
  jenisKelamin: 'Jenis kelamin',
  status: 'Status',
  golongan: 'Golongan',
  jabatan: 'Jabatan',
  jenjang: 'Jenjang',
  penilai: 'Pejabat penilai',
  sekolah: 'Sekolah',
};
const KELAMIN: Readonly<Record<string, string>> = { L: 'Laki-laki', P: 'Perempuan' };

/** Columns of a personnel file that are no field here. */
const KOLOM: Readonly<Record<string, string>> = {
  ...{ jk: 'Jenis kelamin', nik: 'NIK', nuptk: 'NUPTK', tanggalLahir: 'Tanggal lahir', unit: 'Sekolah' },
  ...{ tmtGolongan: 'TMT golongan', tmtJabatan: 'TMT jabatan', npsn: 'Sekolah', nipAtasan: 'Atasan' },
};

const asal = ({ dari, pada, semula }: AsalData): string => {
  const hari = tanggalPanjang(pada);
  if (dari === 'simpeg') return `Dari SIMPEG, ${hari}`;
  if (dari === 'tangan') return `Diketik operator, ${hari}`;
  return `Dibetulkan atas usulan, ${hari}${semula ? ` · sebelumnya ${semula}` : ''}`;
};

/** "Data saya" and "Usulan": what is held of a person, where it comes from, and what she says should stand there. */
export const usulan = {
  judul: 'Data saya',
  isi: 'Data kepegawaian yang dipakai aplikasi ini. Kalau ada yang keliru, usulkan perbaikannya. Pencatatan Anda tetap jalan, apa pun isi SIMPEG.',
  belumAda: 'Data kepegawaian Anda belum sampai di HP ini. Sambungkan ke internet sebentar.',
  data: 'Data kepegawaian',
  bidang: BIDANG,
  nilai: (bidang: BidangUsulan, isi: string) =>
    isi === ''
      ? 'Kosong'
      : bidang === 'nip'
        ? formatNip(isi)
        : bidang === 'jenisKelamin'
          ? (KELAMIN[isi] ?? isi)
          : isi,
  asal,
  dasar: (satu: AsalData | null, adaLain: boolean) =>
    `${satu ? asal(satu) : 'Asalnya tidak tercatat'}${adaLain ? ', kecuali yang disebut lain' : ''}.`,
  perluDiperbaiki: ({ pada, salah }: PerluDiperbaiki) =>
    `Berkas kepegawaian dinas ${tanggalPanjang(pada)} perlu diperbaiki pada: ${[
      ...new Set(salah.map(({ kolom }) => ({ ...KOLOM, ...BIDANG })[kolom ?? ''] ?? 'isian lain')),
    ].join(', ')}. Pencatatan Anda tidak terganggu. Bila data di bawah keliru, usulkan perbaikannya.`,
  duaNip: 'Anda dapat masuk dengan NIP ini dan dengan NIP yang lama sampai SIMPEG sesuai.',
  tempat: 'Sekolah dan penilai',
  tempatIsi:
    'Kalau keliru, usulkan juga. Keduanya menyangkut mutasi, jadi yang diterima dibetulkan admin dinas di susunan, tidak langsung berubah di sini.',
  perbaiki: 'Perbaiki',
  perbaikiSatu: (bidang: string) => `Perbaiki ${bidang}`,
  menunggu: 'Menunggu',
  usulanSaya: 'Usulan Anda',
  form: (bidang: string) => `Perbaikan ${bidang}`,
  tercatat: 'Tercatat sekarang',
  seharusnya: 'Seharusnya',
  pilih: 'Pilih',
  tempatKet: {
    penilai: 'Nama atau NIP penilai yang benar',
    sekolah: 'Nama atau NPSN sekolah yang benar, atau data sekolah yang keliru',
  },
  nipKet: '18 angka, seperti di SK atau kartu pegawai',
  kosongKet: 'Kosongkan bila memang tidak ada',
  bukti: 'Bukti',
  buktiKet: 'Sebut surat yang menunjukkannya, misalnya nomor dan tanggal SK',
  tautan: 'Tautan bukti',
  tautanKet: 'Boleh kosong. Paling banyak dua, satu baris satu tautan',
  foto: 'Foto bukti',
  fotoKet: 'Boleh kosong. Paling banyak dua, misalnya foto SK',
  tambahFoto: 'Tambah foto',
  fotoKe: (nomor: number, dari: number) => `Foto bukti ${angka(nomor)} dari ${angka(dari)}`,
  hapusFoto: (nomor: number) => `Hapus foto bukti ${angka(nomor)}`,
  fotoMenyusul: 'Belum sampai di server',
  mengecilkan: 'Mengecilkan foto…',
  kirim: 'Ajukan usulan',
  terkirim: 'Usulan tersimpan di HP dan dikirim sendiri',
  buktiKurang: 'Tulis buktinya, paling sedikit lima huruf',
  tarik: 'Tarik usulan',
  tarikSatu: (bidang: string) => `Tarik usulan ${bidang}`,
  ditarik: 'Usulan ditarik',
  lagi: 'Usulkan lagi',
  lagiSatu: (bidang: string) => `Usulkan lagi ${bidang}`,
  ubahan: (dari: string, jadi: string) => `${dari} → ${jadi}`,
  pembacaUbahan: (dari: string, jadi: string) => `dari ${dari} menjadi ${jadi}`,
  tahap: {
    lokal: 'Tersimpan di HP',
    ditolakServer: 'Perlu diperbaiki',
    DIAJUKAN: 'Menunggu admin',
    DITERUSKAN: 'Menunggu admin dinas',
    DITERIMA: 'Diterima',
    DITOLAK: 'Ditolak',
    DITARIK: 'Ditarik',
  },
  langkah: ({ tahap, pada, oleh = '', penerus, diajukan }: UsulanState): string => {
    if (tahap === 'DIAJUKAN') return `Diajukan ${waktu(diajukan)}. Biasanya dijawab dalam tiga hari`;
    if (tahap === 'DITERUSKAN') return `Diperiksa ${penerus?.nama ?? ''}, ${waktu(pada)}`;
    return tahap === 'DITARIK' ? `Anda tarik, ${waktu(pada)}` : `${oleh}, ${waktu(pada)}`;
  },
  alasan: (teks: string) => `“${teks}”`,

  admin: {
    judul: 'Usulan perbaikan data',
    isi: 'Bandingkan dengan buktinya, lalu setujui atau tolak dengan alasan. Yang disetujui bertahan terhadap impor SIMPEG berikutnya.',
    memuat: 'Menanyakan ke server…',
    kosong: 'Tidak ada usulan yang menunggu.',
    coba: 'Coba lagi',
    untukAnda: (jumlah: number) => `Menunggu Anda (${angka(jumlah)})`,
    untukLain: (jumlah: number) => `Menunggu orang lain (${angka(jumlah)})`,
    menungguKeputusan: (jumlah: number) => `${angka(jumlah)} usulan menunggu keputusan Anda`,
    untukAndaKosong: 'Tidak ada yang menunggu keputusan Anda.',
    tombol: 'Tombol: J dan L untuk pindah, S setujui, T tolak.',
    data: 'Data',
    kini: 'Sekarang',
    jadi: 'Diusulkan',
    menunggu: (hari: number) => (hari < 1 ? 'hari ini' : `menunggu ${angka(hari)} hari`),
    bukti: 'Bukti',
    tautan: (nomor: number) => `Buka tautan bukti ${angka(nomor)}`,
    diteruskan: (nama: string, catatan: string) => `Diteruskan ${nama}${catatan ? `: “${catatan}”` : ''}`,
    setujui: 'Setujui',
    teruskan: 'Setujui dan teruskan',
    tolak: 'Tolak',
    satu: (kerja: string, bidang: string, nama: string) => `${kerja} ${bidang} ${nama}`,
    tanyaSetuju: (nama: string) => `Setujui usulan ${nama}?`,
    tanyaTolak: (nama: string) => `Tolak usulan ${nama}?`,
    akibatTerima:
      'Datanya berubah sekarang, juga di HP-nya. Impor berikutnya menampilkan bedanya dan tidak menimpanya.',
    akibatTempat:
      'Sesudah ini Anda dibawa ke orangnya, dengan usulan ini di sampingnya. Penilai dan sekolah baru berubah setelah Anda membetulkannya di sana.',
    akibatNip: 'Ia dapat masuk dengan NIP baru dan NIP lama sampai SIMPEG sesuai.',
    akibatTeruskan: 'Usulan diteruskan kepada admin dinas, yang memutuskannya. Datanya belum berubah.',
    akibatOrangKedua: 'Perubahan NIP perlu dua orang. Usulan diteruskan kepada admin dinas yang lain.',
    catatan: 'Catatan',
    catatanKet: 'Boleh kosong. Pengusulnya membaca catatan ini',
    alasan: 'Alasan',
    alasanKet: 'Pengusulnya membaca alasan ini dan dapat mengusulkan lagi',
    alasanKurang: 'Tulis alasannya, paling sedikit lima huruf',
    selesaiTerima: (nama: string) => `Data ${nama} sudah dibetulkan`,
    selesaiTempat: (nama: string) => `Usulan ${nama} diterima. Betulkan di sini`,
    selesaiTeruskan: (nama: string) => `Usulan ${nama} diteruskan`,
    selesaiTolak: (nama: string) => `Usulan ${nama} ditolak`,
    tanpaNama: 'Tanpa nama',
  },
} as const;
