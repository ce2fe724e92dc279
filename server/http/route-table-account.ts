import { ChangePasswordRequest, PasswordChanged } from '../../shared/protocol/index.ts';
import { BODY, GUARD, type RouteRow, SESSION } from './route-row.ts';

/** What a person does with the account itself. */
export const accountRows: readonly RouteRow[] = [
  {
    method: 'put',
    path: '/api/password',
    summary: 'Sets another password; every other session of the account ends',
    session: true,
    body: { type: 'application/json', schema: ChangePasswordRequest },
    answers: { 200: { summary: 'It is set; how many sessions ended', schema: PasswordChanged } },
    problems: [
      ...GUARD,
      ...SESSION,
      ...BODY,
      'sandi_lama_salah',
      'sandi_sama',
      'sandi_pendek',
      'sandi_panjang',
      'sandi_mudah',
      'terlalu_sering',
    ],
  },
];
