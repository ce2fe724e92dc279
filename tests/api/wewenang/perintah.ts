import type { CommandContent } from '../../../shared/protocol/index.ts';
import type { Evaluasi, FotoRujukan, Penilaian } from '../../../shared/records/index.ts';
import { aCommand, anEntri, aSatker, GURU, KEPALA, SHARD } from '../../support/builders.ts';
import type { Phone } from '../../support/phone.ts';
import type { TestServer } from '../../support/server.ts';
import { aPraktik, OBSERVASI } from '../../unit/shared/praktik-builders.ts';
import { aSkp } from '../../unit/shared/skp-builders.ts';
import type { Siapa } from './orang.ts';

export const NILAI: Penilaian = { hasil: 'SESUAI', perilaku: 'SESUAI', umpan: [], catatan: '' };
export const anEvaluasi = (angka: number): Evaluasi => ({
  periode: { tahun: 2026, tipe: 'bulanan', angka },
  hasil: [
    {
      kode: 'GR-U-01',
      rhk: 'Terlaksananya pembelajaran',
      kegiatan: 1,
      ukuran: [{ indikator: 'Jumlah jam', target: '24 JP', realisasi: '24 JP' }],
    },
  ],
  diri: { hasil: null, perilaku: null },
  refleksi: 'Berjalan baik',
});
export const PEGAWAI = {
  nip: '198703122011012004',
  nama: 'Sri Wahyuni',
  gelarDepan: '',
  gelarBelakang: 'S.Pd.',
  jenisKelamin: 'P',
  status: 'PNS',
  golongan: 'III/c',
  jabatan: 'Guru Kelas',
  jenjang: 'Ahli Muda',
  penilai: null,
} as const;
const NAMA_HARI = { mulai: '2026-12-12', selesai: '2026-12-12', nama: 'Hari ulang tahun sekolah' };
const HARI = { ...NAMA_HARI, libur: true };
const JADWAL = {
  pelajaran: [{ hari: 1, jamKe: 1, mulai: '07:00', selesai: '07:35', mapel: 'IPAS', kelas: 'V' }],
};
const POLA = {
  nama: 'Mengajar',
  rhk: null,
  rencanaAksi: null,
  uraian: 'Mengajar kelas V',
  mulai: null,
  selesai: null,
  realisasi: 2,
  satuan: 'JP',
};
export const POLA_SEKOLAH = {
  ...POLA,
  nama: 'Upacara',
  rencanaAksi: 'UPC',
  rencana: 'Upacara, apel, pembiasaan',
};
const MATRIKS = {
  tahun: 2026,
  pimpinan: aSkp().penilai,
  rhk: [{ kode: 'KS-U-01', rhk: 'Terkembangkannya kurikulum' }],
  perilaku: aSkp().perilaku,
};
const master = (isi: unknown, pemilik: string = GURU) => ({ pemilik, isi });
const KENDALA = { guru: GURU, sebab: 'SINYAL', mulai: '2026-11-20', selesai: '2026-11-20', catatan: '' };
const ALASAN = { alasan: 'Bukti bulan ini belum dilihat' };

const USULAN = {
  bidang: 'gelarBelakang',
  nilai: 'M.Pd.',
  semula: 'S.Pd.',
  bukti: 'Ijazah S2 tanggal 12 Mei 2026',
  tautan: [],
  foto: [],
};
export const IMPOR = {
  sumber: 'SIMPEG',
  berkas: 'pegawai.csv',
  sha: '0'.repeat(64),
  pada: '2026-11-20',
  penanda: 's_impor',
  pemetaan: {},
  jumlah: { baru: 0, berubah: 0, sama: 0, bermasalah: 0, ditolak: 0, hilang: 0 },
};

export const ISI_TINDAKAN = {
  ...{ sebab: 'SINYAL', cara: 'TANGGAL', tanggal: null, teks: '', npsn: null },
};
const TINDAKAN = { ...ISI_TINDAKAN, pada: '2026-11-20', penanda: 's_tindak' };

