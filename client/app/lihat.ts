import { useEffect } from 'preact/hooks';
import { catatLihat } from '../store/index.ts';
import { useApp } from './context.ts';
import { useHariIni } from './hari.ts';

/** Notes, for its owner to see, that a penilai has this record of somebody else on his screen: entry, SKP, evaluation, praktik. */
export const useLihat = (
  satu: { readonly id: string; readonly owner: string; readonly shard: string } | null,
) => {
  const { store, peran, actor, clock } = useApp();
  const { hariIni } = useHariIni();
  const record = satu && peran === 'penilai' && satu.owner !== actor.id ? satu.id : null;
  const shard = satu?.shard ?? '';
  useEffect(() => {
    if (record) void catatLihat(store, { record, shard, hari: hariIni, at: clock() });
  }, [record, hariIni, store]);
};
