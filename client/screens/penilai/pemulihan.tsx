import { useEffect } from 'preact/hooks';
import type { Recovery } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { askRecovery } from '../../app/recovery-news.ts';
import { angka, waktu } from '../../i18n/format.ts';
import { penilai } from '../../i18n/id/penilai.ts';
import { umum } from '../../i18n/id/umum.ts';
import { getMeta, useLive } from '../../store/index.ts';
import { EmptyState, ListRow, Page, Section, Stat, TopBar } from '../../ui/index.ts';

const words = penilai.pemulihan;

/** Lines that have not come back. */
const missingOf = ({ missing }: Recovery): number =>
  missing.reduce((sum, [from, to]) => sum + to - from + 1, 0);

/** What is known of lost histories, asked anew when the screen opens; undefined while the phone is being asked. */
const usePemulihan = (): readonly Recovery[] | undefined => {
  const app = useApp();
  const { store } = app;
  useEffect(() => void askRecovery(app), [store]);
  return useLive(async () => (await getMeta(store.db, 'pemulihan'))?.list ?? [], [store]);
};

/** One line on the head's first screen, only where a history was lost in the last two months or is not whole yet. */
export const KartuPemulihan = () => {
  const { clock } = useApp();
  const list = usePemulihan();
  const terbaru = list?.find((one) => missingOf(one) > 0 || clock() - one.at < 60 * 86_400_000);
  return terbaru ? (
    <ListRow
      title={words.kartu}
      meta={words.kartuKet(terbaru.back, missingOf(terbaru))}
      leading={missingOf(terbaru) > 0 ? 'triangle-alert' : 'check'}
      href="/pemulihan"
    />
  ) : null;
};

const Hp = ({ judul, list }: { judul: string; list: Recovery['done'] }) =>
  list.length === 0 ? null : (
    <Section title={`${judul} (${angka(list.length)})`}>
      <ul class="daftar">
        {list.map(({ nama, label, at }) => (
          <li key={`${nama} ${label} ${at}`}>
            <ListRow title={nama} meta={`${label} · ${words.terdengar(waktu(at))}`} />
          </li>
        ))}
      </ul>
    </Section>
  );

const Satu = ({ recovery }: { recovery: Recovery }) => {
  const kurang = missingOf(recovery);
  const { done, busy, silent } = recovery;
  return (
    <Section title={words.mulai(waktu(recovery.at))}>
      <div class="deret-angka">
        <Stat value={angka(recovery.back)} label={words.kembali} />
        <Stat value={angka(kurang)} label={words.belum} />
        <Stat value={angka(done.length + busy.length)} label={words.hp} />
      </div>
      <p>
        {kurang === 0
          ? words.lengkap
          : words.kurang(recovery.missing.map(([from, to]) => words.rentang(from, to)).join(', '))}
      </p>
      {kurang > 0 && <p class="redup">{words.kurangKet}</p>}
      <Hp judul={words.senyap} list={silent} />
      <Hp judul={words.berjalan} list={busy} />
      <Hp judul={words.selesai} list={done} />
    </Section>
  );
};

/** What the server lost by putting back an older copy, what phones brought back, and what is still wanted. */
export const Pemulihan = () => {
  const list = usePemulihan();
  const bar = <TopBar title={words.judul} back={{ href: '/', label: umum.aksi.keBeranda }} />;
  if (!list) return <Page title={words.judul} bar={bar} busy />;
  return (
    <Page title={words.judul} bar={bar}>
      {list.length === 0 ? (
        <EmptyState icon="check" text={words.kosong} />
      ) : (
        <>
          <p>{words.penjelasan}</p>
          {list.map((recovery) => (
            <Satu key={`${recovery.s} ${recovery.id}`} recovery={recovery} />
          ))}
        </>
      )}
    </Page>
  );
};
