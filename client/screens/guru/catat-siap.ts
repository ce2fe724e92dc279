import { useEffect, useRef } from 'preact/hooks';
import type { App } from '../../app/context.ts';
import { useHariIni } from '../../app/hari.ts';
import { saatSenggang } from '../../app/preload.ts';
import { type Draft, watch } from '../../store/index.ts';
import { type Nilai, nilaiIsian } from './catat-simpan.ts';
import type { Isian } from './isian.ts';

type Teks = { readonly isian: Isian; readonly adaSkp: boolean };

/**
 * What the rules say of the form as it stands, asked in a quiet moment once its text is on disk, and again when something
 * it was asked of has changed: at "Simpan" it is known. Null where that very text has not been looked through yet. The
 * transaction that saves decides by itself; what is known here only tells her in time.
 */
export const useNilaiSiap = (
  app: App,
  draft: Draft,
  { isian, adaSkp, tenang }: Teks & { readonly tenang: boolean },
): (() => Nilai | null) => {
  const { hariIni, sekarang } = useHariIni();
  const foto = draft.foto.map(({ sha }) => sha).join();
  const teks = `${hariIni} ${sekarang} ${String(adaSkp)} ${foto}`;
  const siap = useRef<{ readonly isian: Isian; readonly teks: string; readonly nilai: Nilai } | null>(null);
  useEffect(() => {
    siap.current = null;
    if (!tenang) return;
    let akhiri: (() => void) | null = () => undefined;
    saatSenggang(() => {
      if (!akhiri) return;
      akhiri = watch(
        () => nilaiIsian(app, isian, draft, adaSkp),
        (nilai) => {
          siap.current = { isian, teks, nilai };
        },
      );
    });
    return () => {
      akhiri?.();
      akhiri = null;
    };
  }, [app, draft.id, isian, teks, tenang]);
  return () => (siap.current?.isian === isian && siap.current.teks === teks ? siap.current.nilai : null);
};
