import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type BahanTebakan, type Tebakan, type Temuan, tebak } from '../../../shared/domain/index.ts';
import { dropDraft, dropUntouched, restoreDraft } from '../../actions/index.ts';
import { bahanTebakan } from '../../app/catat-baru.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { titipan } from '../../app/kamera.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { catat as words } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { type Draft, entriById, setSetting, skpOf, useLive } from '../../store/index.ts';
import { Banner, Button, Dialog, ErrorSummary, LinkButton, Menu, Page, TopBar } from '../../ui/index.ts';
import { BidangIsian } from './catat-bidang.tsx';
import { type IsianDraf, useIsianDraf } from './catat-draf.ts';
import { FotoIsian } from './catat-foto.tsx';
import { tujuan, useSimpan } from './catat-kirim.ts';
import { simpanSebagaiPola } from './pola-simpan.ts';
import './guru.css';

/** Fields of the form by the id of their control. */
const ID: Readonly<Record<string, string>> = { rhk: 'bidang-rencana', rencanaAksi: 'bidang-rencana' };
const idBidang = (bidang: string): string => ID[bidang] ?? `bidang-${bidang}`;

const kata = ({ kode, params, bidang }: Temuan): string => kataMasalah(kode, { bidang, ...params });

/** Read once a day that is chosen, and again when the SKP comes in: not anew for every entry, least of all while saving. */
const useBahan = (app: App, tanggal: string): BahanTebakan | undefined => {
  const [bahan, setBahan] = useState<BahanTebakan | undefined>(undefined);
  const skp = useLive(
    async () => (await skpOf(app.store, app.actor.id, tanggal))?.head ?? '',
    [app.store, tanggal],
  );
  useEffect(() => {
    let kini = true;
    if (skp !== undefined) void bahanTebakan(app, tanggal).then((next) => kini && setBahan(next));
    return () => {
      kini = false;
    };
  }, [tanggal, skp]);
  return bahan;
};

const Pulih = ({ kali, foto, onKamera }: { kali: number; foto: number; onKamera: () => void }) => {
  if (kali <= 0) return null;
  return (
    <Banner
      tone="peringatan"
      action={
        kali > 1 && (
          <Button kind="tonal" icon="camera" onClick={onKamera}>
            {words.kameraAplikasi}
          </Button>
        )
      }
    >
      {kali > 1 ? words.pulihDua : foto > 0 ? words.pulihTanpaFoto : words.pulihSatu}
    </Banner>
  );
};

/** What the head wrote when he gave the entry back, while it is being mended. */
const Alasan = ({ app, entriId }: { app: App; entriId: string | undefined }) => {
  const entri = useLive(
    async () => (entriId ? await entriById(app.store, entriId) : undefined),
    [app.store, entriId],
  );
  if (!entri) return null;
  if (entri.kirim.kunci === 'perlu-diperbaiki' && entri.kirim.code)
    return <Banner tone="bahaya">{kataMasalah(entri.kirim.code, entri.kirim.params)}</Banner>;
  if (entri.state.tahap !== 'DIKEMBALIKAN') return null;
  return (
    <Banner tone="peringatan">{words.dikembalikan(entri.state.oleh ?? '', entri.state.alasan ?? '')}</Banner>
  );
};

/** Leaving the form, by whichever way: an untouched guess is not worth keeping, everything else stays a draft. */
const useTinggalkan = (app: App, draft: Draft, tersentuh: boolean): { readonly berfoto: () => void } => {
  const kini = useRef(tersentuh);
  const foto = useRef(false);
  kini.current = tersentuh;
  useEffect(
    () => () => {
      const adaTitipan = titipan.peek()?.draftId === draft.id;
      if (!kini.current && !foto.current && !adaTitipan) void dropUntouched(app, draft.id);
    },
    [],
  );
  return {
    berfoto: () => {
      foto.current = true;
    },
  };
};

const Pilihan = ({ app, draft, isian }: { app: App; draft: Draft; isian: IsianDraf }) => {
  const { route } = useLocation();
  const hapus = async (): Promise<void> => {
    await isian.simpanDraf();
    const gone = await dropDraft(app, draft.id);
    route(tujuan(app, draft), true);
    const kembalikan = async (): Promise<void> => {
      if (!gone) return;
      await restoreDraft(app, gone);
      route(`/catat/${gone.id}`);
    };
    beriTahu(words.drafDihapus, { teks: umum.aksi.urungkan, jalan: () => void kembalikan() });
  };
  return (
    <Menu label={words.menu}>
      <Button kind="teks" icon="star" onClick={() => void simpanSebagaiPola(app, isian.isian)}>
        {words.simpanPola}
      </Button>
      <LinkButton kind="teks" icon="help" href="/bantuan">
        {words.bantuan}
      </LinkButton>
      <Button kind="teks" icon="trash" onClick={() => void hapus()}>
        {words.hapusDraf}
      </Button>
    </Menu>
  );
};

