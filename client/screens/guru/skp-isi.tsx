import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import type { Rhk } from '../../../shared/records/index.ts';
import { bacaRancangan, buangRancangan, pulihkanRancangan } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { skp as kata, isi as words } from '../../i18n/id/skp.ts';
import { umum } from '../../i18n/id/umum.ts';
import { type RancanganSkp, useLive } from '../../store/index.ts';
import { Banner, Button, Dialog, EmptyState, LinkButton, Menu, Page, TopBar } from '../../ui/index.ts';
import { type PilihanIntervensi, pilihanIntervensi } from './skp-awal.ts';
import { IsianDasar, IsianEkspektasi, IsianLampiran } from './skp-bagian.tsx';
import { Ikhtisar, type Tempat, tempatTemuan } from './skp-ikhtisar.tsx';
import { type Menulis, useMenulis } from './skp-rancangan.ts';
import { IsianRhk } from './skp-rhk.tsx';
import { useSelesai } from './skp-selesai.ts';
import { DaftarTemuan } from './skp-temuan.tsx';
import './guru.css';
import './lain.css';
import './skp.css';

const useHapusRhk = ({ menulis, alamat }: Tempat) => {
  const { route } = useLocation();
  return (rhk: Rhk): void => {
    const sebelum = menulis.isi.rhk;
    menulis.ubah({ rhk: sebelum.filter(({ kode }) => kode !== rhk.kode) });
    route(alamat, true);
    beriTahu(words.rhkDihapus, { teks: umum.aksi.urungkan, jalan: () => menulis.ubah({ rhk: sebelum }) });
  };
};

const Pilihan = ({ app, rancangan }: { app: App; rancangan: RancanganSkp }) => {
  const { route } = useLocation();
  const buang = async (): Promise<void> => {
    const gone = await buangRancangan(app, rancangan.id);
    route(`/skp?tahun=${rancangan.isi.tahun}`, true);
    beriTahu(words.dibuang, {
      teks: umum.aksi.urungkan,
      jalan: () => void (gone && pulihkanRancangan(app, gone)),
    });
  };
  return (
    <Menu label={words.menu}>
      <Button kind="teks" icon="trash" onClick={() => void buang()}>
        {words.buang}
      </Button>
    </Menu>
  );
};

type Bagian = { readonly judul: string; readonly isi: preact.JSX.Element };

const bagianDari = (
  query: Record<string, string>,
  { menulis, pilihan, hapus }: { menulis: Menulis; pilihan: PilihanIntervensi; hapus: (rhk: Rhk) => void },
): Bagian | null => {
  const rhk = menulis.isi.rhk.find(({ kode }) => kode === query['rhk']);
  if (rhk)
    return {
      judul: words.rhk(menulis.isi.rhk.indexOf(rhk) + 1),
      isi: (
        <IsianRhk key={rhk.kode} menulis={menulis} rhk={rhk} pilihan={pilihan} onHapus={() => hapus(rhk)} />
      ),
    };
  if (query['bagian'] === 'dasar') return { judul: words.dasar, isi: <IsianDasar menulis={menulis} /> };
  if (query['bagian'] === 'lampiran')
    return { judul: kata.lampiran, isi: <IsianLampiran menulis={menulis} /> };
  if (query['bagian'] !== 'perilaku') return null;
  const { perilaku = [] } = menulis.isi;
  return {
    judul: kata.perilaku,
    isi: (
      <>
        <p class="redup">{words.perilakuKet}</p>
        <IsianEkspektasi perilaku={perilaku} onUbah={(next) => menulis.ubah({ perilaku: next })} />
      </>
    ),
  };
};

