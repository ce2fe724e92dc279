import { gabungJumlah } from '../../shared/pantau/index.ts';
import type {
  ChainHead,
  StoredCommand,
  StoredDevice,
  StoredFigure,
  StoredRecord,
  WriteTx,
} from '../store/index.ts';

/** Records that a request has written, by shard and line. */
export type Made = ReadonlyMap<string, ReadonlyMap<number, StoredRecord>>;

/** A transaction for the commands of one request, and what it keeps back until `settle`. */
export type Gathered = {
  readonly tx: WriteTx;
  /** Writes what was kept back: once for the whole request. Nothing of it stands before. */
  readonly settle: () => Promise<void>;
  readonly made: Made;
  /** True for a number of the device that no command was ever stored under. */
  readonly isNew: (device: string, number: number) => boolean;
  /** True for a shard of which no history was ever lost. */
  readonly isLossless: (shard: string) => Promise<boolean>;
};

type Sums = ReadonlyMap<string, readonly StoredFigure[]>;

const settleSums = async (tx: WriteTx, sums: Sums): Promise<void> => {
  for (const [shard, list] of sums)
    for (const sum of gabungJumlah(list)) await tx.addFigure({ ...sum, shard });
};

/**
 * The same transaction, with what every command of a request would read and write anew done once: the end of a chain, a
 * school's sums, and looks for what cannot be there. A number above the highest that the device ever used was never used;
 * a shard without a lost history has no commands of one. Only for a request that is undone as a whole where one of its
 * commands fails: a savepoint would not undo what is kept back here.
 */
export const gathered = (tx: WriteTx, device: StoredDevice | null): Gathered => {
  const heads = new Map<string, ChainHead>();
  const moved = new Set<string>();
  const sums = new Map<string, StoredFigure[]>();
  const made = new Map<string, Map<number, StoredRecord>>();
  const used = new Set<number>();
  const lossless = new Map<string, boolean>();
  const lockShard = async (shard: string): Promise<ChainHead> => {
    const known = heads.get(shard) ?? (await tx.lockShard(shard));
    heads.set(shard, known);
    return known;
  };
  const isNew = (id: string, number: number): boolean =>
    device !== null && id === device.id && number > device.maxNumber && !used.has(number);
  const isLossless = async (shard: string): Promise<boolean> => {
    const known = lossless.get(shard) ?? (await tx.recoveries(shard)).length === 0;
    lossless.set(shard, known);
    return known;
  };
  const noteMade = (stored: StoredRecord): void => {
    const { shard } = stored.record;
    const known = made.get(shard) ?? new Map<number, StoredRecord>();
    made.set(shard, known.set(stored.n, stored));
  };
  const keeping: Partial<WriteTx> = {
    lockShard,
    chainHead: async (shard) => heads.get(shard) ?? tx.chainHead(shard),
    advanceShard: async (shard, head) => {
      heads.set(shard, head);
      moved.add(shard);
    },
    commandsByNumber: async (id, number) => (isNew(id, number) ? [] : tx.commandsByNumber(id, number)),
    insertCommand: (command: StoredCommand) => {
      used.add(command.number);
      return tx.insertCommand(command);
    },
    skeleton: async (shard, id) => ((await isLossless(shard)) ? null : tx.skeleton(shard, id)),
    insertCommands: (commands) => {
      for (const { number } of commands) used.add(number);
      return tx.insertCommands(commands);
    },
    putRecord: (stored) => {
      noteMade(stored);
      return tx.putRecord(stored);
    },
    putRecords: (list) => {
      for (const stored of list) noteMade(stored);
      return tx.putRecords(list);
    },
    addFigure: async (figure) => {
      const known = sums.get(figure.shard) ?? [];
      sums.set(figure.shard, known);
      known.push(figure);
    },
  };
  return {
    tx: { ...tx, ...keeping },
    settle: async () => {
      for (const shard of moved) await tx.advanceShard(shard, heads.get(shard) as ChainHead);
      await settleSums(tx, sums);
    },
    made,
    isNew,
    isLossless,
  };
};
