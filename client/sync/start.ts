import type { AccountStore } from '../store/database.ts';
import { freed } from '../store/hold.ts';
import { storedSigner } from '../store/signer.ts';
import { keepBallast } from '../store/storage.ts';
import { type DataChoice, lineNow, mayPhotosGo } from './photo-policy.ts';
import { aloneByLock, createRunner, senderName } from './runner.ts';
import type { Transport } from './transport.ts';
import { type PhotoWish, type SyncHandle, startTriggers } from './triggers.ts';

/** What sending from a page needs. */
export type SenderParts = {
  readonly store: AccountStore;
  readonly transport: Transport;
  /** Epoch ms. */
  readonly clock: () => number;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  /** Version of the app. */
  readonly app: string;
  /** The person's choice about data, asked before each piece of a photo. */
  readonly dataChoice: () => Promise<DataChoice>;
};

/** Starts an account's sender in a page: engine, uploader, triggers. Stop it before another account takes over. */
export const startSender = (parts: SenderParts): SyncHandle => {
  const { store, clock, dataChoice } = parts;
  void freed()
    .then(() => keepBallast(store.db))
    .catch(() => undefined);
  let wish: PhotoWish = 'seperti-setelan';
  const name = senderName(store.accountId);
  const runner = createRunner({
    ...parts,
    sign: storedSigner(store),
    alone: aloneByLock(name),
    photosAllowed: async () => wish === 'paksa' || mayPhotosGo(await dataChoice(), lineNow()),
  });
  const run = ({ photos }: { readonly photos: PhotoWish }) => {
    wish = photos;
    return runner.run();
  };
  return startTriggers({ store, run, clock, channelName: name });
};
