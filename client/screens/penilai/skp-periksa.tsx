import { useRef, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { bedaSkp, namaLengkap, periksaSkp, type TemuanSkp } from '../../../shared/domain/index.ts';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { type CatatanSkp, cleanText, type Rhk, type Skp } from '../../../shared/records/index.ts';
import { type Done, kembalikanSkp, konteksSkp, setujuiSkp } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { useLihat } from '../../app/lihat.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { detail } from '../../i18n/id/guru.ts';
import { skp as kata, periksaSkpKata as words } from '../../i18n/id/skp.ts';
import { umum } from '../../i18n/id/umum.ts';
import { pegawaiOf, type SkpRow, skpById, useLive } from '../../store/index.ts';
import {
  Banner,
  Button,
  Dialog,
  EmptyState,
  Field,
  LinkButton,
  Page,
  Section,
  TextArea,
  TopBar,
} from '../../ui/index.ts';
import {
  BarisRhk,
  BedaVersi,
  CatatanKepala,
  IsiRhk,
  KelompokRhk,
  KepalaSkp,
  SelainRhk,
  TahapSkp,
} from '../guru/skp-tampil.tsx';
import { DaftarTemuan, kataSkp } from '../guru/skp-temuan.tsx';
import { Utas } from '../guru/utas.tsx';
import '../guru/guru.css';
import '../guru/lain.css';
import '../guru/skp.css';
import './penilai.css';

/** Notes by the code of their RHK; `''` is the whole. */
type Catatan = Readonly<Record<string, string>>;
const UMUM = '';

const daftarCatatan = (catatan: Catatan): CatatanSkp[] =>
  Object.entries(catatan).flatMap(([rhk, teks]) => {
    const bersih = cleanText(teks).trim();
    return bersih === '' ? [] : [{ rhk: rhk === UMUM ? null : rhk, teks: bersih }];
  });

type Menulis = { readonly catatan: Catatan; readonly tulis: (kode: string, teks: string) => void };

const BidangCatatan = ({ kode, label, catatan, tulis }: Menulis & { kode: string; label: string }) => (
  <Field id={`catatan-${kode || 'umum'}`} label={label} hint={words.catatanKet}>
    <TextArea
      rows={2}
      maxLength={LIMITS.catatanLetters}
      autofocus={kode !== UMUM && catatan[kode] === undefined}
      value={catatan[kode] ?? ''}
      onInput={(event) => tulis(kode, event.currentTarget.value)}
    />
  </Field>
);

/** A note is a button until somebody has something to say. */
const CatatanRhk = ({ nomor, ...bidang }: Menulis & { kode: string; nomor: number }) => {
  const [buka, setBuka] = useState(bidang.catatan[bidang.kode] !== undefined);
  if (buka) return <BidangCatatan {...bidang} label={words.catatan(nomor)} />;
  return (
    <Button kind="tonal" icon="pencil-line" onClick={() => setBuka(true)}>
      {words.catatan(nomor)}
    </Button>
  );
};

/** Open is what is to be read: everything, or of a change what has changed. */
const Rencana = ({ skp, lama, menulis }: { skp: Skp; lama: Skp | undefined; menulis: Menulis | null }) => {
  const berubah =
    lama && new Set(bedaSkp(lama, skp).rhk.flatMap((satu) => ('kini' in satu ? [satu.kini.kode] : [])));
  return (
    <KelompokRhk
      skp={skp}
      baris={(rhk: Rhk, nomor) => (
        <BarisRhk
          key={rhk.kode}
          rhk={rhk}
          nomor={nomor}
          buka={menulis !== null && (berubah?.has(rhk.kode) ?? true)}
          ringkas={
            <span class="redup">{kata.ringkasRencana(rhk.indikator.length, rhk.rencanaAksi.length)}</span>
          }
        >
          <IsiRhk rhk={rhk} />
          {menulis && <CatatanRhk {...menulis} kode={rhk.kode} nomor={nomor} />}
        </BarisRhk>
      )}
    />
  );
};

/** What was read when the screen opened: a text that changes meanwhile is said to have changed, and read again. */
const useDibaca = (row: SkpRow): { readonly berubah: boolean; readonly bacaLagi: () => void } => {
  const awal = useRef(row.head);
  const [, setLagi] = useState(0);
  return {
    berubah: awal.current !== row.head,
    bacaLagi: () => {
      awal.current = row.head;
      setLagi((kali) => kali + 1);
    },
  };
};

type Putus = {
  readonly row: SkpRow;
  readonly nama: string;
  readonly catatan: Catatan;
  readonly selesai: () => void;
};

const usePutus = (app: App, { row, catatan, selesai }: Putus) => {
  const { route } = useLocation();
  const [sibuk, setSibuk] = useState(false);
  const jalan = async (putusan: Promise<Done>, teks: string): Promise<void> => {
    setSibuk(true);
    const done = await putusan;
    setSibuk(false);
    beriTahu(done.ok ? teks : kataSkp(done.code, done.params));
    if (!done.ok) return;
    selesai();
    route('/periksa/skp', true);
  };
  return {
    sibuk,
    setujui: () => jalan(setujuiSkp(app, row), words.disetujui),
    kembalikan: () => jalan(kembalikanSkp(app, row, daftarCatatan(catatan)), words.dikembalikan),
  };
};

const Tombol = ({ app, putus, tolak }: { app: App; putus: Putus; tolak: boolean }) => {
  const [tanya, setTanya] = useState(false);
  const { sibuk, setujui, kembalikan } = usePutus(app, putus);
  const jumlah = daftarCatatan(putus.catatan).length;
  return (
    <>
      <Button
        kind="tonal"
        icon="corner-up-left"
        busy={sibuk}
        onClick={() => {
          if (jumlah > 0) return void kembalikan();
          beriTahu(words.perluCatatan);
          document.getElementById('catatan-umum')?.focus();
        }}
      >
        {jumlah > 0 ? words.kembalikanDengan(jumlah) : words.kembalikan}
      </Button>
      <Button kind="utama" icon="check-check" busy={sibuk} disabled={tolak} onClick={() => setTanya(true)}>
        {words.setujui}
      </Button>
      <Dialog
        open={tanya}
        onClose={() => setTanya(false)}
        title={words.setujuiTanya(putus.nama)}
        closeLabel={umum.aksi.tutup}
      >
        <p>{words.setujuiIsi}</p>
        {jumlah > 0 && <p class="peringatan">{words.setujuiCatatan}</p>}
        <div class="deret-tombol">
          <Button kind="teks" onClick={() => setTanya(false)}>
            {words.batal}
          </Button>
          <Button
            kind="utama"
            onClick={() => {
              setTanya(false);
              void setujui();
            }}
          >
            {words.setujui}
          </Button>
        </div>
      </Dialog>
    </>
  );
};

type Data = {
  readonly row: SkpRow;
  readonly lama: SkpRow | undefined;
  readonly nama: string;
  readonly temuan: readonly TemuanSkp[];
};

const baca = async (app: App, id: string): Promise<{ data: Data | null }> => {
  const row = await skpById(app.store, id);
  if (!row || row.deleted) return { data: null };
  const [konteks, pegawai, lama] = await Promise.all([
    konteksSkp(app, row),
    pegawaiOf(app.store, row.owner),
    row.content.mengganti ? skpById(app.store, row.content.mengganti) : undefined,
  ]);
  const nama = pegawai ? namaLengkap(pegawai.content) : row.owner;
  return { data: { row, lama, nama, temuan: periksaSkp(row.content, konteks) } };
};

const kembali = { href: '/periksa/skp', label: words.kembali };

const Periksa = ({ app, data: { row, lama, nama, temuan } }: { app: App; data: Data }) => {
  const [catatan, setCatatan] = useKetikan<Catatan>(`catatan-skp-${row.id}`, {});
  useLihat(row);
  const { berubah, bacaLagi } = useDibaca(row);
  const bolehJawab = row.state.tahap === 'DIAJUKAN' && row.owner !== app.actor.id;
  const menulis = bolehJawab
    ? {
        catatan,
        tulis: (kode: string, teks: string) => setCatatan(tanpaKosong({ ...catatan, [kode]: teks })),
      }
    : null;
  const putus = { row, nama, catatan, selesai: () => setCatatan({}) };
  const tolak = temuan.some(({ berat }) => berat === 'tolak');
  return (
    <Page
      title={nama}
      bar={<TopBar title={nama} back={kembali} />}
      footer={bolehJawab && !berubah && <Tombol app={app} putus={putus} tolak={tolak} />}
    >
      {berubah && (
        <Banner
          tone="peringatan"
          action={
            <Button kind="tonal" onClick={bacaLagi}>
              {umum.aksi.lanjut}
            </Button>
          }
        >
          {words.berubah}
        </Banner>
      )}
      {row.owner === app.actor.id && <Banner tone="info">{words.sendiri}</Banner>}
      <TahapSkp state={row.state} lokal={row.lokal} />
      <KepalaSkp skp={row.content} />
      <CatatanKepala skp={row.content} state={row.state} />
      {lama && <BedaVersi lama={lama.content} kini={row.content} />}
      {bolehJawab && temuan.length > 0 && (
        <Section title={words.tanda}>
          <DaftarTemuan temuan={temuan} />
        </Section>
      )}
      <Rencana skp={row.content} lama={lama?.content} menulis={menulis} />
      <SelainRhk skp={row.content} />
      {menulis && (
        <Section title={words.catatanUmum}>
          <BidangCatatan {...menulis} kode={UMUM} label={words.catatanUmum} />
        </Section>
      )}
      <Utas guru={row.owner} tentang={row.id} judul={detail.dialog} kosong={detail.dialogKosong} />
    </Page>
  );
};

const tanpaKosong = (catatan: Catatan): Catatan =>
  Object.fromEntries(Object.entries(catatan).filter(([, teks]) => teks !== ''));

/** K06: one SKP under review: what the rules say of it, what differs, a note for each RHK, and the two answers. */
export const SkpPeriksa = () => {
  const app = useApp();
  const id = decodeURIComponent(useRoute().params['id'] ?? '');
  const hasil = useLive(() => baca(app, id), [app.store, id]);
  if (hasil?.data) return <Periksa key={id} app={app} data={hasil.data} />;
  return (
    <Page title={words.judul} bar={<TopBar title={words.judul} back={kembali} />} busy={!hasil}>
      {hasil && (
        <EmptyState
          icon="target"
          text={words.tidakAda}
          actions={
            <LinkButton kind="tonal" href="/periksa/skp">
              {words.kembali}
            </LinkButton>
          }
        />
      )}
    </Page>
  );
};
