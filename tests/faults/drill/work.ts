import {
  ajukanEntri,
  bacaUmpan,
  bukaBulan,
  bukaLagiEntri,
  catatBanyak,
  catatEntri,
  type Done,
  hapusEntri,
  hapusPola,
  kembalikanEntri,
  kunciBulan,
  pulihkanEntri,
  setujuiEntri,
  simpanPola,
  tarikEntri,
  tulisUmpan,
  ubahEntri,
  ubahPola,
} from '../../../client/actions/index.ts';
import { bulanDari, tambahBulan, tanggalPada } from '../../../shared/domain/index.ts';
import type { Entri, Pola } from '../../../shared/records/index.ts';
import type { Phone } from './phone.ts';
import { takePhoto } from './photo.ts';

/** The people of a drill with their phones; `second` is another phone of the first teacher. */
export type Staff = {
  readonly head: Phone;
  readonly teachers: readonly Phone[];
  readonly second: Phone | null;
};

/** Which stretch of work it is; each has entries, photos and texts of its own. */
export type Stretch = { readonly name: string; readonly number: number };

const today = (): string => tanggalPada(Date.now(), 'Asia/Jakarta');
const lastMonth = (): string => tambahBulan(bulanDari(today()), -1);

const idOf = (done: Done): string => {
  if (!done.ok) throw new Error(`an act was refused: ${done.code}`);
  return done.id;
};
const all = (done: readonly Done[]): string[] => done.map(idOf);

const anEntri = ({ name }: Stretch, i: number, part: Partial<Entri> = {}): Entri => ({
  tanggal: today(),
  mulai: `${String(7 + (i % 8)).padStart(2, '0')}:00`,
  selesai: `${String(7 + (i % 8)).padStart(2, '0')}:45`,
  rhk: null,
  rencanaAksi: null,
  uraian: `${name}: mengajar pertemuan ke-${i}`,
  realisasi: 1 + (i % 3),
  satuan: 'JP',
  catatan: i % 2 ? '' : 'sinyal hilang, diisi malam',
  tautan: [],
  foto: [],
  ...part,
});

const aPola = ({ name }: Stretch, nama: string): Pola => ({
  nama: `${nama} (${name})`,
  rhk: null,
  rencanaAksi: null,
  uraian: 'Mengajar sesuai jadwal kelas',
  satuan: 'JP',
  realisasi: 2,
  mulai: '07:00',
  selesai: '08:10',
});

const patterns = async ({ acting }: Phone, stretch: Stretch): Promise<void> => {
  const kept = idOf(await simpanPola(acting, aPola(stretch, 'Rutin')));
  const gone = idOf(await simpanPola(acting, aPola(stretch, 'Sekali')));
  idOf(await ubahPola(acting, kept, aPola(stretch, 'Rutin pagi')));
  idOf(await hapusPola(acting, gone));
};

/** What a teacher does in a stretch, all before the next signal: records, with a photo, changes, deletes, takes back, asks. */
export const teach = async (phone: Phone, stretch: Stretch): Promise<void> => {
  const { acting, warga } = phone;
  const foto = [await takePhoto(phone, stretch.number * 10), await takePhoto(phone, stretch.number * 10 + 1)];
  const withPhotos = idOf(await catatEntri(acting, anEntri(stretch, 0, { foto })));
  const many = await catatBanyak(
    acting,
    [1, 2, 3, 4, 5].map((i) => anEntri(stretch, i)),
  );
  if (!many.ok) throw new Error(many.code);
  const [changed = '', deleted = '', revived = '', withdrawn = '', sentAgain = ''] = many.ids;
  idOf(
    await ubahEntri(acting, changed, anEntri(stretch, 1, { uraian: `${stretch.name}: sudah dibetulkan` })),
  );
  idOf(await hapusEntri(acting, deleted));
  idOf(await hapusEntri(acting, revived));
  idOf(await pulihkanEntri(acting, revived));
  idOf(await tarikEntri(acting, withdrawn));
  idOf(await tarikEntri(acting, sentAgain));
  idOf(await ajukanEntri(acting, sentAgain));
  idOf(
    await tulisUmpan(acting, { guru: warga.id, tentang: withPhotos, teks: `${stretch.name}: mohon dilihat` }),
  );
  await patterns(phone, stretch);
};

