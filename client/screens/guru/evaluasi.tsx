import { useState } from 'preact/hooks';
import { batasPengisian, kodePeriode, rentangPeriode } from '../../../shared/domain/index.ts';
import { useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { evaluasi as words } from '../../i18n/id/evaluasi.ts';
import { type EvaluasiRow, evaluasiOf, recallTyped, satkerOf, skpAll, useLive } from '../../store/index.ts';
import {
  Button,
  EmptyState,
  type IconName,
  ListRow,
  Page,
  StatusPill,
  type Tone,
  TopBar,
} from '../../ui/index.ts';
import { daftarPeriode, kunciKetikan, type SatuPeriode } from './evaluasi-model.ts';
import './guru.css';
import './evaluasi.css';

type Lencana = { readonly tone: Tone; readonly icon: IconName; readonly label: string };

const TAHAP: Readonly<Record<EvaluasiRow['state']['tahap'], readonly [Tone, IconName]>> = {
  DRAF: ['netral', 'pencil-line'],
  DIAJUKAN: ['info', 'clock'],
  DIKEMBALIKAN: ['peringatan', 'corner-up-left'],
  DITETAPKAN: ['berhasil', 'check-check'],
};

/** Where one evaluation stands, in colour, sign and word; refused and doubled come before everything else. */
export const lencana = (baris: EvaluasiRow | undefined): Lencana => {
  if (!baris) return { tone: 'netral', icon: 'minus', label: words.tahap.BELUM };
  if (baris.lokal === 'ditolak' || baris.lokal === 'ditahan')
    return { tone: 'bahaya', icon: 'triangle-alert', label: words.tahap.DITOLAK };
  if (baris.variants.some(({ kind }) => kind === 'evaluasi.ubah'))
    return { tone: 'bahaya', icon: 'copy', label: words.tahap.BEDA };
  // Nobody waits for what has not left the phone.
  if (baris.lokal === 'antri' && baris.state.tahap === 'DIAJUKAN')
    return { tone: 'peringatan', icon: 'smartphone', label: words.diHp };
  const [tone, icon] = TAHAP[baris.state.tahap];
  return { tone, icon, label: words.tahap[baris.state.tahap] };
};

/** What is being written of a period and not saved: the list says so, for else it would look lost. */
const lencanaBaris = ({ utama, lain }: SatuPeriode, diketik: boolean): Lencana =>
  diketik && !utama
    ? { tone: 'netral', icon: 'pencil-line', label: words.tahap.DRAF }
    : lencana(lain?.lokal === 'ditolak' ? lain : utama);

const keterangan = ({ utama, periode, aturan }: SatuPeriode, hariIni: string): string => {
  const { tahap, predikat, dibaca } = utama?.state ?? {};
  if (tahap === 'DITETAPKAN' && predikat)
    return [words.predikat[predikat], dibaca === undefined ? words.belumDibaca : '']
      .filter(Boolean)
      .join(' · ');
  if (tahap === 'DIAJUKAN') return '';
  const batas = batasPengisian(periode, aturan);
  return words.batas(batas, hariIni > batas);
};

const Baris = ({ satu, hariIni, diketik }: { satu: SatuPeriode; hariIni: string; diketik: boolean }) => (
  <li>
    <ListRow
      title={words.periode(satu.periode)}
      meta={
        <span class="evaluasi-status">
          <StatusPill {...lencanaBaris(satu, diketik)} />
          {[diketik && words.belumDisimpan, keterangan(satu, hariIni)].filter(Boolean).join(' · ')}
        </span>
      }
      href={`/evaluasi/${kodePeriode(satu.periode)}`}
    />
  </li>
);

/** G17: the periods of a year with where each of them stands; those that have not begun are left out. */
export const EvaluasiDaftar = () => {
  const app = useApp();
  const { hariIni } = useHariIni();
  const kini = Number(hariIni.slice(0, 4));
  const [tahun, setTahun] = useState(kini);
  const data = useLive(async () => {
    // Asked together: what a live query asks after waiting for something else is not always watched.
    const [satker, milik, skp] = await Promise.all([
      satkerOf(app.store, app.diri),
      evaluasiOf(app.store, app.actor.id),
      skpAll(app.store, app.actor.id),
    ]);
    return { satker, milik, skp };
  }, [app.store, app.diri]);
  const daftar = data
    ? daftarPeriode(tahun, data.satker, data.milik, data.skp).filter(
        ({ periode, utama }) => utama || rentangPeriode(periode).awal <= hariIni,
      )
    : [];
  return (
    <Page
      title={words.judul}
      bar={<TopBar title={words.judul} back={{ href: '/skp', label: words.kembali }} />}
      busy={!data}
    >
      <div class="evaluasi-tahun">
        <Button
          kind="teks"
          icon="chevron-left"
          aria-label={words.tahunLalu}
          disabled={tahun <= 2022}
          onClick={() => setTahun(tahun - 1)}
        />
        <h2 aria-live="polite">{tahun}</h2>
        <Button
          kind="teks"
          icon="chevron-right"
          aria-label={words.tahunDepan}
          disabled={tahun >= kini}
          onClick={() => setTahun(tahun + 1)}
        />
      </div>
      {app.peran === 'penilai' && app.diri === app.shard && <p class="redup">{words.kepalaSendiri}</p>}
      {data && daftar.length === 0 && <EmptyState icon="calendar" text={words.kosongTahun(tahun)} />}
      {daftar.length > 0 && (
        <ul class="daftar">
          {daftar.map((satu) => (
            <Baris
              key={kodePeriode(satu.periode)}
              satu={satu}
              hariIni={hariIni}
              diketik={recallTyped(app.store, kunciKetikan(satu.periode)) !== undefined}
            />
          ))}
        </ul>
      )}
    </Page>
  );
};
