import { Dexie } from 'dexie';
import { skpBacaan, skpPada, tambahHari } from '../../shared/domain/index.ts';
import type { RecordOf, Skp } from '../../shared/records/index.ts';
import type { AccountDatabase, AccountStore, RecordRow } from './database.ts';
import { asEntri, type EntriRow } from './entri-row.ts';

const alive = ({ hapus }: RecordRow): boolean => hapus === 0;

/**
 * Rows of a range: all at once, then sifted here. A sieve inside the query makes the browser hand them over one by one,
 * which costs a phone ten times as much.
 */
const sift = async (
  range: { toArray: () => PromiseLike<RecordRow[]> },
  keep: (row: RecordRow) => boolean = alive,
): Promise<RecordRow[]> => (await range.toArray()).filter(keep);
const ofOwner = (db: AccountDatabase, owner: string, from: string, to: string) =>
  db.records.where('[kind+owner+tanggal]').between(['entri', owner, from], ['entri', owner, to], true, true);

/** For dates and hours: by their signs. The order of words in a language costs a slow phone a tenth of a second to set up. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a person wrote down for a day, in no order and without how it stands on its way: what a new entry is held against. */
export const isiPadaTanggal = async (
  { db }: AccountStore,
  owner: string,
  tanggal: string,
): Promise<RecordOf<'entri'>[]> =>
  (await sift(ofOwner(db, owner, tanggal, tanggal))).map(({ visible }) => visible as RecordOf<'entri'>);

/** Entries of a day, by the hour they begin. */
export const entriOnDate = async (
  { db }: AccountStore,
  owner: string,
  tanggal: string,
): Promise<EntriRow[]> => {
  const rows = await sift(ofOwner(db, owner, tanggal, tanggal));
  return (await asEntri(db, rows)).sort((a, b) => inOrder(a.content.mulai, b.content.mulai));
};

/** Newest day first, within a day by hour. */
export const newestFirst = (a: EntriRow, b: EntriRow): number =>
  inOrder(b.content.tanggal, a.content.tanggal) || inOrder(a.content.mulai, b.content.mulai);

/** Entries of a month (`YYYY-MM`), newest day first, within a day by hour. */
export const entriInMonth = async (
  { db }: AccountStore,
  owner: string,
  bulan: string,
): Promise<EntriRow[]> => {
  const rows = await sift(ofOwner(db, owner, `${bulan}-00`, `${bulan}-99`));
  return (await asEntri(db, rows)).sort(newestFirst);
};

/** One entry, deleted or not. */
export const entriById = async ({ db }: AccountStore, id: string): Promise<EntriRow | undefined> => {
  const row = await db.records.get(id);
  return row?.kind === 'entri' ? (await asEntri(db, [row]))[0] : undefined;
};

/** True where the version that is shown as the current one was made here and no server has it yet. */
export const isHeadUnsent = async ({ db }: AccountStore, head: string): Promise<boolean> => {
  const status = (await db.journal.get(head))?.status;
  return status === 'antri' || status === 'menunggu';
};

const A_YEAR = 366;
const A_FORTNIGHT = 16;

/** The newest entries of a person: what guesses are made from. */
export const entriRecent = async (
  { db }: AccountStore,
  owner: string,
  limit: number,
): Promise<EntriRow[]> => {
  const last = await ofOwner(db, owner, '', '9').last();
  let [found, to, days] = [[] as RecordRow[], last?.tanggal ?? '', A_FORTNIGHT];
  // Backwards in ever longer stretches: what is read from the end would come row by row.
  while (to !== '' && found.length < limit) {
    const from = days > A_YEAR ? '' : tambahHari(to, -days);
    found = [...(await sift(ofOwner(db, owner, from, to))), ...found];
    to = from && tambahHari(from, -1);
    days *= 4;
  }
  return asEntri(db, found.reverse().slice(0, limit));
};

/** Entries that the head gave back and that wait for their author. */
export const entriReturned = async ({ db }: AccountStore, owner: string): Promise<EntriRow[]> =>
  asEntri(
    db,
    await sift(
      db.records.where('[kind+tahap]').equals(['entri', 'DIKEMBALIKAN']),
      (row) => alive(row) && row.owner === owner,
    ),
  );

/** "Baru dihapus": deleted entries of the last 30 days before `today`. */
export const entriDeleted = async ({ db }: AccountStore, owner: string): Promise<EntriRow[]> => {
  const rows = await ofOwner(db, owner, '', '9')
    .reverse()
    .filter((row) => !alive(row) && row.visible.content !== null)
    .limit(100)
    .toArray();
  return asEntri(db, rows);
};

