import { type JamServer, saatServer } from '../../shared/domain/index.ts';
import { type AccountDatabase, type AccountStore, getMetas, type Meta } from './database.ts';

/** What is remembered of the service's clock, in the form that {@link saatServer} asks for. */
export const jamDiketahui = (
  diketahui: { readonly [K in 'skew' | 'lastOk']?: Meta[K] | undefined },
): JamServer => ({
  skew: diketahui.skew ?? 0,
  lastOk: diketahui.lastOk ?? null,
});

const jamDari = async (db: AccountDatabase): Promise<JamServer> =>
  jamDiketahui(await getMetas(db, ['skew', 'lastOk']));

/** The service's time now, as this phone knows it (epoch ms); inside a transaction it reads within it. */
export const saatIni = async ({ db }: AccountStore, clock: () => number): Promise<number> =>
  saatServer(clock(), await jamDari(db));
