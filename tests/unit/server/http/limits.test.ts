import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../../../server/http/body.ts';
import { createLanes, type Lane } from '../../../../server/http/middleware/limits.ts';

/** A promise that the test keeps when it likes. */
const aGate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

/** Lets everything run that is ready to run. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 40; i += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** An app with one route in a lane; each request works until its gate opens. */
const anApp = (
  name: Lane,
  { random = () => 0.5, work }: { random?: () => number; work: (id: string) => Promise<void> },
) => {
  const started: string[] = [];
  const app = new Hono();
  const lanes = createLanes(random);
  app.post('/:id', lanes(name), async (c) => {
    await readBytes(c.req.raw, 1000);
    started.push(c.req.param('id'));
    await work(c.req.param('id'));
    return c.text('ok');
  });
  app.onError((_, c) => c.text('fallen', 500));
  const send = (id: string | number, body: BodyInit = 'x'): Promise<Response> =>
    Promise.resolve(
      app.request(`/${id}`, {
        method: 'POST',
        body,
        ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
      }),
    );
  return { send, started };
};

describe('lanes', () => {
  test.each([
    ['teks', 32, 64],
    ['foto', 4, 16],
    ['masuk', 4, 32],
  ] as const)(
    '%s: %i work, %i wait, the next is refused at once, and all that were let in are answered',
    async (name, working, waiting) => {
      const gate = aGate();
      const { send, started } = anApp(name, { work: () => gate.opened });
      const inside: Promise<Response>[] = [];
      for (let i = 0; i < working + waiting; i += 1) {
        inside.push(send(i));
        await settle();
      }
      expect(started).toHaveLength(working);
      const refused = await send('late');
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({ code: 'server_sibuk' });
      gate.open();
      expect((await Promise.all(inside)).map(({ status }) => status)).toEqual(inside.map(() => 200));
      expect(started).toEqual(inside.map((_, i) => String(i)));
      expect((await send('after')).status).toBe(200);
    },
  );

  test('who waits is served in the order of arrival, and nobody overtakes', async () => {
    const gates = new Map(Array.from({ length: 30 }, (_, i) => [String(i), aGate()]));
    const { send, started } = anApp('foto', { work: (id) => gates.get(id)!.opened });
    const all: Promise<Response>[] = [];
    for (let i = 0; i < 10; i += 1) all.push(send(i));
    await settle();
    gates.get('2')!.open();
    all.push(send(10));
    await settle();
    expect(started).toEqual(['0', '1', '2', '3', '4']);
    for (const { open } of gates.values()) open();
    await Promise.all(all);
    expect(started).toEqual(Array.from({ length: 11 }, (_, i) => String(i)));
  });

  test('a phone that takes minutes to send its body keeps nobody from working', async () => {
    const { send, started } = anApp('foto', { work: async () => undefined });
    const slow = aGate();
    const dripping = Array.from({ length: 20 }, (_, i) =>
      send(
        `slow${i}`,
        new ReadableStream({
          start: async (controller) => {
            controller.enqueue(new Uint8Array(1));
            await slow.opened;
            controller.close();
          },
        }),
      ),
    );
    await settle();
    expect(started).toEqual([]);
    expect((await send('quick')).status).toBe(200);
    slow.open();
    expect((await Promise.all(dripping)).every(({ status }) => status === 200)).toBe(true);
  });

  test('phones that only drip cannot fill the memory either: there is an end to those inside', async () => {
    const slow = aGate();
    const { send } = anApp('foto', { work: async () => undefined });
    const drip = (): ReadableStream =>
      new ReadableStream({ start: (controller) => slow.opened.then(() => controller.close()) });
    const dripping = Array.from({ length: 128 }, (_, i) => send(i, drip()));
    await settle();
    expect((await send('more')).status).toBe(503);
    slow.open();
    await Promise.all(dripping);
    expect((await send('again')).status).toBe(200);
  });

  test('a request that falls over, or is refused before its body, gives its place back', async () => {
    const { send } = anApp('foto', { work: () => Promise.reject(new Error('fallen')) });
    for (let i = 0; i < 200; i += 1) expect((await send(i)).status).toBe(500);
    for (let i = 0; i < 200; i += 1) expect((await send(i, 'x'.repeat(2000))).status).toBe(500);
  });

  test('lanes do not wait for each other', async () => {
    const gate = aGate();
    const lanes = createLanes(() => 0);
    const app = new Hono();
    app.post('/foto', lanes('foto'), async (c) => {
      await readBytes(c.req.raw, 10);
      await gate.opened;
      return c.text('ok');
    });
    app.post('/teks', lanes('teks'), async (c) => {
      await readBytes(c.req.raw, 10);
      return c.text('ok');
    });
    const photos = Array.from({ length: 30 }, () => app.request('/foto', { method: 'POST', body: 'x' }));
    await settle();
    expect((await app.request('/teks', { method: 'POST', body: 'x' })).status).toBe(200);
    gate.open();
    await Promise.all(photos);
  });

  test.each([
    [0, 5],
    [0.5, 18],
    [0.999, 30],
  ])('Retry-After is spread by chance: %d gives %i s', async (number, seconds) => {
    const gate = aGate();
    const { send } = anApp('foto', { random: () => number, work: () => gate.opened });
    const inside: Promise<Response>[] = [];
    for (let i = 0; i < 20; i += 1) {
      inside.push(send(i));
      await settle();
    }
    expect((await send('late')).headers.get('retry-after')).toBe(String(seconds));
    gate.open();
    await Promise.all(inside);
  });
});
