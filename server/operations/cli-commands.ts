import { type FileHandle, open, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { tambahAdmin } from './admin.ts';
import { halamanSlip, teksSlip, terbitkanKode } from './aktivasi.ts';
import { type AkunRooms, type Hasil, sandiBaru, tambahPegawai, tambahSekolah } from './akun.ts';
import { binaSekolah } from './binaan.ts';
import { cadanganMasukkan } from './cadangan-hp/cli.ts';
import type { RuangCadangan } from './cadangan-hp/masukkan.ts';
import { type Alat, exportTo, rebuild, verify, verifyFile } from './cli-ledger.ts';
import { hapus, retensi } from './cli-privasi.ts';
import { atur, kalender, portofolio } from './cli-sekolah.ts';
import { beritahuInsiden } from './insiden.ts';
import { aturPublikasi, tulisPratinjau } from './publikasi.ts';

/** Help, as `npm run akun -- --help` prints it. */
export const BANTUAN = `Pemakaian: npm run akun -- PERINTAH [isian]

  sekolah tambah  --npsn 12345678 --nama "SD Negeri 1 Contoh" [--kabupaten NAMA] [--zona WIB|WITA|WIT] [--hari 5|6]
  sekolah atur    --npsn 12345678,87654321 | --semua  [--alur umum|guru] [--log wajib|opsional|mati]
                  [--periode bulanan|triwulanan] [--batas HARI] [--batas-tahunan HARI]
                  [--batas-skp BB-HH] [--sejak TAHUN]
                  keputusan instansi untuk sekolahnya; tahun sebelumnya tetap menurut aturannya
  sekolah kalender --npsn 12345678,87654321 | --semua  --nasional TAHUN | --berkas libur.csv
                  hari libur dan hari masuk ke kalender sekolah; baris: tanggal (atau awal s.d. akhir), nama, libur|masuk
                  --semua (di sini, sekolah atur, dan instansi portofolio): juga bagi sekolah yang ditambahkan kemudian.
                  Sekolah yang sudah demikian dilewati; yang lain ditulis 20 sekali jalan. Bila terputus di tengah,
                  jalankan lagi perintah yang sama: sisanya diselesaikan, tidak ada yang tertulis dua kali
  pegawai tambah  --npsn 12345678 --nip 18ANGKA --nama NAMA --peran guru|penilai
                  [--gelar-depan Dra.] [--gelar-belakang S.Pd.] [--jabatan NAMA] [--golongan NAMA] [--jenjang NAMA]
  admin tambah    --nip 18ANGKA --nama NAMA [--instansi P0000001 | --npsn 12345678]
                  admin dinas: mengimpor data pegawai, memutuskan usulan perbaikannya, menjaga semua akun; dengan --npsn
                  admin satu sekolah: memeriksa usulan lebih dulu, menjaga akun gurunya; yang sudah punya akun memakai
                  sandinya sendiri
  pengawas bina   --nip 18ANGKA --npsn 12345678,87654321
                  kepala sekolah itu dinilai di wilayah pengawas; keberatan gurunya diputuskan pengawas
  pegawai kode    --nip 18ANGKA | --npsn 12345678  [--out slip.html]
                  slip aktivasi 14 hari, sekali pakai: untuk satu orang (juga bila lupa sandi), atau semua yang
                  belum punya sandi di satu sekolah; --out membuat halaman untuk dicetak dan digunting
  pegawai sandi   --nip 18ANGKA      membuat sandi baru; semua sesi orang itu berakhir
  instansi publikasi  --tabel pengisian,periksa,jenis,beban,detik,predikat | tidak  --nama "Dinas ..." [--sejak TTTT-BB]
                  yang boleh dilihat umum di /publik; awalnya tidak ada. periksa per sekolah menggambarkan layanan
                  satu kepala sekolah: pertimbangkan dulu
  instansi pratinjau  --out BERKAS.html [--tabel ...] [--nama ...]
                  halaman publik seperti nantinya, tanpa menerbitkan apa pun
  instansi portofolio --izinkan ya | tidak  --npsn 12345678,87654321 | --semua
                  apakah guru di sekolah itu boleh menerbitkan portofolio; awalnya tidak. tidak: semua yang sudah
                  terbit di sana langsung tidak terlihat
  insiden beritahu --semua | --npsn 12345678,... | --nip 18ANGKA,...  --diketahui 2026-11-25T08:00+07:00
                  --data TEKS --kejadian TEKS --penanganan TEKS --kontak TEKS --out surat.txt
                  pemberitahuan kegagalan pelindungan data (UU 27/2022 pasal 46), paling lambat 3 x 24 jam: data apa,
                  kapan dan bagaimana, apa penanganannya; tampil di HP setiap orang, dan sebagai surat di --out
  retensi         [--lakukan]        yang sudah melewati masa simpannya; --lakukan menghapusnya (layanan melakukannya
                  sendiri setiap hari). Masa simpannya: docs/privasi.md
  data hapus      --nip 18ANGKA  [--foto-sampai 2020-12-31]  [--lakukan]
                  data seseorang atas permintaannya (UU 27/2022 pasal 8): menyebut yang dapat dihapus dan yang tetap
                  menurut undang-undang; --foto-sampai juga foto kegiatan yang masa retensinya sudah lewat
  cadangan masukkan BERKAS.zip  [--lihat]
                  memasukkan cadangan yang disimpan dari HP (Belum terkirim, Simpan cadangan); --lihat menyebut isinya
                  saja. Dua kali atau sesudah HP-nya mengirim sendiri: tidak ada yang tertulis dua kali
  ledger verify   [--foto]           memeriksa rantai, tanda tangan perangkat, dan catatan; --foto juga isi foto
  ledger verify   --file BERKAS      memeriksa hasil ekspor, tanpa basis data
  ledger rebuild  [--tulis]          membandingkan catatan dengan buku besar; --tulis membuatnya ulang
  ledger export   [--out BERKAS]     buku besar beserta bukti tanda tangannya, satu JSON per baris

Sandi hanya ditampilkan sekali. Hentikan layanan lebih dulu: data hanya dapat dibuka satu proses.
`;

const SAKLAR = ['foto', 'tulis', 'semua', 'lakukan', 'lihat'];
const OPTIONS = Object.fromEntries([
  ...SAKLAR.map((name) => [name, { type: 'boolean' as const }]),
  ...[
    'npsn',
    'nama',
    'kabupaten',
    'zona',
    'hari',
    'nip',
    'peran',
    'gelar-depan',
    'gelar-belakang',
    'jabatan',
    'golongan',
    'jenjang',
    'instansi',
    'alur',
    'log',
    'periode',
    'batas',
    'batas-tahunan',
    'batas-skp',
    'sejak',
    'nasional',
    'berkas',
    'tabel',
    'izinkan',
    'diketahui',
    'data',
    'kejadian',
    'penanganan',
    'kontak',
    'foto-sampai',
    'file',
    'out',
  ].map((name) => [name, { type: 'string' as const }]),
]) as Record<string, { type: 'boolean' | 'string' }>;

type Keluaran = { readonly kode: 0 | 1 | 2; readonly teks: string };
const gagal = (kalimat: string): Keluaran => ({ kode: 1, teks: `${kalimat}\n` });

const akunSiap = (hasil: Hasil<{ nama: string; nip: string; sandi: string }>): Keluaran =>
  hasil.ok
    ? {
        kode: 0,
        teks: `${hasil.nama}\n  NIP    ${hasil.nip}\n  Sandi  ${hasil.sandi}\n\nSandi ini tidak ditampilkan lagi. Serahkan langsung kepada orangnya.\n`,
      }
    : gagal(hasil.kalimat);

const admin = async (rooms: AkunRooms, isian: Readonly<Record<string, string>>): Promise<Keluaran> => {
  const hasil = await tambahAdmin(rooms, isian);
  if (!hasil.ok) return gagal(hasil.kalimat);
  const { nama, nip, sandi } = hasil;
  return sandi === null
    ? { kode: 0, teks: `${nama} sekarang admin dan masuk dengan sandinya sendiri.\n` }
    : akunSiap({ ok: true, nama, nip, sandi });
};

const sekolah = async (rooms: AkunRooms, isian: Readonly<Record<string, string>>): Promise<Keluaran> => {
  const hasil = await tambahSekolah(rooms, isian);
  return hasil.ok
    ? { kode: 0, teks: `${hasil.satker.nama} (NPSN ${hasil.satker.npsn}) sudah ditambahkan.\n` }
    : gagal(hasil.kalimat);
};

/** Opened before anything is issued: codes that cannot be written down would be lost, and the slips before them void. */
const berkasBaru = async (nama: string): Promise<FileHandle | string> => {
  try {
    return await open(nama, 'wx', 0o600);
  } catch (cause) {
    return (cause as { code?: string }).code === 'EEXIST'
      ? `${nama} sudah ada. Pakai nama lain.`
      : `${nama} tidak dapat ditulis.`;
  }
};

const kode = async (rooms: AkunRooms, isian: Readonly<Record<string, string>>): Promise<Keluaran> => {
  const { out } = isian;
  const berkas = out === undefined ? null : await berkasBaru(out);
  if (typeof berkas === 'string') return gagal(berkas);
  const hasil = await terbitkanKode(rooms, isian);
  if (hasil.ok && berkas)
    await berkas.writeFile(halamanSlip(hasil.slip, process.env['KINERJA_ALAMAT'] ?? ''));
  await berkas?.close();
  if (!hasil.ok) {
    if (out !== undefined) await rm(out);
    return gagal(hasil.kalimat);
  }
  const teks = berkas
    ? `${hasil.slip.length} slip di ${out}. Cetak, serahkan langsung, lalu hapus berkasnya.\n`
    : `${hasil.slip.map(teksSlip).join('\n')}\nKode tidak ditampilkan lagi. Serahkan langsung kepada orangnya.\n`;
  return { kode: 0, teks };
};

const bina = async (rooms: AkunRooms, isian: Readonly<Record<string, string>>): Promise<Keluaran> => {
  const hasil = await binaSekolah(rooms, isian);
  return hasil.ok
    ? { kode: 0, teks: `${hasil.nama} membina:\n${hasil.kepala.map((nama) => `  ${nama}\n`).join('')}` }
    : gagal(hasil.kalimat);
};

const publikasi = async (rooms: AkunRooms, isian: Readonly<Record<string, string>>): Promise<Keluaran> => {
  const hasil = await aturPublikasi(rooms, isian);
  if (!hasil.ok) return gagal(hasil.kalimat);
  const { tabel, terbit } = hasil;
  const teks =
    tabel.length === 0
      ? 'Tidak ada lagi yang terbuka untuk umum. Angka yang pernah diunduh orang tetap ada pada mereka.\n'
      : `Terbuka untuk umum di /publik: ${tabel.join(', ')}. ${terbit} tabel baru terbit; bulan berikutnya terbit sendiri.\n`;
  return { kode: 0, teks };
};

/** The file is opened first: a notice in the ledger without its letters would leave out whoever has no phone. */
const insiden = async (rooms: AkunRooms, isian: Readonly<Record<string, string>>): Promise<Keluaran> => {
  const { out } = isian;
  if (out === undefined) return gagal('Sebutkan berkas suratnya: --out surat.txt');
  const berkas = await berkasBaru(out);
  if (typeof berkas === 'string') return gagal(berkas);
  const hasil = await beritahuInsiden(rooms, isian);
  if (hasil.ok) await berkas.writeFile(hasil.surat);
  await berkas.close();
  if (!hasil.ok) {
    await rm(out);
    return gagal(hasil.kalimat);
  }
  const { orang, diAplikasi, lewat } = hasil;
  const telat = lewat ? 'Sudah lewat 3 x 24 jam sejak diketahui: sebutkan alasannya kepada lembaga.\n' : '';
  const teks = `${orang.length} orang diberi tahu, ${diAplikasi} di antaranya di aplikasi. Surat untuk semuanya di ${out}: serahkan kepada yang tidak memakai HP. Beri tahu juga lembaga pelindungan data pribadi.\n${telat}`;
  return { kode: 0, teks };
};

const lihatDulu = async (rooms: AkunRooms, isian: Readonly<Record<string, string>>): Promise<Keluaran> => {
  const hasil = await tulisPratinjau(rooms, isian);
  return hasil.ok
    ? { kode: 0, teks: `Pratinjau di ${hasil.out}. Belum ada yang terbit.\n` }
    : gagal(hasil.kalimat);
};

type Perintah = { readonly kata: string; readonly isian: Readonly<Record<string, string>> };

const bacaPerintah = (argv: readonly string[]): Perintah | null => {
  try {
    const { positionals, values } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
    const isian = Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    // The only command that is told its file by position, as a shell completes it.
    const [, , berkas, ...lebih] = positionals[0] === 'cadangan' ? positionals : [];
    const kata = [...(berkas === undefined ? positionals : positionals.slice(0, 2)), ...lebih].join(' ');
    const terisi = Object.fromEntries(isian) as Record<string, string>;
    return { kata, isian: berkas === undefined ? terisi : { ...terisi, berkas } };
  } catch {
    // Node's own words for an unknown option are English and name our internals.
    return null;
  }
};

const DIAM: Alat = { tulis: async () => undefined, kabar: () => undefined };

/** A command that needs no data folder; null for all others. */
export const jalankanTanpaData = async (
  argv: readonly string[],
  rooms: Pick<AkunRooms, 'clock'>,
  alat: Alat = DIAM,
): Promise<Keluaran | null> => {
  const perintah = bacaPerintah(argv);
  const berkas = perintah?.isian['file'];
  return perintah?.kata === 'ledger verify' && berkas !== undefined ? verifyFile(berkas, rooms, alat) : null;
};

/** Runs one command of the line; code 0 done, 1 refused with a sentence, 2 the ledger is not sound. */
export const jalankan = async (
  rooms: RuangCadangan,
  argv: readonly string[],
  alat: Alat = DIAM,
): Promise<Keluaran> => {
  const perintah = bacaPerintah(argv);
  switch (perintah?.kata) {
    case 'sekolah tambah':
      return sekolah(rooms, perintah.isian);
    case 'sekolah atur':
      return atur(rooms, perintah.isian, alat);
    case 'sekolah kalender':
      return kalender(rooms, perintah.isian, alat);
    case 'pegawai tambah':
      return akunSiap(await tambahPegawai(rooms, perintah.isian));
    case 'admin tambah':
      return admin(rooms, perintah.isian);
    case 'pengawas bina':
      return bina(rooms, perintah.isian);
    case 'instansi publikasi':
      return publikasi(rooms, perintah.isian);
    case 'instansi portofolio':
      return portofolio(rooms, perintah.isian, alat);
    case 'instansi pratinjau':
      return lihatDulu(rooms, perintah.isian);
    case 'insiden beritahu':
      return insiden(rooms, perintah.isian);
    case 'retensi':
      return retensi(rooms, perintah.isian);
    case 'data hapus':
      return hapus(rooms, perintah.isian);
    case 'cadangan masukkan':
      return cadanganMasukkan(rooms, perintah.isian);
    case 'pegawai kode':
      return kode(rooms, perintah.isian);
    case 'pegawai sandi':
      return akunSiap(await sandiBaru(rooms, perintah.isian));
    case 'ledger verify':
      return verify(rooms, perintah.isian, alat);
    case 'ledger rebuild':
      return rebuild(rooms, perintah.isian);
    case 'ledger export':
      return exportTo(rooms, perintah.isian, alat);
    default:
      return gagal(`Perintah atau isian tidak dikenal.\n\n${BANTUAN}`);
  }
};