/** The button stands in the bar at the bottom, outside of its form. */
const KIRIM = { form: 'catat' };

const JUDUL = { baru: words.judulBaru, ubah: words.judulUbah, perbaiki: words.judulPerbaiki } as const;

type Props = { readonly draft: Draft; readonly pulih: number; readonly kameraLangsung: boolean };

/** The form: photos, the guess to look at, the rest, and two ways to save. */
export const FormCatat = ({ draft, pulih, kameraLangsung }: Props) => {
  const app = useApp();
  const { route } = useLocation();
  const { hariIni } = useHariIni();
  const isianDraf = useIsianDraf(app, draft, hariIni);
  const { isian } = isianDraf;
  const bahan = useBahan(app, isian.tanggal);
  const simpan = useSimpan(app, draft, {
    isian,
    adaSkp: (bahan?.skp?.rhk.length ?? 0) > 0,
    tenang: bahan !== undefined && isianDraf.keadaan === 'tersimpan',
  });
  const [kamera, setKamera] = useState(kameraLangsung ? 1 : 0);
  const salah = Object.fromEntries(simpan.salah.map((temuan) => [idBidang(temuan.bidang), kata(temuan)]));
  const { berfoto } = useTinggalkan(app, draft, isianDraf.disentuh || pulih > 0);
  useEffect(() => scrollTo(0, 0), []);
  const tutup = (): void => void isianDraf.simpanDraf().then(() => route(tujuan(app, draft), true));
  const tebakan: readonly Tebakan[] = bahan ? tebak(bahan) : [];
  return (
    <Page
      title={JUDUL[draft.mode]}
      bar={
        <TopBar
          title={JUDUL[draft.mode]}
          onBack={tutup}
          backLabel={umum.aksi.kembali}
          note={words.draf[isianDraf.keadaan]}
          actions={<Pilihan app={app} draft={draft} isian={isianDraf} />}
        />
      }
      footer={
        <>
          <Button {...KIRIM} kind="utama" type="submit" busy={simpan.sibuk && !simpan.lagi}>
            {words.simpan}
          </Button>
          {draft.mode === 'baru' && (
            <Button kind="tonal" busy={simpan.sibuk && simpan.lagi} onClick={() => void simpan.simpan(true)}>
              {words.simpanLagi}
            </Button>
          )}
        </>
      }
    >
      <form
        id="catat"
        class="form-catat"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void simpan.simpan(false);
        }}
      >
        <Pulih
          kali={pulih}
          foto={draft.foto.length}
          onKamera={() => {
            setKamera(kamera + 1);
            void setSetting(app.registry, 'kameraAplikasi', true);
          }}
        />
        <Alasan app={app} entriId={draft.entriId} />
        {simpan.gagal && (
          <div role="alert">
            <Banner tone="bahaya">{simpan.gagal}</Banner>
          </div>
        )}
        <ErrorSummary
          title={words.salahJudul(simpan.salah.length)}
          errors={simpan.salah.map((temuan) => ({ id: idBidang(temuan.bidang), text: kata(temuan) }))}
        />
        <FotoIsian
          key={kamera}
          app={app}
          draftId={draft.id}
          foto={draft.foto}
          salah={salah['bidang-foto']}
          kameraLangsung={kamera > 0}
          siapkan={isianDraf.simpanDraf}
          onFoto={berfoto}
        />
        <BidangIsian
          isianDraf={isianDraf}
          bahan={bahan}
          tebakan={tebakan}
          salah={salah}
          hariIni={hariIni}
          onSimpan={() => void simpan.simpan(false)}
        />
      </form>
      <Dialog
        open={simpan.peringatan.length > 0}
        onClose={simpan.batal}
        title={words.peringatanJudul}
        closeLabel={umum.aksi.tutup}
      >
        {simpan.peringatan.map((temuan) => (
          <p key={temuan.kode}>{kata(temuan)}</p>
        ))}
        <div class="deret-tombol">
          <Button kind="teks" onClick={simpan.batal}>
            {words.periksaLagi}
          </Button>
          <Button kind="utama" onClick={() => void simpan.simpan(simpan.lagi, true)}>
            {words.simpanTetap}
          </Button>
        </div>
      </Dialog>
    </Page>
  );
};
