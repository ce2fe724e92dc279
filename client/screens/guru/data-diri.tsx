import { useState } from 'preact/hooks';
import { isTerbuka } from '../../../shared/domain/index.ts';
import {
  type AsalData,
  BIDANG_PEGAWAI,
  type BidangUsulan,
  type RecordOf,
} from '../../../shared/records/index.ts';
import { tarikUsulan } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { usulan as words } from '../../i18n/id/usulan.ts';
import { dataDiri, satkerOf, type UsulanRow, useLive, usulanOf } from '../../store/index.ts';
import {
  Banner,
  Button,
  Card,
  EmptyState,
  type IconName,
  Page,
  Section,
  StatusPill,
  type Tone,
  TopBar,
} from '../../ui/index.ts';
import { FormUsulan } from './data-diri-usul.tsx';
import './guru.css';
import './data-diri.css';

type Pegawai = RecordOf<'pegawai'>['content'];

const PIL: Readonly<Record<keyof typeof words.tahap, { readonly tone: Tone; readonly icon: IconName }>> = {
  lokal: { tone: 'peringatan', icon: 'smartphone' },
  ditolakServer: { tone: 'bahaya', icon: 'triangle-alert' },
  DIAJUKAN: { tone: 'info', icon: 'clock' },
  DITERUSKAN: { tone: 'info', icon: 'clock' },
  DITERIMA: { tone: 'berhasil', icon: 'check' },
  DITOLAK: { tone: 'bahaya', icon: 'x' },
  DITARIK: { tone: 'netral', icon: 'undo-2' },
};

const tahapDari = ({ lokal, state }: UsulanRow): keyof typeof words.tahap => {
  if (lokal === 'ditolak') return 'ditolakServer';
  return lokal === 'bersih' ? state.tahap : 'lokal';
};

const menunggu = (row: UsulanRow): boolean => isTerbuka(row.state) && row.lokal !== 'ditolak';

type BarisProps = {
  readonly bidang: BidangUsulan;
  readonly isi: string;
  readonly asal?: AsalData | undefined;
  readonly terbuka: boolean;
  readonly onPerbaiki: () => void;
};

const Baris = ({ bidang, isi, asal, terbuka, onPerbaiki }: BarisProps) => (
  <div class="data-baris">
    <dt>{words.bidang[bidang]}</dt>
    <dd>
      <b class="teks-asli">{words.nilai(bidang, isi)}</b>
      {asal && <span class="redup">{words.asal(asal)}</span>}
      {bidang === 'nip' && asal?.dari === 'usulan' && <span class="redup">{words.duaNip}</span>}
    </dd>
    <dd class="data-kerja">
      {terbuka ? (
        <StatusPill {...PIL.DIAJUKAN} label={words.menunggu} />
      ) : (
        <Button
          kind="teks"
          icon="pencil-line"
          aria-label={words.perbaikiSatu(words.bidang[bidang])}
          onClick={onPerbaiki}
        >
          {words.perbaiki}
        </Button>
      )}
    </dd>
  </div>
);

type SatuProps = {
  readonly app: App;
  readonly row: UsulanRow;
  /** Left out while another usulan of the same field waits. */
  readonly onLagi: (() => void) | undefined;
};