const Form = ({ app, rancangan }: { app: App; rancangan: RancanganSkp }) => {
  const { route } = useLocation();
  const { query } = useRoute();
  const menulis = useMenulis(app, rancangan);
  const selesai = useSelesai(app, rancangan, menulis);
  const [tanya, setTanya] = useState(false);
  const pilihan =
    useLive(() => pilihanIntervensi(app, menulis.isi.tahun), [app.store, menulis.isi.tahun]) ?? [];
  const alamat = `/skp/isi/${rancangan.id}`;
  const hapus = useHapusRhk({ menulis, alamat });
  const bagian = bagianDari(query, { menulis, pilihan, hapus });
  useEffect(() => scrollTo(0, 0), [query['rhk'], query['bagian']]);
  const { tahun, mengganti } = menulis.isi;
  const judul = bagian?.judul ?? (mengganti ? words.judulUbahan(tahun) : words.judul(tahun));
  const kembali = (): void =>
    void menulis.simpan().then(() => route(bagian ? alamat : `/skp?tahun=${tahun}`, bagian === null));
  const ditolak = menulis.temuan.filter(({ berat }) => berat === 'tolak');
  return (
    <Page
      title={judul}
      bar={
        <TopBar
          title={judul}
          onBack={kembali}
          backLabel={umum.aksi.kembali}
          note={words.simpanan[menulis.keadaan]}
          actions={<Pilihan app={app} rancangan={rancangan} />}
        />
      }
      footer={
        bagian ? (
          <Button kind="utama" onClick={kembali}>
            {words.selesai}
          </Button>
        ) : (
          <>
            <Button kind="utama" icon="send" busy={selesai.sibuk} onClick={() => setTanya(true)}>
              {words.ajukan}
            </Button>
            <Button kind="tonal" busy={selesai.sibuk} onClick={() => void selesai.simpan()}>
              {words.simpan}
            </Button>
          </>
        )
      }
    >
      {selesai.gagal && (
        <div role="alert">
          <Banner tone="bahaya">{selesai.gagal}</Banner>
        </div>
      )}
      {bagian?.isi ?? <Ikhtisar app={app} rancangan={rancangan} menulis={menulis} alamat={alamat} />}
      <Dialog
        open={tanya}
        onClose={() => setTanya(false)}
        title={ditolak.length > 0 ? words.perluDilengkapi(ditolak.length) : words.ajukanTanya}
        closeLabel={umum.aksi.tutup}
      >
        {ditolak.length === 0 && <p>{words.ajukanIsi}</p>}
        {menulis.temuan.length > 0 && (
          <DaftarTemuan
            temuan={ditolak.length > 0 ? ditolak : menulis.temuan}
            ke={(satu) => {
              setTanya(false);
              route(`${alamat}${tempatTemuan(satu, menulis.isi)}`);
            }}
          />
        )}
        <div class="deret-tombol">
          <Button kind="teks" onClick={() => setTanya(false)}>
            {words.periksaLagi}
          </Button>
          {ditolak.length === 0 && (
            <Button
              kind="utama"
              onClick={() => {
                setTanya(false);
                void selesai.ajukan();
              }}
            >
              {words.ajukan}
            </Button>
          )}
        </div>
      </Dialog>
    </Page>
  );
};

/** G16: writing an SKP: an overview, a page for each RHK, one for each other part; everything saves itself. */
export const SkpIsi = () => {
  const app = useApp();
  const id = useRoute().params['id'] ?? '';
  const [awal, setAwal] = useState<RancanganSkp | null | undefined>(undefined);
  useEffect(() => {
    setAwal(undefined);
    void bacaRancangan(app, id).then((found) => setAwal(found ?? null));
  }, [id]);
  if (awal?.id === id) return <Form key={id} app={app} rancangan={awal} />;
  return (
    <Page
      title={kata.periode}
      bar={<TopBar title={umum.nav.skp} back={{ href: '/skp', label: umum.aksi.kembali }} />}
      busy={awal === undefined}
    >
      {awal === null && (
        <EmptyState
          icon="target"
          text={words.tidakAda}
          actions={
            <LinkButton kind="tonal" href="/skp">
              {words.keSkp}
            </LinkButton>
          }
        />
      )}
    </Page>
  );
};
