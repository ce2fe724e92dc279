import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What a phone heard: a status and the answer's body; `retryAfter` in ms, `offset` of a photo where it was said. */
export type Heard = {
  readonly status: number;
  readonly retryAfter: number;
  readonly offset: number | null;
  readonly body: Buffer;
};

/** How a request goes over the line. */
export type Outgoing = {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** Bytes a second of a bad line, and how much of it goes at once. */
const SLOW = { bytes: 2_000, piece: 500 } as const;
const PATIENCE = 60_000;

const drip = async (write: (bytes: Buffer) => void, body: Buffer, isOpen: () => boolean): Promise<void> => {
  for (let at = 0; at < body.length && isOpen(); at += SLOW.piece) {
    write(body.subarray(at, at + SLOW.piece));
    await pause((SLOW.piece / SLOW.bytes) * 1000);
  }
};

/** Sends a request; rejects where the line breaks or nobody answers for a minute. A new connection each time, as a phone has. */
export const say = (port: number, { body, ...head }: Outgoing, isSlow: boolean): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const agent = new Agent({ keepAlive: false });
    let isOpen = true;
    const outgoing = request(
      { ...head, headers: { ...head.headers }, agent, port, host: '127.0.0.1', timeout: PATIENCE },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          isOpen = false;
          const retryAfter = Number(incoming.headers['retry-after'] ?? 0) * 1000;
          const said = incoming.headers['upload-offset'];
          const offset = typeof said === 'string' ? Number(said) : null;
          resolve({ status: incoming.statusCode ?? 0, retryAfter, offset, body: Buffer.concat(chunks) });
          outgoing.destroy();
        });
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('nobody answers')));
    outgoing.on('error', (cause) => {
      isOpen = false;
      reject(cause);
    });
    if (isSlow)
      void drip(
        (bytes) => outgoing.write(bytes),
        body,
        () => isOpen,
      ).then(() => outgoing.end());
    else outgoing.end(body);
  });
