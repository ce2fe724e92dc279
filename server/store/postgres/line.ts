import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Line } from '../port.ts';
import { holdWithOthers } from './alone.ts';
import { translated } from './faults.ts';

/** Channel of PostgreSQL on which the processes tell each other that there is something new; the payload is the topic. */
export const CHANNEL = 'kinerja';

/** So often the line is tried, ms, and so long its answer may take: a process that is cut off must know that it is. */
const BEAT = 5_000;
const RETRY = 100;

/** No limit on how long it may be quiet; the server finds out within half a minute that a machine is gone. */
const SETTINGS = `SET statement_timeout = 0; SET idle_session_timeout = 0;
  SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3`;

const TRY = { alone: 'pg_try_advisory_lock', together: 'pg_try_advisory_lock_shared' } as const;
const LET_GO = { alone: 'pg_advisory_unlock', together: 'pg_advisory_unlock_shared' } as const;
/** Beside the names that works hold, which are hashed as they are. */
const KEY = `hashtextextended('jalur:' || $1, 0)`;

/**
 * A connection that is nobody else's: its advisory locks last as long as it does, whatever becomes of the process. It must
 * reach PostgreSQL itself; a pooler that lends connections out by the transaction would give the locks away.
 */
export const openLine = async (url: string): Promise<Line> => {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'e-kinerja-luring jalur',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: BEAT,
  });
  let isOver = false;
  let tellLost: () => void = () => undefined;
  const lost = new Promise<void>((resolve) => {
    tellLost = resolve;
  });
  let ended: Promise<void> = Promise.resolve();
  const fall = (): void => {
    if (isOver) return;
    isOver = true;
    clearInterval(beat);
    tellLost();
    // Nothing more is said on it; the server lets go of its locks when it notices.
    ended = client.end().catch(() => undefined);
  };
  const ask = async <Row extends pg.QueryResultRow>(
    text: string,
    values: unknown[] = [],
  ): Promise<Row | undefined> => {
    try {
      return (await client.query<Row>(text, values)).rows[0];
    } catch (cause) {
      // Silence too: a line that does not answer in time cannot be relied on.
      fall();
      throw translated(cause);
    }
  };
  const beat = setInterval(() => void ask('SELECT 1').catch(() => undefined), BEAT);
  beat.unref();
  client.on('error', fall).on('end', fall);
  const grip: Line['grip'] = async (name, how) => {
    const row = await ask<{ held: boolean }>(`SELECT ${TRY[how]}(${KEY}) AS held`, [name]);
    return row?.held === true;
  };
  try {
    await client.connect();
    await client.query(SETTINGS);
    await holdWithOthers(client);
  } catch (cause) {
    fall();
    throw translated(cause);
  }
  return {
    grip,
    // By asking again: a statement that waits would keep this line from noticing that it is cut.
    wait: async (name) => {
      while (!(await grip(name, 'alone'))) await pause(RETRY);
    },
    letGo: async (name, how) => void (await ask(`SELECT ${LET_GO[how]}(${KEY})`, [name])),
    onNews: async (hear) => {
      client.on('notification', ({ payload = '' }) => hear(payload));
      await ask(`LISTEN ${CHANNEL}`);
    },
    stands: async () => {
      if (isOver) return false;
      return ask('SELECT 1').then(
        () => true,
        () => false,
      );
    },
    lost,
    close: async () => {
      fall();
      // The server closes its end when it has let go of everything.
      await ended;
    },
  };
};
