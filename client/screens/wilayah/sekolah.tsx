import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { BarisPantau, TabelDilihat } from '../../../shared/protocol/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { ambilTabel, tabelDilihat } from '../../app/wilayah.ts';
import { kapanHari } from '../../i18n/format.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { wilayah as words } from '../../i18n/id/wilayah.ts';
import {
  Banner,
  Button,
  EmptyState,
  Field,
  Page,
  ProgressBar,
  Select,
  TextInput,
  TopBar,
} from '../../ui/index.ts';
import { AngkaSekolah, BebanSekolah, SebabSekolah } from './angka.tsx';
import { belumMulai, menungguDi, URUTAN, type Urutan, urutkan } from './model.ts';
import './wilayah.css';

/** Rows that the table shows before more are asked for. */
const SEKALI = 50;
/** From so many on a search is worth its room. */
const PERLU_CARI = 8;

type Keadaan = {
  readonly dilihat: TabelDilihat | null;
  readonly salah: string | null;
  readonly sibuk: boolean;
};

/** What the phone last saw at once, then what the server says now. */
const useTabel = (app: App): Keadaan & { readonly muat: () => Promise<void> } => {
  const [keadaan, setKeadaan] = useState<Keadaan>({ dilihat: null, salah: null, sibuk: true });
  const muat = async (): Promise<void> => {
    setKeadaan((dulu) => ({ ...dulu, sibuk: true }));
    const hasil = await ambilTabel(app);
    setKeadaan(({ dilihat }) =>
      hasil.ok
        ? { dilihat: hasil.dilihat, salah: null, sibuk: false }
        : { dilihat, salah: kataMasalah(hasil.code, hasil.params ?? {}), sibuk: false },
    );
  };
  useEffect(() => {
    void tabelDilihat(app.store).then((dulu) => {
      if (dulu) setKeadaan((kini) => ({ ...kini, dilihat: kini.dilihat ?? dulu }));
      return muat();
    });
  }, [app.store]);
  return { ...keadaan, muat };
};

const Sel = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <span class="wilayah-sel">
    <span class="wilayah-label">{label}</span>
    {children}
  </span>
);

const Baris = ({ satu }: { satu: BarisPantau }) => {
  const menunggu = menungguDi(satu);
  const belum = belumMulai(satu);
  const isian = words.isianSel(satu.terisi, satu.hariKerja);
  return (
    <a class="wilayah-baris" href={`/wilayah/${satu.shard}`}>
      <span class="wilayah-nama">
        <b>{satu.nama}</b>
        <span class="redup">{[satu.npsn, satu.kabupaten].filter(Boolean).join(' · ')}</span>
      </span>
      <Sel label={words.kolom.isian}>
        {satu.log === 'mati' || belum ? (
          <span class={belum ? 'wilayah-tertinggal' : 'redup'}>
            {belum ? words.isianBelum : words.logMati}
          </span>
        ) : (
          <>
            <span>{isian}</span>
            {satu.hariKerja > 0 && (
              <ProgressBar
                value={satu.terisi}
                max={satu.hariKerja}
                label={words.isianRinci(satu.terisi, satu.hariKerja)}
              />
            )}
          </>
        )}
      </Sel>
      <Sel label={words.kolom.tertinggal}>
        <span class={satu.tertinggal > 0 ? 'wilayah-tertinggal' : 'redup'}>
          {belum ? words.tertinggalBelum : words.tertinggalSel(satu.tertinggal, satu.tertinggalSejak)}
        </span>
      </Sel>
      <Sel label={words.kolom.menunggu}>
        <span class={menunggu.jumlah > 0 ? undefined : 'redup'}>
          {words.menungguSel(menunggu.jumlah, menunggu.sejak)}
        </span>
      </Sel>
      <Sel label={words.kolom.periksa}>
        <span class={satu.periksa.jumlah > 0 ? undefined : 'redup'}>
          {words.periksaSel(satu.periksa.hariTengah)}
        </span>
      </Sel>
    </a>
  );
};

const Daftar = ({ list }: { list: readonly BarisPantau[] }) => {
  const [dicari, setDicari] = useState<{ urutan: Urutan; cari: string }>({ urutan: 'perhatian', cari: '' });
  const [tampil, setTampil] = useState(SEKALI);
  const urut = urutkan(list, dicari);
  const sisa = Math.min(SEKALI, urut.length - tampil);
  return (
    <>
      <div class="wilayah-alat">
        {list.length >= PERLU_CARI && (
          <Field id="wilayah-cari" label={words.cari}>
            <TextInput
              type="search"
              maxLength={80}
              value={dicari.cari}
              onInput={(event) => setDicari({ ...dicari, cari: event.currentTarget.value })}
            />
          </Field>
        )}
        {list.length > 1 && (
          <Field id="wilayah-urut" label={words.urutkan}>
            <Select
              value={dicari.urutan}
              onChange={(event) => setDicari({ ...dicari, urutan: event.currentTarget.value as Urutan })}
            >
              {URUTAN.map((satu) => (
                <option key={satu} value={satu}>
                  {words.urutan[satu]}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <p role="status" class="redup">
        {urut.length === 0 ? words.takCocok : words.jumlah(urut.length)}
      </p>
      <div class="wilayah-kepala" aria-hidden="true">
        {Object.values(words.kolom).map((kolom) => (
          <span key={kolom}>{kolom}</span>
        ))}
      </div>
      <ul class="wilayah-daftar">
        {urut.slice(0, tampil).map((satu) => (
          <li key={satu.shard}>
            <Baris satu={satu} />
          </li>
        ))}
      </ul>
      {sisa > 0 && (
        <Button kind="tonal" block onClick={() => setTampil(tampil + SEKALI)}>
          {words.lagi(sisa)}
        </Button>
      )}
    </>
  );
};

const Isi = ({ dilihat }: { dilihat: TabelDilihat }) => {
  const { list, belum } = dilihat.tabel;
  if (list.length === 0 && belum === 0) return <EmptyState icon="users" text={words.kosong} />;
  return (
    <>
      {belum > 0 && <Banner tone="info">{words.belumDihitung(belum)}</Banner>}
      <AngkaSekolah list={list} />
      <p class="redup">{words.penyebut}</p>
      <Daftar list={list} />
      <SebabSekolah list={list} />
      <BebanSekolah beban={dilihat.tabel.beban} />
    </>
  );
};

/** The schools that somebody is over, in ten seconds: who fills in, who falls behind, what waits, and why. */
export const SekolahWilayah = () => {
  const app = useApp();
  const { dilihat, salah, sibuk, muat } = useTabel(app);
  const kapan = dilihat ? kapanHari(dilihat.pada, app.clock()) : '';
  return (
    <Page
      title={words.judul}
      wide
      busy={sibuk && !dilihat}
      bar={<TopBar title={words.judul} back={{ href: '/', label: words.kembali }} />}
    >
      <div class="wilayah">
        {salah && (
          <Banner
            tone="peringatan"
            action={
              <Button kind="tonal" onClick={() => void muat()}>
                {words.coba}
              </Button>
            }
          >
            {dilihat ? words.terputus(salah, kapan) : salah}
          </Banner>
        )}
        {!dilihat && sibuk && <p role="status">{words.memuat}</p>}
        {!dilihat && !sibuk && <EmptyState icon="wifi-off" text={words.belumAda} />}
        {dilihat && (
          <>
            <p class="redup">
              {words.sampai(dilihat.tabel.sampai)} · {words.dilihat(kapan)}
            </p>
            <Isi dilihat={dilihat} />
          </>
        )}
      </div>
    </Page>
  );
};
