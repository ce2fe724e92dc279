import { IDENTITAS, ISI_TINDAKAN, POLA_SEKOLAH } from '../api/wewenang/perintah.ts';
import { SHARD } from '../support/builders.ts';
import { dataOrang, WILAYAH } from '../support/organisasi.ts';
import type { Peran } from './ground.ts';

/** Kinds of values that stand in an address: the ground knows right ones of each. */
export type Nilai =
  | 'akun'
  | 'hp'
  | 'hilang'
  | 'kunci'
  | 'foto'
  | 'catatan'
  | 'usulan'
  | 'pola'
  | 'impor'
  | 'npsn'
  | 'shard'
  | 'masalah'
  | 'dokumen'
  | 'portofolio'
  | 'unduhan';

/** A right request to a route, from which wrong ones are made. */
export type Contoh = {
  /** Who has the right to ask; null where anybody may. */
  readonly as: Peran | null;
  readonly param?: Readonly<Record<string, Nilai>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Body as JSON; `@usulan` stands for the first value of that kind. */
  readonly body?: unknown;
  /** Body as bytes: what the ground has of this kind. */
  readonly bytes?: 'foto' | 'titipan' | 'logo' | 'pegawai' | 'serahan';
  /** True where the phone signs the body. */
  readonly signed?: boolean;
  /** What it is refused for all the same: the one thing in it that is not right. */
  readonly ditolak?: string;
};

const SALAH = { sandi: 'bukan-kata-sandinya' };
const KUNCI = {
  ...{ kty: 'EC', crv: 'P-256' },
  ...{ x: 'axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY', y: 'T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU' },
};
const B64 = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-AbCdE';
const KETETAPAN = { apa: 'periode', sejak: 2027, batasHari: 3 };
const HARI = { mulai: '2026-11-02', alasan: 'Menurut surat keputusan' };
const ORANG = dataOrang({ id: '', nip: '199203032020122003', nama: 'Rini' });
const { penilai: _, hilangSejak: __, asal: ___, ...ISI } = ORANG as typeof ORANG & Record<string, unknown>;

/**
 * Of each route of the service one right request, by `METHOD path`; a test compares the names with the table of routes.
 * What would sign the fuzzer’s own phones out is right in shape only: a wrong password, another’s account.
 */
