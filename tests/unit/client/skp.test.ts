import { describe, expect, test } from 'vitest';
import {
  ajukanSkp,
  bagikanMatriks,
  kembalikanSkp,
  mulaiRancangan,
  pilihSkp,
  setujuiSkp,
  simpanRancangan,
  simpanSkp,
} from '../../../client/actions/index.ts';
import {
  matriksAll,
  rancanganAll,
  type SkpRow,
  skpById,
  skpOf,
  skpUntukBaca,
} from '../../../client/store/index.ts';
import type { Skp } from '../../../shared/records/index.ts';
import { aFakePhone, aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, PAK_TRISNO, SRI } from '../../support/server.ts';
import { anRhk, aSkp } from '../shared/skp-builders.ts';

const PENILAI = aSkp().penilai;
const isi = (part: Partial<Skp> = {}): Skp => aSkp({ ...(PENILAI ? { penilai: PENILAI } : {}), ...part });

/** Written, saved and handed in on this phone. */
const diajukan = async (phone: FakePhone, skp: Skp): Promise<SkpRow> => {
  const id = await mulaiRancangan(phone.acting, { isi: skp });
  const rancangan = (await rancanganAll(phone.store)).find((one) => one.id === id)!;
  const saved = await simpanSkp(phone.acting, rancangan);
  expect(saved.ok).toBe(true);
  const row = (await skpById(phone.store, (saved as { id: string }).id))!;
  expect(await ajukanSkp(phone.acting, row)).toMatchObject({ ok: true });
  return (await skpById(phone.store, row.id))!;
};
const lihat = async (phone: FakePhone, id: string): Promise<SkpRow> => (await skpById(phone.store, id))!;

describe('an SKP on the phone', () => {
  test('what is being written is there after a restart, and becomes a draft without empty rows', async () => {
    const phone = await aFakePhone(await aServer(), SRI);
    const id = await mulaiRancangan(phone.acting, { isi: isi() });
    const kosong = { aspek: 'kualitas' as const, indikator: ' ', target: '', satuan: '' };
    const rhk = [anRhk({ rhk: '  Terlaksana \u0000', indikator: [...anRhk().indikator, kosong] })];
    expect(await simpanRancangan(phone.acting, id, isi({ rhk }))).toBe('tersimpan');
    const [rancangan] = await rancanganAll((await phone.tab()).store);
    expect(rancangan).toMatchObject({ id, isi: { rhk } });
    const saved = await simpanSkp(phone.acting, rancangan!);
    const row = await lihat(phone, (saved as { id: string }).id);
    expect(row.content.rhk).toEqual([anRhk({ rhk: 'Terlaksana' })]);
    expect([row.state.tahap, row.lokal, await rancanganAll(phone.store)]).toEqual(['DRAF', 'antri', []]);
    expect(await simpanRancangan(phone.acting, id, isi())).toBe('tidak_ada');
  });

  test('a change that is begun twice is begun once', async () => {
    const phone = await aFakePhone(await aServer(), SRI);
    const row = await diajukan(phone, isi());
    const first = await mulaiRancangan(phone.acting, { isi: row.content, dari: row });
    expect(await mulaiRancangan(phone.acting, { isi: row.content, dari: row })).toBe(first);
  });

  test('the phone refuses by the very rule of the server, before anything is sent', async () => {
    const phone = await aFakePhone(await aServer(), SRI);
    const id = await mulaiRancangan(phone.acting, { isi: isi({ rhk: [] }) });
    const saved = await simpanSkp(
      phone.acting,
      (await rancanganAll(phone.store)).find((one) => one.id === id)!,
    );
    const row = await lihat(phone, (saved as { id: string }).id);
    expect(await ajukanSkp(phone.acting, row)).toMatchObject({
      code: 'skp_salah',
      params: { sebab: 'tanpa_utama' },
    });
    expect((await phone.journal()).map(({ kind }) => kind)).toEqual(['skp.susun']);
  });
});

