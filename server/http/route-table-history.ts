import {
  CourierAnswer,
  CourierKey,
  HistoryAnswer,
  ReceiptKey,
  RecoveryAnswer,
  ViewsRequest,
} from '../../shared/protocol/index.ts';
import { ALWAYS, BODY, GUARD, type RouteRow, SESSION } from './route-row.ts';

/** Routes of carried files, of what happened to records, and of lost histories. */
export const historyRows: readonly RouteRow[] = [
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
];
