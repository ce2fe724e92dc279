import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { hariTidakHadir, jadwalBelumTercatat, type Temuan, tebak } from '../../../shared/domain/index.ts';
import type { Entri } from '../../../shared/records/index.ts';
import { catatBanyak, periksaBanyak } from '../../actions/index.ts';
import { bahanTebakan } from '../../app/catat-baru.ts';
import { type App, useApp } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { useKetikan } from '../../app/ketikan.ts';
import { usePengukur } from '../../app/pengukur.ts';
import { useIsianTerbuka } from '../../app/sibuk.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kabariTersimpan } from '../../app/tersimpan.ts';
import { banyak as words } from '../../i18n/id/banyak.ts';
import { catat } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { kendalaOf, recallTyped, satkerOf, useLive } from '../../store/index.ts';
import {
  Banner,
  Button,
  Card,
  Dialog,
  Field,
  LinkButton,
  Page,
  Segmented,
  TextArea,
  TopBar,
} from '../../ui/index.ts';
import {
  type Baris,
  BarisBanyak,
  type BarisDinilai,
  barisKembali,
  barisTempelan,
  PALING_BANYAK,
  type TindakanBaris,
  UjungDaftar,
  useBarisDinilai,
} from './banyak-baris.tsx';
import { type Isian, isianDari } from './isian.ts';
import './guru.css';
import './lain.css';

/** The same each time, so that a row without faults is not drawn anew. */
const TANPA: readonly Temuan[] = [];

/** What the rules say of the rows that can be read, by row number. */
const nilaiAturan = async (
  app: App,
  rows: readonly BarisDinilai[],
): Promise<ReadonlyMap<number, readonly Temuan[]>> => {
  const read = rows.flatMap(({ entri, nomor }) => (entri ? [{ entri, nomor }] : []));
  const found = await periksaBanyak(
    app,
    read.map(({ entri }) => entri),
  );
  return new Map(read.map(({ nomor }, i) => [nomor, found[i] ?? []]));
};

const isTolak = ({ berat }: Temuan): boolean => berat === 'tolak';

/** Days on which she was ill or on leave, as far as she said so. */
const hariAbsen = async ({ store, actor }: App): Promise<ReadonlySet<string>> => {
  const said = (await kendalaOf(store, actor.id)).filter(({ lokal }) => lokal !== 'ditolak');
  return hariTidakHadir(said).get(actor.id) ?? new Set();
};

