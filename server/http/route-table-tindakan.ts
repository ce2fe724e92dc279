import { DaftarTindakan, PratinjauTindakan } from '../../shared/protocol/index.ts';
import { IsiTindakan } from '../../shared/records/index.ts';
import { ADMIN, ADMIN_ACT, ALWAYS, BODY, GUARD, type RouteRow } from './route-row.ts';

const body = { type: 'application/json', schema: IsiTindakan } as const;
const kini = { summary: 'Acts, the newest first', schema: DaftarTindakan };

/** Acts of an instansi about causes; for anybody but its admins these do not exist. */
export const tindakanRows: readonly RouteRow[] = [
  {
    method: 'get',
    path: '/api/actions',
    summary: 'What was done about causes that teachers told',
    session: true,
    answers: { 200: kini },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'post',
    path: '/api/actions/preview',
    summary: 'How many schools, teachers, dates and months an act would touch; writes nothing',
    session: true,
    body,
    answers: { 200: { summary: 'Numbers', schema: PratinjauTindakan } },
    problems: [...GUARD, ...ADMIN, ...BODY, 'tidak_ada'],
  },
  {
    method: 'post',
    path: '/api/actions',
    summary: 'Does it, school by school; asked for again it writes what is missing',
    session: true,
    body,
    answers: { 200: kini },
    problems: [...GUARD, ...ADMIN_ACT, ...BODY, 'tidak_ada'],
  },
  {
    method: 'delete',
    path: '/api/actions/:id',
    summary: 'Takes it back: dates and months close again, its answers go; what was recorded meanwhile stays',
    session: true,
    params: [{ name: 'id', in: 'path', summary: 'Id of the act', required: true }],
    answers: { 200: kini },
    problems: [...GUARD, ...ADMIN_ACT, 'tidak_ada'],
  },
];
