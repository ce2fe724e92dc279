import { useRef, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import type { Temuan } from '../../../shared/domain/index.ts';
import { loadDraft } from '../../actions/index.ts';
import { mulaiDraf } from '../../app/catat-baru.ts';
import { type App, rumah } from '../../app/context.ts';
import { fotoSelesai } from '../../app/foto-jalan.ts';
import { usePengukur } from '../../app/pengukur.ts';
import { setelahGambar } from '../../app/preload.ts';
import { catat as words } from '../../i18n/id/guru.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { type Draft, holdLive } from '../../store/index.ts';
import { useNilaiSiap } from './catat-siap.ts';
import { type Nilai, nilaiIsian, simpanIsian } from './catat-simpan.ts';
import type { Isian } from './isian.ts';

type Simpan = {
  readonly salah: readonly Temuan[];
  readonly peringatan: readonly Temuan[];
  readonly gagal: string | null;
  readonly sibuk: boolean;
  readonly simpan: (lagi: boolean, tetap?: boolean) => Promise<void>;
  readonly batal: () => void;
};

/** Where the form leads when it is done; what mends a refused new entry is an entry of its own, with an id of its own. */
export const tujuan = (app: App, { entriId }: Draft, id = entriId): string => {
  if (entriId && id) return `/kegiatan/${encodeURIComponent(id)}`;
  return rumah(app);
};

/** Nothing to say: always the same, so that saying it again draws nothing. */
const KOSONG: readonly Temuan[] = [];
/** A wait that is shorter is not worth drawing the form anew, which would make it longer. */
const TAMPAK_SIBUK_MS = 150;

/** Saves the form, once at a time, and leads away from it; or says what is wrong with it. */
export const useSimpan = (
  app: App,
  draft: Draft,
  { isian, adaSkp, tenang }: { isian: Isian; adaSkp: boolean; tenang: boolean },
): Simpan & { lagi: boolean } => {
  const { route } = useLocation();
  // The day that she said yes to before the form opened.
  const { tetap: disetujui } = useRoute().query;
  const [salah, setSalah] = useState(KOSONG);
  const [peringatan, setPeringatan] = useState(KOSONG);
  const [gagal, setGagal] = useState<string | null>(null);
  const [sibuk, setSibuk] = useState(false);
  const [lagi, setLagi] = useState(false);
  const berjalan = useRef(false);
  const terukur = usePengukur('form', draft.id);
  const nilaiKini = useNilaiSiap(app, draft, { isian, adaSkp, tenang });
  /** What she was asked about, and of which text: her yes is to that, and it is not looked through again. */
  const ditanya = useRef<{ readonly isian: Isian; readonly nilai: Nilai } | null>(null);
  /** What the rules say of it, with the photos that were still on their way; null where one of these could not be kept. */
  const nilaiFoto = async (tetap: boolean): Promise<Nilai | null> => {
    const foto = await fotoSelesai(draft.id);
    if (foto === 'kurang') return null;
    if (foto === 'utuh') return nilaiIsian(app, isian, (await loadDraft(app, draft.id)) ?? draft, adaSkp);
    const siap = tetap && ditanya.current?.isian === isian ? ditanya.current.nilai : nilaiKini();
    return siap ?? nilaiIsian(app, isian, draft, adaSkp);
  };
  const jalan = async (mauLagi: boolean, tetap: boolean): Promise<void> => {
    const nilai = await nilaiFoto(tetap);
    if (!nilai) return setGagal(words.fotoBelum);
    const { entri, salah: faults } = nilai;
    const warnings = nilai.peringatan.filter(
      ({ bidang }) => bidang !== 'tanggal' || isian.tanggal !== disetujui,
    );
    ditanya.current = { isian, nilai };
    setSalah(faults.length > 0 ? faults : KOSONG);
    if (!entri) return;
    if (warnings.length > 0 && !tetap) return setPeringatan(warnings);
    const { done, kabari } = await simpanIsian(app, entri, { draft, ke: route });
    if (!done.ok) return setGagal(kataMasalah(done.code, done.params));
    if (draft.mode === 'baru') terukur(1);
    route(mauLagi ? `/catat/${(await mulaiDraf(app, entri.tanggal)).id}` : tujuan(app, draft, done.id), true);
    // The row goes first: each thing that is said draws more than itself.
    void setelahGambar().then(kabari);
  };
  const simpan = async (mauLagi: boolean, tetap = false): Promise<void> => {
    if (berjalan.current) return;
    berjalan.current = true;
    setGagal(null);
    setPeringatan(KOSONG);
    const timer = setTimeout(() => {
      setLagi(mauLagi);
      setSibuk(true);
    }, TAMPAK_SIBUK_MS);
    const selesai = jalan(mauLagi, tetap).catch(() => setGagal(words.gagalSimpan));
    holdLive(selesai.then(setelahGambar));
    await selesai;
    clearTimeout(timer);
    berjalan.current = false;
    setLagi(mauLagi);
    setSibuk(false);
  };
  return { salah, peringatan, gagal, sibuk, simpan, lagi, batal: () => setPeringatan(KOSONG) };
};
