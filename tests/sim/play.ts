import {
  type Acting,
  ajukanEntri,
  bacaUmpan,
  buangPerintah,
  bukaBulan,
  bukaLagiEntri,
  catatEntri,
  hapusEntri,
  kembalikanEntri,
  kunciBulan,
  newDraft,
  perbaikiEntri,
  pilihVersi,
  pulihkanEntri,
  setujuiEntri,
  tarikEntri,
  tulisUmpan,
  ubahEntri,
} from '../../client/actions/index.ts';
import { type AccountDatabase, getMeta, type JournalRow, putPhoto } from '../../client/store/index.ts';
import type { Entri, FotoRujukan, RecordOf } from '../../shared/records/index.ts';
import { anEntri } from '../support/builders.ts';
import { orDead, type SimPhone } from './phone.ts';
import { aPhoto } from './photo.ts';
import type { Step } from './steps.ts';
import { actOf } from './witness.ts';
import type { World } from './world.ts';

/** Whoever acts in a step: the phone, which of its accounts, and that account's screen. */
type Scene = {
  readonly world: World;
  readonly phone: SimPhone;
  readonly acting: Acting;
  readonly db: AccountDatabase;
};
type Of<D extends Step['do']> = Extract<Step, { do: D }>;
type Act<D extends Step['do']> = (scene: Scene, step: Of<D>) => Promise<unknown>;

const MONTHS = ['2024-01', '2024-02', '2024-03'];

const textOf = (teks: number): Entri =>
  anEntri({
    tanggal: `${MONTHS[teks % 3]}-${String(10 + (teks % 18)).padStart(2, '0')}`,
    mulai: `${String(6 + (teks % 9)).padStart(2, '0')}:00`,
    selesai: `${String(7 + (teks % 9)).padStart(2, '0')}:30`,
    uraian: `Kegiatan nomor ${teks} di sekolah`,
  });

/** Device and number: the hash behind them holds what the phone's clock showed, and must not say who is meant. */
const numberOf = (id: string): string => id.slice(0, id.lastIndexOf('.'));

const picked = async (db: AccountDatabase, keys: Promise<string[]>, pick: number) => {
  const sorted = (await keys).sort();
  const number = numberOf(sorted[pick % Math.max(1, sorted.length)] ?? '');
  const same = sorted.filter((id) => numberOf(id) === number);
  const [only] = same;
  if (only === undefined) return undefined;
  if (same.length === 1) return db.records.get(only);
  // Copies of one phone number alike: they are told apart by their texts.
  const rows = (await db.records.bulkGet(same)).map(
    (row) => [JSON.stringify(row?.visible.content), row] as const,
  );
  rows.sort(([one], [other]) => (one < other ? -1 : 1));
  return rows[(pick % sorted.length) - sorted.indexOf(only)]?.[1];
};

const own = ({ db, acting }: Scene, pick: number) => {
  const me = acting.actor.id;
  return picked(
    db,
    db.records.where('[kind+owner+tanggal]').between(['entri', me, ''], ['entri', me, '9']).primaryKeys(),
    pick,
  );
};
const inStage = ({ db }: Scene, tahap: string, pick: number) =>
  picked(db, db.records.where('[kind+tahap]').equals(['entri', tahap]).primaryKeys(), pick);
const withLokal = ({ db }: Scene, lokal: string, pick: number) =>
  picked(db, db.records.where('lokal').equals(lokal).primaryKeys(), pick);

const onOwn =
  (verb: (acting: Acting, id: string) => Promise<unknown>) =>
  async (scene: Scene, { pick }: { readonly pick: number }): Promise<unknown> => {
    const row = await own(scene, pick);
    return row && verb(scene.acting, row.id);
  };

/** The picture as the form leaves it: stored, and named by what will be saved. */
const addPhoto = async ({ db, acting }: Scene, teks: number): Promise<FotoRujukan[]> => {
  const { foto, bytes } = aPhoto(teks);
  await db.transaction('rw', [db.photos, db.bytes, db.thumbs], () =>
    putPhoto(db, { foto, bytes, thumb: { bytes: bytes.slice(0, 64), mime: 'image/jpeg' } }, acting.clock()),
  );
  return [foto];
};

const catat: Act<'catat'> = async (scene, { foto, draf, teks }) => {
  const { acting } = scene;
  const content = { ...textOf(teks), foto: foto ? await addPhoto(scene, teks) : [] };
  const draft = draf ? await newDraft(acting, { values: content, foto: content.foto }) : null;
  return catatEntri(acting, content, { draftId: draft?.id });
};

const ubah: Act<'ubah' | 'perbaiki'> = async (scene, { pick, teks }) => {
  const row = await own(scene, pick);
  return row && ubahEntri(scene.acting, row.id, textOf(teks));
};

const lettingGo = async <T>({ world }: Scene, work: () => Promise<T>): Promise<T> => {
  world.witness.givingUp = true;
  try {
    return await work();
  } finally {
    world.witness.givingUp = false;
  }
};

