import pg from 'pg';
import { StoreUnavailableError } from '../port.ts';

/** SQLSTATE, or the system's code where no connection came about; empty for what is no fault of the database. */
export const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : '';

/** What the driver said, from inside what the query builder wraps around it. */
export const causeOf = (cause: unknown): unknown =>
  cause instanceof Error &&
  !(cause instanceof pg.DatabaseError) &&
  cause.cause instanceof Error &&
  codeOf(cause) === ''
    ? causeOf(cause.cause)
    : cause;

/** Two works stood in each other's way (serialization failure, deadlock): the one that lost may simply be run again. */
const CONFLICT = /^40(001|P01)$/;
export const isConflict = (cause: unknown): boolean => CONFLICT.test(codeOf(cause));

const FULL = /^53100$/;
/**
 * Connection (08), resources (53), cancelled or shutting down (57), input and output (58), read-only (25006), a lock that
 * was not to be had in time (55P03), a damaged page (XX001, XX002), and where nobody answers at all.
 */
const UNAVAILABLE = /^(08|53|57|58|25006|55P03|XX00[12]|ECONN|ENOENT|EPIPE|ETIMEDOUT|EHOST|ENOTFOUND|EAI_)/;
const SAID =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed))/;
const SILENT = 'Query read timeout';

/** Nobody answered in time: the connection may have a dead network behind it, or an answer on its way that nobody awaits. */
export const isSilent = (cause: unknown): boolean => cause instanceof Error && cause.message === SILENT;

/** The database itself cannot work, or its connection: it is not asked again on that one. */
export const isUnavailable = (cause: unknown): boolean =>
  UNAVAILABLE.test(codeOf(cause)) || isSilent(cause) || (cause instanceof Error && SAID.test(cause.message));

/** What a failed statement means to those who know nothing of PostgreSQL. */
export const translated = (cause: unknown): unknown => {
  if (cause instanceof StoreUnavailableError) return cause;
  const inner = causeOf(cause);
  return isUnavailable(inner) ? new StoreUnavailableError(FULL.test(codeOf(inner)), { cause: inner }) : inner;
};