/** Several activities at once: laid out from the timetable, typed row by row, or pasted from a spreadsheet in the order of BKN's columns. */
export const Banyak = () => {
  const app = useApp();
  const { route } = useLocation();
  const { hariIni } = useHariIni();
  const [cara, setCara] = useState<'tulis' | 'tempel'>('tulis');
  const [teks, setTeks] = useKetikan('tempel', '');
  const [daftar, setDaftar] = useKetikan<readonly Baris[]>('banyak', []);
  const [aturan, setAturan] = useState<ReadonlyMap<number, readonly Temuan[]>>(new Map());
  const [tanya, setTanya] = useState<readonly BarisDinilai[] | null>(null);
  const [gagal, setGagal] = useState<string | null>(null);
  /** What of a paste has no place here: to be known, not a fault. */
  const [takIkut, setTakIkut] = useState<string | null>(null);
  const [sibuk, setSibuk] = useState(false);
  const terukur = usePengukur('banyak', 'banyak');
  const bahan = useLive(() => bahanTebakan(app), [app.store]);
  const skp = bahan?.skp ?? null;
  const satker = useLive(() => satkerOf(app.store, app.diri), [app.store, app.diri])?.content ?? null;
  const absen = useLive(() => hariAbsen(app), [app.store]);
  const jadwal =
    bahan && absen && daftar.length === 0
      ? jadwalBelumTercatat(bahan, { satker, absen }).slice(0, PALING_BANYAK)
      : [];
  const konteks = { hariIni, satker, pemilik: app.actor.id, adaSkp: skp !== null && skp.rhk.length > 0 };
  const rows = useBarisDinilai(daftar.slice(0, PALING_BANYAK), konteks);
  const menyusul = daftar.length - rows.length;
  const temuan = (nomor: number): readonly Temuan[] => aturan.get(nomor) ?? TANPA;
  const siap = rows.filter(({ entri, nomor }) => entri !== null && !temuan(nomor).some(isTolak));
  useIsianTerbuka(daftar.length > 0 || teks !== '');
  const nomorBaru = (daftar.at(-1)?.nomor ?? 0) + 1;
  const tambah = (): void => {
    const guess = bahan && tebak(bahan)[0];
    const before = daftar.at(-1)?.isian;
    const values = before
      ? { ...before, mulai: before.selesai, selesai: '', uraian: '' }
      : { ...guess, tanggal: hariIni };
    setDaftar([...daftar, { nomor: nomorBaru, isian: isianDari(values, hariIni) }]);
  };
  const isiJadwal = (): void =>
    setDaftar(
      jadwal.map((values, i) => ({ nomor: nomorBaru + i, isian: isianDari(values, values.tanggal) })),
    );
  const tempel = (): void => {
    const { baris, asing, kepalaSaja } = barisTempelan(teks, { skp, mulaiNomor: nomorBaru });
    setGagal(kepalaSaja ? words.kepalaSaja : null);
    setTakIkut(asing.length > 0 ? words.kolomAsing(asing) : null);
    if (kepalaSaja) return;
    setDaftar([...daftar, ...baris]);
    setTeks('');
    setCara('tulis');
  };
  const ubah = (nomor: number, change: Partial<Isian>): void => {
    setDaftar(
      daftar.map((baris) =>
        baris.nomor === nomor ? { ...baris, isian: { ...baris.isian, ...change } } : baris,
      ),
    );
    setAturan(new Map([...aturan].filter(([key]) => key !== nomor)));
  };
  const hapus = (satu: BarisDinilai): void => {
    const { entri: _, salah: __, ...baris } = satu;
    setDaftar(daftar.filter(({ nomor }) => nomor !== baris.nomor));
    beriTahu(words.barisDihapus, {
      teks: umum.aksi.urungkan,
      jalan: () => setDaftar(barisKembali(recallTyped<readonly Baris[]>(app.store, 'banyak') ?? [], baris)),
    });
  };
  const tindakan = useRef<TindakanBaris>({ ubah, hapus });
  tindakan.current = { ubah, hapus };
  const kosongkan = (): void => {
    setDaftar([]);
    beriTahu(words.semuaDihapus(daftar.length), {
      teks: umum.aksi.urungkan,
      jalan: () => setDaftar(daftar.reduce(barisKembali, recallTyped<Baris[]>(app.store, 'banyak') ?? [])),
    });
  };
  const kirim = async (ready: readonly BarisDinilai[]): Promise<void> => {
    const done = await catatBanyak(
      app,
      ready.flatMap(({ entri }): Entri[] => (entri ? [entri] : [])),
    );
    if (!done.ok) return setGagal(kataMasalah(done.code, done.params));
    terukur(done.ids.length);
    const sisa = daftar.filter(({ nomor }) => !ready.some((row) => row.nomor === nomor));
    setDaftar(sisa);
    kabariTersimpan(app, done.ids, umum.snackbar.tersimpanBanyak(done.ids.length));
    if (sisa.length === 0) route('/kegiatan', true);
  };
  const simpan = async (tetap: boolean): Promise<void> => {
    setSibuk(true);
    setTanya(null);
    const found = await nilaiAturan(app, rows);
    setAturan(found);
    const ready = rows.filter(
      ({ entri, nomor }) => entri !== null && !(found.get(nomor) ?? []).some(isTolak),
    );
    const warned = ready.filter(({ nomor }) => (found.get(nomor) ?? []).length > 0);
    if (warned.length > 0 && !tetap) setTanya(warned);
    else if (ready.length > 0) await kirim(ready);
    setSibuk(false);
  };
  const sisa = rows.length - siap.length;
  return (
    <Page
      wide
      title={words.judul}
      bar={
        <TopBar
          title={words.judul}
          back={{ href: '/', label: umum.aksi.kembali }}
          note={rows.length > 0 ? words.siap(siap.length, sisa) : undefined}
        />
      }
      footer={
        rows.length > 0 &&
        cara === 'tulis' && (
          <Button kind="utama" busy={sibuk} disabled={siap.length === 0} onClick={() => void simpan(false)}>
            {sisa > 0 && siap.length > 0 ? words.simpanSiap(siap.length, sisa) : words.simpan(siap.length)}
          </Button>
        )
      }
    >
      <Segmented
        name="cara"
        label={words.judul}
        value={cara}
        onValue={setCara}
        options={[
          { value: 'tulis', label: words.tab.tulis },
          { value: 'tempel', label: words.tab.tempel },
        ]}
      />
      {takIkut && (
        <div role="status">
          <Banner tone="peringatan">{takIkut}</Banner>
        </div>
      )}
      {gagal && (
        <div role="alert">
          <Banner tone="bahaya">{gagal}</Banner>
        </div>
      )}
      {cara === 'tempel' ? (
        <div class="tumpuk">
          <p>{words.tempelIsi}</p>
          <Field id="tempel" label={words.tempelLabel}>
            <TextArea
              rows={8}
              value={teks}
              spellcheck={false}
              onInput={(event) => setTeks(event.currentTarget.value)}
            />
          </Field>
          <Button kind="utama" disabled={teks.trim() === ''} onClick={tempel}>
            {words.baca}
          </Button>
        </div>
      ) : (
        <div class="tumpuk banyak-daftar">
          {rows.length === 0 && jadwal.length === 0 && <p class="redup">{words.tempelKosong}</p>}
          {jadwal.length > 0 && (
            <Card>
              <p>
                <b>{words.jadwalAda(jadwal.length)}</b>
              </p>
              <p class="redup">{words.dariJadwalKet}</p>
              <Button kind="utama" icon="calendar" block onClick={isiJadwal}>
                {words.dariJadwal(jadwal.length)}
              </Button>
            </Card>
          )}
          {bahan && rows.length === 0 && !bahan.jadwal?.pelajaran.length && (
            <Card class="tumpuk">
              <p>{words.tanpaJadwal}</p>
              <LinkButton kind="tonal" icon="calendar" block href="/akun/jadwal">
                {words.tulisJadwal}
              </LinkButton>
            </Card>
          )}
          {rows.map((baris) => (
            <BarisBanyak
              key={baris.nomor}
              baris={baris}
              aturan={temuan(baris.nomor)}
              skp={skp}
              hariIni={hariIni}
              tindakan={tindakan}
            />
          ))}
          <UjungDaftar jumlah={rows.length} menyusul={menyusul} onTambah={tambah} onKosongkan={kosongkan} />
        </div>
      )}
      <Dialog
        open={tanya !== null}
        onClose={() => setTanya(null)}
        title={catat.peringatanJudul}
        closeLabel={umum.aksi.tutup}
      >
        <p>{words.tanyaPeringatan(tanya?.length ?? 0)}</p>
        <div class="deret-tombol">
          <Button kind="teks" onClick={() => setTanya(null)}>
            {catat.periksaLagi}
          </Button>
          <Button kind="utama" onClick={() => void simpan(true)}>
            {catat.simpanTetap}
          </Button>
        </div>
      </Dialog>
    </Page>
  );
};
