import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../client/', import.meta.url));

const inClient = (pattern: RegExp) => (id: string) => id.startsWith(root) && pattern.test(id);

/*
 * Few chunks: each costs a request on a slow line, and small files hardly compress. What a teacher uses every day is one,
 * the rest of her days another; what she opens a few times a year (planning, evaluation, documents, help, storage) and a
 * head's screens are fetched in a quiet moment or when first opened, and never precached.
 */
/** The chunks that the client is built into, by what belongs to each. */
export const GROUPS = [
  { name: 'awal', tags: ['$initial' as const], priority: 1 },
  {
    name: 'akses',
    test: /\/client\/(screens\/admin\/(akses|qr)|(i18n\/id|app|sync)\/akses\.)|\/shared\/protocol\/akses|\/node_modules\/uqr\//,
    priority: 1,
  },
  // What every screen of an admin asks with, and the question that it may lead to.
  {
    name: 'admin-bukti',
    test: inClient(/\/app\/bukti\.|\/i18n\/id\/masalah-kantor|\/sync\/berkas/),
    priority: 2,
  },
  { name: 'admin-tanya', test: inClient(/\/(app\/bukti-dialog|i18n\/id\/bukti|sync\/bukti)/), priority: 2 },
  {
    name: 'wilayah',
    test: (id: string) =>
      /\/client\/(screens|i18n\/id|app|store)\/wilayah|\/sync\/insight|\/shared\/(protocol\/pantau|pantau\/)/.test(
        id,
      ),
    priority: 1,
  },
  {
    name: 'admin-orang',
    test: (id: string) =>
      /\/client\/(screens\/admin\/(dasbor|pegawai|susunan)|i18n\/id\/pegawai|app\/pegawai|sync\/staff)|\/shared\/(domain\/susunan|protocol\/staff)/.test(
        id,
      ),
    priority: 1,
  },
  {
    name: 'admin-kantor',
    test: (id: string) =>
      /\/client\/(screens\/admin\/(kantor|sekolah|sistem|catatan|publikasi|pola|tindakan)|(i18n\/id|app|sync)\/(kantor|sekolah|sistem|catatan|publikasi|tindakan)\.|(app|sync)\/pola-bersama\.)|\/shared\/(protocol\/(sekolah|sistem|catatan|publikasi|pola-bersama|tindakan)|publik\/)/.test(
        id,
      ),
    priority: 1,
  },
  // What waits for an admin's decision is counted under every screen of hers.
  {
    name: 'admin-usulan',
    test: /\/client\/(screens\/admin\/usulan|app\/usulan\.|sync\/usulan)|\/shared\/protocol\/usulan/,
    priority: 1,
  },
  {
    name: 'admin',
    test: (id: string) =>
      /\/client\/(screens\/admin\/|i18n\/id\/impor|app\/impor|sync\/simpeg|(i18n\/id|app|sync)\/ketetapan)|\/shared\/(simpeg\/|protocol\/(simpeg|ketetapan))/.test(
        id,
      ),
  },
  { name: 'penilai-evaluasi', test: inClient(/\/screens\/penilai\/evaluasi/), priority: 1 },
  // A year of one's own, the page for the career talk, the portfolio.
  {
    name: 'diri-tahun',
    test: (id: string) =>
      /\/client\/((screens\/guru|i18n\/id|app)\/(setahun|tahun|dialog|portofolio)|(store|actions)\/(setahun|tahun|portofolio))|\/shared\/(domain\/(setahun|masukan|portofolio-publik)|publik\/jenis-kerja)/.test(
        id,
      ),
    priority: 1,
  },
  {
    name: 'evaluasi',
    test: (id: string) =>
      /\/client\/(screens\/guru|i18n\/id|store|actions)\/evaluasi|\/shared\/domain\/(realisasi|sebaran-predikat)/.test(
        id,
      ),
    priority: 1,
  },
  {
    name: 'penilai',
    test: (id: string) =>
      /\/client\/(screens\/penilai\/|ui\/(spark|stat)\.|i18n\/id\/(penilai|menunggu)|app\/recovery-news|sync\/recovery|actions\/(sekolah|putusan)|store\/(keberatan|menunggu-kepala|penugasan))|\/shared\/(domain\/(tanda|bertugas|baca-kalender|libur-nasional)|protocol\/recovery)/.test(
        id,
      ),
  },
  {
    name: 'riwayat',
    test: (id: string) =>
      /\/client\/(screens\/guru|i18n\/id|store|app)\/riwayat|\/sync\/fetch-history|\/shared\/protocol\/(history|receipt)/.test(
        id,
      ),
  },
  {
    name: 'skp',
    test: (id: string) =>
      /\/client\/(screens\/guru\/(skp|pola[.-](?!simpan))|i18n\/menyebut|i18n\/id\/pola-(milik|bersama)|(i18n\/id|actions|store)\/skp)|\/shared\/domain\/(periksa-skp|beda-skp|berakhlak|pustaka-rhk|ringkas-rhk)/.test(
        id,
      ),
  },
  {
    name: 'pengingat',
    test: (id: string) =>
      /\/client\/((screens\/guru|i18n\/id|app)\/pengingat|(store|sync)\/reminder)|\/shared\/(protocol|domain)\/pengingat/.test(
        id,
      ),
  },
  {
    name: 'perangkat',
    test: (id: string) =>
      /\/client\/(screens\/guru|i18n\/id|app)\/(perangkat|ganti-sandi)|\/sync\/(devices|password)|\/shared\/protocol\/(device|password)/.test(
        id,
      ),
  },
  {
    name: 'hilang',
    test: (id: string) =>
      /\/client\/(actions\/hilang|app\/hilang|screens\/masuk\/hilang|i18n\/id\/hilang)\.|\/shared\/protocol\/hilang/.test(
        id,
      ),
    priority: 1,
  },
  {
    name: 'kunci-sandi',
    test: (id: string) => /\/client\/(screens\/guru|i18n\/id|app)\/kunci-sandi/.test(id),
    priority: 1,
  },
  {
    name: 'kunci-masuk',
    test: (id: string) =>
      /\/client\/(screens\/masuk\/kunci-masuk|i18n\/id\/kunci-masuk|(session|sync)\/passkey)|\/shared\/protocol\/passkey/.test(
        id,
      ),
    priority: 1,
  },
  {
    name: 'dokumen',
    test: (id: string) =>
      /\/client\/(screens\/dokumen\/|i18n\/id\/(angka-kredit|dokumen)|store\/angka-kredit|actions\/ekspor|app\/dokumen-|sync\/fetch-document)|\/shared\/(documents\/|domain\/(angka-kredit|aturan-ak|berakhlak|bulan-dinilai))/.test(
        id,
      ),
  },
  {
    name: 'praktik',
    test: (id: string) =>
      /\/client\/(screens\/guru|i18n\/id|store|actions)\/praktik|\/shared\/domain\/praktik/.test(id),
  },
  {
    name: 'wawasan',
    test: (id: string) =>
      /\/(penilai|id|store)\/wawasan|\/kendala-tanggap|\/domain\/(wawasan|tanda-awal|sebaran-rhk|laporan-pekan|tindakan-kendala)/.test(
        id,
      ),
    priority: 1,
  },
  { name: 'praktik-penilai', test: inClient(/\/screens\/penilai\/praktik/), priority: 1 },
  {
    name: 'diri',
    test: (id: string) => /\/client\/(screens\/guru\/data-diri|(i18n\/id|store|actions)\/usulan)/.test(id),
  },
  {
    // Loaded where an account has an app lock, and precached: without it nobody gets in offline.
    name: 'kunci',
    test: (id: string) =>
      /\/client\/(app\/kunci|screens\/masuk\/kunci|i18n\/id\/kunci\.|session\/kunci|store\/(segel|laci))|\/shared\/domain\/kunci-aplikasi/.test(
        id,
      ),
    priority: 1,
  },
  {
    name: 'banyak',
    test: (id: string) =>
      /\/client\/(screens\/guru|i18n\/id)\/banyak|\/shared\/domain\/(tempelan|tabel-teks|baca-sel)/.test(id),
    priority: 1,
  },
  {
    name: 'jadwal',
    test: (id: string) =>
      /\/client\/(screens\/guru|i18n\/id|actions)\/jadwal|\/shared\/domain\/(jadwal-susun|baca-jadwal)/.test(
        id,
      ),
    priority: 1,
  },
  { name: 'latihan', test: inClient(/\/app\/latihan|\/i18n\/id\/contoh/) },
  {
    name: 'jarang',
    test: (id: string) =>
      /\/shared\/domain\/(ics|tenggat|beban|beban-lapor)\.|\/app\/lapor-beban|\/(sync|protocol)\/own-data\.|\/client\/(actions\/(data-saya|ambil-|zip-baca|kendala\.|dialog)|store\/(dialog|versi))/.test(
        id,
      ) ||
      inClient(
        /\/ui\/calendar|\/screens\/guru\/(akun|kunci-aplikasi|hari-kalender|penyimpanan|ambil-data|titipan|dua-versi|bantuan|privasi|umpan|kalender|baru-dihapus|kendala|beban)|\/screens\/masuk\/(ganti|latihan)|\/i18n\/id\/(akun|kunci-atur|bantuan|privasi|dua-versi|penyimpanan|ambil-data|tenggat|kendala|beban)/,
      )(id),
  },
  // What a first signing in opens, on the slowest line of all.
  { name: 'siapkan', test: inClient(/\/screens\/masuk\/siapkan/), priority: 1 },
  { name: 'pasang', test: inClient(/\/app\/install-sheet/), priority: 1 },
  // What another app shares: fetched ahead first of all, for it is a screen that comes when nobody looks for it.
  {
    name: 'bagikan',
    test: inClient(/\/screens\/guru\/(bagikan|kata-terima)|\/i18n\/id\/(bagikan|titip)\./),
    priority: 1,
  },
  {
    name: 'lain',
    test: inClient(/\/screens\/guru\/(antrean|salin)|\/i18n\/id\/(antrean|isian-lain)|\/app\/clean/),
  },
  { name: 'harian', test: inClient(/\/screens\/guru\/|\/i18n\/id\/(guru|pola-kamera)\.|\/app\/catat-baru/) },
  // Loaded when somebody taps them; without a group of their own they would come along with the rest of their room.
  {
    name: 'titip',
    test: (id: string) =>
      /\/client\/(actions\/(amplop|titip(-bagi|-segel)?)\.ts|screens\/guru\/titip-kirim)|\/node_modules\/hpke\//.test(
        id,
      ),
    priority: 1,
  },
  {
    name: 'cadangan',
    test: (id: string) => /\/client\/actions\/cadangan\.ts|\/node_modules\/fflate\//.test(id),
  },
  { name: 'inti', test: (id: string) => /\/(shared|client\/(actions|app|store|sync|ui))\//.test(id) },
];
