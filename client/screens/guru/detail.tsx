import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { bulanDari, salinHari } from '../../../shared/domain/index.ts';
import {
  ajukanEntri,
  type Done,
  draftOfEntri,
  hapusEntri,
  newDraft,
  pulihkanEntri,
  tarikEntri,
  urungTarikEntri,
} from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { useLihat } from '../../app/lihat.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { detail as words } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import {
  type EntriRow,
  entriById,
  pegawaiOf,
  satkerOf,
  skpOf,
  skpUntukBaca,
  useLive,
} from '../../store/index.ts';
import {
  Banner,
  Button,
  EmptyState,
  LinkButton,
  Menu,
  Page,
  PhotoGrid,
  PhotoViewer,
  TopBar,
} from '../../ui/index.ts';
import { RiwayatEntri } from './detail-riwayat.tsx';
import { useFoto } from './foto-url.ts';
import { namaRencana } from './isian.ts';
import { StatusEntri, waktuEntri } from './status-entri.tsx';
import { Utas } from './utas.tsx';
import './foto.css';
import './guru.css';

type Data = {
  readonly entri: EntriRow | null;
  readonly rencana: string;
  readonly rhk: string;
  /** What it was recorded against is in an older version of the SKP only. */
  readonly lama: boolean;
  readonly nama: string;
  readonly terkunci: boolean;
};

const baca = async (app: App, id: string): Promise<Data> => {
  // Asked before anything is waited for: so the news that a month was locked is seen while the entry is open.
  const [entri = null, sekolah] = await Promise.all([
    entriById(app.store, id),
    satkerOf(app.store, app.diri),
  ]);
  if (!entri?.content) return { entri: null, rencana: '', rhk: '', lama: false, nama: '', terkunci: false };
  const [skp, berlaku, satker, pegawai] = await Promise.all([
    skpUntukBaca(app.store, entri.owner, entri.content.tanggal),
    skpOf(app.store, entri.owner, entri.content.tanggal),
    entri.shard === app.diri ? sekolah : satkerOf(app.store, entri.shard),
    pegawaiOf(app.store, entri.owner),
  ]);
  return {
    entri,
    rencana: namaRencana(skp, entri.content),
    rhk: skp?.rhk.find(({ kode }) => kode === entri.content.rhk)?.rhk ?? entri.content.rhk ?? '',
    lama: !berlaku?.content.rhk.some(({ kode }) => kode === entri.content.rhk),
    nama: pegawai?.content.nama ?? '',
    terkunci: satker?.content.bulanTerkunci.includes(bulanDari(entri.content.tanggal)) ?? false,
  };
};

const Foto = ({ app, entri }: { app: App; entri: EntriRow }) => {
  const [buka, setBuka] = useState<number | null>(null);
  const { foto } = entri.content;
  const photos = useFoto(app.store, entri.owner, { foto, besar: true, kata: { label: words.fotoKe } });
  if (foto.length === 0) return null;
  return (
    <div class="foto-besar">
      <PhotoGrid photos={photos} onOpen={setBuka} missing={words.fotoBelumAda} />
      <PhotoViewer
        photos={photos}
        index={buka}
        onIndex={setBuka}
        onClose={() => setBuka(null)}
        labels={{ close: umum.aksi.tutup, next: umum.aksi.berikutnya, previous: umum.aksi.sebelumnya }}
      />
    </div>
  );
};

const Rincian = ({ data: { entri, rencana, rhk, lama } }: { data: Data & { entri: EntriRow } }) => {
  const { content } = entri;
  return (
    <dl class="rincian">
      <dt>{words.rencanaAksi}</dt>
      <dd>{rencana || words.tanpaRencana}</dd>
      {rencana !== '' && lama && <dd class="redup">{words.rencanaLama}</dd>}
      {rhk !== '' && rhk !== rencana && (
        <>
          <dt>{words.rhk}</dt>
          <dd>{rhk}</dd>
        </>
      )}
      <dt>{words.realisasi}</dt>
      <dd>{words.nilai(content.realisasi, content.satuan)}</dd>
      {content.catatan !== '' && (
        <>
          <dt>{words.catatan}</dt>
          <dd class="teks-asli">{content.catatan}</dd>
        </>
      )}
      {content.tautan.length > 0 && (
        <>
          <dt>{words.tautan}</dt>
          {content.tautan.map((link) => (
            <dd key={link}>
              <a href={link} target="_blank" rel="noopener noreferrer">
                {link}
              </a>
            </dd>
          ))}
        </>
      )}
    </dl>
  );
};

const bisaDiubah = ({ entri: { state, deleted }, terkunci }: Data & { entri: EntriRow }): boolean =>
  !deleted && !terkunci && state.tahap !== 'DISETUJUI';

/** Says how a verb went, with a way back where there is one. */
const sampaikan = (done: Done, teks: string, balik?: () => Promise<Done>): void => {
  if (!done.ok) return beriTahu(kataMasalah(done.code, done.params));
  if (!balik) return beriTahu(teks);
  beriTahu(teks, {
    teks: umum.aksi.urungkan,
    jalan: () => void balik().then((undone) => sampaikan(undone, umum.snackbar.dipulihkan)),
  });
};

