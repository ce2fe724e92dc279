import { connect } from 'node:net';
import { Hono } from 'hono';
import { expect, onTestFinished, test } from 'vitest';
import { readBytes } from '../../../../server/http/body.ts';
import { onError, problem } from '../../../../server/http/middleware/problem.ts';
import { listen } from '../../../../server/operations/http-server.ts';

const LIMIT = 1000;

/** The body reader behind a real socket, as an upgrade of Node or Hono could break it. */
const aService = async () => {
  const faults: string[] = [];
  let aborted = (): void => undefined;
  const isAborted = new Promise<void>((resolve) => {
    aborted = resolve;
  });
  const app = new Hono().post('/', async (c) => {
    const bytes = await readBytes(c.req.raw, LIMIT);
    return bytes ? c.text(`read ${bytes.length}`) : problem(c, 'terlalu_besar');
  });
  app.onError(onError((error) => faults.push(error.message), aborted));
  const server = await listen((request, bindings) => app.fetch(request, bindings), {
    host: '127.0.0.1',
    port: 0,
  });
  onTestFinished(() => server.drain(0));
  return { port: Number(new URL(server.url).port), faults, isAborted };
};

const HEAD = 'POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n';
const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;

/** Writes the text and gives back all that is answered before the socket closes. */
const talk = (port: number, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (data) => {
      heard += data.toString('latin1');
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
  });

const big = 'x'.repeat(LIMIT + 1);
test.each([
  ['a body at the limit', `${HEAD}Content-Length: ${LIMIT}\r\n\r\n${'x'.repeat(LIMIT)}`, '200'],
  [
    'a chunked body at the limit',
    `${HEAD}Transfer-Encoding: chunked\r\n\r\n${chunk('x'.repeat(LIMIT))}0\r\n\r\n`,
    '200',
  ],
  ['an announced length over the limit', `${HEAD}Content-Length: ${big.length}\r\n\r\n${big}`, '413'],
  ['chunks over the limit', `${HEAD}Transfer-Encoding: chunked\r\n\r\n${chunk(big)}0\r\n\r\n`, '413'],
  ['chunks over the limit that never end', `${HEAD}Transfer-Encoding: chunked\r\n\r\n${chunk(big)}`, '413'],
  [
    'length and chunks at once',
    `${HEAD}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n${chunk(big)}0\r\n\r\n`,
    '400',
  ],
  ['two lengths', `${HEAD}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`, '400'],
  ['a length that is no number', `${HEAD}Content-Length: abc\r\n\r\nabc`, '400'],
  ['a negative length', `${HEAD}Content-Length: -1\r\n\r\n`, '400'],
])('T42: %s', async (_, text, status) => {
  const { port, faults } = await aService();
  expect(await talk(port, text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(faults).toEqual([]);
});

test('F13: a phone that hangs up in the middle of its body is counted, and logs nothing', async () => {
  const { port, faults, isAborted } = await aService();
  const socket = connect(port, '127.0.0.1', () =>
    socket.write(`${HEAD}Content-Length: 500\r\n\r\nabc`, () => socket.destroy()),
  );
  await isAborted;
  expect(faults).toEqual([]);
});
