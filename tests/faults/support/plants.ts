import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './process.ts';

/** A change to the program that breaks one of its promises: one place in one file. */
export type Plant = { readonly file: string; readonly from: string; readonly to: string };

/** The faults that crash, power cut and drill must notice; what each does to the order of things stands in its name. */
export const plants = {
  answerBeforeCommit: {
    file: 'server/store/sqlite/transactions.ts',
    from: "      connection.exec('COMMIT');\n      if (!isOurs()) throw new TakenOverError();\n      for (const tell of settle) {\n        tell();\n        await letOthersIn(jobs);\n      }",
    to: "      for (const tell of settle) tell();\n      await new Promise((later) => setTimeout(later, 5));\n      connection.exec('COMMIT');",
  },
  batchInTwoTransactions: {
    file: 'server/ledger/exchange.ts',
    from: '  const received = await parts.store.write(\n    async (tx) => {\n      const rows',
    to: `  if (request.ops.length > 1) {
    const half = request.ops.length >> 1;
    const first = await receive(parts, speaker, { request: { ...request, ops: request.ops.slice(0, half) }, signed }, now);
    const second = await receive(parts, speaker, { request: { ...request, ops: request.ops.slice(half) }, signed }, now);
    return first.ok && second.ok ? { ...second, res: [...first.res, ...second.res] } : second;
  }
  const received = await parts.store.write(\n    async (tx) => {\n      const rows`,
  },
  synchronousNormal: {
    file: 'server/store/sqlite/open.ts',
    from: "  connection.pragma('synchronous = FULL');",
    to: "  connection.pragma('synchronous = NORMAL');\n  if (FULL > 1) return connection;",
  },
  photoNamedBeforeFlush: {
    file: 'server/files/durable.ts',
    from: '    await handle.datasync();',
    to: '',
  },
  photoNameNotFlushed: {
    file: 'server/files/keep.ts',
    from: '      await syncDirectory(folder(owner));\n',
    to: '',
  },
  logKeepsItsInode: {
    file: 'server/store/sqlite/open.ts',
    from: '  if (!stoppedCleanly) giveFreshInode(`${path}-wal`);',
    to: '',
  },
  repeatTakenAgain: {
    file: 'server/ledger/decide.ts',
    from: '  if (same) return { id, verdict: repeated(wireVerdict(number, same.outcome)), reused };',
    to: '  if (same) return handle(tx, { ...incoming, device: `${device}x` }, desk);',
  },
  safeBeforeVerification: {
    file: 'server/operations/copies/check-copy.ts',
    from: '    if (!found.ok) throw new Error(`the chain of ${found.shard} breaks at line ${found.n} (${found.fault})`);\n',
    to: '',
  },
  cursorOnly: {
    file: 'server/ledger/positions.ts',
    from: '  return found !== null && wireHash(found) === h;',
    to: '  return found !== null;',
  },
  stopCutsAnswers: {
    file: 'server/main.ts',
    from: '    await server.leave();\n    process.exit(0);',
    to: '    await server.kill();\n    process.exit(0);',
  },
} as const satisfies Record<string, Plant>;

/** A copy of the program with one fault planted; throws where the place to plant it has gone. */
export const plantFault = ({ file, from, to }: Plant, folder: string): string => {
  mkdirSync(folder);
  for (const part of ['server', 'shared', 'package.json'])
    cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${file} no longer holds once: ${from}`);
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  return folder;
};
