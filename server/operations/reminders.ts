import webpush from 'web-push';
import {
  hariTidakHadir,
  jamPada,
  type KendalaTercatat,
  tanggalPada,
  waktunyaIngat,
} from '../../shared/domain/index.ts';
import type { Satker } from '../../shared/records/index.ts';
import {
  holdAccount,
  type ReadTx,
  type Store,
  type StoredGrant,
  type StoredReminder,
} from '../store/index.ts';
import { keepSecret, readSecret } from './secret-file.ts';

/** The service's key pair for push services (VAPID, RFC 8292), base64url; `contact` tells them whom to ask. */
export type PushKeys = { readonly publicKey: string; readonly privateKey: string; readonly contact: string };

/** Wakes one phone; resolves to the push service's status, rejects where it cannot be reached. */
export type Deliver = (endpoint: string) => Promise<number>;

const NAME = 'push';
const LONGEST = 10_000;
/** A wake-up that finds the phone switched off for so long (seconds) is dropped: the evening's reminder is no use at night. */
const KEPT_FOR = 3 * 3600;

/** Keys of the data folder, made where there are none; a new pair would silence every phone that knows the old one. */
export const pushKeysOf = (dataDir: string, contact: string): PushKeys => {
  const kept = readSecret(dataDir, NAME);
  const pair = kept
    ? (JSON.parse(new TextDecoder().decode(kept)) as { publicKey: string; privateKey: string })
    : webpush.generateVAPIDKeys();
  if (!kept) keepSecret(dataDir, NAME, new TextEncoder().encode(JSON.stringify(pair)));
  return { ...pair, contact };
};

/** Knocks at the push service with an empty message: nothing of anybody's work passes through it. */
export const pushDelivery =
  ({ publicKey, privateKey, contact }: PushKeys): Deliver =>
  async (endpoint) => {
    const { headers, method } = webpush.generateRequestDetails(
      { endpoint, keys: { p256dh: '', auth: '' } },
      null,
      { vapidDetails: { subject: contact, publicKey, privateKey }, TTL: KEPT_FOR, urgency: 'normal' },
    );
    // biome-ignore lint/style/noRestrictedGlobals: the one request that leaves this service, to addresses of push services alone, and only where the operator wants reminders
    const answer = await fetch(endpoint, {
      method,
      headers: headers as Record<string, string>,
      redirect: 'error',
      signal: AbortSignal.timeout(LONGEST),
    });
    await answer.body?.cancel();
    return answer.status;
  };

type Parts = {
  readonly store: Store;
  /** Epoch ms. */
  readonly clock: () => number;
  readonly deliver: Deliver;
};

const PAGE = 200;
/** Days in a row on which the push service did not take a wake-up, after which the phone is asked no more. */
const GIVE_UP = 14;
const ZONE = 'Asia/Jakarta';

const satkerOf = async (tx: ReadTx, shard: string): Promise<Satker | null> => {
  const [found] = await tx.recordsOfKind(shard, 'satker');
  return found?.record.kind === 'satker' ? found.record.content : null;
};

/** Whether she told that she is ill or on leave on a day, in any school where she records. */
const isAway = async (tx: ReadTx, held: readonly StoredGrant[], day: string): Promise<boolean> => {
  for (const { shard, account } of held) {
    const told = await tx.recordsOfKind(shard, 'kendala', account);
    if (
      hariTidakHadir(told.map(({ record }) => record as KendalaTercatat))
        .get(account)
        ?.has(day)
    )
      return true;
  }
  return false;
};

type Looked = 'gone' | 'later' | { readonly day: string; readonly done: boolean };

