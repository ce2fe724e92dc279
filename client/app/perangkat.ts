import type { OwnDevice } from '../../shared/protocol/index.ts';
import {
  cutOffDevice,
  fetchDevices,
  fetchPasswordRules,
  fetchTransport,
  sendPassword,
  type Trouble,
} from '../sync/index.ts';

/** The person's phones as the server knows them now; nothing of it is kept here. */
export const tanyaPerangkat = (): Promise<
  { readonly ok: true; readonly list: readonly OwnDevice[] } | Trouble
> => fetchDevices(fetchTransport);

/** Cuts one of them off. */
export const putuskanPerangkat = (id: string): Promise<{ readonly ok: true } | Trouble> =>
  cutOffDevice(fetchTransport, id);

/** Puts another password in the place of the one in force. */
export const gantiSandi = (wanted: Parameters<typeof sendPassword>[1]) =>
  sendPassword(fetchTransport, wanted);

/** By which rules a password is made here. */
export const aturanSandi = () => fetchPasswordRules(fetchTransport);
