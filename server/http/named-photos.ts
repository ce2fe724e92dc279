import type { SyncRequest } from '../../shared/protocol/index.ts';

const SHA = /^[0-9a-f]{64}$/;

const inBody = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { sha } = value as { sha?: unknown };
  const own = typeof sha === 'string' && SHA.test(sha) ? [sha] : [];
  return [...own, ...Object.values(value).flatMap(inBody)];
};

/**
 * The request, asking also for those of `photos` that its commands refer to: rescue files of older phones name their photos
 * nowhere else. What a command refers to is under the same signature as what is asked for.
 */
export const askingFor = (request: SyncRequest, photos: ReadonlySet<string>): SyncRequest => {
  const also = request.ops.flatMap(({ b }) => inBody(b)).filter((sha) => photos.has(sha));
  return also.length === 0 ? request : { ...request, ask: [...new Set([...request.ask, ...also])] };
};
