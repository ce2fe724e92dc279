import { type BahanTebakan, jamPada, type Tebakan, tanggalPada, tebak } from '../../shared/domain/index.ts';
import type { Pola } from '../../shared/records/index.ts';
import { newDraft } from '../actions/index.ts';
import { type Draft, entriRecent, jadwalOf, polaOf, saatIni, satkerOf, skpOf } from '../store/index.ts';
import type { App } from './context.ts';

/** How many past entries guesses are made from: about half a year of a teacher's. */
const RIWAYAT = 300;
const ZONA_BAWAAN = 'Asia/Jakarta';

/** What guesses rest on, read from the phone; `tanggal` is today at the school unless another day is asked for. */
export const bahanTebakan = async (app: App, tanggal?: string): Promise<BahanTebakan> => {
  const { store, actor, diri, clock } = app;
  const [satker, saat] = await Promise.all([satkerOf(store, diri), saatIni(store, clock)]);
  const zona = satker?.content.zona ?? ZONA_BAWAAN;
  const hariIni = tanggal ?? tanggalPada(saat, zona);
  const [jadwal, skp, riwayat, pola] = await Promise.all([
    jadwalOf(store, actor.id),
    skpOf(store, actor.id, hariIni),
    entriRecent(store, actor.id, RIWAYAT),
    polaOf(store, actor.id),
  ]);
  return {
    jadwal: jadwal?.content ?? null,
    skp: skp?.content ?? null,
    riwayat: riwayat.map(({ content }) => content),
    pola: pola.map(({ content }) => content),
    hariIni,
    sekarang: jamPada(saat, zona),
  };
};

const tanpaAlasan = ({ alasan: _, ...values }: Tebakan): Omit<Tebakan, 'alasan'> => values;

/** Starts a draft from the likeliest guess and stores it, before the camera or the form opens. */
export const mulaiDraf = async (app: App, tanggal?: string): Promise<Draft> => {
  const bahan = await bahanTebakan(app, tanggal);
  const guess = tebak(bahan)[0];
  return newDraft(app, {
    values: { tanggal: bahan.hariIni, ...(guess ? tanpaAlasan(guess) : {}) },
    utuh: true,
  });
};

/** Starts a draft from a quick pattern; where the pattern leaves the hours open, the likeliest free ones are taken. */
export const mulaiDariPola = async (app: App, pola: Pola): Promise<Draft> => {
  const bahan = await bahanTebakan(app);
  const guess = tebak(bahan)[0];
  const { nama: _, mulai, selesai, ...isi } = pola;
  const waktu =
    mulai && selesai
      ? { mulai, selesai }
      : { mulai: guess?.mulai ?? bahan.sekarang, selesai: guess?.selesai ?? bahan.sekarang };
  return newDraft(app, { values: { tanggal: bahan.hariIni, ...isi, ...waktu }, utuh: true });
};
