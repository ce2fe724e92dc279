import { useEffect, useRef } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';

type Buka = {
  readonly open: string | null;
  readonly setOpen: (id: string | null) => void;
};

const alamat = (id: string | null): string =>
  id === null ? '/periksa' : `/periksa?kegiatan=${encodeURIComponent(id)}`;

/**
 * The entry that is open, kept in the address: on a phone, where it takes the list's place, the phone's own way back leads
 * to the list, at the height where it was left.
 */
export const useBuka = (lebar: boolean): Buka => {
  const { route } = useLocation();
  const open = useRoute().query['kegiatan'] ?? null;
  const dariDaftar = useRef(false);
  const tinggi = useRef(0);
  useEffect(() => {
    if (!lebar) scrollTo(0, open === null ? tinggi.current : 0);
    if (open === null) dariDaftar.current = false;
  }, [open === null, lebar]);
  const setOpen = (id: string | null): void => {
    if (id === open) return;
    if (id === null && dariDaftar.current) return history.back();
    const masuk = !lebar && open === null;
    if (masuk) {
      dariDaftar.current = true;
      tinggi.current = scrollY;
    }
    route(alamat(id), !masuk);
  };
  return { open, setOpen };
};

const SETENGAH_DETIK = 500;

/** When the last decision was made, or what came in its place was there (`ganti`, null until it is). */
type Putusan = { readonly sejak: number; readonly ganti: { readonly id: string | undefined } | null };

type Jeda = {
  readonly lewat: (putus: () => void, sengaja?: boolean) => void;
  readonly bebas: () => void;
};

/**
 * Lets a decision through, but none on the entry that came in its place (`id` is the open one) before that has been there
 * for half a second: the second press of a double click is meant for what was there before. `sengaja`: made in a dialog of
 * its own, it always goes through. `bebas`: what is open now he has chosen himself, so he has seen it.
 */
export const useJeda = (id: string | undefined): Jeda => {
  const putusan = useRef<Putusan>({ sejak: Number.NEGATIVE_INFINITY, ganti: { id } });
  useEffect(() => {
    if (putusan.current.ganti === null) putusan.current = { sejak: performance.now(), ganti: { id } };
  }, [id]);
  const lewat = (putus: () => void, sengaja = false): void => {
    const { sejak, ganti } = putusan.current;
    if (!sengaja && (!ganti || ganti.id === id) && performance.now() - sejak < SETENGAH_DETIK) return;
    putusan.current = { sejak: performance.now(), ganti: null };
    putus();
  };
  const bebas = (): void => {
    putusan.current = { sejak: Number.NEGATIVE_INFINITY, ganti: { id } };
  };
  return { lewat, bebas };
};
