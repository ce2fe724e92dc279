import { createInterface } from 'node:readline';
import { moveStore } from '../../server/operations/move/move-command.ts';
import { placeFrom } from '../../server/operations/move/place.ts';

/*
 * A move in a process of its own that writes a word for every page and goes on when it is told to: so that it can be ended
 * at a page that the test names. `FROM TO ROWS`.
 */
const [from, to, most] = process.argv.slice(2);
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const [source, target] = [placeFrom(from), placeFrom(to)];
if (!source || !target) throw new Error('FROM TO ROWS');
process.exitCode = await moveStore({
  from: source,
  to: target,
  most: Number(most),
  clock: Date.now,
  say: (text) => void process.stdout.write(`kata ${text}`),
  onPage: async (table, done, total) => {
    process.stdout.write(`halaman ${table} ${done} ${total}\n`);
    await lines.next();
  },
});
process.stdin.destroy();
