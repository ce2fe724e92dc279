import type { Recovery, Refusal, ViewsRequest, WireGrant } from '../../shared/protocol/index.ts';
import { holdAccount } from '../store/index.ts';
import type { Handled } from './decide.ts';
import { mayBeDeviceOf, newDeviceId } from './device-id.ts';
import { type Asked, exchange, type LedgerAnswer, type LedgerParts, type Speaker } from './exchange.ts';
import { grantsAt } from './grants.ts';
import { type History, historyOfRecord, notePhotoView, noteViews, ownHistory } from './history.ts';
import { noteLooks, notePersonLook, type Viewer } from './looks.ts';
import { maySeePhoto, type Sight } from './photo-rights.ts';
import { recoveriesOf } from './recovery-view.ts';
import { beginRun, type Run } from './run.ts';
import { type Submission, submit } from './submit.ts';

/** The ledgers of all schools: what may be asked of them. */
export type Ledger = {
  /** Answers one sync request of a person whose session, device and signature were checked. */
  readonly exchange: (
    speaker: Speaker,
    asked: Asked,
  ) => Promise<{ readonly ok: true; readonly answer: LedgerAnswer } | Refusal>;
  /** Lays down commands of the server itself; see {@link submit}. */
  readonly submit: (submission: Submission) => Promise<readonly Handled[]>;
  /** A new id for a device of this account, which the server knows as hers even when it has forgotten the device. */
  readonly newDeviceId: (account: string) => string;
  /** Whether this server may have given that id to a device of this account. */
  readonly mayBeDeviceOf: (account: string, id: string) => boolean;
  /** The person's scopes now. */
  readonly grantsOf: (account: string) => Promise<readonly WireGrant[]>;
  /** Whether the reader may see the owner's photo. */
  readonly maySeePhoto: (sight: Sight) => Promise<boolean>;
  /** Lost histories of the shards where the person is penilai, newest first. */
  readonly recoveriesFor: (account: string) => Promise<readonly Recovery[]>;
  /** Everything that happened to a record; null where the reader may not know of it. */
  readonly historyOf: (reader: string, record: string) => Promise<History | null>;
  /** A page of what happened to the reader's own records, the last first; null without a grant in that school. */
  readonly ownHistory: (wanted: {
    reader: string;
    shard: string;
    beforeN: number;
    feedback?: boolean;
  }) => Promise<History | null>;
  /** Notes what a penilai opened on his phone. */
  readonly noteViews: (viewer: Speaker, request: ViewsRequest) => Promise<void>;
  /** Notes that a photo of somebody else was opened. */
  readonly notePhotoView: (look: { viewer: Speaker; owner: string; sha: string }) => Promise<void>;
  /** Notes that records of others were shown. */
  readonly noteLooks: (
    viewer: Viewer,
    list: readonly { readonly shard: string; readonly record: string }[],
  ) => Promise<void>;
  /** Notes that a person's data was shown. */
  readonly notePersonLook: (viewer: Viewer, owner: string) => Promise<void>;
};

/** Opens the ledgers; without a `run` that it has part in, the server begins one of its own. */
export const openLedger = async ({
  run: given,
  cause = 'mulai',
  ...parts
}: Omit<LedgerParts, 'run'> &
  Partial<Pick<LedgerParts, 'run'>> & { readonly cause?: string }): Promise<Ledger> => {
  const { store, clock } = parts;
  const own = given ? null : await beginRun(parts, cause);
  const whole: LedgerParts = { ...parts, run: given ?? (() => own as Run) };
  return {
    exchange: (speaker, asked) => exchange(whole, speaker, asked),
    submit: (submission) => submit(whole, submission),
    newDeviceId: (account) => newDeviceId(parts.sealKeys, account, parts.randomBytes),
    mayBeDeviceOf: (account, id) => mayBeDeviceOf(parts.sealKeys, account, id),
    grantsOf: (account) => store.read((tx) => grantsAt(tx, account, clock())),
    maySeePhoto: (sight) => store.read((tx) => maySeePhoto(tx, sight, clock())),
    recoveriesFor: (account) =>
      store.read(async (tx) => {
        const grants = await grantsAt(tx, account, clock());
        const shards = new Set(grants.filter(({ peran }) => peran === 'penilai').map(({ s }) => s));
        return (await Promise.all([...shards].map((shard) => recoveriesOf(tx, shard)))).flat();
      }),
    historyOf: (reader, record) => store.read((tx) => historyOfRecord(tx, { reader, record }, clock())),
    ownHistory: (wanted) => store.read((tx) => ownHistory(tx, wanted, clock())),
    noteViews: (viewer, { list }) =>
      store.write((tx) => noteViews(tx, viewer, { list, now: clock() }), { names: [holdAccount(viewer.id)] }),
    noteLooks: (viewer, list) =>
      store.write((tx) => noteLooks(tx, viewer, { list, now: clock() }), { names: [holdAccount(viewer.id)] }),
    notePersonLook: (viewer, owner) =>
      store.write((tx) => notePersonLook(tx, viewer, { owner, now: clock() }), {
        names: [holdAccount(viewer.id)],
      }),
    notePhotoView: (look) =>
      store.write((tx) => notePhotoView(tx, look, clock()), { names: [holdAccount(look.viewer.id)] }),
  };
};
