import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import {
  berkop,
  csvDokumen,
  type Dokumen,
  fotoDari,
  JENIS_DOKUMEN,
  type JenisDokumen,
  type KopDokumen,
  type Tersusun,
  teksTanpaKop,
  tentangDokumen,
} from '../../../shared/documents/index.ts';
import { buatXlsx } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { kopTerbit } from '../../app/dokumen-kop.ts';
import { unduh } from '../../app/download.ts';
import { useHariIni } from '../../app/hari.ts';
import { dokumen as words } from '../../i18n/id/dokumen.ts';
import { umum } from '../../i18n/id/umum.ts';
import { photoBlob, useLive } from '../../store/index.ts';
import { Banner, Button, EmptyState, LinkButton, Menu, Page, TopBar } from '../../ui/index.ts';
import { type Alamat, bacaAlamat, tulisAlamat } from './alamat.ts';
import { type FotoUrl, Lembar } from './lembar.tsx';
import { muatDokumen } from './muat.ts';
import { UnduhPdf } from './unduh-pdf.tsx';
import '../guru/guru.css';
import './dokumen.css';

const isJenis = (teks: string | undefined): teks is JenisDokumen =>
  (JENIS_DOKUMEN as readonly (string | undefined)[]).includes(teks);

/** URLs of all photos of the document, its own ones: a month has more than lists keep at hand. Null while they are read. */
const useFotoDokumen = (app: App, pemilik: string, dokumen: Dokumen | null): FotoUrl | null => {
  const [url, setUrl] = useState<FotoUrl | null>(null);
  const logo = dokumen?.logo;
  const kunci = [...new Set(dokumen ? fotoDari(dokumen) : [])].join();
  const sekolah = pemilik === app.actor.id ? app.diri : app.shard;
  useEffect(() => {
    let pergi = false;
    const dibuat: string[] = [];
    const baca = async (): Promise<void> => {
      const semua: Record<string, string | undefined> = {};
      const wanted = kunci.split(',').map((satu) => [satu, pemilik] as const);
      for (const [satu, milik] of [...wanted, [logo ?? '', sekolah] as const]) {
        const blob = satu ? await photoBlob(app.store, satu, milik).catch(() => undefined) : undefined;
        if (pergi) return;
        if (!blob) continue;
        semua[satu] = URL.createObjectURL(blob);
        dibuat.push(semua[satu]);
      }
      setUrl(semua);
    };
    setUrl(null);
    void baca();
    return () => {
      pergi = true;
      for (const satu of dibuat) URL.revokeObjectURL(satu);
    };
  }, [app.store, pemilik, sekolah, kunci, logo]);
  return url;
};

const namaBerkas = (dokumen: Dokumen, alamat: Alamat, ekor: string): string =>
  words.namaBerkas(dokumen.jenis, tentangDokumen({ ...alamat, jenis: dokumen.jenis }), ekor);

const MenuUnduh = ({ dokumen, alamat }: { dokumen: Dokumen; alamat: Alamat }) => (
  <Menu label={umum.aksi.lainnya} icon="download">
    <Button
      kind="teks"
      onClick={() =>
        unduh(new Blob([csvDokumen(dokumen)], { type: 'text/csv' }), namaBerkas(dokumen, alamat, 'csv'))
      }
    >
      {words.unduhCsv}
    </Button>
    <Button
      kind="teks"
      onClick={() =>
        void buatXlsx(dokumen).then((berkas) => unduh(berkas, namaBerkas(dokumen, alamat, 'xlsx')))
      }
    >
      {words.unduhXlsx}
    </Button>
  </Menu>
);

type KurangProps = {
  readonly kurang: Extract<Tersusun, { kurang: unknown }>['kurang'];
  readonly alamat: Alamat;
};

const Kurang = ({ kurang, alamat }: KurangProps) => {
  if (kurang === 'evaluasi') return <EmptyState icon="target" text={words.belumAdaEvaluasi} />;
  if (kurang === 'jenjang') return <EmptyState icon="user" text={words.belumAdaJenjang} />;
  if (kurang === 'skp')
    return <EmptyState icon="target" text={words.belumAdaSkp(alamat.bulan.slice(0, 4))} />;
  if (kurang === 'orang') return <EmptyState icon="user" text={words.belumAdaOrang} />;
  return (
    <EmptyState
      icon="target"
      text={words.belumAdaAk}
      actions={
        <LinkButton kind="utama" href="/angka-kredit">
          {words.keAngkaKredit}
        </LinkButton>
      }
    />
  );
};

