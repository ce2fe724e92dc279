import { useEffect, useMemo, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { type HistoryLine, receiptCode } from '../../../shared/protocol/index.ts';
import type { Akses } from '../../../shared/records/index.ts';
import { type App, useApp } from '../../app/context.ts';
import { unduh } from '../../app/download.ts';
import { muatDariServer } from '../../app/riwayat-muat.ts';
import { waktu } from '../../i18n/format.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { riwayat as words } from '../../i18n/id/riwayat.ts';
import { umum } from '../../i18n/id/umum.ts';
import {
  type HistoryFetched,
  type Keaslian,
  kunciUntuk,
  namaEntri,
  periksaBukti,
  type RiwayatRow,
  rantaiDari,
  riwayatTersimpan,
  sejarahBerubah,
  useLive,
} from '../../store/index.ts';
import { Banner, Button, EmptyState, Icon, Page, Section, TopBar } from '../../ui/index.ts';
import { type Ubahan, ubahanPer } from './riwayat-ubahan.ts';
import './detail.css';
import './lain.css';
import './riwayat.css';

type Masalah = Exclude<HistoryFetched, { ok: true }>;

/** A device's clock this far from the server's is said: what it wrote down as the time is not when it was. */
const JAUH = 600_000;

/** The kept copy at once, and the server's beside it as soon as it comes. */
const useRiwayat = (app: App, id: string) => {
  const kept = useLive(() => riwayatTersimpan(app.store, id).then((row) => row ?? null), [app.store, id]);
  const [masalah, setMasalah] = useState<Masalah | null>(null);
  const [memuat, setMemuat] = useState(!app.latihan);
  const muat = async (before: number | null = null): Promise<void> => {
    if (app.latihan) return;
    setMemuat(true);
    const fetched = await muatDariServer(app, id, before);
    setMasalah(fetched.ok ? null : fetched);
    setMemuat(false);
  };
  useEffect(() => void muat(), [app, id]);
  return { kept, masalah, memuat, muat };
};

const useKeaslian = (app: App, lines: readonly HistoryLine[]): ReadonlyMap<string, Keaslian> => {
  const [found, setFound] = useState<ReadonlyMap<string, Keaslian>>(new Map());
  useEffect(() => {
    const check = async ({ receipt }: HistoryLine) =>
      [receipt.id, await periksaBukti(app.store, receipt)] as const;
    void Promise.all(lines.map(check)).then((pairs) => setFound(new Map(pairs)));
  }, [app, lines]);
  return found;
};

const simpanBukti = async (app: App, { receipt }: HistoryLine, kode: string): Promise<void> => {
  const { sig, key, ...bukti } = receipt;
  const kunci = await kunciUntuk(app.store, receipt);
  const isi = { kode, bukti, tandaTangan: sig, kunci: kunci ?? key, cara: words.cara };
  unduh(new Blob([JSON.stringify(isi, null, 2)], { type: 'application/json' }), words.namaBerkas(kode));
};

const Bukti = ({ line, keaslian }: { line: HistoryLine; keaslian: Keaslian | undefined }) => {
  const app = useApp();
  const kode = receiptCode(rantaiDari(line.receipt));
  return (
    <p class="redup riwayat-bukti">
      <span>{words.bukti(kode)}</span>
      {keaslian && (
        <span class={keaslian === 'palsu' ? 'salah' : undefined}>
          <Icon name={keaslian === 'asli' ? 'check' : 'triangle-alert'} />
          {words.keaslian[keaslian]}
        </span>
      )}
      <Button
        kind="teks"
        icon="download"
        aria-label={words.simpanBukti(kode)}
        onClick={() => void simpanBukti(app, line, kode)}
      >
        {words.simpan}
      </Button>
    </p>
  );
};

type BarisProps = {
  readonly line: HistoryLine;
  readonly ubahan: readonly Ubahan[];
  readonly keaslian: Keaslian | undefined;
  /** Which activity it is about, where the list is of many. */
  readonly tentang: string | null;
};

const Baris = ({ line, ubahan, keaslian, tentang }: BarisProps) => {
  const { kind, verdict, at, nama, peran, perangkat, pembawa, receipt } = line;
  const { alasan, isi } = (line.body ?? {}) as { alasan?: string; isi?: Partial<Akses> };
  const sebagai = peran.map((satu) => words.peran[satu] ?? satu)[0] ?? '';
  return (
    <li class="sudah">
      <b>{words.jenis[kind] ?? words.jenisLain}</b>
      <span class="redup">{waktu(receipt.receivedAt)}</span>
      <div class="riwayat-isi">
        {tentang !== null && <a href={`/kegiatan/${encodeURIComponent(line.record)}/riwayat`}>{tentang}</a>}
        <p>{words.oleh(nama, sebagai, perangkat)}</p>
        {kind === 'akses.catat' && isi?.jenis && (
          <p>{[umum.akses.jenis[isi.jenis] ?? '', isi.keterangan].filter(Boolean).join(': ')}</p>
        )}
        {pembawa && <p>{words.pembawa(pembawa)}</p>}
        {perangkat && Math.abs(at - receipt.receivedAt) > JAUH && <p class="redup">{words.jamLain(at)}</p>}
        {ubahan.map(({ bidang, dari, jadi }) => (
          <p key={bidang} class="teks-asli">
            {words.ubahan(bidang, dari, jadi)}
          </p>
        ))}
        {alasan && <p class="teks-asli">{alasan}</p>}
        {verdict === 'beda' && <p>{words.beda}</p>}
        <Bukti line={line} keaslian={keaslian} />
      </div>
    </li>
  );
};

const Dilihat = ({ views }: { views: RiwayatRow['answer']['views'] }) => (
  <Section title={words.dilihat}>
    {views.length === 0 && <p class="redup">{words.dilihatKosong}</p>}
    <ul class="riwayat-lihat">
      {views.map(({ record, nama, peran, apa = '', day, lastAt }) => (
        <li key={`${record} ${nama} ${day}`}>
          {words.lihat(nama, words.peran[peran] ?? peran, words.dilihatApa[apa] ?? '', lastAt)}
        </li>
      ))}
    </ul>
  </Section>
);

const Server = ({ app }: { app: App }) => {
  const berubah = useLive(() => sejarahBerubah(app.store), [app.store]) ?? [];
  if (berubah.length === 0) return null;
  return (
    <Section title={words.server}>
      {berubah.map(({ pada, kegiatan, isian }) => (
        <p key={pada}>{umum.server.berubah(pada, kegiatan, isian)}</p>
      ))}
    </Section>
  );
};

/** What each activity of a mixed list is called, by the phone's own copy. */
const useNama = (app: App, lines: readonly HistoryLine[], banyak: boolean) =>
  useLive(
    () => namaEntri(app.store, banyak ? lines.map(({ record }) => record) : []),
    [app.store, lines, banyak],
  );

const KOSONG: readonly HistoryLine[] = [];

const Daftar = ({ id, back, judul }: { id: string; back: string; judul: string }) => {
  const app = useApp();
  const { kept, masalah, memuat, muat } = useRiwayat(app, id);
  const lines = kept?.answer.lines ?? KOSONG;
  const banyak = id.startsWith('sek:');
  const ubahan = useMemo(() => ubahanPer(lines), [lines]);
  const keaslian = useKeaslian(app, lines);
  const nama = useNama(app, lines, banyak);
  const sebab =
    masalah &&
    (masalah.code === 'tidak_ada' ? words.belumTerkirim : kataMasalah(masalah.code, masalah.params));
  const ulang = (
    <Button kind="tonal" icon="rotate-cw" onClick={() => void muat()}>
      {words.coba}
    </Button>
  );
  return (
    <Page
      title={judul}
      bar={<TopBar title={judul} back={{ href: back, label: umum.aksi.kembali }} />}
      busy={kept === undefined || (memuat && !kept)}
    >
      <p class="redup">{words.isi}</p>
      <p class="redup riwayat-status" role="status">
        {memuat ? words.memuat : kept ? words.dimuat(kept.dimuatPada) : ''}
      </p>
      {sebab && kept && (
        <Banner tone="netral" action={ulang}>
          {sebab}
        </Banner>
      )}
      <Server app={app} />
      {!memuat && lines.length === 0 && (
        <EmptyState
          icon="clock"
          text={app.latihan ? words.latihan : (sebab ?? words.kosong)}
          actions={sebab ? ulang : undefined}
        />
      )}
      <ol class="riwayat">
        {lines.map((line) => (
          <Baris
            key={line.receipt.id}
            line={line}
            ubahan={ubahan.get(line.receipt.id) ?? []}
            keaslian={keaslian.get(line.receipt.id)}
            tentang={nama?.get(line.record) ?? null}
          />
        ))}
      </ol>
      {banyak && kept?.answer.more && (
        <Button kind="tonal" block onClick={() => void muat(lines.at(-1)?.receipt.n ?? null)}>
          {words.lagi}
        </Button>
      )}
      {kept && <Dilihat views={kept.answer.views} />}
    </Page>
  );
};

/** All that was ever recorded, changed, decided and viewed of one activity, each line with its receipt. */
export const Riwayat = () => {
  const id = useRoute().params['id'] ?? '';
  return <Daftar id={id} back={`/kegiatan/${encodeURIComponent(id)}`} judul={words.judul} />;
};

/** The same of all the person's own records, the last first. */
export const RiwayatSaya = () => <Daftar id={useApp().shard} back="/akun" judul={words.judulSaya} />;
