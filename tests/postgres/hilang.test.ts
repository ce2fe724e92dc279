import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { holdAccount, openPostgresStore } from '../../server/store/index.ts';
import { LostAnswer, packCargo, toWireCommand } from '../../shared/protocol/index.ts';
import { phoneOf } from '../api/signed-in.ts';
import { aCatat, GURU } from '../support/builders.ts';
import { type Phone, sign } from '../support/phone.ts';
import { aPostgresDatabase } from '../support/postgres.ts';
import { aServer, SANDI, SRI } from '../support/server.ts';

const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const json = { 'content-type': 'application/json' };

const ask = async (phone: Phone): Promise<Response> => {
  const bytes = text({ u: phone.account, dev: phone.device, nonce: 'n'.repeat(24) });
  const headers = { ...json, cookie: null, 'kinerja-signature': await sign(phone.keys, bytes) };
  return phone.ask('/api/lost', { method: 'POST', body: bytes }, headers);
};

const handOver = async (phone: Phone): Promise<Response> => {
  const request = text(phone.request({ ops: phone.queue.map(toWireCommand), pos: {} }));
  const tanda = await sign(phone.keys, request);
  const bytes = packCargo({ envelopes: [{ bytes: request, tanda }], photos: [] });
  const headers = {
    ...{ 'content-type': 'application/octet-stream', cookie: null },
    'kinerja-signature': await sign(phone.keys, bytes),
  };
  const sha = createHash('sha256').update(bytes).digest('hex');
  return phone.ask(`/api/lost/${phone.device}/${sha}`, { method: 'PUT', body: bytes }, headers);
};

/** A lost phone, and its owner who takes the mark back on another server of the same database, in a work that is under way. */
const aLossBeingTakenBack = async () => {
  const url = await aPostgresDatabase();
  const server = await aServer({ openStore: () => openPostgresStore(url) });
  const [lost, kept] = [await phoneOf(server, SRI), await phoneOf(server, SRI)];
  const body = JSON.stringify({ sandi: SANDI });
  expect((await kept.ask(`/api/devices/${lost.device}/lost`, { method: 'POST', body }, json)).status).toBe(
    204,
  );
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  onTestFinished(() => owner.end());
  const begin = async (): Promise<void> => {
    await owner.query('BEGIN');
    await owner.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [holdAccount(GURU)]);
    await owner.query('DELETE FROM lost_phones');
  };
  /** Commits once the phone's request waits for her, or has been answered without waiting. */
  const commitBeside = async (answer: Promise<Response>): Promise<Response> => {
    let isAnswered = false;
    void answer.finally(() => {
      isAnswered = true;
    });
    for (;;) {
      const { rowCount } = await owner.query('SELECT 1 FROM pg_locks WHERE NOT granted LIMIT 1');
      if (isAnswered || rowCount === 1) break;
      await pause(5);
    }
    await owner.query('COMMIT');
    return answer;
  };
  return { server, lost, begin, commitBeside };
};

test('a phone that asks while its owner takes the mark back is ordered nothing, and stays hers', async () => {
  const { server, lost, begin, commitBeside } = await aLossBeingTakenBack();
  await begin();
  const answer = await commitBeside(ask(lost));
  expect(LostAnswer.parse(await answer.json())).toEqual({ hilang: false });
  expect(await server.store.read((tx) => tx.lostPhone(lost.device))).toBeNull();
});

test('what a phone hands over while its owner takes the mark back is not kept', async () => {
  const { server, lost, begin, commitBeside } = await aLossBeingTakenBack();
  await ask(lost);
  await lost.add(aCatat());
  await begin();
  expect((await commitBeside(handOver(lost))).status).toBe(404);
  expect(await server.store.read((tx) => tx.handedOf(lost.device))).toEqual([]);
});
