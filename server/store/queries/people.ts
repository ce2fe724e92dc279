import { and, asc, count, eq, getTableColumns, gt, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { deviceOf, deviceRow } from './rows.ts';
import { given, putter, type Room } from './statements.ts';

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
export const peopleReads = ({ db, prepare, quick, tables, dialect }: Room): Pick<ReadTx, Reads> => {
  const { accounts, commands, devices, grants, knownBrowsers, sessions, skeletons, throttles } = tables;
  const byId = quick(
    db
      .select()
      .from(accounts)
      .where(eq(accounts.id, given('id'))),
  );
  const byNip = prepare(
    db
      .select()
      .from(accounts)
      .where(eq(accounts.nip, given('nip'))),
  );
  const byNipLama = prepare(
    db
      .select()
      .from(accounts)
      .where(eq(accounts.nipLama, given('nip')))
      .limit(2),
  );
  const all = prepare(db.select({ count: count() }).from(accounts));
  const rights = quick(
    db
      .select()
      .from(grants)
      .where(eq(grants.account, given('account'))),
  );
  const rightsIn = prepare(
    db
      .select()
      .from(grants)
      .where(eq(grants.shard, given('shard'))),
  );
  const unused = prepare(
    db
      .select({ id: accounts.id })
      .from(accounts)
      .leftJoin(devices, eq(devices.account, accounts.id))
      .where(isNull(devices.id)),
  );
  const phone = quick(
    db
      .select()
      .from(devices)
      .where(eq(devices.id, given('id'))),
  );
  const arrived = prepare(
    db
      .select({ number: commands.number })
      .from(commands)
      .where(eq(commands.device, given('device')))
      .union(
        db
          .select({ number: skeletons.number })
          .from(skeletons)
          .where(eq(skeletons.device, given('device'))),
      )
      .orderBy(asc(commands.number)),
  );
  const phones = prepare(
    db
      .select()
      .from(devices)
      .where(eq(devices.account, given('account'))),
  );
  const inShard = prepare(
    db
      .selectDistinct(getTableColumns(devices))
      .from(devices)
      .innerJoin(grants, eq(grants.account, devices.account))
      .where(and(eq(grants.shard, given('shard')), isNull(devices.revokedAt))),
  );
  const session = quick(
    db
      .select()
      .from(sessions)
      .where(eq(sessions.tokenHash, given('tokenHash'))),
  );
  const ownSessions = prepare(
    db
      .select()
      .from(sessions)
      .where(eq(sessions.account, given('account'))),
  );
  const people = prepare(
    db
      .selectDistinct(getTableColumns(accounts))
      .from(accounts)
      .innerJoin(grants, eq(grants.account, accounts.id))
      .where(
        and(
          lte(grants.since, given('now')),
          or(isNull(grants.until), gt(grants.until, given('now'))),
          sql`${grants.shard} = coalesce(${given('shard')}, ${grants.shard})`,
          // No LIKE: what somebody looks for is text, and no pattern.
          dialect.holds(
            dialect.lower(sql`${accounts.nama} || ' ' || ${accounts.nip}`),
            dialect.lower(sql`${given('find')}`),
          ),
        ),
      )
      .orderBy(asc(accounts.nama), asc(accounts.id))
      .limit(given('limit'))
      .offset(given('from')),
  );
  const browser = prepare(
    db
      .select({ seenAt: knownBrowsers.seenAt })
      .from(knownBrowsers)
      .where(and(eq(knownBrowsers.account, given('account')), eq(knownBrowsers.mark, given('mark')))),
  );
  const throttle = prepare(
    db
      .select()
      .from(throttles)
      .where(eq(throttles.key, given('key'))),
  );
  return {
    accountById: async (id) => (await byId.get({ id })) ?? null,
    accountByNip: async (nip) => (await byNip.get({ nip })) ?? null,
    accountByNipLama: async (nip) => {
      const [first, second] = await byNipLama.all({ nip });
      return first && !second ? first : null;
    },
    accountCount: async () => (await all.get())?.count ?? 0,
    grantsOf: async (account) => rights.all({ account }),
    grantsIn: async (shard) => rightsIn.all({ shard }),
    neverUsed: async () => (await unused.all()).map(({ id }) => id),
    device: async (id) => {
      const row = await phone.get({ id });
      return row ? deviceOf(row) : null;
    },
    numbersOf: async (device) => (await arrived.all({ device })).map(({ number }) => number),
    devicesOf: async (account) => (await phones.all({ account })).map(deviceOf),
    devicesIn: async (shard) => (await inShard.all({ shard })).map(deviceOf),
    session: async (tokenHash) => (await session.get({ tokenHash })) ?? null,
    sessionsOf: async (account) => ownSessions.all({ account }),
    peopleWith: async (wanted) => people.all(wanted),
    isKnownBrowser: async (account, mark) => (await browser.get({ account, mark })) !== undefined,
    throttle: async (key) => (await throttle.get({ key })) ?? null,
  };
};

/** Changes to accounts, their rights, phones and sessions. */
export const peopleWrites = (room: Room): Pick<WriteTx, Writes> => {
  const { db, change, dialect } = room;
  const { accounts, devices, grants, knownBrowsers, sessions, throttles } = room.tables;
  const putDevice = putter(room, devices, [devices.id]);
  const dropSession = change(db.delete(sessions).where(eq(sessions.tokenHash, given('tokenHash'))));
  const dropSessionsOf = change(db.delete(sessions).where(eq(sessions.account, given('account'))));
  const dropOthers = change(
    db
      .delete(sessions)
      .where(and(eq(sessions.account, given('account')), ne(sessions.tokenHash, given('tokenHash')))),
  );
  const dropExpired = change(db.delete(sessions).where(lt(sessions.expiresAt, given('time'))));
  const dropThrottle = change(db.delete(throttles).where(eq(throttles.key, given('key'))));
  const dropThrottles = change(db.delete(throttles).where(lt(throttles.since, given('since'))));
  return {
    putAccount: putter(room, accounts, [accounts.id]),
    putGrant: putter(room, grants, [grants.shard, grants.account, grants.view, grants.peran, grants.since]),
    putDevice: (device) => putDevice(deviceRow(device)),
    putSession: putter(room, sessions, [sessions.tokenHash]),
    putKnownBrowser: putter(room, knownBrowsers, [knownBrowsers.account, knownBrowsers.mark]),
    putThrottle: putter(room, throttles, [throttles.key]),
    removeSession: async (tokenHash) => void (await dropSession({ tokenHash })),
    removeSessionsOf: async (account) => void (await dropSessionsOf({ account })),
    removeOtherSessionsOf: async (account, tokenHash) =>
      dialect.changed(await dropOthers({ account, tokenHash })),
    removeSessionsExpiredBefore: async (time) => void (await dropExpired({ time })),
    removeThrottle: async (key) => void (await dropThrottle({ key })),
    removeThrottlesBefore: async (since) => void (await dropThrottles({ since })),
  };
};
