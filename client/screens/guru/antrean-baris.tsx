import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { buangPerintah, draftOfEntri, hapusEntri, pulihkanEntri } from '../../actions/index.ts';
import type { App } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { hariTanggalPendek } from '../../i18n/format.ts';
import { antrean as words } from '../../i18n/id/antrean.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { status, umum } from '../../i18n/id/umum.ts';
import { entriById, type QueueRow } from '../../store/index.ts';
import { Button, Dialog, Icon, type IconName, StatusPill, type Tone } from '../../ui/index.ts';
import { IsiAntrean } from './antrean-isi.tsx';

type Pil = { readonly tone: Tone; readonly icon: IconName; readonly label: string };

const pilDari = (app: App, row: QueueRow): Pil => {
  if (row.status === 'ditolak')
    return { tone: 'bahaya', icon: 'triangle-alert', label: status.perluDiperbaiki.teks };
  if (row.status === 'ditahan') return { tone: 'netral', icon: 'clock', label: words.ditahan };
  if (app.engine.status.value.sending)
    return { tone: 'info', icon: 'cloud-upload', label: status.mengirim.teks };
  return { tone: 'peringatan', icon: 'smartphone', label: status.tersimpan.teks };
};

/** An activity of her own that waits: it can still be changed or deleted, and nobody ever saw the first wording. */
const MILIK: ReadonlySet<string> = new Set(['entri.catat', 'entri.ubah', 'entri.perbaiki']);

const jenis = ({ kind }: QueueRow): string => words.jenis[kind] ?? words.jenisLain;

/** What is to be done with it; a text that was deleted before it went goes all the same, so that its history has no gap. */
const yangDikirim = (rows: readonly QueueRow[]): string =>
  rows.some(({ kind }) => kind === 'entri.catat') && rows.at(-1)?.kind === 'entri.hapus'
    ? words.dihapusDulu
    : rows.map(jenis).join(' · ');

/** The day of an activity that waits. */
const hariDari = (rows: readonly QueueRow[]): string => {
  const tanggal = rows.flatMap(({ body }) => (body as { tanggal?: unknown } | null)?.tanggal ?? []).at(-1);
  return typeof tanggal === 'string' ? hariTanggalPendek(tanggal) : '';
};

/** What waits of one activity or message: what it is, where it stands, why; refused commands come alone and can be mended or given up. */
export const BarisAntrean = ({ app, rows }: { app: App; rows: readonly QueueRow[] }) => {
  const row = rows.at(-1);
  return row ? <Baris app={app} row={row} rows={rows} /> : null;
};

type Props = { readonly app: App; readonly row: QueueRow; readonly rows: readonly QueueRow[] };

const Baris = ({ app, row, rows }: Props) => {
  const { route } = useLocation();
  const [buka, setBuka] = useState<'isi' | 'buang' | null>(null);
  const { title = '' } = rows.find((one) => one.title !== '') ?? {};
  const hari = hariDari(rows);
  const ditolak = row.status === 'ditolak' || row.status === 'ditahan';
  const menunggu = !ditolak && MILIK.has(row.kind);
  const bisaUbah =
    menunggu ||
    (row.status === 'ditolak' &&
      row.kind.startsWith('entri.') &&
      row.kind !== 'entri.setujui' &&
      row.kind !== 'entri.kembalikan');
  const ubah = async (): Promise<void> => {
    const entri = await entriById(app.store, row.target);
    if (!entri?.content) return beriTahu(umum.tidakAda.judul);
    route(`/catat/${(await draftOfEntri(app, entri)).id}`);
  };
  const hapus = async (): Promise<void> => {
    const done = await hapusEntri(app, row.target);
    if (!done.ok) return beriTahu(kataMasalah(done.code, done.params));
    beriTahu(umum.snackbar.dihapus, {
      teks: umum.aksi.urungkan,
      jalan: () => void pulihkanEntri(app, row.target),
    });
  };
  const buang = async (): Promise<void> => {
    setBuka(null);
    const done = await buangPerintah(app, row.id);
    beriTahu(done.ok ? words.dibuang : kataMasalah(done.code, done.params));
  };
  return (
    <div class="baris-antrean">
      <span class="baris-entri-judul">{title || jenis(row)}</span>
      <span class="baris-entri-status">
        <StatusPill {...pilDari(app, row)} />
        {hari !== '' && <span class="redup">{hari}</span>}
        {title !== '' && rows.some(({ kind }) => kind !== 'entri.catat') && (
          <span class="redup">{yangDikirim(rows)}</span>
        )}
        {row.handedAt !== undefined && (
          <span class="redup">{words.dititipkan(row.handedAt, app.clock())}</span>
        )}
      </span>
      {row.code && (
        <p class="field-error">
          <Icon name="triangle-alert" />
          <span>{kataMasalah(row.code, row.params)}</span>
        </p>
      )}
      <div class="deret-chip">
        {bisaUbah && (
          <Button kind={menunggu ? 'teks' : 'utama'} onClick={() => void ubah()}>
            {words.ubah}
          </Button>
        )}
        <Button kind="teks" onClick={() => setBuka('isi')}>
          {words.lihat}
        </Button>
        {menunggu && (
          <Button kind="teks" onClick={() => void hapus()}>
            {umum.aksi.hapus}
          </Button>
        )}
        {ditolak && (
          <Button kind="teks" onClick={() => setBuka('buang')}>
            {words.buang}
          </Button>
        )}
      </div>
      <Dialog
        open={buka === 'isi'}
        onClose={() => setBuka(null)}
        title={words.rinci}
        closeLabel={umum.aksi.tutup}
      >
        {buka === 'isi' && <IsiAntrean rows={rows} now={app.clock()} jenis={jenis} />}
      </Dialog>
      <Dialog
        open={buka === 'buang'}
        onClose={() => setBuka(null)}
        title={words.buangTanya}
        closeLabel={umum.aksi.tutup}
      >
        <p>{words.buangIsi}</p>
        <div class="deret-tombol">
          <Button kind="teks" onClick={() => setBuka(null)}>
            {umum.aksi.batal}
          </Button>
          <Button kind="bahaya" onClick={() => void buang()}>
            {words.buang}
          </Button>
        </div>
      </Dialog>
    </div>
  );
};