const Satu = ({ app, row, onLagi }: SatuProps) => {
  const { content, state, code, params } = row;
  const tahap = tahapDari(row);
  const nama = words.bidang[content.bidang];
  const [dari, jadi] = [content.semula, content.nilai].map((isi) => words.nilai(content.bidang, isi ?? ''));
  const tarik = async (): Promise<void> => {
    const done = await tarikUsulan(app, row.id);
    beriTahu(done.ok ? words.ditarik : kataMasalah(done.code, done.params));
  };
  return (
    <li>
      <Card class="tumpuk-rapat">
        <h3 class="data-judul">{nama}</h3>
        <p class="teks-asli">
          <span aria-hidden="true">{words.ubahan(dari ?? '', jadi ?? '')}</span>
          <span class="sembunyi">{words.pembacaUbahan(dari ?? '', jadi ?? '')}</span>
        </p>
        <p>
          <StatusPill {...PIL[tahap]} label={words.tahap[tahap]} />
        </p>
        {tahap !== 'lokal' && tahap !== 'ditolakServer' && <p class="redup">{words.langkah(state)}</p>}
        {code && tahap === 'ditolakServer' && <p class="redup">{kataMasalah(code, params ?? {})}</p>}
        {state.catatan && <p class="teks-asli">{words.alasan(state.catatan)}</p>}
        {menunggu(row) && (
          <div>
            <Button kind="teks" icon="undo-2" aria-label={words.tarikSatu(nama)} onClick={() => void tarik()}>
              {words.tarik}
            </Button>
          </div>
        )}
        {tahap === 'DITOLAK' && onLagi && (
          <div>
            <Button kind="teks" icon="pencil-line" aria-label={words.lagiSatu(nama)} onClick={onLagi}>
              {words.lagi}
            </Button>
          </div>
        )}
      </Card>
    </li>
  );
};

const useData = (app: App) =>
  useLive(async () => {
    const [pegawai, satker, list] = await Promise.all([
      dataDiri(app.store, app.diri),
      satkerOf(app.store, app.shard),
      usulanOf(app.store),
    ]);
    return { pegawai: pegawai?.content ?? null, sekolah: satker?.content.nama ?? '', list };
  }, [app.store]);

type Dibaca = NonNullable<ReturnType<typeof useData>>;

const Isi = ({ app, data, pegawai }: { app: App; data: Dibaca; pegawai: Pegawai }) => {
  const [bidang, setBidang] = useState<BidangUsulan | null>(null);
  const { list, sekolah } = data;
  const terbuka = new Set(list.filter(menunggu).map(({ content }) => content.bidang));
  return (
    <>
      <p>{words.isi}</p>
      {pegawai.perluDiperbaiki && (
        <Banner tone="peringatan">{words.perluDiperbaiki(pegawai.perluDiperbaiki)}</Banner>
      )}
      {list.length > 0 && (
        <Section title={words.usulanSaya}>
          <ul class="data-usulan">
            {list.map((row) => (
              <Satu
                key={row.id}
                app={app}
                row={row}
                onLagi={terbuka.has(row.content.bidang) ? undefined : () => setBidang(row.content.bidang)}
              />
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.data}>
        <p class="redup">
          {words.dasar(pegawai.asal?.dasar ?? null, Object.keys(pegawai.asal?.bidang ?? {}).length > 0)}
        </p>
        <dl class="data-diri">
          {BIDANG_PEGAWAI.map((satu) => (
            <Baris
              key={satu}
              bidang={satu}
              isi={pegawai[satu]}
              asal={pegawai.asal?.bidang[satu]}
              terbuka={terbuka.has(satu)}
              onPerbaiki={() => setBidang(satu)}
            />
          ))}
        </dl>
      </Section>
      <Section title={words.tempat}>
        <dl class="data-diri">
          {(['sekolah', 'penilai'] as const).map((satu) => (
            <Baris
              key={satu}
              bidang={satu}
              isi={satu === 'sekolah' ? sekolah : (pegawai.penilai?.nama ?? '')}
              terbuka={terbuka.has(satu)}
              onPerbaiki={() => setBidang(satu)}
            />
          ))}
        </dl>
        <p class="redup">{words.tempatIsi}</p>
      </Section>
      <FormUsulan
        app={app}
        pegawai={pegawai}
        sekolah={sekolah}
        bidang={bidang}
        onClose={() => setBidang(null)}
      />
    </>
  );
};

/** What is held of the person, where each of it comes from, and what became of what she proposed. */
export const DataDiri = () => {
  const app = useApp();
  const data = useData(app);
  const bar = <TopBar title={words.judul} back={{ href: '/akun', label: umum.aksi.kembali }} />;
  return (
    <Page title={words.judul} bar={bar} busy={data === undefined}>
      {data && !data.pegawai && <EmptyState icon="user" text={words.belumAda} />}
      {data?.pegawai && <Isi app={app} data={data} pegawai={data.pegawai} />}
    </Page>
  );
};
