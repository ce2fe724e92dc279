import { and, asc, count, eq, getTableColumns, gt, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { deviceOf, deviceRow } from './rows.ts';
import {
  accounts,
  commands,
  devices,
  grants,
  knownBrowsers,
  sessions,
  skeletons,
  throttles,
} from './schema.ts';
import { type Db, given, putter, quick } from './statements.ts';

type Reads =
  | 'accountById'
  | 'accountByNip'
  | 'accountByNipLama'
  | 'accountCount'
  | 'grantsOf'
  | 'grantsIn'
  | 'neverUsed'
  | 'device'
  | 'numbersOf'
  | 'devicesOf'
  | 'devicesIn'
  | 'session'
  | 'sessionsOf'
  | 'peopleWith'
  | 'isKnownBrowser'
  | 'throttle';
type Writes =
  | 'putAccount'
  | 'putGrant'
  | 'putDevice'
  | 'putSession'
  | 'removeSession'
  | 'removeSessionsOf'
  | 'removeOtherSessionsOf'
  | 'removeSessionsExpiredBefore'
  | 'putKnownBrowser'
  | 'putThrottle'
  | 'removeThrottle'
  | 'removeThrottlesBefore';

/** Questions about accounts, their rights, phones and sessions. */
export const peopleReads = (db: Db): Pick<ReadTx, Reads> => {
  const byId = quick(
    db,
    db
      .select()
      .from(accounts)
      .where(eq(accounts.id, given('id'))),
  );
  const byNip = db
    .select()
    .from(accounts)
    .where(eq(accounts.nip, given('nip')))
    .prepare();
  const byNipLama = db
    .select()
    .from(accounts)
    .where(eq(accounts.nipLama, given('nip')))
    .limit(2)
    .prepare();
  const all = db.select({ count: count() }).from(accounts).prepare();
  const rights = quick(
    db,
    db
      .select()
      .from(grants)
      .where(eq(grants.account, given('account'))),
  );
  const rightsIn = db
    .select()
    .from(grants)
    .where(eq(grants.shard, given('shard')))
    .prepare();
  const unused = db
    .select({ id: accounts.id })
    .from(accounts)
    .leftJoin(devices, eq(devices.account, accounts.id))
    .where(isNull(devices.id))
    .prepare();
  const phone = quick(
    db,
    db
      .select()
      .from(devices)
      .where(eq(devices.id, given('id'))),
  );
  const arrived = db
    .select({ number: commands.number })
    .from(commands)
    .where(eq(commands.device, given('device')))
    .union(
      db
        .select({ number: skeletons.number })
        .from(skeletons)
        .where(eq(skeletons.device, given('device'))),
    )
    .orderBy(asc(commands.number))
    .prepare();
  const phones = db
    .select()
    .from(devices)
    .where(eq(devices.account, given('account')))
    .prepare();
  const inShard = db
    .selectDistinct(getTableColumns(devices))
    .from(devices)
    .innerJoin(grants, eq(grants.account, devices.account))
    .where(and(eq(grants.shard, given('shard')), isNull(devices.revokedAt)))
    .prepare();
  const session = quick(
    db,
    db
      .select()
      .from(sessions)
      .where(eq(sessions.tokenHash, given('tokenHash'))),
  );
  const ownSessions = db
    .select()
    .from(sessions)
    .where(eq(sessions.account, given('account')))
    .prepare();
  const people = db
    .selectDistinct(getTableColumns(accounts))
    .from(accounts)
    .innerJoin(grants, eq(grants.account, accounts.id))
    .where(
      and(
        lte(grants.since, given('now')),
        or(isNull(grants.until), gt(grants.until, given('now'))),
        sql`(${given('shard')} IS NULL OR ${grants.shard} = ${given('shard')})`,
        // No LIKE: what somebody looks for is text, and no pattern.
        sql`instr(lower(${accounts.nama} || ' ' || ${accounts.nip}), lower(${given('find')})) > 0`,
      ),
    )
    .orderBy(asc(accounts.nama), asc(accounts.id))
    .limit(given('limit'))
    .offset(given('from'))
    .prepare();
  const browser = db
    .select({ seenAt: knownBrowsers.seenAt })
    .from(knownBrowsers)
    .where(and(eq(knownBrowsers.account, given('account')), eq(knownBrowsers.mark, given('mark'))))
    .prepare();
  const throttle = db
    .select()
    .from(throttles)
    .where(eq(throttles.key, given('key')))
    .prepare();
  return {
    accountById: async (id) => byId.get({ id }) ?? null,
    accountByNip: async (nip) => byNip.get({ nip }) ?? null,
    accountByNipLama: async (nip) => {
      const [first, second] = byNipLama.all({ nip });
      return first && !second ? first : null;
    },
    accountCount: async () => all.get()?.count ?? 0,
    grantsOf: async (account) => rights.all({ account }),
    grantsIn: async (shard) => rightsIn.all({ shard }),
    neverUsed: async () => unused.all().map(({ id }) => id),
    device: async (id) => {
      const row = phone.get({ id });
      return row ? deviceOf(row) : null;
    },
    numbersOf: async (device) => arrived.all({ device }).map(({ number }) => number),
    devicesOf: async (account) => phones.all({ account }).map(deviceOf),
    devicesIn: async (shard) => inShard.all({ shard }).map(deviceOf),
    session: async (tokenHash) => session.get({ tokenHash }) ?? null,
    sessionsOf: async (account) => ownSessions.all({ account }),
    peopleWith: async (wanted) => people.all(wanted),
    isKnownBrowser: async (account, mark) => browser.get({ account, mark }) !== undefined,
    throttle: async (key) => throttle.get({ key }) ?? null,
  };
};

/** Changes to accounts, their rights, phones and sessions. */
export const peopleWrites = (db: Db): Pick<WriteTx, Writes> => {
  const putDevice = putter(db, devices, [devices.id]);
  const dropSession = db
    .delete(sessions)
    .where(eq(sessions.tokenHash, given('tokenHash')))
    .prepare();
  const dropSessionsOf = db
    .delete(sessions)
    .where(eq(sessions.account, given('account')))
    .prepare();
  const dropOthers = db
    .delete(sessions)
    .where(and(eq(sessions.account, given('account')), ne(sessions.tokenHash, given('tokenHash'))))
    .prepare();
  const dropExpired = db
    .delete(sessions)
    .where(lt(sessions.expiresAt, given('time')))
    .prepare();
  const dropThrottle = db
    .delete(throttles)
    .where(eq(throttles.key, given('key')))
    .prepare();
  const dropThrottles = db
    .delete(throttles)
    .where(lt(throttles.since, given('since')))
    .prepare();
  return {
    putAccount: putter(db, accounts, [accounts.id]),
    putGrant: putter(db, grants, [grants.shard, grants.account, grants.view, grants.peran, grants.since]),
    putDevice: (device) => putDevice(deviceRow(device)),
    putSession: putter(db, sessions, [sessions.tokenHash]),
    putKnownBrowser: putter(db, knownBrowsers, [knownBrowsers.account, knownBrowsers.mark]),
    putThrottle: putter(db, throttles, [throttles.key]),
    removeSession: async (tokenHash) => void dropSession.run({ tokenHash }),
    removeSessionsOf: async (account) => void dropSessionsOf.run({ account }),
    removeOtherSessionsOf: async (account, tokenHash) => dropOthers.run({ account, tokenHash }).changes,
    removeSessionsExpiredBefore: async (time) => void dropExpired.run({ time }),
    removeThrottle: async (key) => void dropThrottle.run({ key }),
    removeThrottlesBefore: async (since) => void dropThrottles.run({ since }),
  };
};