const useTindakan = (app: App, entri: EntriRow) => {
  const { route } = useLocation();
  const { hariIni } = useHariIni();
  const { id } = entri;
  const ubah = async (): Promise<void> => {
    route(`/catat/${(await draftOfEntri(app, entri)).id}`);
  };
  const salin = async (): Promise<void> => {
    const [copy] = salinHari([entri.content], hariIni);
    if (!copy) return;
    const { foto: _, ...values } = copy;
    route(`/catat/${(await newDraft(app, { values, utuh: true })).id}`);
  };
  return {
    ubah,
    salin,
    tarik: async () =>
      sampaikan(await tarikEntri(app, id), umum.snackbar.ditarik, () => urungTarikEntri(app, id)),
    ajukan: async () => sampaikan(await ajukanEntri(app, id), umum.snackbar.diajukan),
    hapus: async () =>
      sampaikan(await hapusEntri(app, id), umum.snackbar.dihapus, () => pulihkanEntri(app, id)),
    pulihkan: async () => sampaikan(await pulihkanEntri(app, id), umum.snackbar.dipulihkan),
  };
};

const Milik = ({ app, data }: { app: App; data: Data & { entri: EntriRow } }) => {
  const { entri } = data;
  const bisa = bisaDiubah(data);
  const { ubah, salin, tarik, ajukan, hapus, pulihkan } = useTindakan(app, entri);
  const ditarik = bisa && entri.state.tahap === 'DITARIK';
  const perbaiki = entri.state.tahap === 'DIKEMBALIKAN' || entri.kirim.kunci === 'perlu-diperbaiki';
  if (entri.deleted)
    return (
      <Button kind="utama" icon="undo-2" block onClick={() => void pulihkan()}>
        {words.pulihkan}
      </Button>
    );
  return (
    <div class="tindakan">
      {ditarik && (
        <Button kind="utama" icon="send" onClick={() => void ajukan()}>
          {words.ajukan}
        </Button>
      )}
      {bisa && (
        <Button kind={perbaiki ? 'utama' : 'tonal'} icon="pencil-line" onClick={() => void ubah()}>
          {perbaiki ? words.perbaiki : words.ubah}
        </Button>
      )}
      <Button kind="tonal" icon="copy" onClick={() => void salin()}>
        {words.salin}
      </Button>
      {bisa && (
        <Menu label={words.menu}>
          {!ditarik && (
            <Button kind="teks" icon="undo-2" onClick={() => void tarik()}>
              {words.tarik}
            </Button>
          )}
          <Button kind="teks" icon="trash" onClick={() => void hapus()}>
            {words.hapus}
          </Button>
        </Menu>
      )}
    </div>
  );
};

const Peringatan = ({ data: { entri } }: { data: Data & { entri: EntriRow } }) => {
  if (entri.deleted) return <Banner tone="netral">{words.terhapus}</Banner>;
  if (entri.kirim.kunci === 'dua-versi')
    return (
      <Banner
        tone="bahaya"
        action={
          <LinkButton kind="tonal" href={`/kegiatan/${encodeURIComponent(entri.id)}/versi`}>
            {words.pilihVersi}
          </LinkButton>
        }
      >
        {words.duaVersi}
      </Banner>
    );
  if (entri.kirim.kunci === 'perlu-diperbaiki' && entri.kirim.code)
    return <Banner tone="bahaya">{kataMasalah(entri.kirim.code, entri.kirim.params)}</Banner>;
  if (entri.state.tahap === 'DIKEMBALIKAN')
    return (
      <Banner tone="peringatan">
        <b>{words.alasanPenilai(entri.state.oleh ?? '')}</b>
        <p class="teks-asli">{entri.state.alasan}</p>
      </Banner>
    );
  return null;
};

/** G12: one activity, where it stands, and what can be done about it; of somebody else's it is read only. */
export const Detail = () => {
  const app = useApp();
  const id = useRoute().params['id'] ?? '';
  const data = useLive(() => baca(app, id), [app.store, id]);
  const milik = data?.entri?.owner === app.actor.id;
  const back = {
    href: data?.entri && !milik ? `/guru/${data.entri.owner}` : '/kegiatan',
    label: umum.aksi.kembali,
  };
  const { entri } = data ?? {};
  useLihat(entri ?? null);
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={milik || !data?.nama ? words.judul : data.nama} back={back} />}
      busy={!data}
    >
      {entri === null && <EmptyState icon="search" text={words.tidakAda} />}
      {data && entri && (
        <article class="tumpuk">
          <Peringatan data={{ ...data, entri }} />
          <Foto app={app} entri={entri} />
          <header class="tumpuk-rapat">
            <h2 class="teks-asli">{entri.content.uraian}</h2>
            <p>{waktuEntri(entri.content)}</p>
            <p class="baris-entri-status">
              <StatusEntri entri={entri} terkunci={data.terkunci} rinci />
            </p>
          </header>
          {milik && <Milik app={app} data={{ ...data, entri }} />}
          {milik && entri.state.tahap === 'DISETUJUI' && <p class="redup">{words.terkunci}</p>}
          <Rincian data={{ ...data, entri }} />
          <RiwayatEntri entri={entri} />
          <Utas key={entri.id} guru={entri.owner} tentang={entri.id} judul={words.umpan} />
        </article>
      )}
    </Page>
  );
};
