import { LostAnswer, LostAsk, LostMark, WorkTaken } from '../../shared/protocol/index.ts';
import { BODY, GUARD, type Param, type RouteRow, SESSION } from './route-row.ts';

const ID: Param = { name: 'id', in: 'path', summary: 'Id of the phone', required: true };
const SIGNED: Param = {
  ...{ name: 'Kinerja-Signature', in: 'header', required: true },
  summary: 'Signature of the phone over the exact body bytes, raw r‖s, base64url',
};
const PROOF = ['sandi_lama_salah', 'terlalu_sering', 'tidak_ada'] as const;

/** Phones that are cut off, or marked as lost. */
export const hilangRows: readonly RouteRow[] = [
  {
    method: 'post',
    path: '/api/devices/:id/cut',
    summary:
      'Cuts an own phone off, by the password: its session and its key count no more; what lies on it stays there',
    session: true,
    params: [ID],
    body: { type: 'application/json', schema: LostMark },
    answers: { 204: { summary: 'Cut off, now or before' } },
    problems: [...GUARD, ...SESSION, ...BODY, ...PROOF],
  },
  {
    method: 'post',
    path: '/api/devices/:id/lost',
    summary: 'Marks an own phone as lost, by the password: it is wiped of this account when it next comes',
    session: true,
    params: [ID],
    body: { type: 'application/json', schema: LostMark },
    answers: { 204: { summary: 'Marked, now or before' } },
    problems: [...GUARD, ...SESSION, ...BODY, ...PROOF, 'hilang_sendiri'],
  },
  {
    method: 'post',
    path: '/api/devices/:id/found',
    summary: 'Takes the mark back while the phone has not come: one that was live until then is let in again',
    session: true,
    params: [ID],
    body: { type: 'application/json', schema: LostMark },
    answers: { 204: { summary: 'No mark any more' } },
    problems: [...GUARD, ...SESSION, ...BODY, ...PROOF, 'hilang_sendiri', 'tahap_salah'],
  },
  {
    method: 'post',
    path: '/api/devices/:id/work',
    summary: 'Takes over what a lost phone handed in before it was wiped',
    session: true,
    params: [ID],
    answers: { 200: { summary: 'What became of the commands', schema: WorkTaken } },
    problems: [...GUARD, ...SESSION, 'tidak_ada'],
  },
  {
    method: 'delete',
    path: '/api/devices/:id/work',
    summary: 'Throws away what a lost phone handed in: it was not hers',
    session: true,
    params: [ID],
    answers: { 204: { summary: 'Gone' } },
    problems: [...GUARD, ...SESSION, 'tidak_ada'],
  },
  {
    method: 'post',
    path: '/api/lost',
    summary: 'Asked by a phone that is not let in: whether it is to wipe this account; and that it has',
    session: false,
    params: [SIGNED],
    body: { type: 'application/json', schema: LostAsk },
    answers: {
      200: { summary: 'The order, signed by the receipt key over the nonce that came', schema: LostAnswer },
    },
    problems: [...GUARD, ...BODY],
  },
  {
    method: 'put',
    path: '/api/lost/:dev/:sha',
    summary: 'A part of what a lost phone had not sent, kept apart until its owner decides',
    session: false,
    params: [
      { name: 'dev', in: 'path', summary: 'Id of the phone', required: true },
      { name: 'sha', in: 'path', summary: 'SHA-256 of the body, hex', required: true },
      SIGNED,
    ],
    body: { type: 'application/octet-stream' },
    answers: { 204: { summary: 'Kept' } },
    problems: [...GUARD, 'jenis_isi', 'terlalu_besar', 'isi_salah', 'tidak_ada'],
  },
];
