import { HalamanCatatan, HalamanDilihat, KeadaanRantai } from '../../shared/protocol/index.ts';
import { ADMIN, ADMIN_ACT, ALWAYS, type Param, type RouteRow } from './route-row.ts';

const filter: readonly Param[] = [
  { name: 'from', in: 'query', summary: 'First day, YYYY-MM-DD' },
  { name: 'until', in: 'query', summary: 'Last day, YYYY-MM-DD' },
  { name: 'kind', in: 'query', summary: 'Which lines: orang, akun, sekolah, impor, usulan' },
  { name: 'find', in: 'query', summary: 'Part of a name, NIP, NPSN or id of a record' },
];
const problems = [...ALWAYS, ...ADMIN, 'tidak_ada'] as const;

/** Who did what; for anybody but an admin of a school or an instansi these do not exist. */
export const catatanRows: readonly RouteRow[] = [
  {
    method: 'get',
    path: '/api/audit',
    summary: 'Lines of the ledgers that are nobody\u2019s own work, the last first',
    session: true,
    params: [...filter, { name: 'after', in: 'query', summary: 'Where the page before ended' }],
    answers: { 200: { summary: 'Who, what, whose, when; never what it says', schema: HalamanCatatan } },
    problems,
  },
  {
    method: 'get',
    path: '/api/audit.csv',
    summary: 'The same lines as a file',
    session: true,
    params: filter,
    answers: { 200: { summary: 'At most 20,000 lines', type: 'text/csv' } },
    problems: [...ALWAYS, ...ADMIN_ACT, 'tidak_ada'],
  },
  {
    method: 'get',
    path: '/api/audit/views',
    summary: 'Who looked at whose records in a week',
    session: true,
    params: [{ name: 'until', in: 'query', summary: 'Last day of the week, YYYY-MM-DD' }],
    answers: { 200: { summary: 'By day, viewer and owner', schema: HalamanDilihat } },
    problems,
  },
  {
    method: 'get',
    path: '/api/audit/chain',
    summary: 'How far the ledgers were recomputed and found whole',
    session: true,
    answers: { 200: { summary: 'As of the last copy', schema: KeadaanRantai } },
    problems,
  },
];
