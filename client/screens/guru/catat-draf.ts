import { useCallback, useRef, useState } from 'preact/hooks';
import { saveDraft } from '../../actions/index.ts';
import type { App } from '../../app/context.ts';
import { useSaatPergi } from '../../app/saat-pergi.ts';
import { useIsianTerbuka } from '../../app/sibuk.ts';
import { type Draft, keepTyped, recallTyped } from '../../store/index.ts';
import { type Isian, isianDari } from './isian.ts';

const JEDA_MS = 400;

/** How the draft stands on the phone. */
export type KeadaanDraf = 'tersimpan' | 'menyimpan' | 'gagal';

/** A form that saves itself: 400 ms after the first letter not yet saved, and at once when the page is left or hidden. */
export type IsianDraf = {
  readonly isian: Isian;
  /** Changes fields by the person's own hand. */
  readonly ubah: (change: Partial<Isian>) => void;
  /** Fills fields from a guess: only those that the person has not touched. */
  readonly tebakkan: (guess: Partial<Isian>) => void;
  readonly keadaan: KeadaanDraf;
  readonly disentuh: boolean;
  /** Stores what is typed now; resolves when it is on disk. */
  readonly simpanDraf: () => Promise<void>;
};

/** Keeps the form of a draft and its copy in the database together. */
export const useIsianDraf = (app: App, draft: Draft, hariIni: string): IsianDraf => {
  // Letters that a reload overtook on their way into the database.
  const [sisa] = useState(() => recallTyped<Isian>(app.store, draft.id));
  const [isian, setIsian] = useState<Isian>(() => isianDari(sisa ?? draft.values, hariIni));
  const [keadaan, setKeadaan] = useState<KeadaanDraf>('tersimpan');
  const [disentuh, setDisentuh] = useState<ReadonlySet<string>>(new Set(Object.keys(sisa ?? {})));
  const latest = useRef(isian);
  const timer = useRef(0);
  const kotor = useRef(sisa !== undefined);
  const utuh = useRef(draft.utuh === true && sisa === undefined);
  const simpanDraf = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    timer.current = 0;
    if (!kotor.current) return;
    kotor.current = false;
    const values = { ...latest.current, tautan: [...latest.current.tautan] };
    const hasil = await saveDraft(app, { id: draft.id, values, utuh: utuh.current }).catch(
      () => 'gagal' as const,
    );
    const aman = hasil === 'tersimpan' || hasil === 'tidak_ada';
    if (aman && !kotor.current) keepTyped(app.store, draft.id, null);
    setKeadaan(aman ? 'tersimpan' : 'gagal');
  }, [app, draft.id]);
  const tulis = (change: Partial<Isian>): void => {
    latest.current = { ...latest.current, ...change };
    kotor.current = true;
    setIsian(latest.current);
    setKeadaan('menyimpan');
    // Never put off by the next letter: whoever types without a pause would have nothing saved at all.
    if (timer.current === 0)
      timer.current = setTimeout(() => void simpanDraf(), JEDA_MS) as unknown as number;
  };
  useSaatPergi(simpanDraf);
  useIsianTerbuka(disentuh.size > 0 || draft.foto.length > 0);
  return {
    isian,
    ubah: (change) => {
      setDisentuh((before) => new Set([...before, ...Object.keys(change)]));
      utuh.current = false;
      tulis(change);
      keepTyped(app.store, draft.id, latest.current);
    },
    tebakkan: (guess) =>
      tulis(Object.fromEntries(Object.entries(guess).filter(([key]) => !disentuh.has(key)))),
    keadaan,
    disentuh: disentuh.size > 0,
    simpanDraf,
  };
};
