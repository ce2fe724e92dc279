import {
  BelumMasuk,
  BuktiDiri,
  HalamanAkses,
  OpsiBuktiKunci,
  SekolahAkses,
  SesiBerakhir,
  SlipTerbit,
} from '../../shared/protocol/index.ts';
import { ADMIN, ADMIN_ACT, ALWAYS, BODY, GUARD, type Param, type RouteRow, SESSION } from './route-row.ts';

const id: Param = { name: 'id', in: 'path', summary: 'Id of a person', required: true };

const KUNCI = ['kunci_sandi_salah', 'kunci_sandi_lewat', 'kunci_sandi_mati'] as const;

/** Accounts as their admins keep them; for anybody else these do not exist. */
export const aksesRows: readonly RouteRow[] = [
  {
    method: 'get',
    path: '/api/access/schools',
    summary: 'Schools whose accounts the asker keeps',
    session: true,
    answers: { 200: { summary: 'NPSN and name', schema: SekolahAkses } },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'get',
    path: '/api/access',
    summary: 'People by name, with phones, sessions and the slip that is under way',
    session: true,
    params: [
      { name: 'school', in: 'query', summary: 'NPSN' },
      { name: 'find', in: 'query', summary: 'Part of a name or NIP' },
      { name: 'from', in: 'query', summary: 'People to pass over' },
    ],
    answers: { 200: { summary: 'At most 30 people', schema: HalamanAkses } },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'get',
    path: '/api/access/waiting',
    summary: 'Everybody of a school who has never signed in, for slips all at once',
    session: true,
    params: [{ name: 'school', in: 'query', summary: 'NPSN', required: true }],
    answers: { 200: { summary: 'People by name', schema: BelumMasuk } },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'post',
    path: '/api/access/proof',
    summary:
      'The admin’s own password once more, or a passkey of his: begins the admin’s part of the session anew, and is enough for ten minutes of acting on others',
    session: true,
    body: { type: 'application/json', schema: BuktiDiri },
    answers: { 204: { summary: 'It is right' } },
    problems: [
      ...([...GUARD, ...SESSION, ...BODY, 'tidak_ada', 'sandi_lama_salah', 'terlalu_sering'] as const),
      ...KUNCI,
    ],
  },
  {
    method: 'post',
    path: '/api/access/proof/options',
    summary:
      'What an authenticator needs to prove the same by a passkey of the admin’s; a challenge for this session',
    session: true,
    answers: { 200: { summary: 'Request options, with the asker’s own passkeys', schema: OpsiBuktiKunci } },
    problems: [...GUARD, ...SESSION, 'tidak_ada', 'kunci_sandi_mati'],
  },
  {
    method: 'post',
    path: '/api/access/:id/slip',
    summary: 'Issues an activation slip; the one before is void',
    session: true,
    params: [id],
    answers: { 200: { summary: 'The code, told this once', schema: SlipTerbit } },
    problems: [...GUARD, ...ADMIN_ACT, 'tidak_ada', 'slip_sendiri'],
  },
  {
    method: 'post',
    path: '/api/access/:id/slip/second',
    summary: 'The second issuer’s yes to a slip for a penilai, an atasan or an admin',
    session: true,
    params: [id],
    answers: { 204: { summary: 'The slip opens the account from now on' } },
    problems: [...GUARD, ...ADMIN_ACT, 'tidak_ada', 'slip_sendiri', 'tahap_salah'],
  },
  {
    method: 'delete',
    path: '/api/access/:id/devices/:device',
    summary: 'Cuts a person’s phone off',
    session: true,
    params: [id, { name: 'device', in: 'path', summary: 'Id of the phone', required: true }],
    answers: { 204: { summary: 'It is cut off' } },
    problems: [...GUARD, ...ADMIN_ACT, 'tidak_ada'],
  },
  {
    method: 'post',
    path: '/api/access/:id/devices/:device/lost',
    summary: 'Marks a person’s phone as lost: it is wiped of her account when it next comes',
    session: true,
    params: [id, { name: 'device', in: 'path', summary: 'Id of the phone', required: true }],
    answers: { 204: { summary: 'Marked, now or before' } },
    problems: [...GUARD, ...ADMIN_ACT, 'tidak_ada'],
  },
  {
    method: 'delete',
    path: '/api/access/:id/devices/:device/lost',
    summary: 'Takes the mark back while the phone has not come',
    session: true,
    params: [id, { name: 'device', in: 'path', summary: 'Id of the phone', required: true }],
    answers: { 204: { summary: 'No mark any more' } },
    problems: [...GUARD, ...ADMIN_ACT, 'tidak_ada', 'tahap_salah'],
  },
  {
    method: 'delete',
    path: '/api/access/:id/passkeys/:key',
    summary: 'Takes a passkey of a person away',
    session: true,
    params: [id, { name: 'key', in: 'path', summary: 'Id of the passkey', required: true }],
    answers: { 204: { summary: 'It opens nothing any more' } },
    problems: [...GUARD, ...ADMIN_ACT, 'tidak_ada'],
  },
  {
    method: 'delete',
    path: '/api/access/:id/sessions',
    summary: 'Ends all sessions of a person',
    session: true,
    params: [id],
    answers: { 200: { summary: 'How many there were', schema: SesiBerakhir } },
    problems: [...GUARD, ...ADMIN_ACT, 'tidak_ada'],
  },
];
