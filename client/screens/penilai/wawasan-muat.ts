import { useMemo } from 'preact/hooks';
import { useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import {
  entriPertama,
  entriSekolah,
  kendalaAll,
  menungguKepala,
  pegawaiAll,
  readTogether,
  satkerOf,
  skpRows,
  useLive,
} from '../../store/index.ts';
import { type BacaanSekolah, rentangWawasan, susunWawasan, type Wawasan } from './wawasan-model.ts';

/** The school as the phone knows it, and what follows from it; undefined while the database is being asked. */
export const useWawasan = (): { bacaan: BacaanSekolah; data: Wawasan; hariIni: string } | undefined => {
  const { store, shard, actor } = useApp();
  const { hariIni } = useHariIni();
  const bacaan = useLive(
    () =>
      readTogether(store, async (): Promise<BacaanSekolah> => {
        const [satker, pegawai, entri, kendala, skp, menunggu, mulai] = await Promise.all([
          satkerOf(store, shard),
          pegawaiAll(store, shard),
          entriSekolah(store, rentangWawasan(hariIni)),
          kendalaAll(store, shard),
          skpRows(store),
          menungguKepala(store, shard),
          entriPertama(store),
        ]);
        return { satker, pegawai, entri, kendala, skp, menunggu, mulai };
      }),
    [store, shard, hariIni],
  );
  return useMemo(
    () => bacaan && { bacaan, data: susunWawasan(bacaan, { hariIni, saya: actor.id }), hariIni },
    [bacaan, hariIni, actor.id],
  );
};
