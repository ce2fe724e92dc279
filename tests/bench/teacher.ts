import { catat } from '../../client/i18n/id/guru.ts';
import { umum } from '../../client/i18n/id/umum.ts';
import { type Phone, startPhone } from '../browser/support/chromium.ts';
import { signIn } from '../browser/support/person.ts';
import { until } from '../browser/support/until.ts';
import type { Warga, World } from '../browser/support/world.ts';
import { type Row, stage } from './measure.ts';

const THROTTLE = 6;

/** Slows the page's CPU down so many times, until what it gives is called. */
export const throttle = async ({ context, page }: Phone, rate: number): Promise<() => Promise<void>> => {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return () => session.detach();
};

type Wanted = { readonly click: string; readonly row: string; readonly text: string };
/** A row that has not come by then is a fault of the bench or of the app, not a slow phone. */
const LONGEST = 15_000;

/** Milliseconds that a fixed piece of work takes in the page now: the middle one of three. */
const pace = ({ page }: Phone): Promise<number> =>
  page.evaluate(() => {
    const once = (): number => {
      const start = performance.now();
      let sum = 0;
      for (let i = 0; i < 3e6; i += 1) sum = (sum * 31 + i) | 0;
      return performance.now() - start + (sum & 0);
    };
    return [once(), once(), once()].sort((a, b) => a - b)[1] ?? 0;
  });

/**
 * Milliseconds in the page from a click until a selector with that text is painted. A question in between ("Simpan
 * tetap?") is answered with its main button, and the time counts from that answer: nobody waits while being asked.
 * Looked for when the page changes, not frame by frame, and painted means that the frame after it is done: asking anew
 * each frame cost the page time, and waiting for the next one added up to 16 ms.
 */
export const clickToRow = async ({ page }: Phone, wanted: Wanted): Promise<number> => {
  const taken = await page.evaluate(
    ({ click, row, text, longest }) =>
      new Promise<number | string>((resolve) => {
        let start = performance.now();
        let answered = false;
        const painted = (): void => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - start);
          requestAnimationFrame(() => port2.postMessage(null));
        };
        const seen = new MutationObserver(() => {
          const answer = document.querySelector<HTMLElement>('dialog[open] .button.utama');
          if (answer && !answered) {
            answered = true;
            setTimeout(() => {
              start = performance.now();
              answer.click();
            });
          }
          const found = [...document.querySelectorAll(row)].some((one) => one.textContent?.includes(text));
          if (!found) return;
          seen.disconnect();
          painted();
        });
        seen.observe(document.body, {
          childList: true,
          subtree: true,
          characterData: true,
          attributeFilter: ['open'],
        });
        setTimeout(() => resolve(document.body.textContent.slice(0, 600)), longest);
        document.querySelector<HTMLElement>(click)?.click();
      }),
    { ...wanted, longest: LONGEST },
  );
  if (typeof taken === 'string') throw new Error(`"${wanted.text}" did not come; the page says: ${taken}`);
  return taken;
};

/** Readings, each with the pace of the page right before it. */
type Measured = { readonly readings: number[]; readonly pace: number[] };

const simpan = async (phone: Phone, times: number): Promise<Measured> => {
  const { page } = phone;
  const measured: Measured = { readings: [], pace: [] };
  for (let i = 0; i < times; i += 1) {
    await page.getByRole('link', { name: umum.nav.catat, exact: true }).click();
    await page.waitForURL(/\/catat\/draf-/);
    await page.locator('#bidang-rencana optgroup option').first().waitFor({ state: 'attached' });
    const text = `Ukur simpan nomor ${i} di kelas`;
    await page.selectOption('#bidang-rencana', { index: 1 });
    await page.fill('#bidang-uraian', text);
    // Short and early: hours that neither overlap nor lie ahead, whenever the bench is run.
    await page.fill('#bidang-mulai', `00:${String(i * 4).padStart(2, '0')}`);
    await page.fill('#bidang-selesai', `00:${String(i * 4 + 3).padStart(2, '0')}`);
    await page.getByText(catat.draf.tersimpan).waitFor();
    measured.pace.push(await pace(phone));
    measured.readings.push(
      await clickToRow(phone, { click: 'button[form=catat]', row: '.baris-entri', text }),
    );
  }
  return measured;
};

/** A thumb needs that long from one place to the next, milliseconds: a screen that has just come is read and laid out by then. */
const THUMB = 400;

