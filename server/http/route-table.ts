import type * as z from 'zod/mini';
import {
  CourierAnswer,
  CourierKey,
  HistoryAnswer,
  type ProblemCode,
  ReceiptKey,
  RecoveryAnswer,
  SessionAnswer,
  SignInRequest,
  SyncAnswer,
  SyncRequest,
  ViewsRequest,
} from '../../shared/protocol/index.ts';

type Param = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly summary: string;
  readonly required?: boolean;
};
type Answer = {
  readonly summary: string;
  readonly schema?: z.ZodMiniType;
  readonly type?: string;
  readonly headers?: readonly string[];
};

/** One route of the API as it is described to others; a test compares these rows with the routes of the app. */
export type RouteRow = {
  readonly method: 'get' | 'head' | 'put' | 'post' | 'delete';
  /** With parameters as in Hono, such as `/api/photos/:sha`. */
  readonly path: string;
  readonly summary: string;
  /** False where anybody may ask. */
  readonly session: boolean;
  readonly params?: readonly Param[];
  readonly body?: { readonly type: string; readonly schema?: z.ZodMiniType };
  readonly answers: Readonly<Record<number, Answer>>;
  readonly problems: readonly ProblemCode[];
};

const BODY: readonly ProblemCode[] = [
  'jenis_isi',
  'sandian_isi',
  'terlalu_besar',
  'utf8_rusak',
  'json_rusak',
  'json_dalam',
  'kunci_ganda',
  'isi_salah',
];
const ALWAYS: readonly ProblemCode[] = ['gangguan', 'server_sibuk'];
const GUARD: readonly ProblemCode[] = [...ALWAYS, 'asal_ditolak', 'penuh'];
const SESSION: readonly ProblemCode[] = ['masuk_lagi', 'perangkat_dicabut'];

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
    problems: [...GUARD, ...BODY, 'sandi_salah', 'terlalu_sering', 'perangkat_dicabut'],
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
    problems: [...ALWAYS, ...SESSION, 'tidak_ada'],
  },
  {
    method: 'get',
    path: '/api/recovery',
    summary:
      'Histories that the server lost by putting back an older copy, for heads of the schools concerned',
    session: true,
    answers: {
      200: { summary: 'What has come back, what has not, which phones reported', schema: RecoveryAnswer },
    },
    problems: [...ALWAYS, ...SESSION],
  },
  {
    method: 'get',
    path: '/api/history',
    summary: "What happened to the asker's own records in a school, the last first, 100 lines a page",
    session: true,
    params: [
      { name: 'shard', in: 'query', summary: 'The school, such as `sek:69593332`', required: true },
      { name: 'before', in: 'query', summary: 'Lines before this number; from the last one where absent' },
    ],
    answers: { 200: { summary: 'Lines with signed receipts, and who looked', schema: HistoryAnswer } },
    problems: [...ALWAYS, ...SESSION, 'tidak_ada'],
  },
  {
    method: 'get',
    path: '/api/history/:record',
    summary: 'What happened to a record, for its owner and for the head who reviews it',
    session: true,
    params: [{ name: 'record', in: 'path', summary: 'Id of the record', required: true }],
    answers: { 200: { summary: 'Lines with signed receipts, and who looked', schema: HistoryAnswer } },
    problems: [...ALWAYS, ...SESSION, 'tidak_ada'],
  },
  {
    method: 'post',
    path: '/api/views',
    summary: 'Records of others that a head opened on his phone, by day; a repeat is free of effect',
    session: true,
    body: { type: 'application/json', schema: ViewsRequest },
    answers: { 204: { summary: 'Noted' } },
    problems: [...GUARD, ...SESSION, ...BODY],
  },
  {
    method: 'get',
    path: '/api/receipt-key',
    summary: 'The public key that receipts are checked by',
    session: false,
    answers: { 200: { summary: 'Key and its id', schema: ReceiptKey } },
    problems: [...ALWAYS],
  },
  {
    method: 'get',
    path: '/api/courier',
    summary: 'The public key that carried files are sealed to, and its id',
    session: false,
    answers: { 200: { summary: 'Raw P-256 point, base64url', schema: CourierKey } },
    problems: [...ALWAYS],
  },
  {
    method: 'put',
    path: '/api/courier/:sha',
    summary:
      'Bytes of a file that a colleague carries, from an offset on; the last byte has it opened and delivered in its owner’s name',
    session: true,
    params: [
      { name: 'sha', in: 'path', summary: 'SHA-256 of the file in hex', required: true },
      { name: 'Upload-Offset', in: 'header', summary: 'Where these bytes begin', required: true },
      { name: 'Upload-Length', in: 'header', summary: 'Size of the whole file', required: true },
      {
        name: 'Kinerja-Signature',
        in: 'header',
        summary: 'Signature of the carrying device over exactly these bytes, as in POST /api/sync',
        required: true,
      },
    ],
    body: { type: 'application/octet-stream' },
    answers: {
      200: { summary: 'Delivered: whose it was, counts, and the sealed receipt', schema: CourierAnswer },
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
      'bukti_perangkat',
      'terlalu_sering',
      'posisi_unggah',
      'sidik_beda',
      'bukan_titipan',
      'kunci_titipan',
      'titipan_rusak',
      'titipan_asing',
    ],
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
];