const DIALOG = { tahun: 2026, pilihan: [], belajar: 'Asesmen formatif' };
const PORTOFOLIO = {
  nama: 'Bu Sri',
  sebutan: 'Guru kelas 5',
  pengantar: '',
  tampilSekolah: true,
  dicari: false,
  butir: [{ entri: 'd_abcdef.1.AAAAAAAAAAA', judul: 'Pojok baca', teks: '', foto: [] }],
};
const KODE = 'abcdefghijklmnopqrstuvwxyz';

export const IDENTITAS = {
  ...{ nama: 'SD Negeri 1 Arunika', kabupaten: 'Kabupaten Arunika', alamat: 'Jalan Melati 1', telepon: '' },
  kop: ['Pemerintah Kabupaten Arunika', 'Dinas Pendidikan'],
};
const AKSES = { jenis: 'slip', keterangan: '', oleh: 'Wawan', pada: 0 };
const PENUGASAN = {
  jenis: 'plt',
  mulai: '2026-11-01',
  akhir: '2027-01-31',
  sebab: null,
  alasan: 'Kepala sekolah pensiun',
  terkait: null,
} as const;

/** Body of each kind of command, right in every part; commands that change something name the record beside it. */
export const ISI: Readonly<Record<string, { readonly pada?: string; readonly body: unknown }>> = {
  'entri.catat': { body: anEntri() },
  'entri.ubah': { pada: 'entri', body: anEntri({ uraian: 'Mengajar Matematika kelas 5B' }) },
  'entri.hapus': { pada: 'entri', body: {} },
  'entri.pulihkan': { pada: 'entri', body: {} },
  'entri.pilih': { pada: 'entri', body: { varian: 'd_abcdef.1.AAAAAAAAAAA', pakai: 'kini' } },
  'entri.tarik': { pada: 'entri', body: {} },
  'entri.ajukan': { pada: 'entri', body: {} },
  'entri.setujui': { pada: 'entri', body: {} },
  'entri.bukaLagi': { pada: 'entri', body: {} },
  'entri.kembalikan': { pada: 'entri', body: ALASAN },
  'umpan.tulis': { body: { guru: GURU, tentang: null, teks: 'Terima kasih' } },
  'umpan.baca': { pada: 'umpan', body: {} },
  'pola.simpan': { body: POLA },
  'pola.ubah': { pada: 'pola', body: { ...POLA, nama: 'Piket' } },
  'pola.hapus': { pada: 'pola', body: {} },
  'pola.sembunyikan': { body: { pola: 'd_abcdef.1.AAAAAAAAAAA' } },
  'pola.tampilkan': { pada: 'polaSembunyi', body: {} },
  'polaSekolah.tambah': { body: POLA_SEKOLAH },
  'polaSekolah.ubah': { pada: 'polaSekolah', body: { ...POLA_SEKOLAH, nama: 'Apel' } },
  'polaSekolah.pensiunkan': { pada: 'polaSekolah', body: {} },
  'skp.susun': { body: aSkp({ tahun: 2027, periode: { awal: '2027-01-01', akhir: '2027-12-31' } }) },
  'skp.ubah': { pada: 'skp', body: aSkp() },
  'skp.ajukan': { pada: 'skp', body: {} },
  'skp.tarik': { pada: 'skp', body: {} },
  'skp.hapus': { pada: 'skp', body: {} },
  'skp.pilih': { pada: 'skp', body: { varian: 'd_abcdef.1.AAAAAAAAAAA', pakai: 'kini' } },
  'skp.setujui': { pada: 'skp', body: {} },
  'skp.kembalikan': { pada: 'skp', body: { catatan: [{ rhk: null, teks: 'Targetnya sebulan' }] } },
  'matriks.bagikan': { body: MATRIKS },
  'matriks.ubah': { pada: 'matriks', body: MATRIKS },
  'evaluasi.susun': { body: anEvaluasi(9) },
  'evaluasi.ubah': { pada: 'evaluasi', body: anEvaluasi(10) },
  'evaluasi.pilih': { pada: 'evaluasi', body: { varian: 'd_abcdef.1.AAAAAAAAAAA', pakai: 'kini' } },
  'evaluasi.kirim': { pada: 'evaluasi', body: {} },
  'evaluasi.tarik': { pada: 'evaluasi', body: {} },
  'evaluasi.baca': { pada: 'evaluasi', body: {} },
  'evaluasi.kembalikan': { pada: 'evaluasi', body: ALASAN },
  'evaluasi.tetapkan': { pada: 'evaluasi', body: NILAI },
  'evaluasi.bukaLagi': { pada: 'evaluasi', body: ALASAN },
  'keberatan.ajukan': { pada: 'keberatan', body: ALASAN },
  'keberatan.jelaskan': { pada: 'keberatan', body: { teks: 'Sudah diperiksa bersama' } },
  'keberatan.putuskan': { pada: 'keberatan', body: { hasil: 'SESUAI', perilaku: 'SESUAI', ...ALASAN } },
  'penilaian.catat': { body: { evaluasi: 'd_abcdef.1.AAAAAAAAAAA', isi: NILAI } },
  'penilaian.ubah': { pada: 'penilaian', body: { evaluasi: 'd_abcdef.1.AAAAAAAAAAA', isi: NILAI } },
  'praktik.susun': { body: aPraktik({ tahun: 2027 }) },
  'praktik.ubah': { pada: 'praktik', body: aPraktik() },
  'praktik.pilih': { pada: 'praktik', body: { varian: 'd_abcdef.1.AAAAAAAAAAA', pakai: 'kini' } },
  'praktik.ajukan': { pada: 'praktik', body: {} },
  'praktik.tarik': { pada: 'praktik', body: {} },
  'praktik.kembalikan': { pada: 'praktik', body: ALASAN },
  'praktik.jadwalkan': { pada: 'praktik', body: { tanggal: '2026-11-12', mulai: '07:30' } },
  'praktik.amati': { pada: 'praktik', body: OBSERVASI },
  'praktik.tindakLanjut': { pada: 'praktik', body: {} },
  'praktik.selesai': { pada: 'praktik', body: {} },
  'praktik.konfirmasi': { pada: 'praktik', body: { kode: 'KSP', hasil: null } },
  'kendala.lapor': { body: KENDALA },
  'kendala.tarik': { pada: 'kendala', body: {} },
  'kendala.pulihkan': { pada: 'kendala', body: {} },
  'kendala.tanggapi': {
    pada: 'kendala',
    body: { cara: 'JAWABAN', tanggal: null, teks: 'Besok saya ke sana' },
  },
  'kendala.tindak': {
    pada: 'kendala',
    body: { cara: 'JAWABAN', tanggal: null, teks: 'Modem dikirim', tindakan: 's_tindak' },
  },
  'kendala.urungTindak': { pada: 'kendala', body: { tindakan: 's_tindak' } },
  'dialog.susun': { body: { ...DIALOG, tahun: 2027 } },
  'dialog.ubah': { pada: 'dialog', body: { ...DIALOG, belajar: 'Numerasi' } },
  'portofolio.susun': { body: { ...PORTOFOLIO, kode: KODE } },
  'portofolio.ubah': { pada: 'portofolio', body: PORTOFOLIO },
  'portofolio.terbitkan': { pada: 'portofolio', body: PORTOFOLIO },
  'portofolio.tarik': { pada: 'portofolio', body: {} },
  'portofolio.hapus': { pada: 'portofolio', body: {} },
  'portofolio.izinkan': { pada: 'satker', body: { boleh: true } },
  'portofolio.atur': { pada: 'satker', body: { boleh: false } },
  'bulan.kunci': { pada: 'satker', body: { bulan: '2026-09' } },
  'bulan.buka': { pada: 'satker', body: { bulan: '2026-08', ...ALASAN } },
  'tanggal.buka': { pada: 'satker', body: { pemilik: GURU, tanggal: '2026-08-17' } },
  'tanggal.tutup': { pada: 'satker', body: { pemilik: GURU, tanggal: '2026-08-17' } },
  'periode.atur': { pada: 'satker', body: { sejak: 2027, tipe: 'triwulanan', batasHari: 10 } },
  'alur.atur': { pada: 'satker', body: { sejak: 2026, alur: 'umum' } },
  'log.atur': { pada: 'satker', body: { logHarian: 'wajib' } },
  'kalender.tambah': { pada: 'satker', body: { hari: [HARI] } },
  'kalender.hapus': { pada: 'satker', body: { hari: [NAMA_HARI] } },
  'capaian.catat': { pada: 'satker', body: { periode: '2026-B10', capaian: 'BAIK' } },
  'satker.tetapkan': { body: master(aSatker(), '') },
  'satker.perbarui': { pada: 'satker', body: master(aSatker({ nama: 'SD Milik Siapa Saja' }), '') },
  'satker.identitas': { pada: 'satker', body: IDENTITAS },
  'satker.logo': { pada: 'satker', body: { logo: '0'.repeat(64) } },
  'pegawai.tetapkan': { body: master(PEGAWAI) },
  'pegawai.perbarui': { pada: 'pegawai', body: master({ ...PEGAWAI, golongan: 'IV/e' }) },
  'pegawai.cabut': { pada: 'pegawai', body: {} },
  'impor.mulai': { body: IMPOR },
  'impor.selesai': { pada: 'impor', body: { jumlah: IMPOR.jumlah } },
  'impor.urungkan': { pada: 'impor', body: {} },
  'tindakan.mulai': { body: TINDAKAN },
  'tindakan.selesai': {
    pada: 'tindakan',
    body: { jumlah: { sekolah: 0, guru: 0, tanggal: 0, bulan: 0, penuh: 0 } },
  },
  'tindakan.urungkan': { pada: 'tindakan', body: {} },
  'usulan.ajukan': { body: { ...USULAN, bidang: 'golongan', nilai: 'III/d', semula: 'III/c' } },
  'usulan.tarik': { pada: 'usulan', body: {} },
  'usulan.teruskan': { pada: 'usulan', body: { catatan: '' } },
  'usulan.terima': { pada: 'usulan', body: { catatan: '' } },
  'usulan.tolak': { pada: 'usulan', body: { catatan: 'Ijazahnya belum dilegalisasi' } },
  'akses.catat': { body: master(AKSES) },
  'penugasan.tetapkan': { body: master(PENUGASAN) },
  'penugasan.perbarui': { pada: 'penugasan', body: { isi: { ...PENUGASAN, akhir: null } } },
  'penugasan.cabut': { pada: 'penugasan', body: {} },
  'jadwal.tetapkan': { body: master(JADWAL) },
  'jadwal.perbarui': { pada: 'jadwal', body: master(JADWAL) },
  'jadwal.susun': { body: JADWAL },
  'jadwal.ubah': { pada: 'jadwalSendiri', body: { pelajaran: [] } },
  'skp.tetapkan': { body: master(aSkp()) },
  'skp.perbarui': { pada: 'skp', body: master(aSkp()) },
};

