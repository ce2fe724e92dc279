import { HalamanSekolah, SatuSekolah } from '../../shared/protocol/index.ts';
import { IdentitasSatker } from '../../shared/records/index.ts';
import { ADMIN, ADMIN_ACT, ALWAYS, BODY, GUARD, type Param, type RouteRow } from './route-row.ts';

const npsn: Param = { name: 'npsn', in: 'path', summary: 'NPSN of the school', required: true };
const kini = { summary: 'How it stands now', schema: SatuSekolah };

/** Schools and letterheads; for anybody but an admin of a school or an instansi these do not exist. */
export const sekolahRows: readonly RouteRow[] = [
  {
    method: 'get',
    path: '/api/schools',
    summary: 'A page of schools, by name',
    session: true,
    params: [
      { name: 'find', in: 'query', summary: 'Part of a name, NPSN or kabupaten' },
      { name: 'from', in: 'query', summary: 'Schools to pass over' },
    ],
    answers: { 200: { summary: 'At most 50 schools, and how many there are', schema: HalamanSekolah } },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'get',
    path: '/api/schools/:npsn',
    summary: 'What a letterhead is made of',
    session: true,
    params: [npsn],
    answers: { 200: kini },
    problems: [...ALWAYS, ...ADMIN, 'tidak_ada'],
  },
  {
    method: 'put',
    path: '/api/schools/:npsn',
    summary: 'Writes name, address and letterhead; documents issued before keep theirs',
    session: true,
    params: [npsn],
    body: { type: 'application/json', schema: IdentitasSatker },
    answers: { 200: kini },
    problems: [...GUARD, ...ADMIN_ACT, ...BODY, 'tidak_ada'],
  },
  {
    method: 'put',
    path: '/api/schools/:npsn/logo',
    summary: 'A picture as logo; it is drawn anew, at most 320 pixels wide',
    session: true,
    params: [npsn],
    body: { type: 'application/octet-stream' },
    answers: { 200: kini },
    problems: [
      ...[...GUARD, ...ADMIN_ACT],
      ...(['tidak_ada', 'jenis_isi', 'sandian_isi'] as const),
      ...(['bukan_gambar', 'gambar_rusak', 'gambar_besar'] as const),
    ],
  },
  {
    method: 'delete',
    path: '/api/schools/:npsn/logo',
    summary: 'Takes the logo off the letterhead',
    session: true,
    params: [npsn],
    answers: { 200: kini },
    problems: [...GUARD, ...ADMIN_ACT, 'tidak_ada'],
  },
];
