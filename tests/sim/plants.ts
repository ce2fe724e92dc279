/** One change of the source: this text of this file, and what stands there instead. */
type Change = { readonly file: string; readonly from: string; readonly to: string };

/** A fault that somebody could make: each breaks one rule of the protocol, and the simulation must see it. */
export type Plant = {
  readonly says: string;
  /** The invariant by which it shows. */
  readonly breaks: string;
  readonly changes: readonly Change[];
};

const change = (file: string, from: string, to: string): Change => ({ file, from, to });

/** The planted faults of sync.md 2.14, and what of the source makes each of them. */
export const PLANTS = {
  'cursor-only': {
    says: 'after a restore only the number of a position is compared',
    breaks: 'I1',
    changes: [
      change(
        'server/ledger/positions.ts',
        'return found !== null && wireHash(found) === h;',
        'return found !== null;',
      ),
    ],
  },
  'tool-epoch': {
    says: 'a restore is noticed only where the tool made it',
    breaks: 'I1',
    changes: [
      change(
        'server/ledger/positions.ts',
        'const found = await tx.chainHashAt(shard, n);\n  return found !== null && wireHash(found) === h;',
        'return h === String(globalThis.simToolEpoch);',
      ),
      change(
        'server/ledger/pull.ts',
        "import { wireHash } from './chain.ts';",
        'const wireHash = () => String(globalThis.simToolEpoch);',
      ),
    ],
  },
  'stable-newest': {
    says: 'what the newest copy holds is called safe',
    breaks: 'I4',
    changes: [
      change(
        'server/operations/copies/stable.ts',
        'lines[shard] = others.reduce((least, { positions }) => Math.min(least, positions[shard]?.n ?? 0), n);',
        'lines[shard] = n;',
      ),
    ],
  },
  'stable-of-the-fork': {
    says: 'after a fork the new history says how much of the old one is safe',
    breaks: 'I1',
    changes: [
      change(
        'server/ledger/exchange.ts',
        '{ store, clock }: LedgerParts,',
        '{ store, clock, stable }: LedgerParts,',
      ),
      change(
        'server/ledger/exchange.ts',
        '  return forked;\n};',
        "  const aman = stable().lines[scope.split('/')[0]] ?? 0;\n  return { ...forked, params: { ...forked.params, aman } };\n};",
      ),
      change(
        'client/sync/engine.ts',
        "const scope = trouble.params?.['scope'];",
        "const scope = trouble.params?.['scope']; round.aman = Number(trouble.params?.['aman'] ?? 0);",
      ),
      change(
        'client/sync/engine.ts',
        'await startOver(db, name, clock());',
        'await startOver(db, name, clock(), round.aman ?? 0);',
      ),
      change(
        'client/sync/start-over.ts',
        'scope: string, now: number): Promise<void> =>',
        'scope: string, now: number, aman: number): Promise<void> =>',
      ),
      change(
        'client/sync/start-over.ts',
        'requeueAfterFork(taken, shard);',
        "requeueAfterFork(taken.filter(({ n }) => n > aman), shard); await db.journal.bulkPut(taken.filter((row) => row.shard === shard && row.n <= aman).map((row) => ({ ...row, status: 'aman' as const })));",
      ),
      change(
        'client/sync/start-over.ts',
        'await keepForGiving(db, shard);',
        'await keepForGiving(db, shard, aman);',
      ),
      change(
        'client/sync/give.ts',
        'keepForGiving = async (db: AccountDatabase, shard: string): Promise<void>',
        'keepForGiving = async (db: AccountDatabase, shard: string, safe: number): Promise<void>',
      ),
      change('client/sync/give.ts', "  const safe = (await getMeta(db, 'stable'))?.[shard] ?? 0;\n", ''),
    ],
  },
  'purge-at-ack': {
    says: 'the phone lets go of a command as soon as it is accepted',
    breaks: 'I1',
    changes: [
      change(
        'client/sync/apply.ts',
        'await db.journal.bulkPut(settled);',
        "await db.journal.bulkPut(settled); await db.journal.bulkDelete(settled.filter(({ status }) => status === 'diterima').map(({ id }) => id));",
      ),
    ],
  },
  'number-outside-the-lock': {
    says: 'a line is numbered before its transaction begins',
    breaks: 'I9',
    changes: [
      change(
        'server/ledger/exchange.ts',
        '  const received = await parts.store.write(',
        [
          '  const drawn = (globalThis.simDrawn ??= new Map());',
          '  for (const op of request.ops) {',
          '    const head = await parts.store.read((tx) => tx.chainHead(op.s));',
          '    const last = Math.max(head.n, drawn.get(op.s) ?? 0) + 1;',
          '    drawn.set(op.s, last).set(`${request.dev}.${op.n}`, last);',
          '  }',
          '  for (let turn = request.ops.length % 2 === 0 ? 200 : 0; turn > 0; turn -= 1)',
          '    await new Promise((resolve) => setImmediate(resolve));',
          '  const received = await parts.store.write(',
        ].join('\n'),
      ),
      change(
        'server/ledger/append.ts',
        'const n = before.n + 1;',
        'const n = globalThis.simDrawn?.get(`${command.device}.${command.number}`) ?? before.n + 1;',
      ),
      change(
        'server/ledger/append.ts',
        'await tx.advanceShard(shard, line);',
        'if (line.n > (await tx.lockShard(shard)).n) await tx.advanceShard(shard, line);',
      ),
    ],
  },
  'no-dedupe': {
    says: 'a repeat is taken for a new command',
    breaks: 'I2',
    changes: [
      change(
        'server/ledger/decide.ts',
        'if (same) return { id, verdict: repeated(wireVerdict(number, same.outcome)), reused };',
        [
          'if (same) {',
          '    const anew = { ...incoming, hash, number: number + 1_000_000 * (1 + Math.floor(desk.randomBytes(4)[0] * 1000 + desk.randomBytes(4)[1])) };',
          '    const done = await tx.savepoint(() => settle(tx, anew, desk));',
          '    return { id, verdict: { ...done, o: number }, reused };',
          '  }',
        ].join('\n'),
      ),
    ],
  },
  'stop-on-refusal': {
    says: 'the queue stops at a refused command',
    breaks: 'I6',
    changes: [
      change(
        'client/sync/collect.ts',
        'const ready = open\n',
        "if (open.some(({ status }) => status === 'ditolak')) return [];\n  const ready = open\n",
      ),
    ],
  },
  'ignore-base': {
    says: 'a command is applied whatever version it was made on',
    breaks: 'I5',
    changes: [
      change(
        'shared/commands/decide.ts',
        'if (command.base === record.head ||',
        "if (command.kind === 'entri.ubah' || command.base === record.head ||",
      ),
    ],
  },
  'stale-approval': {
    says: 'an approval is applied to whatever text is there now',
    breaks: 'I14',
    changes: [
      change(
        'shared/commands/decide.ts',
        'if (command.base === record.head ||',
        "if (command.kind === 'entri.setujui' || command.base === record.head ||",
      ),
    ],
  },
  'split-at-equal-n': {
    says: 'a page ends in the middle of equal numbers',
    breaks: 'I9',
    changes: [
      change(
        'server/ledger/pull.ts',
        'const whole = beforeLastNumber(rows);',
        'const whole = rows.slice(0, -1);',
      ),
    ],
  },
  'moved-position': {
    says: 'an answer is applied although another tab has moved on',
    breaks: 'I9',
    changes: [change('client/sync/apply.ts', 'if (!samePosition(pos, asked)) return null;', '')],
  },
  'session-of-another': {
    says: 'commands are taken under whoever is signed in',
    breaks: 'I8',
    changes: [
      change('server/http/sync.ts', "if (request.u !== account.id) return refuse('bukan_pemilik');", ''),
      change(
        'server/http/sync.ts',
        "if (!device || device.account !== account.id) return refuse('perangkat_dicabut');",
        "if (!device) return refuse('perangkat_dicabut');",
      ),
    ],
  },
  'give-list-dropped': {
    says: 'a second fork throws away what was to be given back for the first',
    breaks: 'I1',
    changes: [
      change(
        'client/sync/give.ts',
        'await db.give.bulkPut(rows.flatMap(asGiven));',
        "await db.give.where('shard').equals(shard).delete(); await db.give.bulkPut(rows.flatMap(asGiven));",
      ),
    ],
  },
} as const satisfies Readonly<Record<string, Plant>>;

