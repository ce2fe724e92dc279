import type { SyncAnswer, SyncRequest } from '../../shared/protocol/index.ts';
import type { Store } from '../store/index.ts';

type Heard = {
  readonly request: Pick<SyncRequest, 'dev' | 'q'>;
  readonly answer: Pick<SyncAnswer, 'res'>;
  /** Epoch ms. */
  readonly now: number;
};

/**
 * Keeps what a phone said of its queue, less what it has just been answered: how many commands wait there still, and since
 * when, so that the age of the oldest goes on growing while nothing is heard of it. Most phones have nothing left: then
 * nothing is written.
 */
export const catatAntrean = async (store: Store, { request, answer, now }: Heard): Promise<void> => {
  const { dev: device, q } = request;
  const left = (q?.c ?? 0) - answer.res.filter(({ r }) => r !== 'wait').length;
  const known = await store.read((tx) => tx.queue(device));
  if (q && left > 0) {
    const oldestAt = now - q.age;
    await store.write((tx) => tx.putQueue({ device, count: left, oldestAt, reportedAt: now }));
  } else if (known) await store.write((tx) => tx.removeQueue(device));
};
