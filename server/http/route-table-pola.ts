import { DaftarPola, IsiPolaSekolah } from '../../shared/protocol/index.ts';
import { ADMIN, ADMIN_ACT, ALWAYS, BODY, GUARD, type Param, type RouteRow } from './route-row.ts';

const npsn: Param = {
  ...{ name: 'npsn', in: 'path', required: true },
  summary: 'NPSN of the school; `semua`: what the instansi shares with all of its schools',
};
const id: Param = { name: 'id', in: 'path', summary: 'Id of the pattern', required: true };
const kini = { summary: 'The list as it stands now', schema: DaftarPola };
const RULES = ['tidak_ada', 'jam_terbalik', 'pola_penuh'] as const;

/** Shared patterns; for anybody but an admin of a school or an instansi these do not exist. */
export const polaRows: readonly RouteRow[] = [
  {
    method: 'get',
    path: '/api/schools/:npsn/patterns',
    summary: 'Patterns that a school shares with its teachers',
    session: true,
    params: [npsn],
    answers: { 200: kini },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'post',
    path: '/api/schools/:npsn/patterns',
    summary: 'Shares one more',
    session: true,
    params: [npsn],
    body: { type: 'application/json', schema: IsiPolaSekolah },
    answers: { 200: kini },
    problems: [...GUARD, ...ADMIN_ACT, ...BODY, ...RULES],
  },
  {
    method: 'put',
    path: '/api/schools/:npsn/patterns/:id',
    summary: 'Changes one, or brings a retired one back',
    session: true,
    params: [npsn, id],
    body: { type: 'application/json', schema: IsiPolaSekolah },
    answers: { 200: kini },
    problems: [...GUARD, ...ADMIN_ACT, ...BODY, ...RULES],
  },
  {
    method: 'delete',
    path: '/api/schools/:npsn/patterns/:id',
    summary: 'Retires one; what was recorded by it stays',
    session: true,
    params: [npsn, id],
    answers: { 200: kini },
    problems: [...GUARD, ...ADMIN_ACT, 'tidak_ada'],
  },
];
