import type { DocumentRequest } from '../../../shared/protocol/index.ts';
import { SHARD } from '../../support/builders.ts';
import type { Phone } from '../../support/phone.ts';
import { SANDI } from '../../support/server.ts';
import { CSV, OCTETS, tuntas } from './dinas.ts';
import { ORANG, type Siapa } from './orang.ts';
import { type Berkas, IDENTITAS, ISI_TINDAKAN, PEGAWAI, POLA_SEKOLAH } from './perintah.ts';

/** A passkey of the head's. */
export const KUNCI = 'kunci-pak-trisno';

/** What the requests are about: what was laid down, and the phone of whoever asks. */
export type Bahan = {
  readonly phone: Phone;
  readonly phones: Readonly<Record<Siapa, Phone>>;
  readonly berkas: Berkas;
  /** SHA-256 of a photo of Sri's. */
  readonly sha: string;
  /** And of the letter that she shows with her usulan. */
  readonly bukti: string;
  /** A file that lies on the district's desk, ready to be applied. */
  readonly unggahan: string;
  /** An import of the district's. */
  readonly impor: string;
};

type Minta = (bahan: Bahan) => Promise<Response>;
/** A line of the table: the route that it asks, and the request. */
export type Baris = { readonly rute: string; readonly minta: Minta };

const JSON_BODY = { 'content-type': 'application/json' };

/** A request without a body; its address may name what was laid down. */
const polos =
  (method: string, path: (bahan: Bahan) => string): Minta =>
  (bahan) =>
    bahan.phone.ask(path(bahan), { method });
const berisi =
  (method: string, path: (bahan: Bahan) => string, isi: (bahan: Bahan) => unknown): Minta =>
  (bahan) =>
    bahan.phone.ask(path(bahan), { method, body: JSON.stringify(isi(bahan)) }, JSON_BODY);

const NPSN = SHARD.slice(4);
const POLA = `/api/schools/${NPSN}/patterns`;
const AKUN = `/api/access/${ORANG.budi.id}`;
const sandi = () => ({ sandi: SANDI });
const tetap = (path: string) => () => path;
const hpBudi = ({ phones }: Bahan): string => `${AKUN}/devices/${phones.budi.device}`;
const hpSri = ({ phones }: Bahan): string => `/api/devices/${phones.sri.device}`;
const LOGO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const DOKUMEN: DocumentRequest = {
  ...{ jenis: 'skp', pemilik: ORANG.sri.id, bulan: '2026-11', periode: null },
  ...{ denganFoto: false, kertas: 'A4', ak: null },
};
const baru = () => ({
  isi: { ...IsiBaru(), nip: '199505052020051009', nama: 'Baru' },
  ...{ unit: SHARD, jenis: 'induk', mulai: '2026-11-24' },
});
const KETETAPAN = { id: 'k_abcdefgh', isi: { apa: 'periode', sejak: 2027, batasHari: 3 } };
const IsiBaru = () => {
  const { penilai: _, ...isi } = PEGAWAI;
  return isi;
};

/**
 * Each line of the table that is a route, in the order in which they are asked: what is read before what is changed, and what
 * ends the asker's own phone at the end.
 */
