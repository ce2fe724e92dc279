import { type Actor, definitionOf } from '../../shared/commands/index.ts';
import { type Ledger, submit } from '../ledger/index.ts';
import { HOLD_ACCOUNTS, type Store, type WriteTx } from '../store/index.ts';

/** The server itself as an actor: lays down schools, people, timetables and SKP. */
export const SISTEM: Actor = { id: 'sistem', nama: 'Sistem', peran: ['sistem'] };

/** One command to be written; `record` and `base` where it changes a record made before. */
export type Tulisan = {
  readonly actor: Actor;
  readonly device: string;
  readonly kind: string;
  readonly body: unknown;
  readonly record?: string;
  readonly base?: string;
  /** When it was done, epoch ms: device's clock and receiver's clock at once. */
  readonly pada: number;
};

/** Writes commands of the server's own, by the same rules as everybody's. */
export type Pena = {
  /** Resolves to the command's id; throws where the ledger does not accept it: the server never makes such a one. */
  readonly tulis: (tulisan: Tulisan) => Promise<string>;
  /** Number of the last command that a device wrote with this pen. */
  readonly nomorTerakhir: (device: string) => number;
};

type Rooms = {
  readonly store: Store;
  readonly shard: string;
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
  /** Numbers given by device so far, for a hand that writes in several transactions. */
  readonly nomor?: Map<string, number>;
  /** Other shards that it writes in, as far as they are known; more may be found on the way. */
  readonly lain?: readonly string[];
  /** What else it holds, as the store's callers agree on. */
  readonly nama?: readonly string[];
};

const createPena = (
  ledger: Pick<Ledger, 'submit'>,
  shard: string,
  numbers = new Map<string, number>(),
): Pena => {
  const nomorTerakhir = (device: string): number => numbers.get(device) ?? 0;
  return {
    nomorTerakhir,
    tulis: async ({ actor, device, kind, body, record = null, base = null, pada }) => {
      const number = nomorTerakhir(device) + 1;
      numbers.set(device, number);
      const version = definitionOf(kind)?.version ?? 1;
      const command = { number, kind, version, shard, record, base, at: pada, body };
      const [handled] = await ledger.submit({ actor, device, receivedAt: pada, commands: [command] });
      if (handled?.verdict.r !== 'ok')
        throw new Error(`${kind}: the ledger answered ${JSON.stringify(handled?.verdict)}`);
      return handled.id;
    },
  };
};

/** A store that is one transaction: what is written through it is kept as a whole or not at all. */
const inside = (tx: WriteTx): Store => ({
  write: (work) => work(tx),
  read: (work) => work(tx),
  isShared: false,
  openLine: () => Promise.reject(new Error('a transaction has no line')),
  tell: () => Promise.resolve(),
  migrations: () => [],
  copyTo: () => Promise.reject(new Error('a transaction cannot be copied')),
  close: () => Promise.resolve(),
});

/** Hands the work a pen, the transaction that it writes in, and pens for other shards; all of it is kept, or nothing where the work throws. */
export const denganPena = <T>(
  { store, shard, clock, randomBytes, nomor, lain = [], nama = [] }: Rooms,
  work: (pena: Pena, tx: WriteTx, lain: (shard: string) => Pena) => Promise<T>,
): Promise<T> => {
  const onFault = (cause: unknown): never => {
    throw cause;
  };
  const written = store.write(
    async (tx) => {
      const parts = { store: inside(tx), clock, randomBytes, onFault };
      const ledger: Pick<Ledger, 'submit'> = { submit: (submission) => submit(parts, submission) };
      // A copy: numbers of a work that is run again are given again, without a gap.
      const numbers = new Map(nomor);
      const pena = createPena(ledger, shard, numbers);
      return { result: await work(pena, tx, (other) => createPena(ledger, other)), numbers };
    },
    {
      shards: [...new Set([shard, ...lain])].filter(Boolean),
      names: [HOLD_ACCOUNTS, ...nama],
      growing: true,
    },
  );
  return written.then(({ result, numbers }) => {
    for (const [device, number] of numbers) nomor?.set(device, number);
    return result;
  });
};