/** Each from a home that has come to rest. Tapped in the instant in which home returns, its own reading stands in the way. */
const month = async (phone: Phone, times: number): Promise<Measured> => {
  const measured: Measured = { readings: [], pace: [] };
  for (let i = 0; i < times; i += 1) {
    await phone.page.locator('main h2').first().waitFor();
    measured.pace.push(await pace(phone));
    await phone.page.waitForTimeout(THUMB);
    measured.readings.push(
      await clickToRow(phone, {
        click: 'nav a[href="/kegiatan"]',
        row: '.hari-grup .baris-entri',
        // Whichever stand on top: the first frame holds as many as fill the screen, the rest is drawn below it.
        text: '',
      }),
    );
    await phone.page.locator('nav a[href="/"]').first().click();
    await phone.page.waitForURL(/\/$/);
  }
  return measured;
};

/**
 * Says on the console when the first frame has been painted with the navigation and the day in it: what there is to use
 * then answers. The page says it itself; asked from outside, the asker's own scripts run in it, six times slower.
 */
const SAY_WHEN_USABLE = `(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => console.log('usable ' + performance.now());
  const seen = new MutationObserver(() => {
    if (!document.querySelector('main h2') || !document.querySelector('.nav-utama')) return;
    seen.disconnect();
    requestAnimationFrame(() => port2.postMessage(null));
  });
  seen.observe(document, { childList: true, subtree: true });
})()`;

/** Each in a page, and so a process, of its own: nothing of the start before is warm but the worker's cache. */
const coldStart = async (phone: Phone, url: string, times: number): Promise<Measured> => {
  const measured: Measured = { readings: [], pace: [] };
  await phone.page.goto('about:blank');
  await phone.context.addInitScript(SAY_WHEN_USABLE);
  for (let i = 0; i < times; i += 1) {
    const page = await phone.context.newPage();
    const cold = { ...phone, page };
    await throttle(cold, THROTTLE);
    measured.pace.push(await pace(cold));
    const said = page.waitForEvent('console', (message) => message.text().startsWith('usable '));
    await page.goto(url, { waitUntil: 'commit' });
    measured.readings.push(Number((await said).text().slice('usable '.length)));
    await page.close();
  }
  return measured;
};

/** The teacher's rows: five thousand entries on the phone, CPU slowed six times, then neither network nor server. */
export const teacherRows = async (world: World, guru: Warga): Promise<Row[]> => {
  const phone = await startPhone();
  phone.context.setDefaultTimeout(60_000);
  try {
    stage('the history comes onto the phone');
    await signIn(phone.page, world.url, guru);
    await until(
      'the history on the phone',
      () =>
        phone.page.evaluate(
          (account) =>
            new Promise<boolean>((resolve) => {
              const open = indexedDB.open(`kinerja-${account}`);
              open.onsuccess = () => {
                const count = open.result.transaction('records').objectStore('records').count();
                count.onsuccess = () => {
                  resolve(count.result >= 5000);
                  open.result.close();
                };
              };
            }),
          guru.id,
        ),
      120_000,
    );
    const later = phone.page.getByRole('button', { name: umum.pasang.nanti });
    await phone.page.addLocatorHandler(later, () => later.click());
    const release = await throttle(phone, THROTTLE);
    stage('Simpan');
    const saving = await simpan(phone, 9);
    stage('a month');
    const listing = await month(phone, 7);
    stage('cold starts, neither server nor network');
    await world.stop();
    await phone.context.setOffline(true);
    // A page that is slowed down turns one of two cores in circles also while it is blank.
    await release();
    const starting = await coldStart(phone, world.url, 7);
    return [
      { name: 'Simpan to visible row, 5,000 entries, CPU 6x', ...saving, goal: 100, unit: 'ms' },
      { name: 'List of a month, 5,000 entries, CPU 6x', ...listing, goal: 100, unit: 'ms' },
      {
        name: 'Cold start offline to usable, 5,000 entries, CPU 6x',
        ...starting,
        goal: 800,
        unit: 'ms',
      },
    ];
  } finally {
    await phone.close();
  }
};

/** First visit on Slow 3G: when the largest content is painted. */
export const firstVisitRow = async (world: World, times: number): Promise<Row> => {
  const readings: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const phone = await startPhone();
    const session = await phone.context.newCDPSession(phone.page);
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    });
    await throttle(phone, THROTTLE);
    await phone.page.goto(`${world.url}/masuk`);
    await phone.page.locator('#nip').waitFor();
    readings.push(
      await phone.page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
              type: 'largest-contentful-paint',
              buffered: true,
            });
          }),
      ),
    );
    await phone.close();
  }
  return { name: 'First visit LCP, Slow 3G (400 ms, 400 kbps), CPU 6x', readings, goal: 2500, unit: 'ms' };
};
