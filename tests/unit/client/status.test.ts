import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catatEntri, hapusEntri, perbaikiEntri, ubahEntri } from '../../../client/actions/index.ts';
import { entriRecent, putPhoto, queueView, setMeta } from '../../../client/store/index.ts';
import { isAllSent } from '../../../client/sync/index.ts';
import { readDemoFoto } from '../../../server/operations/demo-data.ts';
import { anEntri, shaOf } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import type { Fault } from '../../support/network.ts';
import { aServer, SRI } from '../../support/server.ts';

const BYTES = readDemoFoto('papan-tulis.jpg');
const FOTO = { sha: shaOf(BYTES), size: BYTES.length, mime: 'image/jpeg' } as const;

const withFoto = async (phone: FakePhone): Promise<void> => {
  const bytes = new Uint8Array(BYTES).buffer;
  await putPhoto(phone.db, { foto: FOTO, bytes, thumb: { bytes, mime: 'image/jpeg' } }, 0);
};

/** I15, counted from the rows themselves, not from what the status makes of them. */
const isAnythingOpen = async (phone: FakePhone): Promise<boolean> => {
  const waiting = (await phone.journal()).some(({ status }) =>
    ['antri', 'menunggu', 'ditahan', 'ditolak'].includes(status),
  );
  const versions = (await phone.db.records.toArray()).some(({ visible }) => visible.variants.length > 0);
  const photos = (await phone.db.photos.toArray()).some(
    ({ status }) => status === 'antri' || status === 'parkir',
  );
  return waiting || versions || photos;
};

type Step = {
  readonly phone: 0 | 1;
  readonly act: 'catat' | 'foto' | 'ubah' | 'hapus' | 'perbaiki' | 'kirim';
  readonly fault: Fault | null;
};

const steps = fc.array(
  fc.record<Step>({
    phone: fc.constantFrom(0, 1),
    act: fc.constantFrom('catat', 'foto', 'ubah', 'hapus', 'perbaiki', 'kirim', 'kirim'),
    fault: fc.constantFrom(
      null,
      null,
      'permintaan-hilang',
      'jawaban-hilang',
      'jawaban-terpotong',
      'dua-kali',
      'portal',
    ),
  }),
  { minLength: 3, maxLength: 18 },
);

const takeStep = async (phone: FakePhone, { act, fault }: Step, i: number): Promise<void> => {
  const first = (await phone.db.records.where('kind').equals('entri').first())?.id ?? '';
  const content = anEntri({ uraian: `Langkah nomor ${i} di kelas` });
  switch (act) {
    case 'catat':
      await catatEntri(phone.acting, content);
      break;
    case 'foto':
      await withFoto(phone);
      await catatEntri(phone.acting, { ...content, foto: [FOTO] });
      break;
    case 'ubah':
      await ubahEntri(phone.acting, first, content);
      break;
    case 'hapus':
      await hapusEntri(phone.acting, first);
      break;
    case 'perbaiki':
      if (first) await perbaikiEntri(phone.acting, first, content);
      break;
    case 'kirim':
      phone.line.next(fault);
      await phone.run();
      break;
  }
};

test('whatever two phones do and whatever the line does, "all sent" is said exactly when nothing waits', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const server = await aServer();
      const phones = [await aReadyPhone(server, SRI), await aReadyPhone(server, SRI)] as const;
      for (const [i, step] of plan.entries()) {
        const phone = phones[step.phone];
        await takeStep(phone, step, i);
        expect(isAllSent(await phone.status())).toBe(!(await isAnythingOpen(phone)));
      }
      for (let rounds = 0; rounds < 3; rounds += 1) for (const phone of phones) await phone.run();
      for (const phone of phones) {
        expect(
          (await phone.journal()).every(({ status }) =>
            ['diterima', 'beda', 'gugur', 'ditolak'].includes(status),
          ),
        ).toBe(true);
        expect(server.faults).toEqual([]);
      }
      const shown = async ({ db }: FakePhone) =>
        (await db.records.toArray()).map(({ id, visible, n }) => ({ id, visible, n }));
      // I9: where nothing was refused, both phones show the same.
      const refused = (await Promise.all(phones.map((phone) => phone.status()))).some(
        (status) => status.refused > 0,
      );
      if (!refused) expect(await shown(phones[0])).toEqual(await shown(phones[1]));
    }),
    { numRuns: 12 },
  );
}, 60_000);

test('the queue names each command by its text, with its tries, and how the last attempt went', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const done = await catatEntri(phone.acting, anEntri());
  if (!done.ok) throw new Error(done.code);
  await hapusEntri(phone.acting, done.id);
  phone.line.always('permintaan-hilang');
  await phone.run();
  await phone.run();
  const queue = await queueView(phone.store);
  expect(queue.rows).toMatchObject([
    { kind: 'entri.catat', title: anEntri().uraian, status: 'antri', tries: 2 },
    { kind: 'entri.hapus', title: anEntri().uraian, status: 'antri', tries: 2 },
  ]);
  expect(queue.problem?.code).toBe('server_diam');
  expect(queue.nextAt).toBeGreaterThan(0);
  expect(queue.bytesLeft).toBeGreaterThan(0);
  expect((await phone.entri(done.id))?.kirim).toMatchObject({ kunci: 'belum-terkirim' });
});

test('without internet a new try is called a try until the server takes something, and what waits stays “tersimpan”', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  await catatEntri(phone.acting, anEntri());
  const kunci = async () =>
    (await entriRecent(phone.acting.store, phone.acting.actor.id, 1)).map(({ kirim }) => kirim.kunci);
  const sending = { since: 1, total: 3, sent: 0 };
  await setMeta(phone.db, 'sending', sending);
  expect(await phone.status()).toMatchObject({ sending: true, trying: false });
  expect(await kunci()).toEqual(['mengirim']);
  await setMeta(phone.db, 'attempt', { code: 'tanpa_internet', at: 1, nextAt: 2, tries: 4, floorUntil: 0 });
  expect(await phone.status()).toMatchObject({ sending: false, trying: true });
  expect(await kunci()).toEqual(['tersimpan']);
  await setMeta(phone.db, 'sending', { ...sending, sent: 1 });
  expect(await phone.status()).toMatchObject({ sending: true, trying: false });
});
