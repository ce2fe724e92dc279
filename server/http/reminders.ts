import { type Context, Hono } from 'hono';
import { type PengingatAnswer, PengingatRequest } from '../../shared/protocol/index.ts';
import { holdAccount, type StoredReminder } from '../store/index.ts';
import { readJson } from './body.ts';
import { refusal } from './middleware/problem.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { whoAsks } from './who.ts';

const BODY_BYTES = 4096;

/** Whether this phone is woken for reminders, and when: asked, set, ended. */
export const reminderRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  routes.get('/api/reminder', (c) => get(rooms, c));
  routes.put('/api/reminder', lanes('teks'), (c) => put(rooms, c));
  routes.delete('/api/reminder', (c) => end(rooms, c));
  return routes;
};

const answered = ({ pushKey }: Rooms, reminder: StoredReminder | null): PengingatAnswer => ({
  kunci: pushKey,
  setelan: pushKey !== null && reminder ? { jam: reminder.hour, hari: [...reminder.days] } : null,
});

const get = async (rooms: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  c.header('Cache-Control', 'no-store');
  return c.json(answered(rooms, await rooms.store.read((tx) => tx.reminderOf(who.device.id))));
};

const put = async (rooms: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const body = await readJson(c.req.raw, { schema: PengingatRequest, limit: BODY_BYTES });
  if (!body.ok) return refusal(c, body);
  const { alamat, jam, hari } = body.value;
  const reminder = await rooms.store.write(
    async (tx) => {
      // One phone reminds her, the one where she last said so: two would do it twice a day.
      const phones = (await tx.devicesOf(who.account.id)).map(({ id }) => id);
      const before = await Promise.all(
        [...new Set([...phones, who.device.id])].map((id) => tx.reminderOf(id)),
      );
      const own = before.filter((one) => one?.account === who.account.id);
      for (const one of own) if (one) await tx.removeReminder(one.device);
      const next: StoredReminder = {
        device: who.device.id,
        account: who.account.id,
        endpoint: alamat,
        hour: jam,
        days: [...hari].sort(),
        lastDay:
          own
            .map((one) => one?.lastDay ?? '')
            .sort()
            .at(-1) ?? '',
        failures: 0,
      };
      await tx.putReminder(next);
      return next;
    },
    { names: [holdAccount(who.account.id)] },
  );
  return c.json(answered(rooms, reminder));
};

const end = async (rooms: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  await rooms.store.write((tx) => tx.removeReminder(who.device.id), {
    names: [holdAccount(who.account.id)],
  });
  return c.body(null, 204);
};
