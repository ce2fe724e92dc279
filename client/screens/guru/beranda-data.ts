import { bulanDari, type RingkasBulan, ringkasBulan, tambahHari } from '../../../shared/domain/index.ts';
import type { RecordOf } from '../../../shared/records/index.ts';
import { openDrafts } from '../../actions/index.ts';
import type { App } from '../../app/context.ts';
import {
  type Draft,
  type EntriRow,
  entriInMonth,
  entriRecent,
  entriReturned,
  entriUnsettled,
  pegawaiOf,
  polaOf,
  readTogether,
  satkerOf,
  skpAll,
  type UmpanRow,
  unreadUmpan,
} from '../../store/index.ts';

/** Entries that the usual number of a day is taken from. */
const TERAKHIR = 60;

/** What the home screen shows, all from the phone. */
export type DataBeranda = {
  readonly pegawai: RecordOf<'pegawai'> | undefined;
  readonly satker: RecordOf<'satker'> | undefined;
  readonly hariIni: readonly EntriRow[];
  /** Entries of an ordinary day; 0 while there is nothing to tell from. */
  readonly biasa: number;
  /** The last day before today that has entries. */
  readonly terakhir: { readonly tanggal: string; readonly jumlah: number } | null;
  readonly bulan: RingkasBulan;
  readonly pola: readonly RecordOf<'pola'>[];
  readonly dikembalikan: readonly EntriRow[];
  readonly skpKembali: boolean;
  readonly ditolak: number;
  readonly duaVersi: readonly EntriRow[];
  readonly pesan: readonly UmpanRow[];
  /** Unfinished forms, the last worked on first. */
  readonly draf: readonly Draft[];
  readonly pernahMencatat: boolean;
};

/** Median number of entries on days that have any, today left out: a number to compare with, not a target. */
export const biasaSehari = (entriList: readonly EntriRow[], hariIni: string): number => {
  const counts = new Map<string, number>();
  for (const { content } of entriList)
    if (content.tanggal < hariIni) counts.set(content.tanggal, (counts.get(content.tanggal) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

const hariTerakhir = (entriList: readonly EntriRow[], hariIni: string): DataBeranda['terakhir'] => {
  const tanggal = entriList.map(({ content }) => content.tanggal).find((candidate) => candidate < hariIni);
  if (!tanggal || tanggal < tambahHari(hariIni, -30)) return null;
  return { tanggal, jumlah: entriList.filter(({ content }) => content.tanggal === tanggal).length };
};

/** Reads it all at once, so that the screen is painted once. */
export const dataBeranda = (app: App, hariIni: string): Promise<DataBeranda> =>
  readTogether(app.store, () => baca(app, hariIni));

const baca = async (app: App, hariIni: string): Promise<DataBeranda> => {
  const { store, actor, shard } = app;
  const [pegawai, satker, sebulan, terbaru, pola, dikembalikan, belum, pesan, draf, skp] = await Promise.all([
    pegawaiOf(store, actor.id),
    satkerOf(store, shard),
    entriInMonth(store, actor.id, bulanDari(hariIni)),
    entriRecent(store, actor.id, TERAKHIR),
    polaOf(store, actor.id),
    entriReturned(store, actor.id),
    entriUnsettled(store, actor.id),
    unreadUmpan(store, actor.id),
    openDrafts(app),
    skpAll(store, actor.id),
  ]);
  return {
    pegawai,
    satker,
    hariIni: sebulan.filter(({ content }) => content.tanggal === hariIni),
    biasa: biasaSehari(terbaru, hariIni),
    terakhir: hariTerakhir(terbaru, hariIni),
    bulan: ringkasBulan(bulanDari(hariIni), sebulan, satker?.content ?? null, hariIni),
    pola,
    dikembalikan: dikembalikan.filter(
      ({ kirim }) => kirim.kunci === 'terkirim' || kirim.kunci === 'teks-terkirim',
    ),
    skpKembali: skp.some(({ state }) => state.tahap === 'DIKEMBALIKAN'),
    ditolak: belum.filter(({ kirim }) => kirim.kunci === 'perlu-diperbaiki').length,
    duaVersi: belum.filter(({ kirim }) => kirim.kunci === 'dua-versi'),
    pesan: pesan.filter(({ owner }) => owner === actor.id),
    draf,
    pernahMencatat: terbaru.length > 0,
  };
};
