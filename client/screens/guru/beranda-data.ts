import {
  bulanDari,
  hariTidakHadir,
  type LogHarian,
  type PolaTampil,
  polaTampil,
  type RingkasBulan,
  ringkasBulan,
  skpPada,
  tambahHari,
  tanpaAbsen,
} from '../../../shared/domain/index.ts';
import type { RecordOf } from '../../../shared/records/index.ts';
import { openDrafts } from '../../actions/index.ts';
import type { App } from '../../app/context.ts';
import { hariIniDi } from '../../app/hari.ts';
import {
  type AccountStore,
  alamatTentang,
  asJustWritten,
  type Draft,
  type EntriRow,
  entriById,
  entriInMonth,
  entriRecent,
  entriReturned,
  entriUnsettled,
  evaluasiDijawab,
  type KendalaRow,
  kendalaOf,
  newestFirst,
  type PolaDibaca,
  pegawaiOf,
  polaDibaca,
  type RecordRow,
  readTogether,
  satkerOf,
  sejakBertugas,
  skpAll,
  tentangAll,
  type UmpanRow,
  unreadUmpan,
} from '../../store/index.ts';

/** Entries that the usual number of a day is taken from. */
const TERAKHIR = 60;
/** Days for which the home screen still speaks of a kendala. */
const KENDALA_BARU_HARI = 14;

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
  readonly log: LogHarian;
  /** Working days of the month before today that the school wants filled in and are not, the oldest first. */
  readonly kosongWajib: readonly string[];
  readonly pola: readonly PolaTampil[];
  readonly dikembalikan: readonly EntriRow[];
  readonly skpKembali: boolean;
  readonly evaluasi: readonly RecordOf<'evaluasi'>[];
  readonly ditolak: number;
  readonly duaVersi: readonly EntriRow[];
  readonly pesan: readonly UmpanRow[];
  /** Where the first of them is read. */
  readonly tujuanPesan: string;
  /** Unfinished forms, the last worked on first. */
  readonly draf: readonly Draft[];
  readonly pernahMencatat: boolean;
  /** The last that she said of why she cannot fill in, where it is of late. */
  readonly kendala: KendalaRow | undefined;
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

/** What was read of a person's day, before anything is worked out from it. */
type Bacaan = {
  readonly pegawai: DataBeranda['pegawai'];
  readonly satker: DataBeranda['satker'];
  readonly sebulan: readonly EntriRow[];
  readonly terbaru: readonly EntriRow[];
  readonly pola: PolaDibaca;
  readonly dikembalikan: readonly EntriRow[];
  readonly belum: readonly EntriRow[];
  readonly pesan: readonly UmpanRow[];
  readonly tujuanPesan: string;
  readonly draf: readonly Draft[];
  readonly skp: readonly RecordOf<'skp'>[];
  readonly evaluasi: readonly RecordOf<'evaluasi'>[];
  readonly kendala: readonly KendalaRow[];
  /** The first day that she owes; empty where no day is taken out. */
  readonly sejak: string;
};

/**
 * The last reading, kept while an account is open: a screen that is come back to is drawn from it at once, and again when
 * the database has answered. It goes with the store that it was read from.
 */
const terakhir = new WeakMap<AccountStore, { readonly hariIni: string; readonly bacaan: Bacaan }>();

/** Reads it all at once, so that the screen is painted once. */
export const dataBeranda = async (app: App, hariIni: string): Promise<DataBeranda> => {
  const bacaan = await readTogether(app.store, () => baca(app, hariIni));
  terakhir.set(app.store, { hariIni, bacaan });
  return susun(app, hariIni, bacaan);
};

/** Reads the home screen ahead, so that its first frame has the day in it. */
export const siapkanBeranda = (app: App): Promise<void> =>
  readTogether(app.store, async () => {
    const satker = await satkerOf(app.store, app.diri);
    await dataBeranda(app, hariIniDi(app, satker));
  });

/** What was last read of that day; undefined where it was another day, or nothing has been read yet. */
export const berandaTerakhir = (app: App, hariIni: string): DataBeranda | undefined => {
  const last = terakhir.get(app.store);
  return last?.hariIni === hariIni ? susun(app, hariIni, last.bacaan) : undefined;
};

/** A month as the home screen has read it, for its list; undefined for any other month. */
export const bulanTerakhir = ({ store }: App, bulan: string): Bacaan | undefined => {
  const last = terakhir.get(store);
  return last && bulanDari(last.hariIni) === bulan ? last.bacaan : undefined;
};

/** What was just committed: by its id, and as it was stored where it is new. */
type BaruTersimpan = {
  readonly id: string;
  readonly draftId: string;
  readonly made?: RecordRow | undefined;
};

/** The entry as the database has it now; of a new one without photos that is known without asking. */
const entriTersimpan = async ({ store, engine }: App, { id, made }: BaruTersimpan) => {
  if (!made || (made.visible as RecordOf<'entri'>).content.foto.length > 0)
    return readTogether(store, () => entriById(store, id));
  const { problem, nextAt, sending } = engine.status.peek();
  return asJustWritten(made, {
    attempt: { code: problem?.code ?? null, at: problem?.at ?? 0, nextAt },
    sending,
  });
};

