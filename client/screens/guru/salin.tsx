import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import {
  bertumpuk,
  bulanDari,
  hariSalin,
  jenisHari,
  salinHari,
  tambahHari,
  teksPolos,
} from '../../../shared/domain/index.ts';
import { type App, rumah, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { usePengukur } from '../../app/pengukur.ts';
import { kabariTersimpan } from '../../app/tersimpan.ts';
import { hariTanggalPendek, rentangJam } from '../../i18n/format.ts';
import { salin as words } from '../../i18n/id/isian-lain.ts';
import { umum } from '../../i18n/id/umum.ts';
import { type EntriRow, entriOnDate, entriRecent, satkerOf, useLive } from '../../store/index.ts';
import { Button, Chip, EmptyState, Field, Page, Select, TextInput, TopBar } from '../../ui/index.ts';
import { HalanganSalin, useSimpanSalinan } from './salin-simpan.tsx';
import './guru.css';

const TERAKHIR = 120;
/** Days before today that the copy may go to besides today. */
const HARI_KE = 5;

type Data = {
  readonly sumber: readonly EntriRow[];
  readonly hari: readonly string[];
  readonly dari: string;
  readonly keHari: readonly string[];
};

const isKerja = (tanggal: string, satker: Awaited<ReturnType<typeof satkerOf>>): boolean =>
  !satker || jenisHari(tanggal, satker.content).jenis === 'kerja';

/** Days that have entries, the one to copy from, and working days that it may go to besides the chosen one. */
const baca = async (app: App, dari: string, hariIni: string): Promise<Data> => {
  const [terbaru, satker] = await Promise.all([
    entriRecent(app.store, app.actor.id, TERAKHIR),
    satkerOf(app.store, app.diri),
  ]);
  const hari = [...new Set(terbaru.map(({ content }) => content.tanggal))].filter(
    (tanggal) => tanggal < hariIni,
  );
  const from = dari || hari[0] || '';
  const keHari = Array.from({ length: 21 }, (_, i) => tambahHari(hariIni, -1 - i))
    .filter(
      (tanggal) =>
        tanggal !== from &&
        bulanDari(tanggal) === bulanDari(hariIni) &&
        !hari.includes(tanggal) &&
        isKerja(tanggal, satker),
    )
    .slice(0, HARI_KE);
  return {
    sumber: from ? await entriOnDate(app.store, app.actor.id, from) : [],
    hari: hari.slice(0, 14),
    dari: from,
    keHari,
  };
};

const useSudahAda = (app: App, tanggal: string): readonly EntriRow[] =>
  useLive(() => entriOnDate(app.store, app.actor.id, tanggal), [app.store, tanggal]) ?? [];

/** The very same activity, not merely one at the same hour. */
const sama = (a: EntriRow['content'], b: EntriRow['content']): boolean =>
  a.mulai === b.mulai && a.selesai === b.selesai && teksPolos(a.uraian) === teksPolos(b.uraian);

/** Entries that are ticked; those whose hour is taken on the target day are not, unless the person ticks them. */
const usePilihan = (sumber: readonly EntriRow[], ada: readonly EntriRow[]) => {
  const [sendiri, setSendiri] = useState<ReadonlyMap<string, boolean>>(new Map());
  const rival = ({ content }: EntriRow): EntriRow | undefined =>
    ada.find((other) => sama(other.content, content)) ??
    ada.find((other) => bertumpuk(other.content, content));
  const terpilih = (entri: EntriRow): boolean => sendiri.get(entri.id) ?? !rival(entri);
  return {
    catatan: (entri: EntriRow): string => {
      const other = rival(entri)?.content;
      if (!other) return '';
      return sama(other, entri.content) ? words.sudahAda : words.bertumpuk(other.uraian, rentangJam(other));
    },
    terpilih,
    dipilih: sumber.filter(terpilih),
    balik: (entri: EntriRow) => setSendiri(new Map([...sendiri, [entri.id, !terpilih(entri)]])),
  };
};

/** G08: the entries of a day once more, without their photos; two taps from home. */
export const Salin = () => {
  const app = useApp();
  const { route } = useLocation();
  const { query } = useRoute();
  const { hariIni } = useHariIni();
  const [dari, setDari] = useState(query['dari'] ?? '');
  const [ke, setKe] = useState('');
  const [lain, setLain] = useState<readonly string[]>([]);
  const [tanpaKe, setTanpaKe] = useState(false);
  const terukur = usePengukur('salin', '');
  useEffect(() => setLain([]), [dari]);
  const tujuan = ke || hariIni;
  const hari = hariSalin(tujuan, lain, tanpaKe);
  const data = useLive(() => baca(app, dari, hariIni), [app.store, dari, hariIni]);
  const pilihan = usePilihan(data?.sumber ?? [], useSudahAda(app, hari.includes(tujuan) ? tujuan : ''));
  const salinan = hari.flatMap((tanggal) =>
    salinHari(
      pilihan.dipilih.map(({ content }) => content),
      tanggal,
    ),
  );
  const menyimpan = useSimpanSalinan(app, salinan, (ids) => {
    terukur(ids.length);
    kabariTersimpan(app, ids, umum.snackbar.tersimpanBanyak(ids.length));
    route(rumah(app), true);
  });
  if (!data)
    return (
      <Page
        title={words.judulKosong}
        bar={<TopBar title={words.judulKosong} back={{ href: rumah(app), label: umum.aksi.kembali }} />}
        busy
      />
    );
  const jumlah = salinan.length;
  const judul = data.dari ? words.judul(data.dari) : words.judulKosong;
  return (
    <Page
      title={judul}
      bar={<TopBar title={judul} back={{ href: rumah(app), label: umum.aksi.kembali }} />}
      footer={
        data.sumber.length > 0 && (
          <Button
            kind="utama"
            disabled={jumlah === 0}
            busy={menyimpan.sibuk}
            onClick={() => void menyimpan.simpan()}
          >
            {words.simpan(jumlah)}
          </Button>
        )
      }
    >
      {data.hari.length === 0 && !data.dari ? (
        <EmptyState icon="copy" text={words.tidakAda} />
      ) : (
        <>
          <HalanganSalin {...menyimpan} />
          <div class="dua-kolom">
            <Field id="salin-dari" label={words.dari}>
              <Select value={data.dari} onChange={(event) => setDari(event.currentTarget.value)}>
                {[...new Set([data.dari, ...data.hari])].map((tanggal) => (
                  <option key={tanggal} value={tanggal}>
                    {hariTanggalPendek(tanggal)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field id="salin-ke" label={words.ke}>
              <TextInput
                type="date"
                value={tujuan}
                max={hariIni}
                onInput={(event) => setKe(event.currentTarget.value)}
              />
            </Field>
          </div>
          {data.sumber.length === 0 && <p class="redup">{words.kosongHari(data.dari)}</p>}
          <ul class="daftar">
            {data.sumber.map((entri) => (
              <li key={entri.id}>
                <label class="baris-centang">
                  <input
                    type="checkbox"
                    checked={pilihan.terpilih(entri)}
                    onChange={() => pilihan.balik(entri)}
                  />
                  <span>
                    <span class="baris-entri-judul">{entri.content.uraian}</span>
                    <span class="redup">
                      {[rentangJam(entri.content), pilihan.catatan(entri)].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <p class="redup">{words.tanpaFoto}</p>
          {data.keHari.length > 0 && (
            <details>
              <summary>{words.beberapaHari}</summary>
              <p class="redup">{words.beberapaHariIsi}</p>
              <div class="deret-chip">
                {data.keHari
                  .filter((tanggal) => tanggal !== tujuan)
                  .map((tanggal) => (
                    <Chip
                      key={tanggal}
                      pressed={lain.includes(tanggal)}
                      onClick={() =>
                        setLain(
                          lain.includes(tanggal)
                            ? lain.filter((other) => other !== tanggal)
                            : [...lain, tanggal],
                        )
                      }
                    >
                      {hariTanggalPendek(tanggal)}
                    </Chip>
                  ))}
              </div>
              {lain.length > 0 && (
                <label class="baris-centang">
                  <input type="checkbox" checked={!tanpaKe} onChange={() => setTanpaKe(!tanpaKe)} />
                  <span>{words.jugaKe(tujuan)}</span>
                </label>
              )}
            </details>
          )}
        </>
      )}
    </Page>
  );
};
