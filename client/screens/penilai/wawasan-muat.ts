import { useMemo } from 'preact/hooks';
import type { PekanSekolah } from '../../../shared/domain/index.ts';
import { useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import {
  entriPertama,
  entriSekolah,
  kendalaAll,
  menungguKepala,
  pegawaiAll,
  penugasanAll,
  readTogether,
  satkerOf,
  skpRows,
  useLive,
} from '../../store/index.ts';
import {
  type BacaanSekolah,
  rentangLama,
  rentangWawasan,
  susunWawasan,
  trenSekolah,
  type Wawasan,
} from './wawasan-model.ts';

/** What was read of the school, what follows from it, and on which day. */
export type Muatan = {
  readonly bacaan: BacaanSekolah;
  readonly data: Wawasan;
  readonly hariIni: string;
};

/** The school as the phone knows it, and what follows from it; undefined while the database is being asked. */
export const useWawasan = (): Muatan | undefined => {
  const { store, shard, actor } = useApp();
  const { hariIni } = useHariIni();
  const bacaan = useLive(
    () =>
      readTogether(store, async (): Promise<BacaanSekolah> => {
        const [satker, pegawai, penugasan, entri, kendala, skp, menunggu, mulai] = await Promise.all([
          satkerOf(store, shard),
          pegawaiAll(store, shard),
          penugasanAll(store, shard),
          entriSekolah(store, shard, rentangWawasan(hariIni)),
          kendalaAll(store, shard),
          skpRows(store),
          menungguKepala(store, shard),
          entriPertama(store, shard),
        ]);
        return { satker, pegawai, penugasan, entri, kendala, skp, menunggu, mulai };
      }),
    [store, shard, hariIni],
  );
  return useMemo(
    () => bacaan && { bacaan, data: susunWawasan(bacaan, { hariIni, saya: actor.id }), hariIni },
    [bacaan, hariIni, actor.id],
  );
};

/** The last weeks of the school; undefined while the older ones are being read. */
export const useTren = ({ bacaan, data, hariIni }: Muatan): readonly PekanSekolah[] | undefined => {
  const { store, shard } = useApp();
  const lama = useLive(() => entriSekolah(store, shard, rentangLama(hariIni)), [store, shard, hariIni]);
  return useMemo(
    () => lama && trenSekolah(bacaan, lama, { hariIni, orang: data.bertugas }),
    [bacaan, lama, hariIni],
  );
};
