import { useEffect } from 'preact/hooks';
import { catatLihat } from '../store/index.ts';
import { useApp } from './context.ts';
import { useHariIni } from './hari.ts';

/** Notes, for its owner to see, that a penilai has this entry of somebody else on his screen. */
export const useLihat = (
  entri: { readonly id: string; readonly owner: string; readonly shard: string } | null,
) => {
  const { store, peran, actor, clock } = useApp();
  const { hariIni } = useHariIni();
  const record = entri && peran === 'penilai' && entri.owner !== actor.id ? entri.id : null;
  const shard = entri?.shard ?? '';
  useEffect(() => {
    if (record) void catatLihat(store, { record, shard, hari: hariIni, at: clock() });
  }, [record, hariIni, store]);
};
