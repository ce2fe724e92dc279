import { KeadaanPublikasi, PilihanPublikasi } from '../../shared/protocol/index.ts';
import { ADMIN, ADMIN_ACT, ALWAYS, BODY, GUARD, type RouteRow } from './route-row.ts';

/** What the instansi shows to the public; for anybody but its admins these do not exist. */
export const publikasiRows: readonly RouteRow[] = [
  {
    method: 'get',
    path: '/api/publication',
    summary: 'What was chosen last, and what was published because of it',
    session: true,
    answers: { 200: { summary: 'By table', schema: KeadaanPublikasi } },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'get',
    path: '/api/publication/preview',
    summary: 'The public page as it would be; nothing is published',
    session: true,
    params: [
      { name: 'tables', in: 'query', summary: 'Tables, parted by commas' },
      { name: 'name', in: 'query', summary: 'Name of the instansi over the page' },
    ],
    answers: { 200: { summary: 'A page', type: 'text/html' } },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'put',
    path: '/api/publication',
    summary: 'Chooses what is public from now on',
    session: true,
    body: { type: 'application/json', schema: PilihanPublikasi },
    answers: { 200: { summary: 'How it stands now', schema: KeadaanPublikasi } },
    problems: [...GUARD, ...ADMIN_ACT, ...BODY, 'tidak_ada'],
  },
];
