import { ChangePasswordRequest, PasswordChanged, PasswordRules } from '../../shared/protocol/index.ts';
import { ALWAYS, BODY, GUARD, type RouteRow, SESSION } from './route-row.ts';

/** What a person does with the account itself. */
export const accountRows: readonly RouteRow[] = [
  {
    method: 'get',
    path: '/api/password',
    summary: 'By which rules a password is made here, and until when the one in force holds',
    session: true,
    answers: { 200: { summary: 'The rules', schema: PasswordRules } },
    problems: [...ALWAYS, ...SESSION],
  },
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
      'sandi_campuran',
      'terlalu_sering',
    ],
  },
];
