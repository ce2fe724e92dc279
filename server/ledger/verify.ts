import { contentHash } from '../../shared/protocol/index.ts';
import type { ChainHead, Store, StoredCommand } from '../store/index.ts';
import { chainHash, commitmentOf, digest, earlyCommitmentOf, idOf, isSameHash } from './chain.ts';

const PAGE = 500;

/**
 * What is amiss with a line: `nomor` a gap or doubled number, `isi` the content is not what its id says, `janji` the
 * body is not what the commitment says, `rantai` the hash does not follow from the line before, `kepala` the shard's
 * head is not its last line.
 */
export type ChainFault = {
  readonly shard: string;
  readonly n: number;
  readonly fault: 'nomor' | 'isi' | 'janji' | 'rantai' | 'kepala';
};
export type Verification =
  | { readonly ok: true; readonly lines: number }
  | ({ readonly ok: false } & ChainFault);

/** Recomputes the chain of every shard, or its last `last` lines, and stops at the first fault. */
export const verifyLedger = async (
  store: Pick<Store, 'read'>,
  { last }: { readonly last?: number } = {},
): Promise<Verification> => {
  let lines = 0;
  for (const shard of await store.read((tx) => tx.shards())) {
    const found = await verifyShard(store, shard, last);
    if (!found.ok) return found;
    lines += found.lines;
  }
  return { ok: true, lines };
};

const verifyShard = async (
  store: Pick<Store, 'read'>,
  shard: string,
  last?: number,
): Promise<Verification> => {
  const head = await store.read((tx) => tx.chainHead(shard));
  let at = await startOf(store, shard, last === undefined ? 0 : Math.max(0, head.n - last));
  const first = at.n;
  while (at.n < head.n) {
    const after = at.n;
    const page = await store.read((tx) => tx.ledgerLines(shard, after, Math.min(PAGE, head.n - after)));
    if (page.length === 0) return { ok: false, shard, n: at.n + 1, fault: 'nomor' };
    for (const line of page) {
      const fault = await faultOf(line, at);
      if (fault) return { ok: false, shard, n: at.n + 1, fault };
      if (line.outcome.verdict !== 'no') at = { n: line.outcome.n, h: line.outcome.h };
    }
  }
  return isSameHash(at.h, head.h)
    ? { ok: true, lines: at.n - first }
    : { ok: false, shard, n: head.n, fault: 'kepala' };
};

const startOf = async (store: Pick<Store, 'read'>, shard: string, n: number): Promise<ChainHead> => ({
  n,
  h: (n === 0 ? null : await store.read((tx) => tx.chainHashAt(shard, n))) ?? new Uint8Array(),
});

/** True where the commitment is that of the line, in the form of now or of version 0.1.0. */
export const isCommitted = (line: StoredCommand): boolean =>
  isSameHash(commitmentOf(line), line.commitment) || isSameHash(earlyCommitmentOf(line), line.commitment);

const faultOf = async (line: StoredCommand, before: ChainHead): Promise<ChainFault['fault'] | null> => {
  const { outcome, content, commitment } = line;
  if (outcome.verdict === 'no' || outcome.n !== before.n + 1) return 'nomor';
  if ((await contentHash(content, digest)) !== line.hash) return 'isi';
  if (!isCommitted(line)) return 'janji';
  return isSameHash(chainHash(before.h, idOf(line), commitment), outcome.h) ? null : 'rantai';
};