export const RUTE: Readonly<Record<string, Baris>> = {
  'lihat-foto': {
    rute: 'get /api/photos/:sha',
    minta: polos('GET', ({ sha }) => `/api/photos/${sha}?pemilik=${ORANG.sri.id}`),
  },
  'lihat-bukti': {
    rute: 'get /api/photos/:sha',
    minta: polos('GET', ({ bukti }) => `/api/photos/${bukti}?pemilik=${ORANG.sri.id}`),
  },
  'posisi-foto': { rute: 'head /api/photos/:sha', minta: polos('HEAD', ({ sha }) => `/api/photos/${sha}`) },
  'riwayat-satu': {
    rute: 'get /api/history/:record',
    minta: polos('GET', ({ berkas }) => `/api/history/${berkas['entri']}`),
  },
  'riwayat-sekolah': { rute: 'get /api/history', minta: polos('GET', tetap(`/api/history?shard=${SHARD}`)) },
  dokumen: { rute: 'post /api/documents', minta: berisi('POST', tetap('/api/documents'), () => DOKUMEN) },
  'wawasan-tabel': { rute: 'get /api/insight', minta: polos('GET', tetap('/api/insight')) },
  'wawasan-sekolah': { rute: 'get /api/insight/:shard', minta: polos('GET', tetap(`/api/insight/${SHARD}`)) },

  'akses-sekolah': { rute: 'get /api/access/schools', minta: polos('GET', tetap('/api/access/schools')) },
  'akses-orang': { rute: 'get /api/access', minta: polos('GET', tetap('/api/access')) },
  'akses-belum': {
    rute: 'get /api/access/waiting',
    minta: polos('GET', tetap(`/api/access/waiting?school=${NPSN}`)),
  },
  'akses-bukti': {
    rute: 'post /api/access/proof',
    minta: berisi('POST', tetap('/api/access/proof'), sandi),
  },
  'akses-bukti-kunci': {
    rute: 'post /api/access/proof/options',
    minta: polos('POST', tetap('/api/access/proof/options')),
  },
  'akses-slip': { rute: 'post /api/access/:id/slip', minta: polos('POST', tetap(`${AKUN}/slip`)) },
  'akses-slip-kedua': {
    rute: 'post /api/access/:id/slip/second',
    minta: polos('POST', tetap(`${AKUN}/slip/second`)),
  },
  'akses-hilang': {
    rute: 'post /api/access/:id/devices/:device/lost',
    minta: polos('POST', (bahan) => `${hpBudi(bahan)}/lost`),
  },
  'akses-ketemu': {
    rute: 'delete /api/access/:id/devices/:device/lost',
    minta: polos('DELETE', (bahan) => `${hpBudi(bahan)}/lost`),
  },
  'akses-putus': { rute: 'delete /api/access/:id/devices/:device', minta: polos('DELETE', hpBudi) },
  'akses-akhiri': {
    rute: 'delete /api/access/:id/sessions',
    minta: polos('DELETE', tetap(`${AKUN}/sessions`)),
  },
  'cabut-kunci-sandi': {
    rute: 'delete /api/access/:id/passkeys/:key',
    minta: polos('DELETE', tetap(`/api/access/${ORANG.trisno.id}/passkeys/${KUNCI}`)),
  },
  'minta-kunci-sandi': {
    rute: 'post /api/passkeys/options',
    minta: berisi('POST', tetap('/api/passkeys/options'), sandi),
  },
  'hapus-kunci-sandi': {
    rute: 'delete /api/passkeys/:key',
    minta: polos('DELETE', tetap(`/api/passkeys/${KUNCI}`)),
  },

  'pegawai-daftar': { rute: 'get /api/staff', minta: polos('GET', tetap('/api/staff')) },
  'pegawai-satu': { rute: 'get /api/staff/:id', minta: polos('GET', tetap(`/api/staff/${ORANG.sri.id}`)) },
  'pegawai-unit': { rute: 'get /api/units', minta: polos('GET', tetap('/api/units')) },
  'pegawai-susunan': { rute: 'get /api/organisation', minta: polos('GET', tetap('/api/organisation')) },
  'pegawai-tambah': { rute: 'post /api/staff', minta: berisi('POST', tetap('/api/staff'), baru) },
  'pegawai-ubah': {
    rute: 'post /api/staff/:id',
    minta: berisi('POST', tetap(`/api/staff/${ORANG.sri.id}`), () => ({
      ...{ apa: 'ubah', isi: { ...IsiBaru(), golongan: 'III/d' } },
    })),
  },

  'impor-daftar': { rute: 'get /api/simpeg', minta: polos('GET', tetap('/api/simpeg')) },
  'impor-keadaan': {
    rute: 'get /api/simpeg/:id',
    minta: polos('GET', ({ unggahan }) => `/api/simpeg/${unggahan}`),
  },
  'impor-baris': {
    rute: 'get /api/simpeg/:id/rows',
    minta: polos('GET', ({ unggahan }) => `/api/simpeg/${unggahan}/rows`),
  },
  'impor-salah': {
    rute: 'get /api/simpeg/:id/faults.xlsx',
    minta: polos('GET', ({ unggahan }) => `/api/simpeg/${unggahan}/faults.xlsx`),
  },
  'impor-terapkan': {
    rute: 'post /api/simpeg/:id/apply',
    minta: berisi(
      'POST',
      ({ unggahan }) => `/api/simpeg/${unggahan}/apply`,
      // Of a reading that is over: he may, and nothing is set going.
      () => ({ kecuali: [], yakin: null, bacaan: 'lama' }),
    ),
  },
  'impor-lanjut': {
    rute: 'post /api/simpeg/:id/continue',
    // One that has come to its end: there is nothing to go on with, which only an admin is told.
    minta: async ({ phone, impor }) => {
      const kini = await phone.ask('/api/simpeg');
      const { list } = kini.ok ? ((await kini.json()) as { list: readonly { id: string }[] }) : { list: [] };
      return phone.ask(`/api/simpeg/${list[0]?.id ?? impor}/continue`, { method: 'POST' });
    },
  },
  'impor-padankan': {
    rute: 'put /api/simpeg/:id/columns',
    minta: async (bahan) => {
      const path = `/api/simpeg/${bahan.unggahan}/columns`;
      const answer = await berisi('PUT', tetap(path), () => ({ pemetaan: { Kelas: null } }))(bahan);
      if (answer.ok) await tuntas(bahan.phone, bahan.unggahan);
      return answer;
    },
  },
  'impor-urung': {
    rute: 'delete /api/simpeg/:id',
    minta: polos('DELETE', ({ impor }) => `/api/simpeg/${impor}`),
  },
  'impor-unggah': {
    rute: 'post /api/simpeg',
    minta: async ({ phone }) => {
      const answer = await phone.ask('/api/simpeg?name=lain.csv', { method: 'POST', body: CSV }, OCTETS);
      if (answer.ok) await tuntas(phone, ((await answer.clone().json()) as { id: string }).id);
      return answer;
    },
  },

  'usulan-daftar': { rute: 'get /api/corrections', minta: polos('GET', tetap('/api/corrections')) },
  'usulan-putus': {
    rute: 'post /api/corrections/:id',
    minta: berisi(
      'POST',
      ({ berkas }) => `/api/corrections/${berkas['usulan']}`,
      ({ berkas }) => ({ shard: SHARD, dilihat: berkas['usulan'], setuju: true, catatan: '' }),
    ),
  },

  'sekolah-daftar': { rute: 'get /api/schools', minta: polos('GET', tetap('/api/schools')) },
  'sekolah-satu': { rute: 'get /api/schools/:npsn', minta: polos('GET', tetap(`/api/schools/${NPSN}`)) },
  'sekolah-ubah': {
    rute: 'put /api/schools/:npsn',
    minta: berisi('PUT', tetap(`/api/schools/${NPSN}`), () => IDENTITAS),
  },
  'sekolah-logo': {
    rute: 'put /api/schools/:npsn/logo',
    minta: ({ phone }) => phone.ask(`/api/schools/${NPSN}/logo`, { method: 'PUT', body: LOGO }, OCTETS),
  },
  'sekolah-lepas-logo': {
    rute: 'delete /api/schools/:npsn/logo',
    minta: polos('DELETE', tetap(`/api/schools/${NPSN}/logo`)),
  },
  'pola-daftar': { rute: 'get /api/schools/:npsn/patterns', minta: polos('GET', tetap(POLA)) },
  'pola-bagikan': {
    rute: 'post /api/schools/:npsn/patterns',
    minta: berisi('POST', tetap(POLA), () => ({ ...POLA_SEKOLAH, nama: 'Piket' })),
  },
  'pola-ganti': {
    rute: 'put /api/schools/:npsn/patterns/:id',
    minta: berisi(
      'PUT',
      ({ berkas }) => `${POLA}/${berkas['polaSekolah']}`,
      () => ({ ...POLA_SEKOLAH, nama: 'Apel' }),
    ),
  },
  'pola-hentikan': {
    rute: 'delete /api/schools/:npsn/patterns/:id',
    minta: polos('DELETE', ({ berkas }) => `${POLA}/${berkas['polaSekolah']}`),
  },

  'publikasi-lihat': { rute: 'get /api/publication', minta: polos('GET', tetap('/api/publication')) },
  'publikasi-pratinjau': {
    rute: 'get /api/publication/preview',
    minta: polos('GET', tetap('/api/publication/preview?tables=pengisian')),
  },
  'publikasi-atur': {
    rute: 'put /api/publication',
    minta: berisi('PUT', tetap('/api/publication'), () => ({
      ...{ instansi: 'Dinas Pendidikan', tabel: ['pengisian'] },
    })),
  },
  'catatan-daftar': { rute: 'get /api/audit', minta: polos('GET', tetap('/api/audit')) },
  'catatan-berkas': { rute: 'get /api/audit.csv', minta: polos('GET', tetap('/api/audit.csv')) },
  'catatan-dilihat': { rute: 'get /api/audit/views', minta: polos('GET', tetap('/api/audit/views')) },
  'catatan-rantai': { rute: 'get /api/audit/chain', minta: polos('GET', tetap('/api/audit/chain')) },
  'sistem-lihat': { rute: 'get /api/system', minta: polos('GET', tetap('/api/system')) },
  'sistem-cadangkan': { rute: 'post /api/system/copy', minta: polos('POST', tetap('/api/system/copy')) },

  'tindakan-daftar': { rute: 'get /api/actions', minta: polos('GET', tetap('/api/actions')) },
  'tindakan-pratinjau': {
    rute: 'post /api/actions/preview',
    minta: berisi('POST', tetap('/api/actions/preview'), () => ISI_TINDAKAN),
  },
  'tindakan-lakukan': {
    rute: 'post /api/actions',
    minta: berisi('POST', tetap('/api/actions'), () => ISI_TINDAKAN),
  },
  'tindakan-urungkan': {
    rute: 'delete /api/actions/:id',
    minta: async ({ phone, berkas }) => {
      const kini = await phone.ask('/api/actions');
      const { list } = kini.ok ? ((await kini.json()) as { list: readonly { id: string }[] }) : { list: [] };
      return phone.ask(`/api/actions/${list[0]?.id ?? berkas['tindakan']}`, { method: 'DELETE' });
    },
  },
  'ketetapan-daftar': { rute: 'get /api/decisions', minta: polos('GET', tetap('/api/decisions')) },
  'ketetapan-pratinjau': {
    rute: 'post /api/decisions/preview',
    minta: berisi('POST', tetap('/api/decisions/preview'), () => KETETAPAN.isi),
  },
  'ketetapan-mulai': {
    rute: 'post /api/decisions',
    minta: berisi('POST', tetap('/api/decisions'), () => KETETAPAN),
  },
  'ketetapan-lanjut': {
    rute: 'post /api/decisions/:id/portion',
    minta: polos('POST', tetap(`/api/decisions/${KETETAPAN.id}/portion`)),
  },
  'ketetapan-urungkan': {
    rute: 'post /api/decisions/:id/undo',
    minta: polos('POST', tetap(`/api/decisions/${KETETAPAN.id}/undo`)),
  },
  'data-layanan': { rute: 'get /api/own-data', minta: polos('GET', tetap('/api/own-data')) },

  'titipan-ambil': {
    rute: 'post /api/devices/:id/work',
    minta: polos('POST', (bahan) => `${hpSri(bahan)}/work`),
  },
  'titipan-buang': {
    rute: 'delete /api/devices/:id/work',
    minta: polos('DELETE', (bahan) => `${hpSri(bahan)}/work`),
  },
  'hilang-hp': {
    rute: 'post /api/devices/:id/lost',
    minta: berisi('POST', (bahan) => `${hpSri(bahan)}/lost`, sandi),
  },
  'ketemu-hp': {
    rute: 'post /api/devices/:id/found',
    minta: berisi('POST', (bahan) => `${hpSri(bahan)}/found`, sandi),
  },
  'putus-hp': {
    rute: 'post /api/devices/:id/cut',
    minta: berisi('POST', (bahan) => `${hpSri(bahan)}/cut`, sandi),
  },
};
