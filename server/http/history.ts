import { type Context, Hono } from 'hono';
import { type HistoryAnswer, Shard, ViewsRequest } from '../../shared/protocol/index.ts';
import type { History } from '../ledger/index.ts';
import { readJson } from './body.ts';
import { notFound, refusal } from './middleware/problem.ts';
import { packedJson } from './packed.ts';
import type { Lanes, Rooms } from './rooms.ts';
import { whoAsks } from './who.ts';

const VIEWS_BYTES = 32 * 1024;
const DIGITS = /^\d{1,15}$/;

/**
 * `GET /api/history/:record` and `GET /api/history`: what happened to a record, or to all of one's own, each line with a
 * signed receipt; `POST /api/views`: what a penilai opened on his phone; `GET /api/receipt-key`: what receipts are
 * checked by. A record that the asker may not see gets the very answer of one that does not exist.
 */
export const historyRoutes = (rooms: Rooms, lanes: Lanes): Hono => {
  const routes = new Hono();
  routes.get('/api/history', (c) => getOwn(rooms, c));
  routes.get('/api/history/:record', (c) => getRecord(rooms, c));
  routes.post('/api/views', lanes('teks'), (c) => postViews(rooms, c));
  routes.get('/api/receipt-key', (c) => c.json({ id: rooms.receipts.id, key: rooms.receipts.key }));
  return routes;
};

const answerWith = (rooms: Rooms, c: Context, found: History | null): Response | Promise<Response> => {
  if (!found) return notFound(c);
  const answer: HistoryAnswer = {
    lines: found.lines.map((line) => ({ ...line, receipt: rooms.receipts.sign(line.receipt) })),
    views: [...found.views],
    more: found.more,
    now: rooms.clock(),
  };
  return packedJson(c, answer);
};

const getRecord = async (rooms: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const record = c.req.param('record') ?? '';
  const found = await rooms.ledger.historyOf(who.account.id, record);
  const [line] = found?.lines ?? [];
  // Of somebody else's record only a penilai gets here.
  if (line) {
    const { id, nama } = who.account;
    await rooms.ledger.noteLooks({ id, nama, peran: 'penilai' }, [{ shard: line.receipt.shard, record }]);
  }
  return answerWith(rooms, c, found);
};

const getOwn = async (rooms: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const [shard = '', before = ''] = [c.req.query('shard'), c.req.query('before')];
  if (!Shard.safeParse(shard).success) return notFound(c);
  const beforeN = DIGITS.test(before) ? Number(before) : Number.MAX_SAFE_INTEGER;
  const feedback = c.req.query('only') === 'feedback';
  return answerWith(
    rooms,
    c,
    await rooms.ledger.ownHistory({ reader: who.account.id, shard, beforeN, feedback }),
  );
};

const postViews = async (rooms: Rooms, c: Context): Promise<Response> => {
  const who = await whoAsks(rooms, c.req.raw);
  if (!who.ok) return refusal(c, who);
  const body = await readJson(c.req.raw, { schema: ViewsRequest, limit: VIEWS_BYTES });
  if (!body.ok) return refusal(c, body);
  await rooms.ledger.noteViews(who.account, body.value);
  return c.body(null, 204);
};
