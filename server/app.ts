import { type Context, Hono } from 'hono';
import {
  accessLog,
  adminProofRoutes,
  aksesRoutes,
  catatanRoutes,
  checkRoutes,
  courierRoutes,
  createIntake,
  createLanes,
  deviceRoutes,
  documentRoutes,
  healthRoutes,
  hilangRoutes,
  historyRoutes,
  insightRoutes,
  isSecure,
  ketetapanRoutes,
  methodNotAllowed,
  noNul,
  notFound,
  onError,
  openApiRoutes,
  originGuard,
  ownDataRoutes,
  passkeyRoutes,
  passwordRoutes,
  photoRoutes,
  polaRoutes,
  portofolioRoutes,
  problem,
  problemPages,
  publikasiRoutes,
  publikRoutes,
  type Rooms,
  recoveryRoutes,
  refusalLog,
  reminderRoutes,
  requestId,
  routeTable,
  securityHeaders,
  sekolahRoutes,
  sessionRoutes,
  simpegRoutes,
  sistemRoutes,
  staffRoutes,
  staticRoutes,
  syncRoutes,
  timeRoutes,
  tindakanRoutes,
  usulanRoutes,
  whoseRequest,
} from './http/index.ts';
import { createHitungan } from './insight/index.ts';
import { StoreUnavailableError } from './store/index.ts';

export type { Log, Rooms } from './http/index.ts';

/** What each address may be asked, by the table of routes; anything else there is `cara_salah`. */
const methodsOf = (): ReadonlyMap<string, readonly string[]> => {
  // Apps of before cut a phone off here, without a password: they hear that they have to be renewed.
  const found = new Map<string, string[]>([['/api/devices/:id', []]]);
  for (const { method, path } of routeTable) {
    const name = method.toUpperCase();
    found.set(path, [...(found.get(path) ?? []), ...(name === 'GET' ? ['GET', 'HEAD'] : [name])]);
  }
  // A page of the app's, which takes what other apps share.
  found.delete('/bagikan');
  return new Map([...found].map(([path, names]) => [path, [...new Set(names)]]));
};

const BUSY_SECONDS = 30;
const FULL_SECONDS = 900;

/**
 * The whole service from the rooms that are handed in. The order of the first four matters: every answer, refusals of
 * the guard and lanes included, has an id, the security headers and a line in the log.
 */
export const createApp = (rooms: Rooms): Hono => {
  const { config, clock, random, randomBytes, log } = rooms;
  const app = new Hono();
  const lanes = createLanes(random, whoseRequest(config.trustProxy));
  app.use(requestId(() => Buffer.from(randomBytes(9)).toString('base64url')));
  app.use(securityHeaders(isSecure(config.trustProxy)));
  const hitungan = createHitungan();
  app.use(
    accessLog((line) => {
      hitungan.catat(line);
      log.access(line);
    }, clock),
  );
  app.use('/api/*', refusalLog(rooms));
  app.use('/api/*', originGuard(config.origins));
  app.use(noNul);
  app.route('/', syncRoutes(rooms, lanes));
  app.route('/', sessionRoutes(rooms, lanes));
  app.route('/', passwordRoutes(rooms, lanes));
  app.route('/', passkeyRoutes(rooms, lanes));
  app.route('/', adminProofRoutes(rooms, lanes));
  app.route('/', aksesRoutes(rooms, lanes));
  const intake = createIntake(rooms);
  app.route('/', photoRoutes(rooms, lanes, intake));
  app.route('/', courierRoutes(rooms, lanes, intake));
  app.route('/', recoveryRoutes(rooms));
  app.route('/', deviceRoutes(rooms, lanes));
  app.route('/', ownDataRoutes(rooms));
  app.route('/', hilangRoutes(rooms, lanes, intake));
  app.route('/', reminderRoutes(rooms, lanes));
  app.route('/', historyRoutes(rooms, lanes));
  app.route('/', documentRoutes(rooms, lanes));
  app.route('/', checkRoutes(rooms));
  app.route('/', publikRoutes(rooms));
  app.route('/', portofolioRoutes(rooms));
  app.route('/', simpegRoutes(rooms, lanes));
  app.route('/', usulanRoutes(rooms, lanes));
  app.route('/', staffRoutes(rooms, lanes));
  app.route('/', insightRoutes(rooms));
  app.route('/', sekolahRoutes(rooms, lanes));
  app.route('/', polaRoutes(rooms, lanes));
  app.route('/', tindakanRoutes(rooms, lanes));
  app.route('/', sistemRoutes(rooms, lanes));
  app.route('/', catatanRoutes(rooms, lanes));
  app.route('/', ketetapanRoutes(rooms, lanes));
  app.route('/', publikasiRoutes(rooms, lanes));
  app.route('/', timeRoutes(rooms));
  app.route('/', healthRoutes(rooms, hitungan));
  app.route('/', problemPages());
  app.route('/', openApiRoutes(rooms.version));
  for (const [path, methods] of methodsOf()) app.all(path, methodNotAllowed(methods));
  app.all('/api/*', notFound);
  app.route('/', staticRoutes(rooms.staticDir));
  app.notFound(notFound);
  app.onError((error, c) => {
    // A photo could not be flushed: its phone comes again, and the operator hears of the disk.
    if (codeOf(error) === 'EIO') log.fault(error, c.res.headers.get('Request-Id') ?? '');
    return storageProblem(error, c) ?? onError(log.fault)(error, c);
  });
  return app;
};

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined);

/** A store that cannot work for now is no bug: the phone keeps everything and comes again. */
const storageProblem = (error: Error, c: Context): Response | null => {
  const isFull = error instanceof StoreUnavailableError ? error.isFull : codeOf(error) === 'ENOSPC';
  if (isFull) return problem(c, 'penuh', { retryAfter: FULL_SECONDS });
  return error instanceof StoreUnavailableError || codeOf(error) === 'EIO'
    ? problem(c, 'server_sibuk', { retryAfter: BUSY_SECONDS })
    : null;
};