/** Records by the name that {@link ISI} and the table use; those of the head end in `@trisno`. */
export type Berkas = Readonly<Record<string, string>>;

const LETAK = ['satker', 'pegawai', 'jadwal', 'impor', 'tindakan', 'akses', 'penugasan'] as const;

const laid = async (server: TestServer): Promise<Berkas> => {
  const rows = await server.store.read(async (tx) => {
    const found: [string, string][] = [];
    for (const kind of LETAK)
      for (const { record } of await tx.recordsOfKind(SHARD, kind)) found.push([kind, record.id]);
    return found;
  });
  return Object.fromEntries(rows);
};

type Sent = (kind: string, body: unknown, on?: string) => Promise<string>;

/** The phone sends one command and expects it to be taken; gives the id of what it made or changed. */
const sender =
  (phone: Phone): Sent =>
  async (kind, body, on) => {
    if (on) await phone.syncAll();
    const base = on ? (phone.records.get(on)?.head ?? on) : null;
    const id = await phone.add(aCommand({ kind, shard: SHARD, record: on ?? null, base, body }));
    await phone.syncAll();
    const verdict = phone.verdicts.get(phone.lastNumber);
    if (verdict?.r !== 'ok') throw new Error(`${kind}: ${JSON.stringify(verdict)}`);
    return on ?? id;
  };