describe('between teacher and head', () => {
  test('handed in, given back with a note, mended, approved: both see the same at each step', async () => {
    const server = await aServer();
    const guru = await aReadyPhone(server, SRI);
    const { id } = await diajukan(guru, isi());
    await guru.run();
    const kepala = await aReadyPhone(server, PAK_TRISNO);
    const catatan = [{ rhk: 'GR-U-01', teks: 'Targetnya sebulan' }];
    expect(await kembalikanSkp(kepala.acting, await lihat(kepala, id), catatan)).toMatchObject({ ok: true });
    await kepala.run();
    await guru.run();
    expect((await lihat(guru, id)).state).toMatchObject({ tahap: 'DIKEMBALIKAN', catatan });
    const rancangan = await mulaiRancangan(guru.acting, { isi: isi(), dari: await lihat(guru, id) });
    const [one] = (await rancanganAll(guru.store)).filter((satu) => satu.id === rancangan);
    await simpanSkp(guru.acting, { ...one!, isi: isi({ rhk: [anRhk({ rhk: 'Diperbaiki' })] }) });
    await ajukanSkp(guru.acting, await lihat(guru, id));
    await guru.run();
    await kepala.run();
    expect(await setujuiSkp(kepala.acting, await lihat(kepala, id))).toMatchObject({ ok: true });
    await kepala.run();
    await guru.run();
    for (const phone of [guru, kepala])
      expect(await lihat(phone, id)).toMatchObject({
        state: { tahap: 'DISETUJUI' },
        content: { rhk: [{ rhk: 'Diperbaiki' }] },
        lokal: 'bersih',
      });
  });

  test('of the same months handed in from two phones the server takes one, and says why it refuses the other', async () => {
    const server = await aServer();
    const [satu, dua] = [await aReadyPhone(server, SRI), await aReadyPhone(server, SRI)];
    await diajukan(satu, isi());
    const kalah = await diajukan(dua, isi({ rhk: [anRhk({ rhk: 'Dari HP lain' })] }));
    await satu.run();
    await dua.run();
    const row = await lihat(dua, kalah.id);
    expect([row.state.tahap, row.lokal, row.code]).toEqual(['DRAF', 'ditolak', 'skp_salah']);
    expect(row.params).toMatchObject({ sebab: 'periode_tumpuk', tahap: 'DIAJUKAN' });
    expect(row.content.rhk[0]?.rhk).toBe('Dari HP lain');
  });

  test('two phones that edit one draft keep both texts until the owner chooses', async () => {
    const server = await aServer();
    const satu = await aReadyPhone(server, SRI);
    await mulaiRancangan(satu.acting, { isi: isi() });
    const saved = await simpanSkp(satu.acting, (await rancanganAll(satu.store))[0]!);
    const { id } = saved as { id: string };
    await satu.run();
    const dua = await aReadyPhone(server, SRI);
    for (const [phone, rhk] of [
      [satu, 'Teks satu'],
      [dua, 'Teks dua'],
    ] as const) {
      await mulaiRancangan(phone.acting, { isi: isi(), dari: await lihat(phone, id) });
      const [one] = await rancanganAll(phone.store);
      await simpanSkp(phone.acting, { ...one!, isi: isi({ rhk: [anRhk({ rhk })] }) });
      await phone.run();
    }
    const beda = await lihat(dua, id);
    expect([beda.lokal, beda.content.rhk[0]?.rhk]).toEqual(['beda', 'Teks satu']);
    const varian = beda.variants[0]?.id ?? '';
    expect(await pilihSkp(dua.acting, beda, { varian, pakai: 'varian' })).toMatchObject({ ok: true });
    await dua.run();
    await satu.run();
    expect(await lihat(satu, id)).toMatchObject({ variants: [], content: { rhk: [{ rhk: 'Teks dua' }] } });
  });
});

test('a new version holds once it is approved, and what it dropped keeps its words for what was recorded before', async () => {
  const server = await aServer();
  const guru = await aReadyPhone(server, SRI);
  const dua = [anRhk(), anRhk({ kode: 'GR-T-01', jenis: 'tambahan', rhk: 'Membina Pramuka' })];
  const lama = await diajukan(guru, isi({ rhk: dua }));
  await guru.run();
  const kepala = await aReadyPhone(server, PAK_TRISNO);
  await setujuiSkp(kepala.acting, await lihat(kepala, lama.id));
  await kepala.run();
  await guru.run();
  const baru = await diajukan(
    guru,
    isi({ rhk: [anRhk()], mengganti: lama.id, alasan: 'Pramuka dipegang guru lain' }),
  );
  const berlaku = async (): Promise<string | undefined> =>
    (await skpOf(guru.store, SRI.id, '2026-11-23'))?.id;
  expect(await berlaku()).toBe(lama.id);
  await guru.run();
  await kepala.run();
  await setujuiSkp(kepala.acting, await lihat(kepala, baru.id));
  await kepala.run();
  await guru.run();
  expect(await berlaku()).toBe(baru.id);
  const baca = await skpUntukBaca(guru.store, SRI.id, '2026-11-23');
  expect(baca?.rhk.find(({ kode }) => kode === 'GR-T-01')?.rhk).toBe('Membina Pramuka');
});

test('what a head lays before his school reaches every teacher, and the next time takes its place', async () => {
  const server = await aServer();
  const kepala = await aReadyPhone(server, PAK_TRISNO);
  const matriks = (rhk: string) => ({
    tahun: 2026,
    pimpinan: { id: PAK_TRISNO.id, nama: 'Sutrisno', nip: '', jabatan: '' },
    rhk: [{ kode: 'KS-U-01', rhk }],
    perilaku: ['Ramah'],
  });
  await bagikanMatriks(kepala.acting, matriks('Mutu'));
  await bagikanMatriks(kepala.acting, matriks('Mutu naik'));
  await kepala.run();
  const guru = await aReadyPhone(server, SRI);
  expect((await matriksAll(guru.store)).map(({ content }) => content)).toEqual([matriks('Mutu naik')]);
});
