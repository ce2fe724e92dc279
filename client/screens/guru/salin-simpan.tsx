import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { Temuan } from '../../../shared/domain/index.ts';
import type { Entri } from '../../../shared/records/index.ts';
import { catatBanyak, periksaBanyak } from '../../actions/index.ts';
import type { App } from '../../app/context.ts';
import { hariTanggalTahun } from '../../i18n/format.ts';
import { catat } from '../../i18n/id/guru.ts';
import { salin as words } from '../../i18n/id/isian-lain.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { umum } from '../../i18n/id/umum.ts';
import { Banner, Button, Dialog } from '../../ui/index.ts';

/** A copy that the rules say something of. */
type Disebut = { readonly entri: Entri; readonly temuan: readonly Temuan[] };

/** What stands in the way of saving the copies: the refused ones, or else what is to be looked at again. */
export type Halangan = {
  readonly berat: 'tolak' | 'peringatan';
  readonly rows: readonly Disebut[];
} | null;

/** Asks the rules of the copies, as of anything that is typed. A refused one stops them all: she unticks it, or picks another day. */
export const nilaiSalinan = async (app: App, contents: readonly Entri[]): Promise<Halangan> => {
  const found = await periksaBanyak(app, contents);
  const rows = contents.flatMap((entri, i) => {
    const temuan = found[i] ?? [];
    return temuan.length > 0 ? [{ entri, temuan }] : [];
  });
  const ditolak = rows.flatMap(({ entri, temuan }) => {
    const tolak = temuan.filter(({ berat }) => berat === 'tolak');
    return tolak.length > 0 ? [{ entri, temuan: tolak }] : [];
  });
  if (ditolak.length > 0) return { berat: 'tolak', rows: ditolak };
  return rows.length > 0 ? { berat: 'peringatan', rows } : null;
};

type Simpan = {
  readonly halangan: Halangan;
  readonly gagal: string | null;
  readonly sibuk: boolean;
  readonly jumlah: number;
  readonly simpan: (tetap?: boolean) => Promise<void>;
  readonly batal: () => void;
};

/** Saves the copies once the rules let them pass, and she has said yes to what they only warn of. */
export const useSimpanSalinan = (
  app: App,
  contents: readonly Entri[],
  selesai: (ids: readonly string[]) => void,
): Simpan => {
  const [halangan, setHalangan] = useState<Halangan>(null);
  const [gagal, setGagal] = useState<string | null>(null);
  const [sibuk, setSibuk] = useState(false);
  const jalan = async (tetap: boolean): Promise<void> => {
    const found = await nilaiSalinan(app, contents);
    if (found && !(tetap && found.berat === 'peringatan')) return setHalangan(found);
    const done = await catatBanyak(app, contents);
    if (!done.ok) return setGagal(kataMasalah(done.code, done.params));
    selesai(done.ids);
  };
  const simpan = async (tetap = false): Promise<void> => {
    setSibuk(true);
    setHalangan(null);
    setGagal(null);
    await jalan(tetap);
    setSibuk(false);
  };
  return { halangan, gagal, sibuk, jumlah: contents.length, simpan, batal: () => setHalangan(null) };
};

/** Copies by what is said of them: of a day that is shut all are refused in the same words, which are read once. */
const menurutKata = (rows: readonly Disebut[]): ReadonlyMap<string, readonly Entri[]> => {
  const found = new Map<string, Entri[]>();
  for (const { entri, temuan } of rows)
    for (const { kode, params } of temuan) {
      const kata = kataMasalah(kode, params);
      found.set(kata, [...(found.get(kata) ?? []), entri]);
    }
  return found;
};

/** What is said of every one of the copies needs no list of them. */
const Daftar = ({ rows, jumlah }: { rows: readonly Disebut[]; jumlah: number }) => (
  <>
    {[...menurutKata(rows)].map(([kata, semua]) => (
      <Fragment key={kata}>
        <p>{kata}</p>
        {semua.length < jumlah && (
          <ul>
            {semua.map(({ tanggal, mulai, uraian }) => (
              <li key={`${tanggal} ${mulai} ${uraian}`}>
                <b class="teks-asli">{uraian}</b>, {hariTanggalTahun(tanggal)}
              </li>
            ))}
          </ul>
        )}
      </Fragment>
    ))}
  </>
);

/** Says what stands in the way: refusals in place, warnings as a question. */
export const HalanganSalin = ({ halangan, gagal, jumlah, simpan, batal }: Simpan) => (
  <>
    {gagal && <Banner tone="bahaya">{gagal}</Banner>}
    {halangan?.berat === 'tolak' && (
      <div role="alert">
        <Banner tone="bahaya">
          {halangan.rows.length < jumlah && words.ditolak(halangan.rows.length)}
          <Daftar rows={halangan.rows} jumlah={jumlah} />
        </Banner>
      </div>
    )}
    <Dialog
      open={halangan?.berat === 'peringatan'}
      onClose={batal}
      title={catat.peringatanJudul}
      closeLabel={umum.aksi.tutup}
    >
      <Daftar rows={halangan?.rows ?? []} jumlah={jumlah} />
      <div class="deret-tombol">
        <Button kind="teks" onClick={batal}>
          {catat.periksaLagi}
        </Button>
        <Button kind="utama" onClick={() => void simpan(true)}>
          {catat.simpanTetap}
        </Button>
      </div>
    </Dialog>
  </>
);