/** Entries that still have something to settle: not sent, refused, or in two versions. */
export const entriUnsettled = async ({ db }: AccountStore, owner: string): Promise<EntriRow[]> =>
  asEntri(
    db,
    (
      await Promise.all(
        // By the alphabet, in which only `bersih` lies between them.
        (
          [
            ['antri', 'beda'],
            ['ditahan', 'ditolak'],
          ] as const
        ).map(([first, last]) =>
          sift(
            db.records.where('lokal').between(first, last, true, true),
            (row) => row.kind === 'entri' && row.owner === owner,
          ),
        ),
      )
    ).flat(),
  );

/**
 * Entries whose photos have not arrived, from the last one on and only as far back as there are photos to find: they are
 * of these days, and all of hers are thousands. How many photos belong to none of hers (to a proposal, say) comes along.
 */
export const entriDenganFoto = async (
  { db }: AccountStore,
  owner: string,
): Promise<{ readonly entri: EntriRow[]; readonly lainnya: number }> => {
  const cari = new Set((await db.photos.where('status').equals('antri').toArray()).map(({ sha }) => sha));
  const rows: RecordRow[] = [];
  const isAll = (): boolean => cari.size === 0;
  if (!isAll())
    await ofOwner(db, owner, '', '9')
      .reverse()
      .until(isAll)
      .each((row) => {
        const foto = (row.visible as RecordOf<'entri'>).content?.foto ?? [];
        const punya = foto.filter(({ sha }) => cari.delete(sha));
        if (punya.length > 0) rows.push(row);
      });
  return { entri: await asEntri(db, rows), lainnya: cari.size };
};

/** What a list is narrowed to. */
export type SearchFilter = {
  readonly tahap?: string | undefined;
  readonly diHp?: boolean | undefined;
  readonly bulan?: string | undefined;
};

/** Entries whose text, note, unit or RHK holds every word; newest first. */
export const entriSearch = async (
  { db }: AccountStore,
  owner: string,
  words: string,
  filter: SearchFilter = {},
): Promise<EntriRow[]> => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const [from, to] = filter.bulan ? [`${filter.bulan}-00`, `${filter.bulan}-99`] : ['', '9'];
  const rows = await sift(ofOwner(db, owner, from, to), (row) => {
    if (
      !alive(row) ||
      (filter.tahap && row.tahap !== filter.tahap) ||
      (filter.diHp && row.lokal === 'bersih')
    )
      return false;
    const { uraian, catatan, satuan, rhk } = (row.visible as RecordOf<'entri'>).content;
    const haystack = `${uraian} ${catatan} ${satuan} ${rhk ?? ''}`.toLowerCase();
    return wanted.every((word) => haystack.includes(word));
  });
  return (await asEntri(db, rows)).sort(newestFirst);
};

/** Says of a row of an entry whether its month is locked in its school: then nobody can decide on it. */
export const dalamBulanTerkunci = async (db: AccountDatabase): Promise<(row: RecordRow) => boolean> => {
  const terkunci = new Map(
    (await sift(db.records.where('kind').equals('satker'))).map(({ shard, visible }) => [
      shard,
      (visible as RecordOf<'satker'>).content.bulanTerkunci,
    ]),
  );
  return ({ shard, tanggal }) => terkunci.get(shard)?.includes((tanggal ?? '').slice(0, 7)) ?? false;
};

/** What awaits the head: everything that others handed in, oldest first. Nobody decides on himself. */
export const entriAwaiting = async ({ db, accountId }: AccountStore): Promise<EntriRow[]> => {
  // Asked for together: a live query watches only what it asks for before it has waited.
  const [terkunci, semua] = await Promise.all([
    dalamBulanTerkunci(db),
    sift(
      db.records.where('[kind+tahap]').equals(['entri', 'DIAJUKAN']),
      (row) => alive(row) && row.owner !== accountId,
    ),
  ]);
  const rows = semua.filter((row) => !terkunci(row));
  return (await asEntri(db, rows)).sort(
    (a, b) => inOrder(a.content.tanggal, b.content.tanggal) || inOrder(a.content.mulai, b.content.mulai),
  );
};

const rowsOfKind = (
  { db }: AccountStore,
  kind: 'skp' | 'evaluasi' | 'pegawai' | 'jadwal' | 'satker' | 'umpan' | 'matriks',
  owner?: string,
): Promise<RecordRow[]> =>
  sift(
    owner === undefined
      ? db.records.where('kind').equals(kind)
      : db.records
          .where('[kind+owner+tanggal]')
          .between([kind, owner, Dexie.minKey], [kind, owner, Dexie.maxKey]),
  );
