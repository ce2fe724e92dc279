import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { bulanDari, ringkasBulan, tambahBulan, tanpaAbsen } from '../../../shared/domain/index.ts';
import { useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { bulanTahun, hariTanggal } from '../../i18n/format.ts';
import { kegiatan as words } from '../../i18n/id/guru.ts';
import { entriInMonth, kendalaOf, satkerOf, sejakBertugas, useLive } from '../../store/index.ts';
import { Calendar, LinkButton, Page, TopBar } from '../../ui/index.ts';
import { DaftarEntri } from './baris-entri.tsx';
import { absenDari } from './beranda-data.ts';
import { hariKalender } from './hari-kalender.ts';
import { TenggatBerikut } from './kalender-tenggat.tsx';
import { TabKegiatan } from './kegiatan.tsx';
import './guru.css';

/** G11: a month as a calendar; a day shows what was recorded, or the way to record it. */
export const Kalender = () => {
  const app = useApp();
  const { route } = useLocation();
  const { query } = useRoute();
  const { hariIni } = useHariIni();
  const bulan = query['bulan'] ?? bulanDari(hariIni);
  const [pilih, setPilih] = useState<string | null>(null);
  const data = useLive(async () => {
    const [entriList, satker, kendala, sejak] = await Promise.all([
      entriInMonth(app.store, app.actor.id, bulan),
      satkerOf(app.store, app.diri),
      kendalaOf(app.store, app.actor.id),
      sejakBertugas(app.store, { shard: app.diri, saya: app.actor.id }),
    ]);
    const ringkas = ringkasBulan(bulan, entriList, satker?.content ?? null, hariIni);
    return { entriList, ringkas: tanpaAbsen(ringkas, absenDari(kendala, app.actor.id), sejak) };
  }, [app.store, bulan, hariIni]);
  const ke = (next: string): void => route(`/kegiatan/kalender?bulan=${next}`, true);
  const tanggal = pilih && bulanDari(pilih) === bulan ? pilih : null;
  const sehari = data?.entriList.filter(({ content }) => content.tanggal === tanggal) ?? [];
  return (
    <Page title={words.kalender} bar={<TopBar title={words.judul} />} busy={!data}>
      <TabKegiatan kini="kalender" bulan={bulan} />
      {data && (
        <>
          <Calendar
            month={bulan}
            title={bulanTahun(bulan)}
            days={[...data.ringkas.perTanggal].map(([date, hari]) => hariKalender(date, hari))}
            weekdays={words.hariPendek.map((short, i) => ({ short, long: words.hariPanjang[i] ?? short }))}
            today={hariIni}
            onPick={setPilih}
            onPrevious={() => ke(tambahBulan(bulan, -1))}
            {...(bulan < bulanDari(hariIni) ? { onNext: () => ke(tambahBulan(bulan, 1)) } : {})}
            labels={{ previous: words.bulanSebelum, next: words.bulanSesudah }}
          />
          <p class="redup">{`${words.hariTerisi(data.ringkas.terisi, data.ringkas.hariKerja)}. ${words.petunjukWarna}`}</p>
          <section aria-live="polite" class="tumpuk">
            {tanggal && <h2>{hariTanggal(tanggal)}</h2>}
            {tanggal && sehari.length > 0 && <DaftarEntri entriList={sehari} />}
            {tanggal && sehari.length === 0 && (
              <p>{tanggal > hariIni ? words.hariNanti : words.hariKosong(tanggal)}</p>
            )}
            {tanggal && tanggal <= hariIni && (
              <LinkButton kind="tonal" icon="plus" href={`/catat?tanggal=${tanggal}`}>
                {words.isi}
              </LinkButton>
            )}
          </section>
          <TenggatBerikut hariIni={hariIni} />
        </>
      )}
    </Page>
  );
};
