import { type DestinationStream, pino } from 'pino';
import type { Log } from '../app.ts';
import type { Config } from '../config.ts';

/** What the service writes for its operator, one JSON line each, to standard error. Never a NIP, a cookie or a body. */
export type ServiceLog = Log & {
  readonly error: (cause: unknown, message: string) => void;
  /** What was removed because its term was over: how many of each kind. */
  readonly retensi: (hitungan: Readonly<Record<string, number>>) => void;
};

/**
 * Standard output stays free for people; written at once, so that the last line before a fall is there too. Who signs in and
 * what is refused is written from `warn` on, what succeeded as well: a log that begins with the first failure tells nothing.
 */
export const createLog = (
  level: Config['log'],
  to: DestinationStream = pino.destination({ fd: 2, sync: true }),
): ServiceLog => {
  const logger = pino({ level, base: null }, to);
  const security = logger.child({}, { level: ['silent', 'error'].includes(level) ? level : 'info' });
  return {
    security: (line) =>
      line.kode === null ? security.info(line, 'keamanan') : security.warn(line, 'keamanan'),
    access: (line) => logger.info(line, 'permintaan'),
    fault: (error, requestId) => logger.error({ err: error, id: requestId }, 'gangguan'),
    retensi: (hitungan) => security.info(hitungan, 'retensi'),
    error: (err, message) => logger.error({ err }, message),
  };
};
