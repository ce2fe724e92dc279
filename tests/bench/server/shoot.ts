import { Agent, request } from 'node:http';
import type { Prepared } from '../../support/district.ts';

/** How long each request took, ms. */
export type Shot = { readonly ms: readonly number[]; readonly seconds: number };

const send = (agent: Agent, port: number, { headers, body }: Prepared): Promise<void> =>
  new Promise((resolve, reject) => {
    const outgoing = request(
      { agent, port, host: '127.0.0.1', method: 'POST', path: '/api/sync', headers: { ...headers } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          if (incoming.statusCode === 200) resolve();
          else reject(new Error(`${incoming.statusCode} ${Buffer.concat(chunks).toString()}`));
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });

/** Sends prepared requests from so many clients at once, each as soon as its last one is answered. */
export const shoot = async (port: number, requests: readonly Prepared[], clients: number): Promise<Shot> => {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const ms: number[] = [];
  let next = 0;
  const began = performance.now();
  const client = async (): Promise<void> => {
    for (let mine = requests[next++]; mine; mine = requests[next++]) {
      const at = performance.now();
      await send(agent, port, mine);
      ms.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { ms, seconds };
};