export const RUTE: Readonly<Record<string, Contoh>> = {
  'post /api/session': {
    ditolak: 'sandi_salah',
    as: null,
    body: { nip: '199203032020122003', ...SALAH, key: KUNCI, label: 'Chrome' },
  },
  'get /api/session': { as: 'guru' },
  'delete /api/session': { as: null },
  'post /api/sync': {
    as: 'guru',
    signed: true,
    headers: { 'kinerja-beban': '2026-11-16 1 1' },
    body: { p: 2, app: 'test', u: 'p_guru01', dev: 'd_abcdef', g: '', pos: {}, ops: [], ask: [] },
  },
  'head /api/photos/:sha': { as: 'guru', param: { sha: 'foto' } },
  'put /api/photos/:sha': { as: 'guru', param: { sha: 'foto' }, bytes: 'foto' },
  'get /api/photos/:sha': { as: 'guru', param: { sha: 'foto' }, query: { pemilik: 'p_guru01' } },
  'get /api/time': { as: null },
  'get /api/openapi.json': { as: null },
  'get /healthz': { as: null },
  'get /masalah/:code': { as: null, param: { code: 'masalah' } },
  'post /bagikan': { as: null },
  'get /api/password': { as: 'guru' },
  'put /api/password': {
    ditolak: 'sandi_lama_salah',
    as: 'guru',
    body: { lama: SALAH.sandi, baru: 'ladang-perahu-sembilan-jagung' },
  },
  'get /api/passkeys': { as: 'kepala' },
  'post /api/passkeys/options': { ditolak: 'sandi_lama_salah', as: 'kepala', body: SALAH },
  'post /api/passkeys': {
    ditolak: 'kunci_sandi_salah',
    as: 'kepala',
    body: { nama: 'HP dinas', id: B64, clientDataJSON: B64, attestationObject: B64 },
  },
  'delete /api/passkeys/:key': { ditolak: 'tidak_ada', as: 'kepala', param: { key: 'kunci' } },
  'post /api/session/passkey/options': { as: null },
  'post /api/session/passkey': {
    ditolak: 'kunci_sandi_salah',
    as: null,
    body: {
      ...{ id: B64, clientDataJSON: B64, authenticatorData: B64, signature: B64, userHandle: B64 },
      ...{ key: KUNCI, label: 'Chrome' },
    },
  },
  'get /api/access/schools': { as: 'admin' },
  'get /api/access': { as: 'admin', query: { school: SHARD.slice(4), find: 'Sri', from: '0' } },
  'get /api/access/waiting': { as: 'admin', query: { school: SHARD.slice(4) } },
  'post /api/access/proof': { ditolak: 'sandi_lama_salah', as: 'admin', body: SALAH },
  'post /api/access/proof/options': { as: 'admin' },
  'post /api/access/:id/slip': { as: 'admin', param: { id: 'akun' } },
  'post /api/access/:id/slip/second': { ditolak: 'tahap_salah', as: 'admin', param: { id: 'akun' } },
  'delete /api/access/:id/devices/:device': { as: 'admin', param: { id: 'akun', device: 'hp' } },
  'post /api/access/:id/devices/:device/lost': { as: 'admin', param: { id: 'akun', device: 'hp' } },
  'delete /api/access/:id/devices/:device/lost': { as: 'admin', param: { id: 'akun', device: 'hp' } },
  'delete /api/access/:id/passkeys/:key': {
    ditolak: 'tidak_ada',
    as: 'admin',
    param: { id: 'akun', key: 'kunci' },
  },
  'delete /api/access/:id/sessions': { as: 'admin', param: { id: 'akun' } },
  'post /api/devices/:id/cut': { ditolak: 'sandi_lama_salah', as: 'guru', param: { id: 'hp' }, body: SALAH },
  'post /api/devices/:id/lost': { ditolak: 'sandi_lama_salah', as: 'guru', param: { id: 'hp' }, body: SALAH },
  'post /api/devices/:id/found': {
    ditolak: 'sandi_lama_salah',
    as: 'guru',
    param: { id: 'hp' },
    body: SALAH,
  },
  'post /api/devices/:id/work': { ditolak: 'tidak_ada', as: 'guru', param: { id: 'hp' } },
  'delete /api/devices/:id/work': { ditolak: 'tidak_ada', as: 'guru', param: { id: 'hp' } },
  'post /api/lost': {
    as: 'hilang',
    signed: true,
    body: { u: 'p_korban', dev: '@hilang', nonce: 'AbCdEfGhIjKlMnOpQrStUv' },
  },
  'put /api/lost/:dev/:sha': {
    as: 'hilang',
    signed: true,
    param: { dev: 'hilang', sha: 'foto' },
    bytes: 'serahan',
  },
  'get /api/devices': { as: 'guru' },
  'get /api/reminder': { as: 'guru' },
  'put /api/reminder': {
    as: 'guru',
    body: { alamat: 'https://fcm.googleapis.com/fcm/send/hp-sri', jam: '15:30', hari: [1, 2, 3] },
  },
  'delete /api/reminder': { as: 'guru' },
  'get /api/recovery': { as: 'kepala' },
  'get /api/history': { as: 'kepala', query: { shard: SHARD, before: '9', only: 'feedback' } },
  'get /api/history/:record': { as: 'kepala', param: { record: 'catatan' } },
  'post /api/views': {
    as: 'kepala',
    body: { list: [{ s: SHARD, d: 'd_abcdef.1.AAAAAAAAAAA', day: '2026-11-23', at: 1_795_420_800_000 }] },
  },
  'get /api/receipt-key': { as: null },
  'get /api/courier': { as: null },
  'put /api/courier/:sha': { as: 'guru', signed: true, param: { sha: 'foto' }, bytes: 'titipan' },
  'post /api/documents': {
    as: 'guru',
    body: {
      ...{ jenis: 'skp', pemilik: 'p_guru01', bulan: '2026-11', periode: null },
      ...{ denganFoto: false, kertas: 'A4', ak: null },
    },
  },
  'get /cek': { ditolak: '404', as: null, query: { kode: 'ABCD-EFGH-JKLM' } },
  'get /cek/:code': { ditolak: '404', as: null, param: { code: 'dokumen' } },
  'get /publik': { as: null, query: { bulan: '2026-10', cari: 'arunika' } },
  'get /publik/metode': { as: null },
  'get /publik/sekolah/:npsn': { ditolak: '404', as: null, param: { npsn: 'npsn' } },
  'get /publik/data/:nama': { as: null, param: { nama: 'unduhan' } },
  'get /p/:kode': { ditolak: '404', as: null, param: { kode: 'portofolio' } },
  'get /p/:kode/:foto': { ditolak: '404', as: null, param: { kode: 'portofolio', foto: 'foto' } },
  'get /readyz': { as: null },
  'get /status': { as: null },
  'get /metrics': { ditolak: 'tidak_ada', as: null, headers: { authorization: 'Bearer rahasia' } },
  'get /api/simpeg': { as: 'admin' },
  'post /api/simpeg': { as: 'admin', query: { name: 'pegawai.csv', source: 'SIMPEG' }, bytes: 'pegawai' },
  'get /api/simpeg/:id': { as: 'admin', param: { id: 'impor' } },
  'get /api/simpeg/:id/rows': {
    as: 'admin',
    param: { id: 'impor' },
    query: { show: 'semua', find: 'sri', from: '0' },
  },
  'get /api/simpeg/:id/faults.xlsx': { as: 'admin', param: { id: 'impor' } },
  'put /api/simpeg/:id/columns': {
    as: 'admin',
    param: { id: 'impor' },
    body: { pemetaan: { Jabatan: 'jabatan', Golongan: null } },
  },
  'post /api/simpeg/:id/apply': {
    as: 'admin',
    param: { id: 'impor' },
    body: { kecuali: ['CSV:4'], yakin: null },
  },
  'delete /api/simpeg/:id': { as: 'admin', param: { id: 'impor' } },
  'post /api/simpeg/:id/continue': { ditolak: 'tidak_ada', as: 'admin', param: { id: 'impor' } },
  'get /api/own-data': { as: 'guru' },
  'get /api/actions': { as: 'admin' },
  'post /api/actions/preview': { as: 'admin', body: ISI_TINDAKAN },
  'post /api/actions': { as: 'admin', body: ISI_TINDAKAN },
  'delete /api/actions/:id': { ditolak: 'tidak_ada', as: 'admin', param: { id: 'catatan' } },
  'get /api/decisions': { as: 'admin' },
  'post /api/decisions/preview': { as: 'admin', body: KETETAPAN },
  'post /api/decisions': { as: 'admin', body: { id: 'k_abcdefgh', isi: KETETAPAN } },
  'post /api/decisions/:id/portion': { ditolak: 'tidak_ada', as: 'admin', param: { id: 'pola' } },
  'post /api/decisions/:id/undo': { ditolak: 'tidak_ada', as: 'admin', param: { id: 'pola' } },
  'get /api/corrections': { as: 'sekolah' },
  'post /api/corrections/:id': {
    as: 'sekolah',
    param: { id: 'usulan' },
    body: {
      shard: SHARD,
      dilihat: '@usulan',
      setuju: false,
      catatan: 'Ijazahnya belum dilegalisasi',
    },
  },
  'get /api/staff': { as: 'admin', query: { show: 'aktif', find: 'sri', unit: SHARD, from: '0' } },
  'post /api/staff': { as: 'admin', body: { isi: ISI, unit: SHARD, jenis: 'induk', mulai: '2026-11-02' } },
  'get /api/staff/:id': { as: 'admin', param: { id: 'akun' } },
  'post /api/staff/:id': {
    as: 'admin',
    param: { id: 'akun' },
    body: { apa: 'tugaskan', jenis: 'plt', unit: SHARD, akhir: '2027-01-31', ...HARI },
  },
  'get /api/units': { as: 'admin' },
  'get /api/organisation': { as: 'admin' },
  'get /api/insight': { as: 'pengawas' },
  'get /api/insight/:shard': { as: 'pengawas', param: { shard: 'shard' } },
  'get /api/schools': { as: 'admin', query: { find: 'arunika', from: '0' } },
  'get /api/schools/:npsn': { as: 'admin', param: { npsn: 'npsn' } },
  'put /api/schools/:npsn': { as: 'sekolah', param: { npsn: 'npsn' }, body: IDENTITAS },
  'put /api/schools/:npsn/logo': { as: 'sekolah', param: { npsn: 'npsn' }, bytes: 'logo' },
  'delete /api/schools/:npsn/logo': { as: 'sekolah', param: { npsn: 'npsn' } },
  'get /api/schools/:npsn/patterns': { as: 'sekolah', param: { npsn: 'npsn' } },
  'post /api/schools/:npsn/patterns': { as: 'sekolah', param: { npsn: 'npsn' }, body: POLA_SEKOLAH },
  'put /api/schools/:npsn/patterns/:id': {
    as: 'sekolah',
    param: { npsn: 'npsn', id: 'pola' },
    body: { ...POLA_SEKOLAH, nama: 'Apel' },
  },
  'delete /api/schools/:npsn/patterns/:id': { as: 'sekolah', param: { npsn: 'npsn', id: 'pola' } },
  'get /api/system': { as: 'admin' },
  'post /api/system/copy': { as: 'admin' },
  'get /api/audit': {
    as: 'admin',
    query: { from: '2026-11-01', until: '2026-11-30', kind: 'akun', find: 'sri', after: '' },
  },
  'get /api/audit.csv': { as: 'admin', query: { from: '2026-11-01', until: '2026-11-30', find: 'sri' } },
  'get /api/audit/views': { as: 'admin', query: { until: '2026-11-30' } },
  'get /api/audit/chain': { as: 'admin' },
  'get /api/publication': { as: 'admin' },
  'get /api/publication/preview': { as: 'admin', query: { tables: 'pengisian', name: 'Dinas' } },
  'put /api/publication': { as: 'admin', body: { instansi: 'Dinas Pendidikan', tabel: ['pengisian'] } },
};

/** Acts on a person that are dealt beside the one above. */
export const TINDAKAN: readonly unknown[] = [
  { apa: 'ubah', isi: ISI },
  { apa: 'mutasi', ke: 'sek:20104523', ...HARI },
  { apa: 'keluar', sebab: 'pensiun', ...HARI },
  { apa: 'aktifkan', unit: SHARD, ...HARI },
  { apa: 'akhiri', tugas: 'd_abcdef.1.AAAAAAAAAAA', akhir: '2026-11-20', alasan: HARI.alasan },
  { apa: 'batal', tugas: 'd_abcdef.1.AAAAAAAAAAA' },
  { apa: 'penilai', penilai: 'p_kepala' },
  { apa: 'bina', unit: [SHARD, WILAYAH] },
];
