import { describe, expect, test } from 'vitest';
import { DevicesAnswer } from '../../shared/protocol/index.ts';
import { aCatat } from '../support/builders.ts';
import type { Phone } from '../support/phone.ts';
import { aServer, BUDI, SRI } from '../support/server.ts';
import { expectProblem, phoneOf, putuskan } from './signed-in.ts';

const devices = async (phone: Phone): Promise<DevicesAnswer['list']> =>
  DevicesAnswer.parse(await (await phone.ask('/api/devices')).json()).list;

describe("a person's phones", () => {
  test('are listed with the one that asks marked, and nobody else’s', async () => {
    const server = await aServer();
    const [old, now] = [await phoneOf(server, SRI), await phoneOf(server, SRI)];
    await phoneOf(server, BUDI);
    const list = await devices(now);
    expect(list.map(({ id, own }) => [id, own]).sort()).toEqual(
      [
        [old.device, false],
        [now.device, true],
      ].sort(),
    );
    expect((await old.ask('/api/devices', {}, { cookie: null })).status).toBe(401);
  });

  test('I11: a number that never arrived below one that did is counted, not passed over in silence', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    for (const uraian of ['Satu', 'Dua', 'Tiga', 'Empat']) await phone.add(aCatat({ uraian }));
    phone.queue = phone.queue.filter(({ number }) => number === 1 || number === 4);
    await phone.sync();
    expect((await devices(phone))[0]).toMatchObject({ missing: 2 });
  });

  test('refused commands have arrived: they are no gap', async () => {
    const server = await aServer();
    const phone = await phoneOf(server, SRI);
    await phone.add(aCatat({ tanggal: '2099-01-01' }));
    await phone.add(aCatat({}));
    await phone.sync();
    expect(phone.verdicts.get(1)?.r).toBe('no');
    expect((await devices(phone))[0]).toMatchObject({ missing: 0 });
  });

  test('I8: a phone that is cut off is told why, takes part no more, and keeps what waits', async () => {
    const server = await aServer();
    const [lost, kept] = [await phoneOf(server, SRI), await phoneOf(server, SRI)];
    await lost.add(aCatat({}));
    expect((await putuskan(kept, lost.device)).status).toBe(204);
    expect((await putuskan(kept, lost.device)).status).toBe(204);
    await expectProblem(await lost.ask('/api/session'), 'perangkat_dicabut');
    await expectProblem(await lost.post(), 'perangkat_dicabut');
    expect(lost.queue).toHaveLength(1);
    expect((await devices(kept)).find(({ id }) => id === lost.device)?.revokedAt).toBe(server.clock.now());
  });

  test('another person’s phone is not there to be cut off', async () => {
    const server = await aServer();
    const [sri, budi] = [await phoneOf(server, SRI), await phoneOf(server, BUDI)];
    await expectProblem(await putuskan(budi, sri.device), 'tidak_ada');
    await expectProblem(await putuskan(budi, 'd_tidakada'), 'tidak_ada');
    expect((await sri.ask('/api/session')).status).toBe(200);
  });

  test('ASVS 7.5.2: is cut off by the password once more, never by a session alone', async () => {
    const server = await aServer();
    const [lost, kept] = [await phoneOf(server, SRI), await phoneOf(server, SRI)];
    await expectProblem(await putuskan(kept, lost.device, 'salah-sama-sekali'), 'sandi_lama_salah');
    const tanpa = { method: 'POST', body: '{}' };
    const json = { 'content-type': 'application/json' };
    await expectProblem(await kept.ask(`/api/devices/${lost.device}/cut`, tanpa, json), 'isi_salah');
    // As an app of before asks.
    await expectProblem(await kept.ask(`/api/devices/${lost.device}`, { method: 'DELETE' }), 'cara_salah');
    expect((await lost.ask('/api/session')).status).toBe(200);
    expect((await putuskan(kept, lost.device)).status).toBe(204);
    await expectProblem(await lost.ask('/api/session'), 'perangkat_dicabut');
  });

  test('a stolen session guesses the password there as slowly as where it is changed', async () => {
    const server = await aServer();
    const [lost, kept] = [await phoneOf(server, SRI), await phoneOf(server, SRI)];
    const codes: string[] = [];
    for (let i = 0; i < 12; i += 1)
      codes.push(((await (await putuskan(kept, lost.device, `salah-${i}`)).json()) as { code: string }).code);
    expect(codes.at(-1)).toBe('terlalu_sering');
    expect((await putuskan(kept, lost.device)).status).toBe(429);
    expect((await lost.ask('/api/session')).status).toBe(200);
  });
});
