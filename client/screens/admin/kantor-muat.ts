import { useEffect, useState } from 'preact/hooks';
import type { ProblemParams } from '../../../shared/protocol/index.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';

/** What the service answers: what was asked for, or why not. */
export type Jawaban<T> =
  | { readonly ok: true; readonly isi: T }
  | { readonly ok: false; readonly code: string; readonly params?: ProblemParams | undefined };

/** A refusal as a sentence. */
export const kataTolak = ({ code, params }: { code: string; params?: ProblemParams | undefined }): string =>
  kataMasalah(code, params ?? {});

/**
 * Asks the service as `kunci` says, after a rest of `jeda` ms while somebody types; a question that was overtaken by
 * another is not answered any more. `isi` is null until the first answer; `kode` is why there was none, `salah` its words.
 */
export const useMuat = <T>(tanya: () => Promise<Jawaban<T>>, kunci: string, jeda = 0) => {
  const [isi, setIsi] = useState<T | null>(null);
  const [tolak, setTolak] = useState<{ code: string; params?: ProblemParams | undefined } | null>(null);
  const [putaran, setPutaran] = useState(0);
  useEffect(() => {
    let lewat = false;
    const muat = async (): Promise<void> => {
      const hasil = await tanya();
      if (lewat) return;
      if (hasil.ok) setIsi(hasil.isi);
      setTolak(hasil.ok ? null : hasil);
    };
    const timer = setTimeout(() => void muat(), jeda);
    return () => {
      lewat = true;
      clearTimeout(timer);
    };
  }, [kunci, putaran]);
  const salah = tolak && kataTolak(tolak);
  return { isi, setIsi, salah, kode: tolak?.code ?? null, lagi: () => setPutaran((n) => n + 1) };
};
