import { type RingkasRhk, ringkasRhk } from '../../../shared/domain/index.ts';
import type { RecordOf, Rhk } from '../../../shared/records/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { skp as words } from '../../i18n/id/guru.ts';
import { type EntriRow, entriSearch, skpOf, useLive } from '../../store/index.ts';
import { EmptyState, Icon, Page, ProgressBar, Section, StatusPill, TopBar } from '../../ui/index.ts';
import './guru.css';
import './lain.css';

type Data = {
  readonly skp: RecordOf<'skp'> | null;
  readonly ringkas: readonly RingkasRhk[];
  readonly tanpaRhk: number;
};

const baca = async (app: App, tahun: number): Promise<Data> => {
  const skp = (await skpOf(app.store, app.actor.id, tahun)) ?? null;
  const entriList: EntriRow[] = await entriSearch(app.store, app.actor.id, '');
  const setahun = entriList.filter(({ content }) => content.tanggal.startsWith(String(tahun)));
  const kenal = new Set(skp?.content.rhk.map(({ kode }) => kode));
  return {
    skp,
    ringkas: skp ? ringkasRhk(skp.content, setahun) : [],
    tanpaRhk: setahun.filter(({ content }) => content.rhk === null || !kenal.has(content.rhk)).length,
  };
};

const Indikator = ({ rhk }: { rhk: Rhk }) => (
  <dl class="rincian">
    {rhk.indikator.map(({ aspek, indikator, target, satuan }) => (
      <div key={indikator}>
        <dt>{words.aspek[aspek]}</dt>
        <dd>
          {indikator}
          <b class="target">{words.target(target, satuan)}</b>
        </dd>
      </div>
    ))}
  </dl>
);

const SatuRhk = ({ rhk, nomor, ringkas }: { rhk: Rhk; nomor: number; ringkas: RingkasRhk | undefined }) => {
  const jumlah = ringkas?.jumlah ?? 0;
  const volume = Object.entries(ringkas?.volume ?? {}).map(([satuan, total]) => words.volume(total, satuan));
  return (
    <li>
      <details class="rhk">
        <summary>
          <span class="rhk-nomor">{nomor}</span>
          <span class="tumpuk-rapat">
            <span class="baris-entri-judul">{rhk.rhk}</span>
            <span class="redup">{words.ringkas(rhk.indikator.length, jumlah)}</span>
            {ringkas && ringkas.persen !== null && (
              <span class="rhk-maju">
                <ProgressBar value={Math.min(100, ringkas.persen)} max={100} label={rhk.rhk} />
                <b>{words.persen(ringkas.persen)}</b>
              </span>
            )}
          </span>
          <Icon name="chevron-down" />
        </summary>
        <div class="rhk-isi tumpuk">
          {jumlah > 0 && (
            <p>{[words.disetujuiDari(ringkas?.disetujui ?? 0, jumlah), ...volume].join(' · ')}</p>
          )}
          {rhk.intervensi && (
            <div>
              <h3>{words.intervensi}</h3>
              <p>{rhk.intervensi}</p>
            </div>
          )}
          <div>
            <h3>{words.indikator}</h3>
            <Indikator rhk={rhk} />
          </div>
          {rhk.rencanaAksi.length > 0 && (
            <div>
              <h3>{words.rencanaAksi}</h3>
              <ul class="butir">
                {rhk.rencanaAksi.map(({ kode, nama, satuan }) => (
                  <li key={kode}>{words.aksiSatuan(nama, satuan)}</li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </details>
    </li>
  );
};

const Kelompok = ({ judul, daftar, data }: { judul: string; daftar: readonly Rhk[]; data: Data }) => {
  if (daftar.length === 0) return null;
  const semua = data.skp?.content.rhk ?? [];
  return (
    <Section title={judul}>
      <ul class="daftar">
        {daftar.map((rhk) => (
          <SatuRhk
            key={rhk.kode}
            rhk={rhk}
            nomor={semua.indexOf(rhk) + 1}
            ringkas={data.ringkas.find(({ kode }) => kode === rhk.kode)}
          />
        ))}
      </ul>
    </Section>
  );
};

/** G15: the approved plan of the year, and how far the recorded work has come. */
export const Skp = () => {
  const app = useApp();
  const tahun = Number(useHariIni().hariIni.slice(0, 4));
  const data = useLive(() => baca(app, tahun), [app.store, tahun]);
  const rhk = data?.skp?.content.rhk ?? [];
  return (
    <Page title={words.judul(tahun)} bar={<TopBar title={words.judul(tahun)} />} busy={!data}>
      {data && !data.skp && <EmptyState icon="target" text={words.belumAda(tahun)} />}
      {data?.skp && (
        <>
          <p class="baris-entri-status">
            <StatusPill
              tone={data.skp.state.tahap === 'DISETUJUI' ? 'berhasil' : 'info'}
              icon={data.skp.state.tahap === 'DISETUJUI' ? 'check-check' : 'clock'}
              label={words.tahap[data.skp.state.tahap]}
            />
          </p>
          <Kelompok judul={words.utama} daftar={rhk.filter(({ jenis }) => jenis === 'utama')} data={data} />
          <Kelompok
            judul={words.tambahan}
            daftar={rhk.filter(({ jenis }) => jenis === 'tambahan')}
            data={data}
          />
          {data.tanpaRhk > 0 && <p class="redup">{words.tanpaRhkRinci(data.tanpaRhk)}</p>}
        </>
      )}
    </Page>
  );
};