const perbaiki: Act<'ubah' | 'perbaiki'> = async (scene, { pick, teks }) => {
  const row = await withLokal(scene, 'ditolak', pick);
  if (row?.kind !== 'entri') return null;
  return lettingGo(scene, () => perbaikiEntri(scene.acting, row.id, textOf(teks)));
};

const buang: Act<'buang'> = async (scene, { pick }) => {
  const refused = await scene.db.journal.where('status').equals('ditolak').toArray();
  const said = ({ kind, body }: JournalRow): string => JSON.stringify([kind, body]);
  refused.sort((one, other) => one.number - other.number || (said(one) < said(other) ? -1 : 1));
  const row = refused[pick % Math.max(1, refused.length)];
  return row && lettingGo(scene, () => buangPerintah(scene.acting, row.id));
};

const pilih: Act<'pilih'> = async (scene, { pick, pakai }) => {
  const row = await withLokal(scene, 'beda', pick);
  const variant = row?.visible.variants[0];
  return row && variant && pilihVersi(scene.acting, row.id, variant.id, pakai);
};

const lihat = async (scene: Scene, { pick }: { readonly pick: number }): Promise<void> => {
  const row = await inStage(scene, 'DIAJUKAN', pick);
  if (!row) return;
  const { id, head, content } = row.visible as RecordOf<'entri'>;
  scene.phone.onScreen = { id, head, uraian: content?.uraian ?? '' };
};

const setujui = async (scene: Scene, step: { readonly pick: number }): Promise<void> => {
  const { phone, world, acting } = scene;
  if (!phone.onScreen) await lihat(scene, step);
  const seen = phone.onScreen;
  if (!seen) return;
  phone.onScreen = null;
  const act = actOf(acting.actor.id, { kind: 'entri.setujui', at: acting.clock(), body: {} });
  world.witness.seen.set(act, seen.uraian);
  await setujuiEntri(acting, [
    { id: seen.id, head: seen.head } as Parameters<typeof setujuiEntri>[1][number],
  ]);
};

const kembalikan: Act<'kembalikan' | 'umpan'> = async (scene, { pick, teks }) => {
  const row = await inStage(scene, 'DIAJUKAN', pick);
  return row && kembalikanEntri(scene.acting, row.id, `Alasan nomor ${teks}`);
};

const umpan: Act<'kembalikan' | 'umpan'> = async (scene, { pick, teks }) => {
  const row = (await inStage(scene, 'DIAJUKAN', pick)) ?? (await own(scene, pick));
  const guru = row?.owner ?? scene.acting.actor.id;
  return tulisUmpan(scene.acting, { guru, tentang: row?.id ?? null, teks: `Pesan nomor ${teks}` });
};

const baca: Act<'bacaUmpan'> = async (scene) => {
  const [first] = (await scene.db.records.where('kind').equals('umpan').primaryKeys()).sort();
  return first && bacaUmpan(scene.acting, [first]);
};

const bulan: Act<'bulan'> = ({ acting, world }, { kunci }) => {
  const month = MONTHS[Math.floor(world.clock.now() / 7_000) % MONTHS.length] ?? '';
  return kunci ? kunciBulan(acting, month) : bukaBulan(acting, month, 'Dibuka lagi untuk perbaikan');
};

const ACTS: Partial<Record<Step['do'], (scene: Scene, step: never) => Promise<unknown>>> = {
  catat,
  ubah,
  perbaiki,
  buang,
  pilih,
  lihat,
  setujui,
  kembalikan,
  umpan,
  bulan,
  bacaUmpan: baca,
  hapus: onOwn(hapusEntri),
  pulihkan: onOwn(pulihkanEntri),
  tarik: onOwn(tarikEntri),
  ajukan: onOwn(ajukanEntri),
  bukaLagi: async (scene: Scene, { pick }: Of<'bukaLagi'>) => {
    const row = (await inStage(scene, 'DISETUJUI', pick)) ?? (await inStage(scene, 'DIKEMBALIKAN', pick));
    return row && bukaLagiEntri(scene.acting, row.id);
  },
};

/** Which account of a phone a step means: whoever is signed in, or one of the others that were here. */
export const accountOf = (phone: SimPhone, siapa: number): string | undefined => {
  const known = [...phone.known].sort();
  return siapa === 0 ? (phone.active ?? known[0]) : known[siapa % Math.max(1, known.length)];
};

/** Does what a person does on a phone, which may die over it. False for a step that is no such act. */
export const playAct = async (world: World, step: Step): Promise<boolean> => {
  const play = ACTS[step.do];
  if (!play || !('p' in step)) return false;
  const phone = world.phones[step.p];
  const account = phone && 'siapa' in step ? accountOf(phone, step.siapa) : undefined;
  if (!phone || !account) return true;
  const acting = await phone.acting(account);
  if (!acting) return true;
  const scene: Scene = { world, phone, acting, db: acting.store.db };
  if ('mati' in step && step.mati !== undefined) phone.disk.life.left = step.mati;
  await orDead(() => play(scene, step as never));
  return true;
};

/** Id that the server knows a phone's account by. */
export const deviceOf = async (phone: SimPhone, account: string): Promise<string | undefined> => {
  const store = await phone.store(account);
  return store ? (await getMeta(store.db, 'saya'))?.device : undefined;
};