/** How it stands with one phone now: nobody's any more, not its time, or to be woken (`done`: nothing is owed today). */
const look = async (tx: ReadTx, reminder: StoredReminder, now: number): Promise<Looked> => {
  const [account, device] = [await tx.accountById(reminder.account), await tx.device(reminder.device)];
  if (!account || account.deactivatedAt !== null || !device || device.revokedAt !== null) return 'gone';
  const held = (await tx.grantsOf(account.id)).filter(
    ({ since, until }) => since <= now && (until === null || until > now),
  );
  const grant = held.find(({ peran }) => peran === 'penilai') ?? held.find(({ peran }) => peran === 'guru');
  if (!grant) return 'later';
  const satker = await satkerOf(tx, grant.shard);
  const zone = satker?.zona ?? ZONE;
  const day = tanggalPada(now, zone);
  const { hour, days, lastDay } = reminder;
  const wanted = { jam: hour, hari: days };
  const state = { satker, terakhir: lastDay || null };
  if (!waktunyaIngat({ tanggal: day, jam: jamPada(now, zone) }, wanted, state)) return 'later';
  // Who is ill or on leave, and a teacher whose day is here already, is let alone; what a head has to answer, his own phone counts.
  const own = held.filter(({ view }) => view === 'milik');
  if (await isAway(tx, own, day)) return { day, done: true };
  const done =
    grant.peran === 'guru' &&
    (await tx.recordsHolding({ shard: grant.shard, owner: account.id, text: `"tanggal":"${day}"` })).some(
      ({ record }) => record.kind === 'entri' && !record.deleted,
    );
  return { day, done };
};

/**
 * Takes the day before anybody knocks, by how things stand at that very moment: of two rounds one finds it taken, and a
 * process that dies before it has knocked costs that day's reminder, never a second one.
 */
const take = ({ store, clock }: Parts, { device, account }: StoredReminder): Promise<StoredReminder | null> =>
  store.write(
    async (tx) => {
      const reminder = await tx.reminderOf(device);
      if (reminder?.account !== account) return null;
      const looked = await look(tx, reminder, clock());
      if (looked === 'gone') await tx.removeReminder(device);
      if (typeof looked === 'string') return null;
      const taken = { ...reminder, lastDay: looked.day };
      await tx.putReminder(taken);
      return looked.done ? null : taken;
    },
    { names: [holdAccount(account)] },
  );

const GONE: readonly number[] = [404, 410];

const knock = async ({ store, deliver }: Parts, { device, account, endpoint }: StoredReminder) => {
  const status = await deliver(endpoint).catch(() => 0);
  await store.write(
    async (tx) => {
      const now = await tx.reminderOf(device);
      // Changed or switched off meanwhile: that is the newer word.
      if (!now || now.endpoint !== endpoint) return;
      const failures = status >= 200 && status < 300 ? 0 : now.failures + 1;
      if (GONE.includes(status) || failures >= GIVE_UP) await tx.removeReminder(device);
      else if (failures !== now.failures) await tx.putReminder({ ...now, failures });
    },
    { names: [holdAccount(account)] },
  );
};

/** Knocks under way at once: a push service that is slow to answer must not hold up those who wait for another. */
const BESIDE = 8;

/**
 * Wakes every phone whose time it is, each at most once a day; whose browser took its address back is forgotten. A push
 * service that does not answer costs that day's reminder and nothing else. Gives how many were knocked at.
 */
export const remindAll = async (parts: Parts): Promise<number> => {
  const { store, clock } = parts;
  let woken = 0;
  for (let after = ''; ; ) {
    const page = await store.read((tx) => tx.reminders(after, PAGE));
    const waiting = page.values();
    const one = async (): Promise<void> => {
      for (const reminder of waiting) {
        // Most have their time at another hour: they cost no write.
        if ((await store.read((tx) => look(tx, reminder, clock()))) === 'later') continue;
        const taken = await take(parts, reminder);
        if (!taken) continue;
        await knock(parts, taken);
        woken += 1;
      }
    };
    await Promise.all(Array.from({ length: BESIDE }, one));
    const last = page.at(-1);
    if (page.length < PAGE || !last) return woken;
    after = last.device;
  }
};

const EVERY = 60_000;

/** Looks every minute whom to wake, until it is stopped; a round that takes longer is not overtaken by the next. */
export const keepReminding = (
  parts: Parts & {
    /** True where this process is the one that reminds. */
    readonly leads: () => Promise<boolean>;
    readonly onFault: (cause: unknown) => void;
  },
): { readonly stop: () => Promise<void> } => {
  let round: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    round ??= parts
      .leads()
      .then((isOurs) => (isOurs ? remindAll(parts) : 0))
      .catch(parts.onFault)
      .finally(() => {
        round = null;
      });
  }, EVERY);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
};
