import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import { build } from 'vite';
import { startPhone } from '../../browser/support/chromium.ts';
import type { Running } from './process.ts';

/**
 * A page that does not come over the network is in no network's address space, so that Chromium would ask a person before
 * it opens a websocket to this machine.
 */
const ARGS = ['--disable-features=Translate,MediaRouter,LocalNetworkAccessChecks'];

const HTML =
  '<!doctype html><meta charset="utf-8"><title>ukur</title><link rel="icon" href="data:,"><script src="/ukur.js"></script>';

/** A client's script with all that it imports, as one classic script for a page. */
const bundled = async (script: string): Promise<string> => {
  const built = await build({
    configFile: false,
    root: fileURLToPath(new URL('.', script)),
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    // Automerge's build with its WebAssembly inside goes by that name.
    resolve: { conditions: ['webpack', 'module', 'browser', 'import', 'production'] },
    build: {
      write: false,
      target: 'chrome120',
      lib: { entry: fileURLToPath(script), name: 'ukurClient', formats: ['iife'], fileName: () => 'ukur.js' },
    },
  });
  const [first] = 'output' in built ? built.output : Array.isArray(built) ? (built[0]?.output ?? []) : [];
  if (first?.type !== 'chunk') throw new Error(`${script} was not bundled`);
  return first.code;
};

const scripts = new Map<string, Promise<string>>();
const scriptOf = (script: string): Promise<string> => {
  const known = scripts.get(script) ?? bundled(script);
  scripts.set(script, known);
  return known;
};

/** The page and its script come from the bench itself: none of it passes the counting proxy. */
const load = async (page: Page, url: string, code: string): Promise<void> => {
  await page.route(`${url}/ukur*`, (route) =>
    route.fulfill(
      route.request().url().endsWith('.js')
        ? { contentType: 'text/javascript', body: code }
        : { contentType: 'text/html', body: HTML, headers: { 'Referrer-Policy': 'no-referrer' } },
    ),
  );
  await page.goto(`${url}/ukur`);
  await page.unrouteAll();
};

/** CPU milliseconds of all processes of a browser: page, network, storage and the browser itself. */
const cpuOf = async (session: CDPSession): Promise<number> => {
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: readonly { readonly cpuTime: number }[];
  };
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
};

/** Opens a client's script in a Chromium of its own, with a fresh profile; it answers as a process of the bench does. */
export const startPage = async (
  script: string,
  { url, args }: { readonly url: string; readonly args: Readonly<Record<string, string>> },
): Promise<Running> => {
  const code = await scriptOf(script);
  const { context, page, close } = await startPhone({ args: ARGS });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (message.type() === 'error') process.stderr.write(`page: ${message.text()}\n`);
  });
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser is gone');
  await load(page, url, code);
  const ask: Running['ask'] = async (verb, given) => {
    const [cpu, at] = [await cpuOf(session), performance.now()];
    const value = await page.evaluate(
      ([name, what]) => (globalThis as unknown as Ukur).ukur[name as string]?.(what),
      [verb, given] as const,
    );
    if (errors.length > 0) throw new Error(`${script}: ${errors.join('\n')}`);
    return { value, wall: performance.now() - at, cpu: (await cpuOf(session)) - cpu };
  };
  await ask('begin', args);
  return { ask, cpu: () => cpuOf(session), end: close };
};

type Ukur = { readonly ukur: Readonly<Record<string, (given: unknown) => unknown>> };
