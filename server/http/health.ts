import { createHash, timingSafeEqual } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Context, Hono } from 'hono';
import {
  bacaMetrik,
  bingkai,
  createKeadaan,
  type Hitungan,
  halamanStatus,
  isSiap,
  teksMetrik,
} from '../insight/index.ts';
import { notFound, problem } from './middleware/problem.ts';
import type { Rooms } from './rooms.ts';

const sidik = (text: string): Buffer => createHash('sha256').update(text).digest();

const MEASURE_EVERY_MS = 10;
const NANO = 1e9;

/** How late the event loop was since the last question, p99 in seconds, beyond the rhythm in which it is measured. */
const createTelat = (): (() => number | null) => {
  const delay = monitorEventLoopDelay({ resolution: MEASURE_EVERY_MS });
  delay.enable();
  return () => {
    const seconds = delay.count > 0 ? delay.percentile(99) / NANO - MEASURE_EVERY_MS / 1000 : null;
    delay.reset();
    return seconds === null ? null : Math.max(0, seconds);
  };
};

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

type Parts = Pick<
  Rooms,
  'store' | 'clock' | 'roomLeft' | 'lastCopy' | 'config' | 'version' | 'isLeaving' | 'isJoined'
>;

/**
 * What watches over the service asks here. `/healthz`: whether it can read its database. `/readyz`: whether it takes and
 * keeps what phones send. `/status`: the same for people. `/metrics`: figures for Prometheus, only with the token of the
 * configuration, and not there at all without one: behind a proxy every request comes from the local address, so an
 * address proves nothing.
 */
export const healthRoutes = (rooms: Parts, hitungan: Hitungan): Hono => {
  const { store, config, clock, version } = rooms;
  const keadaan = createKeadaan(rooms);
  const telat = config.metrik ? createTelat() : () => null;
  const routes = new Hono();
  routes.get('/healthz', async (c) => {
    const works = await store
      .read((tx) => tx.accountCount())
      .then(
        () => true,
        () => false,
      );
    c.header('Cache-Control', 'no-store');
    return works ? c.text('ok') : problem(c, 'server_sibuk', { retryAfter: 10 });
  });
  routes.get('/readyz', async (c) => {
    const kini = await keadaan();
    const pamit = rooms.isLeaving?.() === true;
    const { baca, ruang, salinan } = kini;
    const tulis = kini.tulis && rooms.isJoined?.() !== false;
    const siap = isSiap(kini) && tulis && !pamit;
    c.header('Cache-Control', 'no-store');
    return c.json(
      {
        siap,
        baca,
        tulis,
        ruang,
        ...(salinan === undefined ? {} : { salinan }),
        ...(pamit ? { pamit } : {}),
      },
      siap ? 200 : 503,
    );
  });
  routes.get('/status', async (c) => {
    c.header('Cache-Control', 'no-store');
    c.header('Content-Security-Policy', POLICY);
    return c.html(bingkai(halamanStatus(await keadaan())));
  });
  routes.get('/metrics', async (c, next) => {
    if (!config.metrik) return notFound(c) as Response;
    const token = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    return timingSafeEqual(sidik(token), sidik(config.metrik)) ? next() : tanpaToken(c);
  });
  routes.get('/metrics', async (c) => {
    const data = await bacaMetrik(store.read);
    const memory = process.memoryUsage.rss();
    const bahan = { keadaan: await keadaan(), hitungan, data, version, memory, telat: telat() };
    const text = teksMetrik({ ...bahan, now: clock() });
    c.header('Cache-Control', 'no-store');
    return c.body(text, 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
  return routes;
};

const tanpaToken = (c: Context): Response => {
  c.header('WWW-Authenticate', 'Bearer');
  c.header('Cache-Control', 'no-store');
  return c.body(null, 401);
};