/**
 * Puts an entry that was just committed into the last reading, as the database has it now, and takes out the draft that it
 * came from: it is to be seen with the first frame after "Simpan".
 */
export const ingatTersimpan = async (app: App, baru: BaruTersimpan): Promise<void> => {
  const { store } = app;
  const { id, draftId } = baru;
  const last = terakhir.get(store);
  if (!last) return;
  // It is saved, whatever comes of this.
  const entri = await entriTersimpan(app, baru).catch(() => undefined);
  if (!entri) return void terakhir.delete(store);
  const { hariIni, bacaan } = last;
  const tanpa = (list: readonly EntriRow[]): EntriRow[] => list.filter((one) => one.id !== id);
  const dengan = (list: readonly EntriRow[]): EntriRow[] => [...tanpa(list), entri].sort(newestFirst);
  const sebulanItu = bulanDari(entri.content.tanggal) === bulanDari(hariIni);
  terakhir.set(store, {
    hariIni,
    bacaan: {
      ...bacaan,
      sebulan: (sebulanItu ? dengan : tanpa)(bacaan.sebulan),
      terbaru: dengan(bacaan.terbaru),
      draf: bacaan.draf.filter((draf) => draf.id !== draftId),
    },
  });
};

const baca = async (app: App, hariIni: string): Promise<Bacaan> => {
  const { store, actor, diri } = app;
  const [
    pegawai,
    satker,
    sebulan,
    terbaru,
    pola,
    dikembalikan,
    belum,
    pesan,
    draf,
    skp,
    kendala,
    sejak,
    evaluasi,
  ] = await Promise.all([
    pegawaiOf(store, actor.id),
    satkerOf(store, diri),
    entriInMonth(store, actor.id, bulanDari(hariIni)),
    entriRecent(store, actor.id, TERAKHIR),
    polaDibaca(store, actor.id),
    entriReturned(store, actor.id),
    entriUnsettled(store, actor.id),
    unreadUmpan(store, actor.id),
    openDrafts(app),
    skpAll(store, actor.id),
    kendalaOf(store, actor.id),
    sejakBertugas(store, { shard: diri, saya: actor.id }),
    evaluasiDijawab(store, actor.id),
  ]);
  const [pertama] = pesan.filter(({ owner }) => owner === actor.id);
  const tentang = pertama?.content.tentang ?? '';
  const tujuanPesan = alamatTentang(tentang ? (await tentangAll(store, [tentang])).get(tentang) : undefined);
  return {
    pegawai,
    satker,
    sebulan,
    terbaru,
    pola,
    dikembalikan,
    belum,
    pesan,
    tujuanPesan,
    draf,
    skp,
    kendala,
    sejak,
    evaluasi,
  };
};

/** Days on which she was ill or on leave, but for what the server would not have. */
export const absenDari = (kendala: readonly KendalaRow[], owner: string): ReadonlySet<string> =>
  hariTidakHadir(kendala.filter(({ lokal }) => lokal !== 'ditolak')).get(owner) ?? new Set();

const susun = ({ actor }: App, hariIni: string, bacaan: Bacaan): DataBeranda => {
  const {
    pegawai,
    satker,
    sebulan,
    terbaru,
    pola,
    dikembalikan,
    belum,
    pesan,
    tujuanPesan,
    draf,
    skp,
    kendala,
    sejak,
    evaluasi,
  } = bacaan;
  const bulan = tanpaAbsen(
    ringkasBulan(bulanDari(hariIni), sebulan, satker?.content ?? null, hariIni),
    absenDari(kendala, actor.id),
    sejak,
  );
  const log = satker?.content.logHarian ?? 'opsional';
  return {
    pegawai,
    satker,
    log,
    kosongWajib: log === 'wajib' ? bulan.kosong.filter((tanggal) => tanggal < hariIni) : [],
    hariIni: sebulan.filter(({ content }) => content.tanggal === hariIni),
    biasa: biasaSehari(terbaru, hariIni),
    terakhir: hariTerakhir(terbaru, hariIni),
    bulan,
    pola: polaTampil(pola, skpPada(skp, hariIni)?.content ?? null),
    dikembalikan: dikembalikan.filter(
      ({ kirim }) => kirim.kunci === 'terkirim' || kirim.kunci === 'teks-terkirim',
    ),
    evaluasi,
    skpKembali: skp.some(({ state }) => state.tahap === 'DIKEMBALIKAN'),
    ditolak: belum.filter(({ kirim }) => kirim.kunci === 'perlu-diperbaiki').length,
    duaVersi: belum.filter(({ kirim }) => kirim.kunci === 'dua-versi'),
    pesan: pesan.filter(({ owner }) => owner === actor.id),
    tujuanPesan,
    draf,
    pernahMencatat: terbaru.length > 0,
    kendala: kendala.find(
      ({ state, content }) =>
        state.tahap !== 'DITARIK' && content.selesai >= tambahHari(hariIni, -KENDALA_BARU_HARI),
    ),
  };
};
