import { useState } from 'preact/hooks';
import { menyebutHasil, portofolioBoleh, portofolioPublik } from '../../../shared/domain/index.ts';
import type { Portofolio, RecordOf } from '../../../shared/records/index.ts';
import { simpanPortofolio, terbitkanPortofolio } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { bacaIsian, butirBaru, type Isian, isianDari } from '../../app/portofolio-isi.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { portofolio as words } from '../../i18n/id/portofolio.ts';
import { umum } from '../../i18n/id/umum.ts';
import {
  entriMenurutId,
  entriSetahun,
  type PortofolioRow,
  portofolioSaya,
  satkerDiatur,
  satkerOf,
  useLive,
} from '../../store/index.ts';
import {
  Banner,
  Button,
  Dialog,
  Field,
  Page,
  Section,
  TextArea,
  TextInput,
  Toggle,
  TopBar,
} from '../../ui/index.ts';
import { disetujui, PilihKegiatan } from './dialog-kegiatan.tsx';
import { Butir } from './portofolio-butir.tsx';
import { Pratinjau } from './portofolio-pratinjau.tsx';
import { IzinSekolah, StatusPortofolio } from './portofolio-status.tsx';
import './dialog.css';
import './portofolio.css';

type Entri = RecordOf<'entri'>;
type Muatan = {
  readonly row: PortofolioRow | null;
  readonly entri: readonly Entri[];
  readonly satker: RecordOf<'satker'> | null;
  readonly diatur: readonly RecordOf<'satker'>[];
};

/** How many years back work may be chosen from: this one and the last. */
const baca = async ({ store, actor, diri }: App, hariIni: string): Promise<Muatan> => {
  const tahun = Number(hariIni.slice(0, 4));
  const row = await portofolioSaya(store);
  const lain = await entriMenurutId(
    store,
    (row?.content.butir ?? []).map(({ entri }) => entri),
  );
  const milik = [
    ...(await entriSetahun(store, actor.id, tahun)),
    ...(await entriSetahun(store, actor.id, tahun - 1)),
  ].filter(({ shard }) => shard === diri);
  return {
    row,
    entri: [...new Map([...lain, ...milik].map((satu) => [satu.id, satu])).values()],
    satker: (await satkerOf(store, diri)) ?? null,
    diatur: await satkerDiatur(store),
  };
};

type FormProps = {
  readonly isian: Isian;
  readonly entri: readonly Entri[];
  readonly onUbah: (isian: Isian) => void;
};

const Tentang = ({ isian, onUbah }: Omit<FormProps, 'entri'>) => (
  <>
    <Field id="nama" label={words.nama} hint={words.namaKet} count={{ used: isian.nama.length, max: 120 }}>
      <TextInput
        maxLength={120}
        value={isian.nama}
        onInput={(event) => onUbah({ ...isian, nama: event.currentTarget.value })}
      />
    </Field>
    <Field id="sebutan" label={words.sebutan} hint={words.sebutanKet}>
      <TextInput
        maxLength={120}
        value={isian.sebutan}
        onInput={(event) => onUbah({ ...isian, sebutan: event.currentTarget.value })}
      />
    </Field>
    <Field
      id="pengantar"
      label={words.pengantar}
      hint={words.pengantarKet}
      count={{ used: isian.pengantar.length, max: 1500 }}
    >
      <TextArea
        rows={3}
        maxLength={1500}
        value={isian.pengantar}
        onInput={(event) => onUbah({ ...isian, pengantar: event.currentTarget.value })}
      />
    </Field>
    <Toggle
      id="tampil-sekolah"
      label={words.tampilSekolah}
      checked={isian.tampilSekolah}
      onValue={(tampilSekolah) => onUbah({ ...isian, tampilSekolah })}
    />
    <Toggle
      id="dicari"
      label={words.dicari}
      hint={words.dicariKet}
      checked={isian.dicari}
      onValue={(dicari) => onUbah({ ...isian, dicari })}
    />
  </>
);

const Form = ({ isian, entri, onUbah }: FormProps) => {
  const perId = new Map(entri.map((satu) => [satu.id, satu]));
  const tanpa = (id: string) => isian.butir.filter((satu) => satu.entri !== id);
  return (
    <>
      <Section title={words.isi}>
        <div class="tumpuk">
          <Tentang isian={isian} onUbah={onUbah} />
        </div>
      </Section>
      <Section title={words.butir(isian.butir.length)}>
        {isian.butir.length === 0 && <p class="redup">{words.butirKosong}</p>}
        <ul class="daftar">
          {isian.butir.map((butir, i) => (
            <Butir
              key={butir.entri}
              nomor={i + 1}
              butir={butir}
              entri={perId.get(butir.entri)}
              onUbah={(baru) =>
                onUbah({
                  ...isian,
                  butir: isian.butir.map((satu) => (satu.entri === baru.entri ? baru : satu)),
                })
              }
              onLepas={() => onUbah({ ...isian, butir: tanpa(butir.entri) })}
            />
          ))}
        </ul>
      </Section>
      <Section title={words.daftar}>
        <PilihKegiatan
          entri={disetujui(entri)}
          dipilih={new Set(isian.butir.map((satu) => satu.entri))}
          penuh={isian.butir.length >= 20}
          onUbah={(satu, ya) =>
            onUbah({ ...isian, butir: ya ? [...isian.butir, butirBaru(satu)] : tanpa(satu.id) })
          }
        />
      </Section>
    </>
  );
};

