import { DaftarUsulan, PutusanUsulan } from '../../shared/protocol/index.ts';
import { ADMIN, ADMIN_ACT, ALWAYS, BODY, GUARD, type RouteRow } from './route-row.ts';

/** Corrections of personnel data; for anybody but an admin of a school or an instansi these do not exist. */
export const usulanRows: readonly RouteRow[] = [
  {
    method: 'get',
    path: '/api/corrections',
    summary: 'Corrections that wait, the longest first, beside what is held now',
    session: true,
    answers: { 200: { summary: 'What waits, and what the asker may do with it', schema: DaftarUsulan } },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'post',
    path: '/api/corrections/:id',
    summary: 'Passes a correction on, accepts it, or refuses it with a reason',
    session: true,
    params: [{ name: 'id', in: 'path', summary: 'Id of the correction', required: true }],
    body: { type: 'application/json', schema: PutusanUsulan },
    answers: { 202: { summary: 'It is decided' } },
    problems: [
      ...GUARD,
      ...ADMIN_ACT,
      ...BODY,
      'tidak_ada',
      'tahap_salah',
      'teks_kosong',
      'teks_pendek',
      'usulan_salah',
      'usulan_sendiri',
      'orang_kedua',
      'menunggu_sekolah',
      'nip_dipakai',
    ],
  },
];
