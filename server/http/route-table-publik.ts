import { ALWAYS, type Param, type RouteRow } from './route-row.ts';

const HEADERS = ['ETag', 'Last-Modified', 'Cache-Control'];
const nama: Param = {
  name: 'nama',
  in: 'path',
  summary: 'A table and its form, such as `pengisian.csv` or `jenis.json`; or `skema.json`',
  required: true,
};

const kode: Param = {
  name: 'kode',
  in: 'path',
  summary: 'The last part of the address, 26 random letters',
  required: true,
};

/** Pages for anybody: what the instansi chose to publish, and nothing before it chose. */
export const publikRows: readonly RouteRow[] = [
  {
    method: 'get',
    path: '/publik',
    summary: 'Filling, review times and kinds of work of all schools in a month; small groups are hidden',
    session: false,
    params: [
      { name: 'bulan', in: 'query', summary: 'Month `YYYY-MM`; the last one unless told' },
      { name: 'cari', in: 'query', summary: 'Part of the name of a school or kabupaten, or an NPSN' },
    ],
    answers: {
      200: { summary: 'The page, in Indonesian', type: 'text/html', headers: HEADERS },
      304: { summary: 'Nothing has changed' },
      404: { summary: 'Nothing is public', type: 'text/html' },
    },
    problems: [...ALWAYS],
  },
  {
    method: 'get',
    path: '/publik/metode',
    summary: 'How figures are counted, what is hidden and why, and the downloads',
    session: false,
    answers: {
      200: { summary: 'The page, in Indonesian', type: 'text/html', headers: HEADERS },
      404: { summary: 'Nothing is public', type: 'text/html' },
    },
    problems: [...ALWAYS],
  },
  {
    method: 'get',
    path: '/publik/sekolah/:npsn',
    summary: 'One school over the months',
    session: false,
    params: [{ name: 'npsn', in: 'path', summary: 'NPSN of the school', required: true }],
    answers: {
      200: { summary: 'The page, in Indonesian', type: 'text/html', headers: HEADERS },
      404: { summary: 'Nothing public names it', type: 'text/html' },
    },
    problems: [...ALWAYS],
  },
  {
    method: 'get',
    path: '/publik/data/:nama',
    summary:
      'Open data: a published table over all its periods as CSV or JSON, or the JSON Schema (CC BY 4.0)',
    session: false,
    params: [nama],
    answers: {
      200: { summary: 'The file', headers: HEADERS },
      404: { summary: 'Not published', type: 'text/html' },
    },
    problems: [...ALWAYS],
  },
  {
    method: 'get',
    path: '/p/:kode',
    summary: 'A portfolio that its owner published: approved work in her own words. Kept in no cache',
    session: false,
    params: [kode],
    answers: {
      200: { summary: 'The page, in Indonesian', type: 'text/html', headers: ['Cache-Control'] },
      404: { summary: 'There is none', type: 'text/html' },
      410: { summary: 'Taken back, or not allowed any more', type: 'text/html' },
    },
    problems: [...ALWAYS],
  },
  {
    method: 'get',
    path: '/p/:kode/:foto',
    summary: 'A photo that the page shows now',
    session: false,
    params: [kode, { name: 'foto', in: 'path', summary: 'SHA-256 of the photo in hex', required: true }],
    answers: {
      200: { summary: 'The photo', type: 'image/jpeg', headers: ['Cache-Control'] },
      404: { summary: 'The page does not show it', type: 'text/html' },
    },
    problems: [...ALWAYS],
  },
];
