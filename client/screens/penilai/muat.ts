import { bulanDari, jamPada, tanggalPada } from '../../../shared/domain/index.ts';
import type { RecordOf } from '../../../shared/records/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { saatDi } from '../../app/hari.ts';
import {
  type EntriRow,
  entriAwaiting,
  entriOfSchoolMonth,
  type KendalaRow,
  kendalaAll,
  pegawaiAll,
  penugasanAll,
  satkerOf,
  useLive,
} from '../../store/index.ts';
import { useSegar } from './segar.ts';

/** What the head's screens read; undefined while the phone's database is being asked. */
export type DataSekolah = {
  readonly app: App;
  readonly hariIni: string;
  /** The school's wall clock, `HH:MM`. */
  readonly sekarang: string;
  readonly bulan: string;
  readonly satker: RecordOf<'satker'> | undefined;
  readonly pegawai: readonly RecordOf<'pegawai'>[];
  readonly penugasan: readonly RecordOf<'penugasan'>[];
  readonly menunggu: readonly EntriRow[];
  readonly sebulan: readonly EntriRow[];
  readonly kendala: readonly KendalaRow[];
};

/** The school's data of one month (this month unless given), live: a new answer of the server redraws the screen. */
export const useSekolah = (bulanDiminta?: string): DataSekolah | undefined => {
  const app = useApp();
  useSegar(app);
  const satker = useLive(
    () => satkerOf(app.store, app.shard).then((found) => ({ found })),
    [app.store, app.shard],
  );
  const zona = satker?.found?.content.zona ?? 'Asia/Jakarta';
  const saat = saatDi(app);
  const [hariIni, sekarang] = [tanggalPada(saat, zona), jamPada(saat, zona)];
  const bulan = bulanDiminta ?? bulanDari(hariIni);
  const data = useLive(async () => {
    const [pegawai, penugasan, menunggu, sebulan, kendala] = await Promise.all([
      pegawaiAll(app.store, app.shard),
      penugasanAll(app.store, app.shard),
      entriAwaiting(app.store),
      entriOfSchoolMonth(app.store, bulan),
      kendalaAll(app.store, app.shard),
    ]);
    return {
      ...{ pegawai, penugasan, sebulan, kendala },
      menunggu: menunggu.filter(({ owner }) => owner !== app.actor.id),
    };
  }, [app.store, bulan]);
  return satker && data ? { app, hariIni, sekarang, bulan, satker: satker.found, ...data } : undefined;
};
