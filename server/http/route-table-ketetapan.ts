import {
  DaftarKetetapan,
  IsiKetetapan,
  Ketetapan,
  KetetapanBaru,
  PratinjauKetetapan,
} from '../../shared/protocol/index.ts';
import { ADMIN, ADMIN_ACT, ALWAYS, BODY, GUARD, type Param, type RouteRow } from './route-row.ts';

const id: Param = { name: 'id', in: 'path', summary: 'Name of the decision', required: true };
const kini = { summary: 'How it stands now', schema: Ketetapan };

/** What an instansi decides for all of its schools; for anybody but its admins these do not exist. */
export const ketetapanRows: readonly RouteRow[] = [
  {
    method: 'get',
    path: '/api/decisions',
    summary: 'What was decided for all schools within thirty days',
    session: true,
    answers: { 200: { summary: 'The last first', schema: DaftarKetetapan } },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'post',
    path: '/api/decisions/preview',
    summary: 'What a decision would do; nothing is written',
    session: true,
    body: { type: 'application/json', schema: IsiKetetapan },
    answers: { 200: { summary: 'Schools, and which stand so already', schema: PratinjauKetetapan } },
    problems: [...GUARD, ...ADMIN, ...BODY, 'tidak_ada'],
  },
  {
    method: 'post',
    path: '/api/decisions',
    summary: 'Lays a decision down; the same name again is free of effect',
    session: true,
    body: { type: 'application/json', schema: KetetapanBaru },
    answers: { 200: kini },
    problems: [...GUARD, ...ADMIN_ACT, ...BODY, 'tidak_ada', 'tahap_salah'],
  },
  {
    method: 'post',
    path: '/api/decisions/:id/portion',
    summary: 'Writes the next schools, or takes the next back',
    session: true,
    params: [id],
    answers: { 200: kini },
    problems: [...GUARD, ...ADMIN_ACT, 'tidak_ada'],
  },
  {
    method: 'post',
    path: '/api/decisions/:id/undo',
    summary: 'Begins to take a decision back',
    session: true,
    params: [id],
    answers: { 200: kini },
    problems: [...GUARD, ...ADMIN_ACT, 'tidak_ada', 'tahap_salah'],
  },
];
