import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Ledger, type LedgerAnswer, openLedger } from '../../../../server/ledger/index.ts';
import { openSqliteStore, type Store, type StoredGrant } from '../../../../server/store/index.ts';
import {
  type CommandContent,
  PROTOCOL_VERSION,
  type Refusal,
  type SyncRequest,
  toWireCommand,
} from '../../../../shared/protocol/index.ts';
import { aDevice, anAccount, aSatker, GURU, KEPALA, SHARD } from '../../../support/builders.ts';
import { aClock, type TestClock } from '../../../support/clock.ts';
import { aRandom } from '../../../support/random.ts';
import { NO_COPIES } from '../../../support/safety.ts';
import { aTempDir } from '../../../support/temp-dir.ts';

/** A numbered command of a phone. */
export type Numbered = CommandContent & { readonly number: number };

/** A school with its ledger: a teacher with two phones, another teacher, and the head. */
export type School = {
  readonly path: string;
  readonly store: Store;
  readonly ledger: Ledger;
  readonly clock: TestClock;
  readonly faults: { cause: unknown; id: string }[];
  readonly grant: (part: Partial<StoredGrant> & { account: string }) => Promise<void>;
  /** Sends commands of one phone; refusals of the whole request come back as they are. */
  readonly exchange: (
    who: string,
    request: Partial<Omit<SyncRequest, 'ops'>> & { dev: string; commands?: readonly Numbered[] },
  ) => Promise<{ ok: true; answer: LedgerAnswer } | Refusal>;
  /** The same, where the request is expected to be answered. */
  readonly send: (who: string, dev: string, ...commands: readonly Numbered[]) => Promise<LedgerAnswer>;
};

export const OTHER_GURU = 'p_guru02';
/** Teacher's first and second phone, the other teacher's, the head's. */
export const PHONE = 'd_aaaaaa';
export const SECOND = 'd_bbbbbb';
export const OTHER_PHONE = 'd_cccccc';
export const HEAD_PHONE = 'd_hhhhhh';

const PEOPLE = [
  { id: GURU, nip: '1', nama: 'Sri Wahyuni', view: 'milik', peran: 'guru', phones: [PHONE, SECOND] },
  { id: OTHER_GURU, nip: '2', nama: 'Budi', view: 'milik', peran: 'guru', phones: [OTHER_PHONE] },
  { id: KEPALA, nip: '3', nama: 'Sutrisno', view: 'sekolah', peran: 'penilai', phones: [HEAD_PHONE] },
] as const;

const settle = async (store: Store): Promise<void> =>
  store.write(async (tx) => {
    for (const { id, nip, nama, view, peran, phones } of PEOPLE) {
      await tx.putAccount(anAccount({ id, nip, nama }));
      await tx.putGrant({ account: id, shard: SHARD, view, peran, since: 0, until: null });
      for (const phone of phones) await tx.putDevice(aDevice({ id: phone, account: id }));
    }
  });

export const aSchool = async (
  path = join(aTempDir(), 'kinerja.db'),
  { fresh = true } = {},
): Promise<School> => {
  const store = await openSqliteStore(path);
  const clock = aClock();
  const faults: School['faults'] = [];
  const onFault = (cause: unknown, id: string) => void faults.push({ cause, id });
  const ledger = await openLedger({
    ...NO_COPIES,
    store,
    clock: clock.now,
    randomBytes: aRandom().bytes,
    onFault,
  });
  onTestFinished(() => store.close());
  if (fresh) {
    await settle(store);
    await ledger.submit({
      actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] },
      device: 'd_sistem',
      commands: [
        {
          number: 1,
          kind: 'satker.tetapkan',
          version: 1,
          shard: SHARD,
          record: null,
          base: null,
          at: 0,
          body: { pemilik: '', isi: aSatker() },
        },
      ],
    });
  }
  const exchange: School['exchange'] = (who, { commands = [], ...part }) => {
    const nama = PEOPLE.find(({ id }) => id === who)?.nama ?? '?';
    const request = {
      p: PROTOCOL_VERSION,
      app: 'test',
      u: who,
      g: '',
      pos: {},
      ask: [],
      ...part,
      ops: commands.map(toWireCommand),
    };
    return ledger.exchange({ id: who, nama }, { request, signed: null });
  };
  return {
    path,
    store,
    ledger,
    clock,
    faults,
    exchange,
    grant: (part) =>
      store.write((tx) =>
        tx.putGrant({ shard: SHARD, view: 'milik', peran: 'guru', since: 0, until: null, ...part }),
      ),
    send: async (who, dev, ...commands) => {
      const result = await exchange(who, { dev, commands });
      if (!result.ok) throw new Error(result.code);
      return result.answer;
    },
  };
};
