import type { Phone } from './phone.ts';
import { SANDI } from './server.ts';

/** The admin proves once more who he is, by his password unless another is said, as his screens ask him to. */
export const buktikan = (admin: Phone, sandi = SANDI): Promise<Response> =>
  admin.ask(
    '/api/access/proof',
    { method: 'POST', body: JSON.stringify({ sandi }) },
    { 'content-type': 'application/json' },
  );
