import { benchDocuments } from './documents.ts';
import { benchPage } from './page.ts';
import { benchSimpeg } from './simpeg.ts';
import { benchSync } from './sync/sync.ts';
import { benchWawasan } from './wawasan.ts';

// `npm run bench -- simpeg`: a district's file through the service. `npm run bench -- documents`: PDF of all teachers. `npm run bench -- wawasan`: a head's look at 60 teachers. `npm run bench`: a teacher's page. `npm run bench -- sync`: our sync beside its peers. Both take `--json FILE`.
const optionOf = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at > 0 ? process.argv[at + 1] : undefined;
};

if (process.argv[2] === 'sync')
  await benchSync({ path: optionOf('--json'), times: Number(optionOf('--times') ?? 3) });
else if (process.argv[2] === 'documents') await benchDocuments(Number(process.argv[3] ?? 40));
else if (process.argv[2] === 'simpeg') await benchSimpeg(Number(process.argv[3] ?? 20_000));
else if (process.argv[2] === 'wawasan') await benchWawasan(optionOf('--json'));
else await benchPage(optionOf('--json'));
