import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { ajukanSkp, type Done, simpanSkp } from '../../actions/index.ts';
import type { App } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { isi as words } from '../../i18n/id/skp.ts';
import { type RancanganSkp, skpById } from '../../store/index.ts';
import type { Menulis } from './skp-rancangan.ts';
import { kataSkp } from './skp-temuan.tsx';

const kata = (done: Exclude<Done, { ok: true }>): string =>
  done.code === 'perintah_besar'
    ? words.terlaluBesar
    : done.code === 'teks_panjang'
      ? words.terlaluPanjang
      : kataSkp(done.code, done.params);

/** The two ways out of the form: kept as a draft, or handed in. What is refused leaves everything on the screen. */
export const useSelesai = (app: App, rancangan: RancanganSkp, { isi }: Menulis) => {
  const { route } = useLocation();
  const [sibuk, setSibuk] = useState(false);
  const [gagal, setGagal] = useState<string | null>(null);
  const jalan = async (ajukan: boolean): Promise<void> => {
    const done = await simpanSkp(app, { ...rancangan, isi });
    if (!done.ok) return setGagal(kata(done));
    const row = ajukan ? await skpById(app.store, done.id) : undefined;
    const diajukan = row ? await ajukanSkp(app, row) : done;
    beriTahu(!diajukan.ok ? kata(diajukan) : ajukan ? words.diajukan : words.tersimpan);
    route(`/skp?tahun=${isi.tahun}`, true);
  };
  const mulai = async (ajukan: boolean): Promise<void> => {
    if (sibuk) return;
    setSibuk(true);
    setGagal(null);
    await jalan(ajukan).finally(() => setSibuk(false));
  };
  return { sibuk, gagal, simpan: () => mulai(false), ajukan: () => mulai(true) };
};
