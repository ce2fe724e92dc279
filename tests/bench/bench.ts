import { benchDocuments } from './documents.ts';
import { benchInsight } from './insight.ts';
import { benchPage } from './page.ts';
import { benchServer } from './server/server.ts';
import { benchSimpeg } from './simpeg.ts';
import { benchSync } from './sync/sync.ts';
import { benchWawasan } from './wawasan.ts';

// `npm run bench -- server`: the server beside a bare handler. `npm run bench -- simpeg`: a district's file through the service. `npm run bench -- documents`: PDF of all teachers. `npm run bench -- wawasan`: a head's look at 60 teachers. `npm run bench -- insight`: tables and public pages of a made-up district. `npm run bench`: a teacher's page. `npm run bench -- sync`: our sync beside its peers. Both take `--json FILE`.
const optionOf = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at > 0 ? process.argv[at + 1] : undefined;
};

if (process.argv[2] === 'sync')
  await benchSync({ path: optionOf('--json'), times: Number(optionOf('--times') ?? 3) });
else if (process.argv[2] === 'server')
  await benchServer({
    path: optionOf('--json'),
    history: Number(optionOf('--history') ?? 200_000),
    only: optionOf('--only'),
  });
else if (process.argv[2] === 'documents') await benchDocuments(Number(process.argv[3] ?? 40));
else if (process.argv[2] === 'simpeg') await benchSimpeg(Number(process.argv[3] ?? 20_000));
else if (process.argv[2] === 'insight')
  await benchInsight({
    guru: Number(/^\d+$/.test(process.argv[3] ?? '') ? process.argv[3] : 1000),
    tahun: Number(optionOf('--years') ?? 0.25),
    data: optionOf('--data'),
    sandi: optionOf('--sandi'),
    sejak: optionOf('--sejak'),
    publik: !process.argv.includes('--no-public'),
  });
else if (process.argv[2] === 'wawasan') await benchWawasan(optionOf('--json'));
else await benchPage(optionOf('--json'));
