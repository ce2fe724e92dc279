import { checkCopy } from './check-copy.ts';

const contents = await checkCopy(process.argv[2] ?? '');
process.stdout.write(JSON.stringify(contents));
