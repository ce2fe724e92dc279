/** An address that is wrong, and what it is answered: the status, and the code where the answer is no page. */
export type AlamatSalah = readonly [
  as: 'guru' | 'kepala' | 'admin',
  path: string,
  status: number,
  code: string,
];

const NONE = [404, 'tidak_ada'] as const;
/** What stands in the place of an id and leads nowhere. */
const PARTS = [
  '%00',
  '..%2f..%2fkinerja.db',
  '%2e%2e',
  '__proto__',
  'constructor',
  'toString',
  '%F0%9F%91%A9',
  "'%20OR%201=1",
  'x'.repeat(2_000),
];
const ROUTES: readonly (readonly ['guru' | 'kepala' | 'admin', (part: string) => string])[] = [
  ['guru', (part) => `/api/photos/${part}?pemilik=p_guru01`],
  ['guru', (part) => `/api/history/${part}`],
  ['admin', (part) => `/api/staff/${part}`],
  ['admin', (part) => `/api/schools/${part}`],
  ['admin', (part) => `/api/simpeg/${part}`],
  ['kepala', (part) => `/api/insight/${part}`],
];

export const ALAMAT_SALAH: readonly AlamatSalah[] = [
  ...ROUTES.flatMap(([as, at]) => PARTS.map((part): AlamatSalah => [as, at(part), ...NONE])),
  ['kepala', '/api/history?shard=sek:00000000', ...NONE],
  ['kepala', '/api/history?shard=', ...NONE],
  ['admin', '/api/schools?from=-1', ...NONE],
  ['admin', '/api/schools?from=1e3', ...NONE],
  ['admin', '/api/schools?from=99999999999', ...NONE],
  ['admin', '/api/staff?from=x', ...NONE],
  ['admin', '/api/staff?show=apa', ...NONE],
  ['admin', '/api/staff?show=__proto__', ...NONE],
  ['admin', '/api/access?from=-1', ...NONE],
  ['admin', '/api/audit?from=2026-02-30', ...NONE],
  ['admin', '/api/audit?kind=apa', ...NONE],
  ['admin', '/api/audit.csv?until=kemarin', ...NONE],
  ['guru', '/publik/data/..%2f..%2fkinerja.db', ...NONE],
  ['guru', '/publik/data/kinerja.db', ...NONE],
  ['guru', '/masalah/__proto__', ...NONE],
  ['guru', '/publik/sekolah/..%2f..', 404, ''],
  ['guru', '/cek/%00', ...NONE],
  ['guru', '/cek?kode=%00', ...NONE],
  ['admin', '/api/schools?find=%00', ...NONE],
  ['admin', '/api/staff?find=a%00b', ...NONE],
  ['admin', '/api/access?find=%00', ...NONE],
  ['admin', '/api/audit?find=%00', ...NONE],
  ['guru', `/api/photos/${'a'.repeat(64)}?pemilik=%00`, ...NONE],
  ['guru', '/p/..%2f..', 404, ''],
  ['guru', `/p/${'a'.repeat(26)}/${'a'.repeat(64)}`, 404, ''],
];
