import { connect, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listen } from '../../server/operations/http-server.ts';
import { endService, startService } from '../faults/support/process.ts';
import { aCatat } from '../support/builders.ts';
import { aKeyPair, Phone } from '../support/phone.ts';
import { aServer, BUDI, type Person, SANDI, SRI, type TestServer } from '../support/server.ts';
import { aTempDir } from '../support/temp-dir.ts';

/** The service behind real sockets, with limits of time that a test can wait for. */
const aFloodedServer = async (limits: { headersTimeout?: number; requestTimeout?: number } = {}) => {
  const server = await aServer();
  const listening = await listen(
    (request, bindings) => server.app.fetch(request, bindings),
    { host: '127.0.0.1', port: 0 },
    { ...limits, connectionsCheckingInterval: 100 },
  );
  onTestFinished(() => listening.drain(0));
  return { server, url: listening.url, port: Number(new URL(listening.url).port) };
};

const signedIn = async (url: string, { nip }: Person): Promise<Phone> => {
  const phone = new Phone((request) => fetch(request), await aKeyPair(), url);
  expect((await phone.signIn(nip, SANDI)).status).toBe(200);
  return phone;
};

type Drip = { readonly socket: Socket; readonly heard: () => string; readonly closed: Promise<void> };

/** A request whose head says that a body comes, of which one byte ever does. */
const drip = (port: number, cookie: string, path = '/api/sync'): Promise<Drip> =>
  new Promise((resolve) => {
    let heard = '';
    let end = (): void => undefined;
    const closed = new Promise<void>((ended) => {
      end = ended;
    });
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\n${cookie && `Cookie: ${cookie}\r\n`}Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{`,
      );
      resolve({ socket, heard: () => heard, closed });
    });
    socket.on('data', (data) => {
      heard += data.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', end);
    onTestFinished(() => void socket.destroy());
  });

const many = (count: number, port: number, cookie: string, path?: string): Promise<Drip[]> =>
  Promise.all(Array.from({ length: count }, () => drip(port, cookie, path)));

const until = async (holds: () => boolean): Promise<void> => {
  for (let i = 0; i < 400 && !holds(); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
};

const sendsOne = async (phone: Phone): Promise<void> => {
  await phone.add(aCatat({ uraian: 'Mengajar pecahan di kelas 5A' }));
  const answer = await phone.sync();
  expect(answer.res[0]?.r).toBe('ok');
};

const nothingFell = ({ faults }: TestServer): void => expect(faults).toEqual([]);

describe('T26: 400 sockets that drip', () => {
  test('one person who opens them gets half of the places; the rest are told when to come before their body, and honest phones get through', async () => {
    const { server, url, port } = await aFloodedServer();
    const [attacker, honest] = [await signedIn(url, BUDI), await signedIn(url, SRI)];
    const dripping = await many(400, port, attacker.cookies);
    await until(() => dripping.filter(({ heard }) => heard().length > 0).length >= 272);
    const refused = dripping.filter(({ heard }) => heard().length > 0);
    for (const { heard } of refused) {
      expect(heard()).toMatch(/^HTTP\/1\.1 503 /);
      const seconds = Number(/retry-after: (\d+)/i.exec(heard())?.[1]);
      expect(seconds).toBeGreaterThanOrEqual(5);
      expect(seconds).toBeLessThanOrEqual(30);
    }
    expect(dripping.length - refused.length).toBe(128);
    for (let i = 0; i < 20; i += 1) await sendsOne(honest);
    nothingFell(server);
  });

  test('they are cut when their time is over, and their places are free again', async () => {
    const { server, url, port } = await aFloodedServer({ headersTimeout: 1000, requestTimeout: 1500 });
    const attacker = await signedIn(url, BUDI);
    const dripping = await many(140, port, attacker.cookies);
    await Promise.all(dripping.map(({ closed }) => closed));
    await sendsOne(attacker);
    nothingFell(server);
  });

  test('strangers without a session keep nobody from signing in, nor from sending', async () => {
    const { server, url, port } = await aFloodedServer();
    const honest = await signedIn(url, SRI);
    const dripping = await many(200, port, '');
    await until(() => dripping.every(({ heard }) => heard().startsWith('HTTP/1.1 401')));
    await sendsOne(honest);
    nothingFell(server);
  });
});

describe('T27: more than it can take', () => {
  test('150 honest phones at once: each is taken or told when to come, and nobody is dropped', async () => {
    const { server, url } = await aFloodedServer();
    const phone = await signedIn(url, SRI);
    const answers = await Promise.all(Array.from({ length: 150 }, () => phone.post()));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(64);
    for (const answer of answers)
      if (answer.status === 503) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(5);
    await sendsOne(phone);
    nothingFell(server);
  });
});

describe('T32: what strangers write into the log', () => {
  test('is one line of JSON for each request and each refusal, and none of their secrets, line ends or addresses', async () => {
    const service = await startService({ dataDir: aTempDir(), env: { KINERJA_LOG: 'debug' } });
    const secrets = ['rahasia-sandi', 'rahasia-kue', 'rahasia-kepala', 'rahasia-jalan', '198703122011012004'];
    const [sandi, kue, kepala, jalan, nip] = secrets;
    const headers = {
      cookie: `__Host-sesi=${kue}`,
      'user-agent': `${kepala}"}{"level":60`,
      'sec-fetch-site': 'same-origin',
    };
    const json = { ...headers, 'content-type': 'application/json' };
    const bodies = [JSON.stringify({ nip, sandi }), `{"nip":"${nip}","sandi":"${sandi}`, `"${sandi}\\n{}"`];
    const paths = [
      `/${jalan}%0A%7B%22level%22%3A60%7D`,
      `/api/photos/${jalan}`,
      `/api/history/${nip}?q=${sandi}%0D%0A`,
    ];
    for (const body of bodies)
      for (const path of ['/api/session', '/api/sync', '/api/views'])
        await fetch(`${service.url}${path}`, { method: 'POST', headers: json, body });
    for (const path of paths) await fetch(`${service.url}${path}`, { headers });
    await endService(service, 'SIGTERM');
    const lines = service.err().trimEnd().split('\n');
    const said = lines.map((line) => JSON.parse(line) as { level: number; msg: string });
    const requests = bodies.length * 3 + paths.length;
    expect(said.filter(({ level, msg }) => level === 30 && msg === 'permintaan')).toHaveLength(requests);
    // All but the page that is none of the API’s was refused, which is a line as well.
    expect(said.filter(({ level, msg }) => level === 40 && msg === 'keamanan')).toHaveLength(requests - 1);
    expect(lines).toHaveLength(requests * 2 - 1);
    for (const line of lines) for (const secret of secrets) expect(line).not.toContain(secret);
  });
});
