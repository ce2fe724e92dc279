import { useCallback, useRef, useState } from 'preact/hooks';
import { type KonteksSkp, periksaSkp, type TemuanSkp } from '../../../shared/domain/index.ts';
import type { Rhk, Skp } from '../../../shared/records/index.ts';
import { konteksSkp, simpanRancangan } from '../../actions/index.ts';
import type { App } from '../../app/context.ts';
import { useSaatPergi } from '../../app/saat-pergi.ts';
import { useIsianTerbuka } from '../../app/sibuk.ts';
import { keepTyped, type RancanganSkp, recallTyped, useLive } from '../../store/index.ts';

const JEDA_MS = 400;

/** An SKP that is being written and saves itself, with what the rules say of it as it stands. */
export type Menulis = {
  readonly isi: Skp;
  readonly keadaan: 'tersimpan' | 'menyimpan' | 'gagal';
  readonly temuan: readonly TemuanSkp[];
  readonly ubah: (change: Partial<Skp>) => void;
  readonly ubahRhk: (kode: string, change: Partial<Rhk>) => void;
  /** Stores what is typed now; resolves when it is on disk. */
  readonly simpan: () => Promise<void>;
};

/** Saves 400 ms after the first letter not yet saved, and at once when the page is left or hidden. */
const useSimpanan = (app: App, { id, isi: awal }: RancanganSkp) => {
  // Letters that a reload overtook on their way into the database.
  const [sisa] = useState(() => recallTyped<Skp>(app.store, id));
  const [isi, setIsi] = useState(sisa ?? awal);
  const [keadaan, setKeadaan] = useState<Menulis['keadaan']>('tersimpan');
  const latest = useRef(isi);
  const kotor = useRef(sisa !== undefined);
  const timer = useRef(0);
  const simpan = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    timer.current = 0;
    if (!kotor.current) return;
    kotor.current = false;
    const hasil = await simpanRancangan(app, id, latest.current).catch(() => 'hp_penuh' as const);
    if (hasil !== 'hp_penuh' && !kotor.current) keepTyped(app.store, id, null);
    setKeadaan(hasil === 'hp_penuh' ? 'gagal' : 'tersimpan');
  }, [app, id]);
  useSaatPergi(simpan);
  const tulis = (next: Skp): void => {
    latest.current = next;
    kotor.current = true;
    setIsi(next);
    setKeadaan('menyimpan');
    keepTyped(app.store, id, next);
    if (timer.current === 0) timer.current = setTimeout(() => void simpan(), JEDA_MS) as unknown as number;
  };
  useIsianTerbuka(keadaan !== 'tersimpan');
  return { isi, keadaan, simpan, tulis, latest };
};

/** The form of an SKP with its copy in the database, checked by the very rules of the server as it is typed. */
export const useMenulis = (app: App, rancangan: RancanganSkp): Menulis => {
  const { isi, keadaan, simpan, tulis, latest } = useSimpanan(app, rancangan);
  const konteks = useLive<KonteksSkp>(
    () => konteksSkp(app, { id: rancangan.skp, owner: app.actor.id }),
    [app.store, rancangan.skp],
  );
  const ubah = (change: Partial<Skp>): void => tulis({ ...latest.current, ...change });
  return {
    isi,
    keadaan,
    simpan,
    temuan: konteks ? periksaSkp(isi, konteks) : [],
    ubah,
    ubahRhk: (kode, change) =>
      ubah({ rhk: latest.current.rhk.map((one) => (one.kode === kode ? { ...one, ...change } : one)) }),
  };
};
