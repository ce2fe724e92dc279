import { expect, test } from 'vitest';
import { catatEntri, newDraft } from '../../../client/actions/index.ts';
import type { App } from '../../../client/app/context.ts';
import {
  berandaTerakhir,
  dataBeranda,
  ingatTersimpan,
  siapkanBeranda,
} from '../../../client/screens/guru/beranda-data.ts';
import type { RecordRow } from '../../../client/store/index.ts';
import { tanggalPada } from '../../../shared/domain/index.ts';
import { anEntri } from '../../support/builders.ts';
import { aReadyPhone } from '../../support/fake-phone.ts';
import { aServer, SRI } from '../../support/server.ts';

const hariIni = anEntri().tanggal;
const aTeacher = async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const status = await phone.status();
  const engine = { ...phone.acting.engine, status: { peek: () => status } };
  return { phone, app: { ...phone.acting, engine } as unknown as App };
};

test('the first frame after Simpan shows what reading the database anew would show', async () => {
  const { phone, app } = await aTeacher();
  await catatEntri(phone.acting, anEntri({ mulai: '10:00', selesai: '11:00' }));
  const draft = await newDraft(phone.acting, { values: { uraian: 'Mengajar' } });
  await dataBeranda(app, hariIni);
  let made: RecordRow | undefined;
  const done = await catatEntri(phone.acting, anEntri({ uraian: 'Baru saja ditulis' }), {
    draftId: draft.id,
    made: (row) => {
      made = row;
    },
  });
  if (!done.ok) throw new Error(done.code);
  await ingatTersimpan(app, { id: done.id, draftId: draft.id, made });
  expect(made?.id).toBe(done.id);
  const first = berandaTerakhir(app, hariIni);
  expect(first?.hariIni.map(({ content }) => content.uraian)).toContain('Baru saja ditulis');
  expect(first).toEqual(await dataBeranda(app, hariIni));
});

test('what is read ahead of the first frame is what the home screen reads itself', async () => {
  const { phone, app } = await aTeacher();
  await catatEntri(phone.acting, anEntri());
  await siapkanBeranda(app);
  const kini = tanggalPada(phone.acting.clock(), 'Asia/Jakarta');
  const ahead = berandaTerakhir(app, kini);
  expect(ahead?.pernahMencatat).toBe(true);
  expect(ahead).toEqual(await dataBeranda(app, kini));
});

test('a reading is of one day and one open account', async () => {
  const { app } = await aTeacher();
  await dataBeranda(app, hariIni);
  expect(berandaTerakhir(app, hariIni)).toBeDefined();
  expect(berandaTerakhir(app, '2026-01-01')).toBeUndefined();
  expect(berandaTerakhir({ ...app, store: { ...app.store } }, hariIni)).toBeUndefined();
});