/** A document that stands, under the letterhead that it was issued with; null until the phone has looked whether it knows one. */
const useKopTerbit = (
  app: App,
  { pemilik, bulan, periode, denganFoto, kertas }: Alamat,
  kini: Dokumen | null,
): { readonly dokumen: Dokumen | null; readonly lagi: () => void } => {
  const [kop, setKop] = useState<{ readonly untuk: string; readonly kop: KopDokumen | null } | null>(null);
  const [putaran, setPutaran] = useState(0);
  const untuk = kini?.sah ? teksTanpaKop(kini) : '';
  useEffect(() => {
    let pergi = false;
    const tampil = (found: KopDokumen | null): void => {
      if (!pergi) setKop({ untuk, kop: found });
    };
    const minta = { jenis: kini?.jenis ?? 'skp', pemilik, bulan, periode, denganFoto, kertas };
    if (kini && untuk) void kopTerbit(app, { minta, dokumen: kini }, { tampil });
    return () => {
      pergi = true;
    };
  }, [app, untuk, pemilik, bulan, periode, denganFoto, kertas, putaran]);
  const lagi = (): void => setPutaran((n) => n + 1);
  if (!kini || untuk === '') return { dokumen: kini, lagi };
  if (kop?.untuk !== untuk) return { dokumen: null, lagi };
  return { dokumen: kop.kop ? berkop(kini, kop.kop) : kini, lagi };
};

type IsiProps = { readonly dokumen: Dokumen; readonly alamat: Alamat; readonly url: FotoUrl };

const Isi = ({ dokumen, alamat, url }: IsiProps) => {
  const hilang = new Set(fotoDari(dokumen).filter((sha) => !url[sha])).size;
  return (
    <>
      {hilang > 0 && <Banner tone="peringatan">{words.fotoKurang(hilang)}</Banner>}
      <Lembar dokumen={dokumen} kertas={alamat.kertas} url={url} />
    </>
  );
};

type LayarProps = {
  readonly jenis: JenisDokumen;
  readonly termuat: Tersusun | undefined;
  readonly alamat: Alamat;
};

const Layar = ({ jenis, termuat, alamat }: LayarProps) => {
  const app = useApp();
  const kini = termuat && 'dokumen' in termuat ? termuat.dokumen : null;
  const { dokumen, lagi } = useKopTerbit(app, alamat, kini);
  const url = useFotoDokumen(app, alamat.pemilik, dokumen);
  const judul = words.nama[jenis];
  const memuat = !termuat || !url || (kini !== null && dokumen === null);
  const kembali = tulisAlamat('/dokumen', alamat, app.actor.id);
  return (
    <Page
      title={judul}
      wide
      busy={memuat}
      bar={
        <TopBar
          title={judul}
          back={{ href: kembali, label: umum.aksi.kembali }}
          actions={dokumen && <MenuUnduh dokumen={dokumen} alamat={alamat} />}
        />
      }
      footer={
        dokumen && (
          <div class="deret-tombol">
            <UnduhPdf alamat={alamat} jenis={jenis} onJadi={lagi} />
            <Button kind="utama" onClick={() => print()}>
              {words.cetak}
            </Button>
          </div>
        )
      }
    >
      {memuat && <p role="status">{words.memuat}</p>}
      {termuat && 'kurang' in termuat && <Kurang kurang={termuat.kurang} alamat={alamat} />}
      {dokumen && url && <Isi dokumen={dokumen} alamat={alamat} url={url} />}
    </Page>
  );
};

/** One document as it will be printed, made from what lies on the phone. */
export const DokumenLihat = () => {
  const app = useApp();
  const { params, query } = useRoute();
  const { hariIni } = useHariIni();
  const alamat = bacaAlamat(query, { hariIni, saya: app.actor.id });
  const jenis = params['jenis'];
  const { pemilik, bulan, denganFoto, periode } = alamat;
  const termuat = useLive(
    () =>
      isJenis(jenis)
        ? muatDokumen(app, { jenis, pemilik, bulan, periode, denganFoto, tanggal: hariIni })
        : Promise.resolve(undefined),
    [app, jenis, pemilik, bulan, periode, denganFoto, hariIni],
  );
  if (isJenis(jenis)) return <Layar jenis={jenis} termuat={termuat} alamat={alamat} />;
  return (
    <Page title={words.judul} bar={<TopBar title={words.judul} />}>
      <EmptyState
        icon="search"
        text={words.jenisAsing}
        actions={
          <LinkButton kind="utama" href="/dokumen">
            {words.keDaftar}
          </LinkButton>
        }
      />
    </Page>
  );
};
