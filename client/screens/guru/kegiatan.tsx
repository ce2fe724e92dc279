import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { bulanDari, csvBkn, skpBacaan, tambahBulan } from '../../../shared/domain/index.ts';
import type { Skp } from '../../../shared/records/index.ts';
import { openDrafts } from '../../actions/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { unduh } from '../../app/download.ts';
import { useHariIni } from '../../app/hari.ts';
import { saatSenggang } from '../../app/preload.ts';
import { bulanTahun, hariTanggal } from '../../i18n/format.ts';
import { kegiatan as words } from '../../i18n/id/guru.ts';
import { umum } from '../../i18n/id/umum.ts';
import {
  type Draft,
  type EntriRow,
  entriInMonth,
  entriSearch,
  readTogether,
  skpUntukBaca,
  useLive,
} from '../../store/index.ts';
import { Button, Chip, EmptyState, LinkButton, Menu, Page, Tabs, TextInput, TopBar } from '../../ui/index.ts';
import { DaftarEntri } from './baris-entri.tsx';
import { bulanTerakhir } from './beranda-data.ts';
import { DaftarDraf } from './draf-daftar.tsx';
import { namaRencana } from './isian.ts';
import './guru.css';

const HALAMAN = 50;
/** No row is lower, CSS pixels. */
const BARIS_TERENDAH = 96;
/** As many rows as the screen can show are drawn with the first frame, the rest right after. */
const layarPertama = (): number => Math.ceil(innerHeight / BARIS_TERENDAH);

const SARINGAN = ['draf', 'diHp', 'dikembalikan', 'menunggu', 'disetujui', 'ditarik'] as const;
type Saringan = (typeof SARINGAN)[number];

const TAHAP: Readonly<Record<Exclude<Saringan, 'draf' | 'diHp'>, string>> = {
  dikembalikan: 'DIKEMBALIKAN',
  menunggu: 'DIAJUKAN',
  disetujui: 'DISETUJUI',
  ditarik: 'DITARIK',
};

const cocok = (entri: EntriRow, saring: Saringan | null): boolean => {
  if (saring === null) return true;
  if (saring === 'draf') return false;
  if (saring === 'diHp') return entri.kirim.kunci !== 'terkirim';
  return entri.state.tahap === TAHAP[saring] && (saring !== 'menunggu' || entri.kirim.kunci === 'terkirim');
};

/** Drafts that hold every word. */
const drafCocok = ({ values }: Draft, kata: string): boolean => {
  const teks = `${values.uraian ?? ''} ${values.catatan ?? ''} ${values.satuan ?? ''}`.toLowerCase();
  return kata
    .toLowerCase()
    .split(/\s+/)
    .every((word) => teks.includes(word));
};

/** Entries by day, in the order they come. */
export const perHari = (entriList: readonly EntriRow[]): { tanggal: string; entriList: EntriRow[] }[] => {
  const groups: { tanggal: string; entriList: EntriRow[] }[] = [];
  for (const entri of entriList) {
    const last = groups.at(-1);
    if (last?.tanggal === entri.content.tanggal) last.entriList.push(entri);
    else groups.push({ tanggal: entri.content.tanggal, entriList: [entri] });
  }
  return groups;
};

type Hasil = {
  readonly semua: readonly EntriRow[];
  readonly draf: readonly Draft[];
  readonly skp: Skp | null;
};

const baca = async (app: App, bulan: string, kata: string): Promise<Hasil> => {
  const { store, actor } = app;
  const [semua, skp, draf] = await Promise.all([
    kata.trim() === '' ? entriInMonth(store, actor.id, bulan) : entriSearch(store, actor.id, kata),
    skpUntukBaca(store, actor.id, bulan),
    openDrafts(app),
  ]);
  return { semua, draf: draf.filter((one) => drafCocok(one, kata)), skp };
};

/** The month as the home screen has just read it: to be seen until the database has answered. */
const sementara = (app: App, bulan: string): Hasil | undefined => {
  const last = bulanTerakhir(app, bulan);
  return last && { semua: last.sebulan, draf: last.draf, skp: skpBacaan(last.skp, bulan) };
};

/** How many rows may be drawn: all that are wanted once the first frame has been seen. */
const useBertahap = (siap: boolean, batas: number): number => {
  const [semua, setSemua] = useState(false);
  useEffect(() => {
    if (siap) saatSenggang(() => setSemua(true));
  }, [siap]);
  return semua ? batas : Math.min(batas, layarPertama());
};

/** The two views of the same month. */
export const TabKegiatan = ({ kini, bulan }: { kini: 'daftar' | 'kalender'; bulan: string }) => (
  <Tabs
    label={words.tampilan}
    items={[
      { href: `/kegiatan?bulan=${bulan}`, label: words.daftar, current: kini === 'daftar' },
      { href: `/kegiatan/kalender?bulan=${bulan}`, label: words.kalender, current: kini === 'kalender' },
    ]}
  />
);

const GantiBulan = ({
  bulan,
  paling,
  onBulan,
}: {
  bulan: string;
  paling: string;
  onBulan: (bulan: string) => void;
}) => (
  <div class="calendar-head">
    <Button
      kind="teks"
      icon="chevron-left"
      aria-label={words.bulanSebelum}
      onClick={() => onBulan(tambahBulan(bulan, -1))}
    />
    <h2 aria-live="polite">{bulanTahun(bulan)}</h2>
    <Button
      kind="teks"
      icon="chevron-right"
      aria-label={words.bulanSesudah}
      disabled={bulan >= paling}
      onClick={() => onBulan(tambahBulan(bulan, 1))}
    />
  </div>
);

