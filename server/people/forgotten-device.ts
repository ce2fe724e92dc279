import { holdAccount, type Store, type StoredDevice } from '../store/index.ts';
import { isSignedBy } from './device-signature.ts';

/** A request under a device id that this server does not know, and the phone whose session brings it. */
type Claim = {
  readonly request: { readonly dev: string };
  readonly bytes: Uint8Array;
  readonly signature: string | undefined;
  readonly own: StoredDevice;
  /** Whether an id may be that of a device of this account. */
  readonly mayBeHers: (account: string, id: string) => boolean;
  readonly now: number;
};

/**
 * A server that was restored from an older copy has forgotten devices that were entered since. What they numbered keeps
 * its names: whoever holds the session's own key and signs with it under an id that was given to her account may have that id back.
 * Null where the signature does not show that.
 */
export const enterForgotten = async (
  store: Store,
  { request: { dev: id }, bytes, signature, own, mayBeHers, now }: Claim,
): Promise<StoredDevice | null> => {
  if (!mayBeHers(own.account, id) || !isSignedBy(own.key, bytes, signature)) return null;
  const device: StoredDevice = { ...own, id, createdAt: now, seenAt: now, maxNumber: 0 };
  await store.write((tx) => tx.putDevice(device), { names: [holdAccount(own.account)] });
  return device;
};