/** Lays down one record of each kind: Sri's, her head's own, what is the school's, and an objection of hers. */
export const isiSekolah = async (
  server: TestServer,
  phones: Readonly<Record<Siapa, Phone>>,
  foto: FotoRujukan,
  bukti: readonly FotoRujukan[] = [],
): Promise<Berkas> => {
  await server.ledger.submit({
    actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] },
    device: 'd_sistem2',
    commands: [
      { kind: 'pegawai.tetapkan', body: master(PEGAWAI) },
      { kind: 'jadwal.tetapkan', body: master(JADWAL) },
      { kind: 'impor.mulai', body: IMPOR },
      { kind: 'tindakan.mulai', body: TINDAKAN },
      { kind: 'akses.catat', body: master(AKSES) },
      { kind: 'penugasan.tetapkan', body: master(PENUGASAN) },
    ].map(({ kind, body }, i) => ({
      ...aCommand({ kind, shard: SHARD, record: null, base: null, body }),
      number: i + 1,
    })),
  });
  const terpasang = await laid(server);
  const [sri, trisno] = [sender(phones.sri), sender(phones.trisno)];
  const entri = await sri('entri.catat', anEntri({ foto: [foto] }));
  const skp = await sri('skp.susun', aSkp());
  const evaluasi = await sri('evaluasi.susun', anEvaluasi(10));
  const keberatan = await sri('evaluasi.susun', anEvaluasi(11));
  await sri('evaluasi.kirim', {}, keberatan);
  const praktik = await sri('praktik.susun', aPraktik());
  const usulan = await sri('usulan.ajukan', { ...USULAN, foto: bukti });
  const kendala = await sri('kendala.lapor', KENDALA);
  const dialog = await sri('dialog.susun', DIALOG);
  const portofolio = await sri('portofolio.susun', { ...PORTOFOLIO, kode: KODE });
  const jadwalSendiri = await sri('jadwal.susun', JADWAL);
  const pola = await sri('pola.simpan', POLA);
  const polaSembunyi = await sri('pola.sembunyikan', { pola: 'd_abcdef.1.AAAAAAAAAAA' });
  const polaSekolah = await trisno('polaSekolah.tambah', POLA_SEKOLAH);
  const umpan = await trisno('umpan.tulis', { guru: GURU, tentang: null, teks: 'Bagus' });
  const matriks = await trisno('matriks.bagikan', MATRIKS);
  const penilaian = await trisno('penilaian.catat', { evaluasi: 'd_abcdef.1.AAAAAAAAAAA', isi: NILAI });
  await trisno('evaluasi.tetapkan', NILAI, keberatan);
  await sri('keberatan.ajukan', ALASAN, keberatan);
  return {
    ...terpasang,
    ...{
      jadwalSendiri,
      'jadwalSendiri@sekolah': terpasang['jadwal'] ?? '',
      entri,
      skp,
      evaluasi,
      keberatan,
      praktik,
      pola,
      polaSembunyi,
      polaSekolah,
      umpan,
      matriks,
      penilaian,
      usulan,
      dialog,
      portofolio,
    },
    ...{ entri, skp, evaluasi, keberatan, praktik, kendala, pola, umpan, matriks, penilaian },
    'entri@trisno': await trisno('entri.catat', anEntri({ uraian: 'Supervisi kelas V' })),
    'skp@trisno': await trisno('skp.susun', aSkp()),
    'kendala@trisno': await trisno('kendala.lapor', { ...KENDALA, guru: KEPALA }),
    'praktik@trisno': await trisno('praktik.susun', aPraktik()),
    'evaluasi@trisno': await trisno('evaluasi.susun', anEvaluasi(10)),
  };
};

/** The command of a line of the table, such as `entri.setujui@trisno`, on the version that is current. */
export const perintah = async (
  server: TestServer,
  berkas: Berkas,
  baris: string,
): Promise<CommandContent> => {
  const [kind = '', milik] = baris.split('@');
  const isi = ISI[kind];
  if (!isi) throw new Error(`no body for ${kind}`);
  const record = isi.pada ? berkas[milik ? `${isi.pada}@${milik}` : isi.pada] : null;
  if (record === undefined) throw new Error(`nothing laid down for ${baris}`);
  const stored = record ? await server.store.read((tx) => tx.record(SHARD, record)) : null;
  return aCommand({ kind, shard: SHARD, record, base: stored?.record.head ?? null, body: isi.body });
};