const Kosong = ({
  bulan,
  kata,
  saring,
  onHapus,
}: {
  bulan: string;
  kata: string;
  saring: Saringan | null;
  onHapus: () => void;
}) => {
  const text =
    kata !== ''
      ? words.kosongCari(kata)
      : saring === 'draf'
        ? words.kosongDraf
        : saring
          ? words.kosongSaring(words.namaSaring[saring], bulan)
          : words.kosongBulan(bulan);
  return (
    <EmptyState
      icon={kata !== '' ? 'search' : 'list'}
      text={text}
      actions={
        kata !== '' || saring ? (
          <Button kind="tonal" onClick={onHapus}>
            {words.hapusSaring}
          </Button>
        ) : (
          <LinkButton kind="tonal" href={`/catat?tanggal=${bulan}-01`}>
            {words.isi}
          </LinkButton>
        )
      }
    />
  );
};

/** G10: activities of a month or of a search, by day. */
export const Kegiatan = () => {
  const app = useApp();
  const { route } = useLocation();
  const { query } = useRoute();
  const { hariIni } = useHariIni();
  const bulanIni = bulanDari(hariIni);
  const bulan = query['bulan'] ?? bulanIni;
  const saring = SARINGAN.find((one) => one === query['saring']) ?? null;
  const [kata, setKata] = useState('');
  const [batas, setBatas] = useState(HALAMAN);
  const baru = useLive(() => readTogether(app.store, () => baca(app, bulan, kata)), [app.store, bulan, kata]);
  const hasil = baru ?? sementara(app, bulan);
  const digambar = useBertahap(hasil !== undefined, batas);
  const ke = (next: { bulan?: string; saring?: Saringan | null }): void => {
    const wanted = { bulan, saring, ...next };
    setBatas(HALAMAN);
    route(`/kegiatan?bulan=${wanted.bulan}${wanted.saring ? `&saring=${wanted.saring}` : ''}`, true);
  };
  const semua = hasil?.semua ?? [];
  const tampil = semua.filter((entri) => cocok(entri, saring));
  const draf = hasil?.draf ?? [];
  const tampilDraf = saring === 'draf' || (saring === null && kata !== '') ? draf : [];
  const jumlah = (one: Saringan): number =>
    one === 'draf' ? draf.length : semua.filter((entri) => cocok(entri, one)).length;
  const label = (one: Saringan): string => {
    const teks = words.saring[one];
    return typeof teks === 'string' ? teks : teks(jumlah(one));
  };
  return (
    <Page
      title={words.judul}
      busy={!hasil}
      bar={
        <TopBar
          title={words.judul}
          actions={
            <Menu label={umum.aksi.lainnya}>
              <Button
                kind="teks"
                icon="download"
                onClick={() => {
                  const rows = semua.map(({ content }) => content).reverse();
                  unduh(
                    new Blob([csvBkn(rows, hasil?.skp ?? null)], { type: 'text/csv' }),
                    words.eksporNama(bulan),
                  );
                }}
              >
                {words.ekspor}
              </Button>
              <LinkButton kind="teks" icon="trash" href="/kegiatan/dihapus">
                {words.baruDihapus}
              </LinkButton>
            </Menu>
          }
        />
      }
    >
      <TabKegiatan kini="daftar" bulan={bulan} />
      <label class="cari" for="cari">
        <span class="sembunyi">{words.cari}</span>
        <TextInput
          id="cari"
          type="search"
          placeholder={words.cari}
          value={kata}
          onInput={(event) => {
            setKata(event.currentTarget.value);
            setBatas(HALAMAN);
          }}
        />
      </label>
      {kata === '' && <GantiBulan bulan={bulan} paling={bulanIni} onBulan={(next) => ke({ bulan: next })} />}
      <fieldset class="deret-chip geser" aria-label={words.saringLabel}>
        <Chip pressed={saring === null} onClick={() => ke({ saring: null })}>
          {words.saring.semua}
        </Chip>
        {SARINGAN.filter((one) => one !== 'draf' || draf.length > 0 || saring === one).map((one) => (
          <Chip
            key={one}
            pressed={saring === one}
            onClick={() => ke({ saring: saring === one ? null : one })}
          >
            {label(one)}
          </Chip>
        ))}
      </fieldset>
      {tampilDraf.length > 0 && <DaftarDraf draf={tampilDraf} />}
      {hasil && tampil.length + tampilDraf.length === 0 && (
        <Kosong
          bulan={bulan}
          kata={kata}
          saring={saring}
          onHapus={() => {
            setKata('');
            ke({ saring: null });
          }}
        />
      )}
      {perHari(tampil.slice(0, digambar)).map((hari) => (
        <section key={hari.tanggal} class="hari-grup">
          <h2>{hariTanggal(hari.tanggal)}</h2>
          <DaftarEntri
            entriList={hari.entriList}
            nama={({ content }) => namaRencana(hasil?.skp ?? null, content)}
          />
        </section>
      ))}
      {digambar === batas && tampil.length > batas && (
        <Button kind="tonal" block onClick={() => setBatas(batas + HALAMAN)}>
          {words.lebihBanyak(Math.min(HALAMAN, tampil.length - batas))}
        </Button>
      )}
    </Page>
  );
};
