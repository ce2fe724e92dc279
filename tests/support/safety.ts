import { NOTHING_STABLE, type SealKeys, type Stable } from '../../server/ledger/index.ts';

/** Key of the seal at test schools. */
export const SEAL_KEYS: SealKeys = [new Uint8Array(32).fill(7)];

/** The ledger's parts that have to do with copies: none made yet. */
export const NO_COPIES: { readonly sealKeys: SealKeys; readonly stable: () => Stable } = {
  sealKeys: SEAL_KEYS,
  stable: () => NOTHING_STABLE,
};
