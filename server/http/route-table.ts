import { SessionAnswer, SignInRequest, SyncAnswer, SyncRequest } from '../../shared/protocol/index.ts';
import { ADMIN, ALWAYS, BODY, GUARD, type Param, type RouteRow, SESSION } from './route-row.ts';
import { accountRows } from './route-table-account.ts';
import { aksesRows } from './route-table-akses.ts';
import { catatanRows } from './route-table-catatan.ts';
import { documentRows } from './route-table-documents.ts';
import { hilangRows } from './route-table-hilang.ts';
import { historyRows } from './route-table-history.ts';
import { insightRows } from './route-table-insight.ts';
import { ketetapanRows } from './route-table-ketetapan.ts';
import { operasiRows } from './route-table-operasi.ts';
import { polaRows } from './route-table-pola.ts';
import { publikRows } from './route-table-publik.ts';
import { publikasiRows } from './route-table-publikasi.ts';
import { sekolahRows } from './route-table-sekolah.ts';
import { simpegRows } from './route-table-simpeg.ts';
import { sistemRows } from './route-table-sistem.ts';
import { staffRows } from './route-table-staff.ts';
import { tindakanRows } from './route-table-tindakan.ts';
import { usulanRows } from './route-table-usulan.ts';

export type { RouteRow } from './route-row.ts';

const sha: Param = { name: 'sha', in: 'path', summary: 'SHA-256 of the photo in hex', required: true };
const code: Param = {
  name: 'code',
  in: 'path',
  summary: 'Problem code, such as `bulan_terkunci`',
  required: true,
};

/** Every route of the service except the built client's files. */
export const routeTable: readonly RouteRow[] = [
  {
    method: 'post',
    path: '/api/session',
    summary: 'Signs a person in, registers or recognises the device key, sets the session cookie',
    session: false,
    body: { type: 'application/json', schema: SignInRequest },
    answers: {
      200: { summary: 'Who is signed in, on which device, with which scopes', schema: SessionAnswer },
    },
    problems: [
      ...GUARD,
      ...BODY,
      'sandi_salah',
      'sandi_baru',
      'slip_menunggu',
      'sandi_pendek',
      'sandi_panjang',
      'sandi_mudah',
      'sandi_bocor',
      'sandi_campuran',
      'sandi_usang',
      'sandi_sama',
      'terlalu_sering',
      'perangkat_dicabut',
    ],
  },
  {
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in',
    session: true,
    answers: { 200: { summary: 'Account, device and scopes of the session', schema: SessionAnswer } },
    problems: [...ALWAYS, ...SESSION],
  },
  {
    method: 'delete',
    path: '/api/session',
    summary: 'Ends the session; nothing on the phone is deleted',
    session: false,
    answers: { 204: { summary: 'No session any more' } },
    problems: [...GUARD],
  },
  {
    method: 'post',
    path: '/api/sync',
    summary: 'Commands up, verdicts and changed records down, in one round trip',
    session: true,
    params: [
      {
        name: 'Kinerja-Signature',
        in: 'header',
        summary:
          'ECDSA P-256 signature of the device over the exact body bytes before any content encoding, raw r‖s, base64url',
        required: true,
      },
      { name: 'Content-Encoding', in: 'header', summary: '`deflate`, or absent' },
      {
        name: 'Kinerja-Beban',
        in: 'header',
        summary:
          'Only with consent: Senin of the week before, class of minutes, class of seconds per entry; added to a sum, not kept',
      },
    ],
    body: { type: 'application/json', schema: SyncRequest },
    answers: {
      200: {
        summary: 'A verdict per command, in the order of the request, and one page of changes',
        schema: SyncAnswer,
      },
    },
    problems: [
      ...GUARD,
      ...SESSION,
      ...BODY,
      'amplop',
      'app_lama',
      'bukti_perangkat',
      'bukan_pemilik',
      'sejarah_berubah',
    ],
  },
  {
    method: 'head',
    path: '/api/photos/:sha',
    summary: 'How many bytes of an own photo have arrived',
    session: true,
    params: [sha],
    answers: { 200: { summary: 'Bytes received so far', headers: ['Upload-Offset', 'Upload-Length'] } },
    problems: [...ALWAYS, ...SESSION, 'tidak_ada'],
  },
  {
    method: 'put',
    path: '/api/photos/:sha',
    summary: 'Bytes of an own photo from an offset on; the last byte has the whole checked and kept',
    session: true,
    params: [
      sha,
      { name: 'Upload-Offset', in: 'header', summary: 'Where these bytes begin', required: true },
      { name: 'Upload-Length', in: 'header', summary: 'Size of the whole photo', required: true },
    ],
    body: { type: 'application/octet-stream' },
    answers: {
      201: { summary: 'Whole, checked and kept', headers: ['Upload-Offset'] },
      204: { summary: 'More is wanted', headers: ['Upload-Offset'] },
    },
    problems: [
      ...GUARD,
      ...SESSION,
      'tidak_ada',
      'jenis_isi',
      'sandian_isi',
      'terlalu_besar',
      'isi_salah',
      'posisi_unggah',
      'sidik_beda',
      'bukan_foto',
      'foto_rusak',
      'foto_besar',
      'foto_bermetadata',
      'kuota_foto',
    ],
  },
  {
    method: 'get',
    path: '/api/photos/:sha',
    summary: 'A photo, for those who may see an entry that names it',
    session: true,
    params: [
      sha,
      { name: 'pemilik', in: 'query', summary: 'Id of the person whose photo it is', required: true },
    ],
    answers: { 200: { summary: 'The photo', type: 'image/jpeg' } },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'get',
    path: '/api/time',
    summary: 'Answers 204 and the date; anything else means that a Wi-Fi sign-in page stands between',
    session: false,
    answers: { 204: { summary: 'The service itself answered' } },
    problems: [],
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description',
    session: false,
    answers: { 200: { summary: 'OpenAPI 3.1', type: 'application/json' } },
    problems: [],
  },
  {
    method: 'get',
    path: '/healthz',
    summary: 'Whether the service can read its database',
    session: false,
    answers: { 200: { summary: 'It can', type: 'text/plain' } },
    problems: ['server_sibuk'],
  },
  {
    method: 'get',
    path: '/masalah/:code',
    summary: 'A page for people that says what a problem code means',
    session: false,
    params: [code],
    answers: { 200: { summary: 'The page, in Indonesian', type: 'text/html' } },
    problems: ['tidak_ada'],
  },
  {
    method: 'post',
    path: '/bagikan',
    summary: 'Share target of an app whose service worker is not there yet: leads to the app',
    session: false,
    answers: { 303: { summary: 'To the app', headers: ['Location'] } },
    problems: [],
  },
  ...accountRows,
  ...aksesRows,
  ...hilangRows,
  ...historyRows,
  ...documentRows,
  ...publikRows,
  ...operasiRows,
  ...simpegRows,
  ...usulanRows,
  ...staffRows,
  ...insightRows,
  ...sekolahRows,
  ...polaRows,
  ...tindakanRows,
  ...sistemRows,
  ...catatanRows,
  ...ketetapanRows,
  ...publikasiRows,
];
