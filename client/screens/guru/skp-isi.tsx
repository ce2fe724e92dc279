import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { NILAI_BERAKHLAK, type TemuanSkp } from '../../../shared/domain/index.ts';
import type { Rhk } from '../../../shared/records/index.ts';
import { bacaRancangan, buangRancangan, pulihkanRancangan } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { skp as kata, mulai, isi as words } from '../../i18n/id/skp.ts';
import { umum } from '../../i18n/id/umum.ts';
import { type RancanganSkp, skpById, useLive } from '../../store/index.ts';
import {
  Banner,
  Button,
  Dialog,
  EmptyState,
  Icon,
  LinkButton,
  ListRow,
  Menu,
  Page,
  Section,
  TopBar,
} from '../../ui/index.ts';
import { kodeBaru, type PilihanIntervensi, pilihanIntervensi } from './skp-awal.ts';
import { IsianDasar, IsianEkspektasi, IsianLampiran } from './skp-bagian.tsx';
import { type Menulis, useMenulis } from './skp-rancangan.ts';
import { IsianRhk } from './skp-rhk.tsx';
import { useSelesai } from './skp-selesai.ts';
import { CatatanKepala } from './skp-tampil.tsx';
import { DaftarTemuan } from './skp-temuan.tsx';
import './guru.css';
import './lain.css';
import './skp.css';

type Tempat = { readonly menulis: Menulis; readonly alamat: string };

/** Where a finding is mended: the page of its RHK or of its part. */
const ke = ({ rhk, kode, params }: TemuanSkp, isi: Menulis['isi']): string => {
  if (rhk !== undefined) return `?rhk=${isi.rhk[rhk]?.kode ?? ''}`;
  if (params?.['bagian'] !== undefined) return '?bagian=lampiran';
  return kode === 'perilaku_kosong' ? '?bagian=perilaku' : kode === 'tanpa_utama' ? '' : '?bagian=dasar';
};

const BarisRhk = ({ rhk, menulis: { isi, temuan }, alamat }: Tempat & { rhk: Rhk }) => {
  const nomor = isi.rhk.indexOf(rhk);
  const tolak = temuan.filter((satu) => satu.rhk === nomor && satu.berat === 'tolak').length;
  return (
    <li>
      <ListRow
        title={`${nomor + 1}. ${rhk.rhk.trim() || words.rhkBelum}`}
        meta={
          tolak > 0 ? (
            <span class="skp-kurang">
              <Icon name="triangle-alert" /> {words.perluDilengkapi(tolak)}
            </span>
          ) : (
            kata.ringkasRencana(rhk.indikator.length, rhk.rencanaAksi.length)
          )
        }
        href={`${alamat}?rhk=${rhk.kode}`}
      />
    </li>
  );
};

const Kelompok = ({ jenis, ...tempat }: Tempat & { jenis: Rhk['jenis'] }) => {
  const { route } = useLocation();
  const { menulis, alamat } = tempat;
  const daftar = menulis.isi.rhk.filter((rhk) => rhk.jenis === jenis);
  const tambah = (): void => {
    const kode = kodeBaru('R');
    const baru: Rhk = { kode, jenis, rhk: '', intervensi: null, indikator: [], rencanaAksi: [] };
    menulis.ubah({ rhk: [...menulis.isi.rhk, baru] });
    route(`${alamat}?rhk=${kode}`);
  };
  return (
    <Section title={jenis === 'utama' ? words.rhkUtama : words.rhkTambahan}>
      {daftar.length > 0 && (
        <ul class="daftar">
          {daftar.map((rhk) => (
            <BarisRhk key={rhk.kode} rhk={rhk} {...tempat} />
          ))}
        </ul>
      )}
      {menulis.isi.rhk.length < 40 && (
        <Button kind="tonal" icon="plus" onClick={tambah}>
          {jenis === 'utama' ? words.tambahUtama : words.tambahTambahan}
        </Button>
      )}
    </Section>
  );
};

const Ikhtisar = ({ app, rancangan, ...tempat }: Tempat & { app: App; rancangan: RancanganSkp }) => {
  const { route } = useLocation();
  const { menulis, alamat } = tempat;
  const { isi, temuan } = menulis;
  const asal = useLive(
    async () => (rancangan.skp ? await skpById(app.store, rancangan.skp) : undefined),
    [rancangan.skp],
  );
  const terisi = isi.perilaku?.filter((satu) => satu.trim() !== '').length ?? 0;
  const butir = Object.values(isi.lampiran ?? {})
    .flat()
    .filter((satu) => satu.trim() !== '').length;
  return (
    <>
      {asal && <CatatanKepala skp={asal.content} state={asal.state} />}
      <ul class="daftar">
        <li>
          <ListRow
            leading="calendar"
            title={words.dasar}
            meta={[isi.periode?.awal && isi.periode.akhir ? kata.rentang(isi.periode) : '', isi.penilai?.nama]
              .filter(Boolean)
              .join(' · ')}
            href={`${alamat}?bagian=dasar`}
          />
        </li>
      </ul>
      <Kelompok jenis="utama" {...tempat} />
      <Kelompok jenis="tambahan" {...tempat} />
      <p>
        <LinkButton kind="teks" icon="book" href={`/skp/mulai?tahun=${isi.tahun}&ke=${rancangan.id}`}>
          {mulai.judulTambah}
        </LinkButton>
      </p>
      <Section title={words.perilakuLampiran}>
        <ul class="daftar">
          <li>
            <ListRow
              leading="users"
              title={kata.perilaku}
              meta={words.perilakuRingkas(terisi, NILAI_BERAKHLAK.length)}
              href={`${alamat}?bagian=perilaku`}
            />
          </li>
          <li>
            <ListRow
              leading="link"
              title={kata.lampiran}
              meta={words.lampiranRingkas(butir)}
              href={`${alamat}?bagian=lampiran`}
            />
          </li>
        </ul>
      </Section>
      <Section title={words.temuan}>
        {temuan.length === 0 ? (
          <Banner tone="berhasil">{words.temuanKosong}</Banner>
        ) : (
          <DaftarTemuan temuan={temuan} ke={(satu) => route(`${alamat}${ke(satu, isi)}`)} />
        )}
      </Section>
    </>
  );
};

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
              route(`${alamat}${ke(satu, menulis.isi)}`);
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