const Isi = ({ app, muatan }: { app: App; muatan: Muatan }) => {
  const { row, entri, satker } = muatan;
  const tersimpan = isianDari(row?.content ?? null, app.account.nama);
  const [isian, setIsian] = useKetikan<Isian>('portofolio', tersimpan);
  const [lihat, setLihat] = useState<Portofolio | null>(null);
  const [tanya, setTanya] = useState(false);
  const terbit = row?.state.tahap === 'TERBIT';
  const boleh = portofolioBoleh(satker?.content ?? null);
  const dengan = (jalan: (isi: Portofolio) => void): void => {
    const hasil = bacaIsian(isian);
    if ('kurang' in hasil) return beriTahu(words.kurang[hasil.kurang]);
    jalan(hasil.isi);
  };
  const simpan = async (isi: Portofolio): Promise<void> => {
    const done = await simpanPortofolio(app, isi, row?.id ?? null);
    if (!done.ok) return beriTahu(kataMasalah(done.code, done.params));
    setIsian(tersimpan);
    beriTahu(words.tersimpan);
  };
  const pratinjau = (isi: Portofolio): void =>
    isi.butir.length === 0 ? beriTahu(words.kurang.butir) : setLihat(isi);
  const terbitkan = async (isi: Portofolio): Promise<void> => {
    setTanya(false);
    const done = await terbitkanPortofolio(app, isi, row?.id ?? null);
    if (!done.ok) return beriTahu(kataMasalah(done.code, done.params));
    setIsian(tersimpan);
    setLihat(null);
    beriTahu(words.diterbitkan);
  };
  if (lihat) {
    const perId = new Map(entri.map((satu) => [satu.id, satu]));
    const sekolah = satker?.content.nama ?? '';
    const publik = portofolioPublik(lihat, { owner: app.actor.id, sekolah, entri: (id) => perId.get(id) });
    return (
      <div class="tumpuk">
        <p>{words.pratinjauIsi}</p>
        <Pratinjau publik={publik} />
        {menyebutHasil(lihat) && <Banner tone="peringatan">{words.menyebutHasil}</Banner>}
        <div class="deret-tombol">
          <Button onClick={() => setLihat(null)}>{words.ubahIsi}</Button>
          <Button kind="utama" disabled={!boleh || publik.butir.length === 0} onClick={() => setTanya(true)}>
            {terbit ? words.terbitkanLagi : words.terbitkan}
          </Button>
        </div>
        <Dialog
          open={tanya}
          onClose={() => setTanya(false)}
          title={words.terbitkanTanya}
          closeLabel={umum.aksi.tutup}
        >
          <p>{words.terbitkanIsi}</p>
          <Button kind="utama" block onClick={() => void terbitkan(lihat)}>
            {words.terbitkan}
          </Button>
        </Dialog>
      </div>
    );
  }
  return (
    <div class="tumpuk">
      {row && <StatusPortofolio row={row} />}
      <Form isian={isian} entri={entri} onUbah={setIsian} />
      <div class="deret-tombol">
        {!terbit && <Button onClick={() => dengan((isi) => void simpan(isi))}>{words.simpanDraf}</Button>}
        <Button kind="utama" onClick={() => dengan(pratinjau)}>
          {words.pratinjau}
        </Button>
      </div>
    </div>
  );
};

/** A page of approved work for everybody, made, looked at, published and taken back by its owner. */
export const PortofolioSaya = () => {
  const app = useApp();
  const { hariIni } = useHariIni();
  const muatan = useLive(() => baca(app, hariIni), [app, hariIni]);
  const izin = muatan?.satker?.content.portofolio;
  return (
    <Page
      title={words.judul}
      busy={!muatan}
      bar={<TopBar title={words.judul} back={{ href: '/setahun', label: umum.aksi.kembali }} />}
    >
      <p>{words.pembuka}</p>
      {muatan && !izin?.instansi && <Banner tone="netral">{words.ditutupInstansi}</Banner>}
      {muatan && izin?.instansi && !izin.sekolah && <Banner tone="peringatan">{words.ditutupSekolah}</Banner>}
      {muatan && <IzinSekolah satker={muatan.diatur} />}
      {muatan && <Isi key={muatan.row?.head ?? ''} app={app} muatan={muatan} />}
    </Page>
  );
};
