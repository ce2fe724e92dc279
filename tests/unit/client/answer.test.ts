import { expect, test } from 'vitest';
import { readAnswer } from '../../../client/sync/answer.ts';

const asing = (status: number) =>
  readAnswer({
    kind: 'jawaban',
    response: new Response('<html>', { status, headers: { 'content-type': 'text/html' } }),
  });

test.each([
  [200, 'wifi_masuk'],
  [511, 'wifi_masuk'],
  [500, 'server_diam'],
  [502, 'server_diam'],
  [503, 'server_sibuk'],
] as const)('a page with status %i in place of an answer is %s', async (status, code) => {
  expect(await asing(status)).toMatchObject({ ok: false, code });
});