const visible = async ({ db }: Phone, kind: string, name: string) =>
  (await db.records.where('kind').equals(kind).toArray())
    .filter(({ visible: { content } }) => JSON.stringify(content)?.includes(name))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** What the head does: approves a third, gives a third back, opens one again, answers, reads, locks the month before. */
const review = async (head: Phone, { name }: Stretch): Promise<void> => {
  const { acting } = head;
  const open = (await visible(head, 'entri', name)).filter(
    ({ tahap, hapus }) => tahap === 'DIAJUKAN' && !hapus,
  );
  const approved = all(
    await setujuiEntri(
      acting,
      open.filter((_, i) => i % 3 === 0).map(({ id }) => id),
    ),
  );
  for (const { id } of open.filter((_, i) => i % 3 === 1))
    idOf(await kembalikanEntri(acting, id, `${name}: tambahkan fotonya`));
  idOf(await bukaLagiEntri(acting, approved[0] ?? ''));
  const questions = await visible(head, 'umpan', name);
  all(
    await bacaUmpan(
      acting,
      questions.map(({ id }) => id),
    ),
  );
  for (const { owner, visible: seen } of questions) {
    const { tentang } = seen.content as { tentang: string | null };
    idOf(await tulisUmpan(acting, { guru: owner, tentang, teks: `${name}: sudah saya lihat` }));
  }
  idOf(await kunciBulan(acting, lastMonth()));
};

/** A teacher answers: mends what came back, reads what was written to her. */
const answer = async (phone: Phone, { name }: Stretch): Promise<void> => {
  const { acting, warga } = phone;
  const back = (await visible(phone, 'entri', name)).filter(
    ({ tahap, tanggal }) => tahap === 'DIKEMBALIKAN' && bulanDari(tanggal) !== lastMonth(),
  );
  for (const { id, visible: seen } of back) {
    const content = seen.content as Entri;
    idOf(await ubahEntri(acting, id, { ...content, catatan: `${name}: foto sudah ditambahkan` }));
  }
  const letters = (await visible(phone, 'umpan', name)).filter(
    ({ visible: seen }) => (seen.content as { dari: string }).dari !== warga.id,
  );
  all(
    await bacaUmpan(
      acting,
      letters.map(({ id }) => id),
    ),
  );
};

/** The same entry changed on two phones without a signal: one text is current, the other stands beside it. */
const onTwoPhones = async (first: Phone, second: Phone, stretch: Stretch): Promise<void> => {
  const id = idOf(await catatEntri(first.acting, anEntri(stretch, 7)));
  await first.run();
  await second.run();
  for (const [phone, which] of [
    [first, 'pertama'],
    [second, 'kedua'],
  ] as const)
    idOf(
      await ubahEntri(phone.acting, id, anEntri(stretch, 7, { uraian: `${stretch.name}: dari HP ${which}` })),
    );
  await first.run();
  await second.run();
};

const runAll = async (phones: readonly Phone[]): Promise<void> => {
  const troubled = (await Promise.all(phones.map(({ run }) => run()))).find((result) => !result?.ok);
  if (troubled) throw new Error(`a run met ${JSON.stringify(troubled)}`);
};

/** A stretch of work of the whole school, every kind of command in it; all of it is acknowledged when this resolves. */
export const workFor = async ({ head, teachers, second }: Staff, stretch: Stretch): Promise<void> => {
  idOf(await bukaBulan(head.acting, lastMonth(), `${stretch.name}: ada yang terlewat`));
  await runAll([head]);
  await runAll(teachers);
  for (const [i, phone] of teachers.entries()) {
    await teach(phone, { ...stretch, number: stretch.number * 100 + i });
    idOf(await catatEntri(phone.acting, anEntri(stretch, 6, { tanggal: `${lastMonth()}-12` })));
  }
  await runAll(teachers);
  await runAll([head]);
  await review(head, stretch);
  await runAll([head]);
  await runAll(teachers);
  for (const phone of teachers) await answer(phone, stretch);
  await runAll(teachers);
  const [first] = teachers;
  if (first && second) await onTwoPhones(first, second, stretch);
  await runAll([head, ...teachers, ...(second ? [second] : [])]);
};
