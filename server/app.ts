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

/** What each address of the API may be asked; anything else there is `cara_salah`. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  '/api/session': ['GET', 'HEAD', 'POST', 'DELETE'],
  '/api/password': ['GET', 'HEAD', 'PUT'],
  '/api/access': ['GET', 'HEAD'],
  '/api/access/schools': ['GET', 'HEAD'],
  '/api/access/waiting': ['GET', 'HEAD'],
  '/api/access/proof': ['POST'],
  '/api/access/:id/slip': ['POST'],
  '/api/access/:id/slip/second': ['POST'],
  '/api/access/:id/devices/:device': ['DELETE'],
  '/api/access/:id/devices/:device/lost': ['POST', 'DELETE'],
  '/api/access/:id/passkeys/:key': ['DELETE'],
  '/api/access/:id/sessions': ['DELETE'],
  '/api/passkeys': ['GET', 'HEAD', 'POST'],
  '/api/passkeys/options': ['POST'],
  '/api/passkeys/:key': ['DELETE'],
  '/api/session/passkey': ['POST'],
  '/api/session/passkey/options': ['POST'],
  '/api/sync': ['POST'],
  '/api/photos/:sha': ['GET', 'HEAD', 'PUT'],
  '/api/devices': ['GET', 'HEAD'],
  '/api/own-data': ['GET', 'HEAD'],
  '/api/documents': ['POST'],
  // Apps of before cut a phone off here, without a password: they hear that they have to be renewed.
  '/api/devices/:id': [],
  '/api/devices/:id/cut': ['POST'],
  '/api/devices/:id/lost': ['POST'],
  '/api/devices/:id/found': ['POST'],
  '/api/devices/:id/work': ['POST', 'DELETE'],
  '/api/lost': ['POST'],
  '/api/lost/:dev/:sha': ['PUT'],
  '/api/reminder': ['GET', 'HEAD', 'PUT', 'DELETE'],
  '/api/recovery': ['GET', 'HEAD'],
  '/api/history': ['GET', 'HEAD'],
  '/api/history/:record': ['GET', 'HEAD'],
  '/api/views': ['POST'],
  '/api/receipt-key': ['GET', 'HEAD'],
  '/api/simpeg': ['GET', 'HEAD', 'POST'],
  '/api/simpeg/:id': ['GET', 'HEAD', 'DELETE'],
  '/api/simpeg/:id/rows': ['GET', 'HEAD'],
  '/api/simpeg/:id/faults.xlsx': ['GET', 'HEAD'],
  '/api/simpeg/:id/columns': ['PUT'],
  '/api/simpeg/:id/apply': ['POST'],
  '/api/simpeg/:id/continue': ['POST'],
  '/api/corrections': ['GET', 'HEAD'],
  '/api/corrections/:id': ['POST'],
  '/api/staff': ['GET', 'HEAD', 'POST'],
  '/api/staff/:id': ['GET', 'HEAD', 'POST'],
  '/api/units': ['GET', 'HEAD'],
  '/api/publication': ['GET', 'HEAD', 'PUT'],
  '/api/publication/preview': ['GET', 'HEAD'],
  '/api/audit': ['GET', 'HEAD'],
  '/api/audit.csv': ['GET', 'HEAD'],
  '/api/audit/views': ['GET', 'HEAD'],
  '/api/audit/chain': ['GET', 'HEAD'],
  '/api/decisions': ['GET', 'HEAD', 'POST'],
  '/api/decisions/preview': ['POST'],
  '/api/decisions/:id/portion': ['POST'],
  '/api/decisions/:id/undo': ['POST'],
  '/api/system': ['GET', 'HEAD'],
  '/api/system/copy': ['POST'],
  '/api/schools': ['GET', 'HEAD'],
  '/api/schools/:npsn': ['GET', 'HEAD', 'PUT'],
  '/api/schools/:npsn/logo': ['PUT', 'DELETE'],
  '/api/schools/:npsn/patterns': ['GET', 'HEAD', 'POST'],
  '/api/schools/:npsn/patterns/:id': ['PUT', 'DELETE'],
  '/api/organisation': ['GET', 'HEAD'],
  '/api/insight': ['GET', 'HEAD'],
  '/api/insight/:shard': ['GET', 'HEAD'],
  '/api/courier': ['GET', 'HEAD'],
  '/api/courier/:sha': ['PUT'],
  '/api/time': ['GET', 'HEAD'],
  '/api/openapi.json': ['GET', 'HEAD'],
  '/healthz': ['GET', 'HEAD'],
  '/readyz': ['GET', 'HEAD'],
  '/status': ['GET', 'HEAD'],
  '/metrics': ['GET', 'HEAD'],
  '/masalah/:code': ['GET', 'HEAD'],
  '/cek': ['GET', 'HEAD'],
  '/cek/:code': ['GET', 'HEAD'],
  '/publik': ['GET', 'HEAD'],
  '/publik/metode': ['GET', 'HEAD'],
  '/publik/sekolah/:npsn': ['GET', 'HEAD'],
  '/publik/data/:nama': ['GET', 'HEAD'],
  '/p/:kode': ['GET', 'HEAD'],
  '/p/:kode/:foto': ['GET', 'HEAD'],
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
  for (const [path, methods] of Object.entries(METHODS)) app.all(path, methodNotAllowed(methods));
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
