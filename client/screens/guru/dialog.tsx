import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { namaLengkap } from '../../../shared/domain/index.ts';
import { CAPAIAN_DIALOG, type DialogKarier, type RecordOf } from '../../../shared/records/index.ts';
import { simpanDialog } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { bacaTahun } from '../../app/setahun-muat.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { dialogKarier as words } from '../../i18n/id/dialog.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import {
  type DialogRow,
  dialogTahun,
  entriMenurutId,
  entriSetahun,
  pegawaiOf,
  useLive,
} from '../../store/index.ts';
import { Banner, Button, Field, Page, Section, Segmented, TextArea, TopBar } from '../../ui/index.ts';
import { HalamanDialog, type Kepala, teksDialog } from './dialog-halaman.tsx';
import { disetujui, PilihKegiatan } from './dialog-kegiatan.tsx';
import './dialog.css';
import './setahun.css';

type Entri = RecordOf<'entri'>;
type Muatan = {
  readonly row: DialogRow | null;
  readonly entri: readonly Entri[];
  readonly setahun: Awaited<ReturnType<typeof bacaTahun>>;
  readonly kepala: Kepala;
};

const baca = async (app: App, tahun: number, hariIni: string): Promise<Muatan> => {
  const { store, actor, account } = app;
  const [row, milik, setahun, pegawai] = await Promise.all([
    dialogTahun(store, actor.id, tahun),
    entriSetahun(store, actor.id, tahun),
    bacaTahun(app, tahun, hariIni),
    pegawaiOf(store, actor.id),
  ]);
  const lain = await entriMenurutId(
    store,
    (row?.content.pilihan ?? []).map(({ entri }) => entri),
  );
  return {
    row: row ?? null,
    entri: [...new Map([...lain, ...milik].map((satu) => [satu.id, satu])).values()],
    setahun,
    kepala: {
      nama: pegawai ? namaLengkap(pegawai.content) : account.nama,
      jabatan: pegawai?.content.jabatan ?? account.jabatan,
      sekolah: setahun.sekolah,
      penilai: pegawai?.content.penilai?.nama ?? null,
      hariIni,
    },
  };
};

/** What stands in the form, member by member: the server hands the same content back in another order. */
const isianDialog = (isi: DialogKarier | undefined, tahun: number): DialogKarier => ({
  tahun,
  pilihan: (isi?.pilihan ?? []).map(({ entri, kalimat }) => ({ entri, kalimat })),
  belajar: isi?.belajar ?? '',
});

type SusunProps = {
  readonly isi: DialogKarier;
  readonly entri: readonly Entri[];
  readonly onUbah: (isi: DialogKarier) => void;
};