const ofKind = async <K extends Parameters<typeof rowsOfKind>[1]>(
  store: AccountStore,
  kind: K,
  owner?: string,
): Promise<RecordOf<K>[]> =>
  (await rowsOfKind(store, kind, owner)).map(({ visible }) => visible as RecordOf<K>);

export const skpAll = (store: AccountStore, owner: string): Promise<RecordOf<'skp'>[]> =>
  ofKind(store, 'skp', owner);
/** A person's evaluations that her penilai has answered and she has not: results that nobody has read, and what was given back. */
export const evaluasiDijawab = async (store: AccountStore, owner: string): Promise<RecordOf<'evaluasi'>[]> =>
  (await ofKind(store, 'evaluasi', owner)).filter(
    ({ state: { tahap, dibaca } }) => tahap === 'DIKEMBALIKAN' || (tahap === 'DITETAPKAN' && !dibaca),
  );
/** The SKP in force on a date, or in a month or year (`2026-11`, `2026`). */
export const skpOf = async (
  store: AccountStore,
  owner: string,
  pada: string,
): Promise<RecordOf<'skp'> | undefined> => skpPada(await skpAll(store, owner), pada);
/** {@link skpOf} with what older versions held: for reading what was recorded under them. */
export const skpUntukBaca = async (store: AccountStore, owner: string, pada: string): Promise<Skp | null> =>
  skpBacaan(await skpAll(store, owner), pada);
export const matriksAll = (store: AccountStore): Promise<RecordOf<'matriks'>[]> => ofKind(store, 'matriks');
/** The people of a shard by name: an atasan holds those of the schools where somebody objected, too. */
export const pegawaiAll = async (store: AccountStore, shard: string): Promise<RecordOf<'pegawai'>[]> =>
  (await ofKind(store, 'pegawai'))
    .filter((one) => one.shard === shard)
    .sort((a, b) => a.content.nama.localeCompare(b.content.nama));
export const pegawaiOf = async (
  store: AccountStore,
  owner: string,
): Promise<RecordOf<'pegawai'> | undefined> => (await ofKind(store, 'pegawai', owner))[0];
/** Her own before what the school has set; of two of her own what this phone has yet to send, then what the server took last. */
const bobotJadwal = ({ tahap, lokal, n }: RecordRow): number =>
  tahap !== 'SENDIRI' ? -1 : lokal === 'antri' ? Number.MAX_VALUE : n;
/** The timetable that holds for a person. */
export const jadwalOf = async (store: AccountStore, owner: string): Promise<RecordOf<'jadwal'> | undefined> =>
  (await rowsOfKind(store, 'jadwal', owner)).sort((a, b) => bobotJadwal(b) - bobotJadwal(a))[0]?.visible as
    | RecordOf<'jadwal'>
    | undefined;
export const satkerOf = async (store: AccountStore, shard: string): Promise<RecordOf<'satker'> | undefined> =>
  (await ofKind(store, 'satker')).find((satker) => satker.shard === shard);

/** A message with when it was written on this phone or reached it. */
export type UmpanRow = RecordOf<'umpan'> & { readonly n: number; readonly terkirim: boolean };

const umpanRows = async ({ db }: AccountStore, owner?: string): Promise<UmpanRow[]> => {
  const rows = await sift(
    db.records.where('kind').equals('umpan'),
    (row) => alive(row) && (owner === undefined || row.owner === owner),
  );
  const order = (n: number): number => (n === 0 ? Number.MAX_SAFE_INTEGER : n);
  return rows
    .sort((a, b) => order(a.n) - order(b.n) || a.dicatatPada - b.dicatatPada)
    .map((row) => ({ ...(row.visible as RecordOf<'umpan'>), n: row.n, terkirim: row.lokal === 'bersih' }));
};

export const umpanAbout = async (store: AccountStore, record: string): Promise<UmpanRow[]> =>
  (await umpanRows(store)).filter(({ content }) => content.tentang === record);
export const umpanFor = (store: AccountStore, owner: string): Promise<UmpanRow[]> => umpanRows(store, owner);
export const unreadUmpan = async (store: AccountStore, me: string): Promise<UmpanRow[]> =>
  (await umpanRows(store)).filter(({ content, state }) => content.dari !== me && state.tahap !== 'DIBACA');
