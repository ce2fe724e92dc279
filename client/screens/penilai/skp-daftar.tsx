import { useRoute } from 'preact-iso';
import { namaLengkap, skpBerlaku } from '../../../shared/domain/index.ts';
import type { RecordOf } from '../../../shared/records/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { skp as kata, periksaSkpKata as words } from '../../i18n/id/skp.ts';
import { pegawaiAll, type SkpRow, skpRows, useLive } from '../../store/index.ts';
import { EmptyState, ListRow, Page, Section, Tabs, TopBar } from '../../ui/index.ts';
import '../guru/skp.css';
import './penilai.css';

/** Every SKP of others that awaits this head, the oldest year first. */
const skpMenunggu = async (app: App): Promise<SkpRow[]> =>
  (await skpRows(app.store))
    .filter(({ owner, state }) => owner !== app.actor.id && state.tahap === 'DIAJUKAN')
    .reverse();

/** The way to them, where there are any. */
export const BarisSkp = ({ app }: { app: App }) => {
  const menunggu = useLive(() => skpMenunggu(app), [app.store]) ?? [];
  if (menunggu.length === 0) return null;
  return (
    <ul class="daftar baris-skp">
      <li>
        <ListRow title={words.baris(menunggu.length)} leading="target" href="/periksa/skp" />
      </li>
    </ul>
  );
};

type Orang = RecordOf<'pegawai'>;

/** Where a teacher stands in a year, in a word: the furthest of what there is. */
const keadaan = (milik: readonly SkpRow[]): string => {
  if (skpBerlaku(milik).length > 0) return kata.tahap.DISETUJUI;
  const urut = ['DIAJUKAN', 'DIKEMBALIKAN', 'DRAF'] as const;
  const tahap = urut.find((satu) => milik.some(({ state }) => state.tahap === satu));
  return tahap && tahap !== 'DRAF' ? kata.tahap[tahap] : words.belum;
};

const Menunggu = ({ rows, nama }: { rows: readonly SkpRow[]; nama: (owner: string) => string }) => (
  <Section title={words.menunggu}>
    <ul class="daftar">
      {rows.map(({ id, owner, content }) => (
        <li key={id}>
          <ListRow
            leading="target"
            title={nama(owner)}
            meta={`${content.mengganti ? kata.ubahan(content.tahun) : kata.judul(content.tahun)} · ${content.rhk.length} RHK`}
            href={`/periksa/skp/${encodeURIComponent(id)}`}
          />
        </li>
      ))}
    </ul>
  </Section>
);

/** K06: the SKP that await the head, and how far everybody else's is. */
export const SkpDaftar = () => {
  const app = useApp();
  const { hariIni } = useHariIni();
  const kini = Number(hariIni.slice(0, 4));
  const tahun = Number(useRoute().query['tahun'] ?? kini);
  const data = useLive(async () => {
    const [rows, pegawai, menunggu] = await Promise.all([
      skpRows(app.store),
      pegawaiAll(app.store, app.shard),
      skpMenunggu(app),
    ]);
    return { rows, pegawai: pegawai.filter(({ owner }) => owner !== app.actor.id), menunggu };
  }, [app.store]);
  const nama = (owner: string): string => {
    const orang = data?.pegawai.find((satu: Orang) => satu.owner === owner);
    return orang ? namaLengkap(orang.content) : owner;
  };
  const milik = (owner: string): SkpRow[] =>
    (data?.rows ?? []).filter((row) => row.owner === owner && row.content.tahun === tahun);
  const lain = (data?.pegawai ?? []).filter(
    ({ owner }) => !data?.menunggu.some((row) => row.owner === owner),
  );
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: '/periksa', label: words.batal }} />}
      busy={!data}
    >
      {data && data.menunggu.length === 0 && <EmptyState icon="check-check" text={words.kosong} />}
      {data && data.menunggu.length > 0 && <Menunggu rows={data.menunggu} nama={nama} />}
      <div class="baris-skp">
        <Tabs
          label={kata.tahunLabel}
          items={[kini, kini + 1].map((satu) => ({
            href: `/periksa/skp?tahun=${satu}`,
            label: String(satu),
            current: satu === tahun,
          }))}
        />
      </div>
      {lain.length > 0 && (
        <Section title={words.lain(tahun)}>
          <ul class="daftar">
            {lain.map(({ owner }) => {
              const [row] = milik(owner);
              return (
                <li key={owner}>
                  <ListRow
                    title={nama(owner)}
                    meta={keadaan(milik(owner))}
                    href={
                      row && row.state.tahap !== 'DRAF'
                        ? `/periksa/skp/${encodeURIComponent(row.id)}`
                        : undefined
                    }
                  />
                </li>
              );
            })}
          </ul>
        </Section>
      )}
    </Page>
  );
};