export type PlantName = keyof typeof PLANTS;

const QUERY = '?plant=';
const OURS = /\/(client|server|shared|tests)\//;

const planted = (name: string, path: string, code: string): string => {
  const plant: Plant | undefined = PLANTS[name as PlantName];
  if (!plant) throw new Error(`no planted fault is called ${name}`);
  return plant.changes
    .filter(({ file }) => path.endsWith(`/${file}`))
    .reduce((source, { file, from, to }) => {
      if (!source.includes(from)) throw new Error(`${name}: ${file} no longer says: ${from}`);
      return source.replace(from, () => to);
    }, code);
};

type Resolver = {
  resolve: (source: string, importer: string, options: object) => Promise<{ id: string } | null>;
};

/**
 * Vite plugin: a module imported with `?plant=NAME` is loaded with everything that it imports of ours a second time, and
 * that copy of the product has the planted fault. Nothing is mocked: it is the real source with one line changed.
 */
export const plantFaults = () => ({
  name: 'plant-faults',
  enforce: 'pre' as const,
  async resolveId(this: Resolver, source: string, importer: string | undefined, options: object) {
    const at = importer?.indexOf(QUERY) ?? -1;
    if (!importer || at < 0 || !source.startsWith('.')) return null;
    const found = await this.resolve(source, importer.slice(0, at), { ...options, skipSelf: true });
    // Data have no faults of ours to plant, and Vite reads them by how their name ends.
    return found && OURS.test(found.id) && !/node_modules|\.json$/.test(found.id)
      ? { id: found.id + importer.slice(at) }
      : found;
  },
  transform(code: string, id: string) {
    const at = id.indexOf(QUERY);
    return at < 0 ? null : planted(id.slice(at + QUERY.length), id.slice(0, at), code);
  },
});
