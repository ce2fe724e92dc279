import type { OwnDevice } from '../../shared/protocol/index.ts';
import {
  dropHanded,
  fetchDevices,
  fetchPasswordRules,
  fetchTransport,
  markDevice,
  sendPassword,
  type Trouble,
  takeHanded,
} from '../sync/index.ts';

/** The person's phones as the server knows them now; nothing of it is kept here. */
export const tanyaPerangkat = (): Promise<
  { readonly ok: true; readonly list: readonly OwnDevice[] } | Trouble
> => fetchDevices(fetchTransport);

/** Cuts one of them off, marks it as lost, or as found again. */
export const tandaiPerangkat = (tanda: Parameters<typeof markDevice>[1]) => markDevice(fetchTransport, tanda);
/** What a lost one handed over: into the account, or away. */
export const terimaSerahan = (id: string) => takeHanded(fetchTransport, id);
export const buangSerahan = (id: string) => dropHanded(fetchTransport, id);

/** Puts another password in the place of the one in force. */
export const gantiSandi = (wanted: Parameters<typeof sendPassword>[1]) =>
  sendPassword(fetchTransport, wanted);

/** By which rules a password is made here. */
export const aturanSandi = () => fetchPasswordRules(fetchTransport);
