import { LIMITS, type Refusal, refuse } from '../../shared/protocol/index.ts';

/** The time over which a person's photos are counted, ms. */
export const QUOTA_WINDOW = 86_400_000;

/**
 * `kuota_foto` where one more photo of `size` bytes is more than a person may send in a day, or keep at all. Far above
 * what anybody records: it stops a program, or a phone gone wild, from filling the disk.
 */
export const overQuota = (
  { all, recent }: { readonly all: number; readonly recent: number },
  size: number,
): Refusal | null => {
  if (all + size > LIMITS.fotoPersonBytes)
    return refuse('kuota_foto', { batas: LIMITS.fotoPersonBytes, jangka: 'semua' });
  return recent + size > LIMITS.fotoDayBytes
    ? refuse('kuota_foto', { batas: LIMITS.fotoDayBytes, jangka: 'hari' })
    : null;
};