const Dipilih = ({ isi, entri, onUbah }: SusunProps) => {
  const perId = new Map(entri.map((satu) => [satu.id, satu]));
  return (
    <Section title={words.dipilih(isi.pilihan.length, CAPAIAN_DIALOG)}>
      {isi.pilihan.length === 0 && <p class="redup">{words.belumDipilih}</p>}
      <ul class="daftar">
        {isi.pilihan.map(({ entri: id, kalimat }, i) => {
          const satu = perId.get(id);
          const uraian = satu?.content.uraian ?? '';
          const tulis = (teks: string): void =>
            onUbah({
              ...isi,
              pilihan: isi.pilihan.map((p) => (p.entri === id ? { ...p, kalimat: teks } : p)),
            });
          return (
            <li key={id} class="setahun-isi">
              <p>
                <b>{uraian}</b>
              </p>
              {satu && satu.state.tahap !== 'DISETUJUI' && <p class="peringatan">{words.tidakDisetujui}</p>}
              <Field
                id={`kalimat-${i}`}
                label={words.kalimatPendek}
                hint={words.kalimatKet}
                count={{ used: kalimat.length, max: 400 }}
              >
                <TextArea
                  rows={2}
                  maxLength={400}
                  value={kalimat}
                  onInput={(event) => tulis(event.currentTarget.value)}
                />
              </Field>
              <Button
                kind="teks"
                icon="x"
                aria-label={words.lepas(uraian)}
                onClick={() => onUbah({ ...isi, pilihan: isi.pilihan.filter((p) => p.entri !== id) })}
              >
                {umum.aksi.hapus}
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
};

const Susun = ({ isi, entri, onUbah }: SusunProps) => (
  <>
    <p>{words.pembuka}</p>
    <Dipilih isi={isi} entri={entri} onUbah={onUbah} />
    <Section title={words.daftar}>
      {isi.pilihan.length >= CAPAIAN_DIALOG && <p>{words.penuh(CAPAIAN_DIALOG)}</p>}
      <PilihKegiatan
        entri={disetujui(entri)}
        dipilih={new Set(isi.pilihan.map((satu) => satu.entri))}
        penuh={isi.pilihan.length >= CAPAIAN_DIALOG}
        onUbah={({ id }, ya) =>
          onUbah({
            ...isi,
            pilihan: ya
              ? [...isi.pilihan, { entri: id, kalimat: '' }]
              : isi.pilihan.filter((satu) => satu.entri !== id),
          })
        }
      />
    </Section>
    <Field
      id="belajar"
      label={words.belajar}
      hint={words.belajarKet}
      count={{ used: isi.belajar.length, max: 1000 }}
    >
      <TextArea
        rows={3}
        maxLength={1000}
        value={isi.belajar}
        onInput={(event) => onUbah({ ...isi, belajar: event.currentTarget.value })}
      />
    </Field>
    <p class="redup">{words.rahasia}</p>
  </>
);

const bagikan = (judul: string, teks: string): Promise<void> =>
  navigator.share({ title: judul, text: teks }).catch(() => undefined);

const Isi = ({ app, tahun, muatan }: { app: App; tahun: number; muatan: Muatan }) => {
  const tersimpan = isianDialog(muatan.row?.content, tahun);
  const [isi, setIsi] = useKetikan<DialogKarier>(`dialog-${tahun}`, tersimpan);
  const [tampak, setTampak] = useState<'pilih' | 'halaman'>(
    tersimpan.pilihan.length > 0 ? 'halaman' : 'pilih',
  );
  const berubah = JSON.stringify(isi) !== JSON.stringify(tersimpan);
  const simpan = async (): Promise<void> => {
    const done = await simpanDialog(app, isi, muatan.row?.id ?? null);
    if (!done.ok) return beriTahu(kataMasalah(done.code, done.params));
    beriTahu(words.tersimpan);
    // No longer being typed: what was saved comes back from the database.
    setIsi(tersimpan);
    setTampak('halaman');
  };
  const halaman = {
    kepala: muatan.kepala,
    dialog: isi,
    entri: new Map(muatan.entri.map((satu) => [satu.id, satu])),
    setahun: muatan.setahun,
  };
  return (
    <div class="tumpuk">
      <Segmented
        name="tampilan"
        label={words.tampilan}
        value={tampak}
        onValue={setTampak}
        options={[
          { value: 'pilih', label: words.pilih },
          { value: 'halaman', label: words.halaman },
        ]}
      />
      {tampak === 'pilih' ? (
        <Susun isi={isi} entri={muatan.entri} onUbah={setIsi} />
      ) : (
        <HalamanDialog {...halaman} />
      )}
      {berubah && (
        <Banner
          tone="netral"
          action={
            <Button kind="utama" onClick={() => void simpan()}>
              {words.simpan}
            </Button>
          }
        >
          {words.belumDisimpan}
        </Banner>
      )}
      {tampak === 'halaman' && (
        <div class="deret-tombol">
          <Button kind="utama" icon="download" onClick={() => print()}>
            {words.cetak}
          </Button>
          {'share' in navigator && (
            <Button icon="share" onClick={() => void bagikan(words.judul(tahun), teksDialog(halaman))}>
              {words.bagikan}
            </Button>
          )}
        </div>
      )}
    </div>
  );
};

/** One page of her own work, picked and put in her words, for the talk with her head. */
export const DialogSaya = () => {
  const app = useApp();
  const { hariIni } = useHariIni();
  const diminta = useRoute().query['tahun'] ?? '';
  const tahun = /^20\d{2}$/.test(diminta) ? Number(diminta) : Number(hariIni.slice(0, 4));
  const muatan = useLive(() => baca(app, tahun, hariIni), [app, tahun, hariIni]);
  return (
    <Page
      title={words.judul(tahun)}
      busy={!muatan}
      bar={
        <TopBar
          title={words.judul(tahun)}
          back={{ href: `/setahun?tahun=${tahun}`, label: umum.aksi.kembali }}
        />
      }
    >
      {muatan && <Isi key={`${tahun} ${muatan.row?.head}`} app={app} tahun={tahun} muatan={muatan} />}
    </Page>
  );
};
