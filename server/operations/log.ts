import { pino } from 'pino';
import type { Log } from '../app.ts';
import type { Config } from '../config.ts';

/** What the service writes for its operator, one JSON line each, to standard error. Never a NIP, a cookie or a body. */
export type ServiceLog = Log & { readonly error: (cause: unknown, message: string) => void };

/** Standard output stays free for people; written at once, so that the last line before a fall is there too. */
export const createLog = (level: Config['log']): ServiceLog => {
  const logger = pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
  return {
    access: (line) => logger.info(line, 'permintaan'),
    fault: (error, requestId) => logger.error({ err: error, id: requestId }, 'gangguan'),
    error: (err, message) => logger.error({ err }, message),
  };
};
