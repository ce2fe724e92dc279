import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { beda, setClock } from './waktu.ts';

const CANDIDATES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
export const CHROMIUM =
  CANDIDATES.find((path) => path !== undefined && existsSync(path)) ?? '/usr/bin/chromium';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=Translate,MediaRouter',
  '--bypass-app-banner-engagement-checks',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--lang=id-ID',
];

/** After so long something is taken to be missing, ms: far beyond what a busy machine needs, for no test is about speed. */
const PATIENCE = 60_000;

export type Size = { readonly width: number; readonly height: number };
export const PHONE: Size = { width: 360, height: 740 };
export const LAPTOP: Size = { width: 1280, height: 800 };

/** A person's browser with a profile on disk: it can be killed and started again cold, as a phone is. */
export type Phone = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly profile: string;
  /** SIGKILL: no chance to save anything. */
  kill(): Promise<void>;
  /** Ends the browser in an orderly way and removes the profile. */
  close(): Promise<void>;
};

const waitFor = async <T>(look: () => T | undefined, what: string, timeout = 60_000): Promise<T> => {
  const until = performance.now() + timeout;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`${what}: not within ${timeout} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const ended = (process: ChildProcess): Promise<void> =>
  process.exitCode !== null || process.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => process.once('exit', () => resolve()));

/** Starts Chromium on a profile (a new one unless given) and opens a page of the wanted size. */
export const startPhone = async (
  options: { profile?: string; size?: Size; args?: readonly string[] } = {},
): Promise<Phone> => {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'kinerja-hp-'));
  const size = options.size ?? PHONE;
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    rmSync(join(profile, lock), { force: true });
  const args = [
    ...FLAGS,
    ...(options.args ?? []),
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    `--window-size=${size.width},${size.height}`,
    'about:blank',
  ];
  const child = spawn(CHROMIUM, args, { stdio: 'ignore' });
  const port = await waitFor(
    () => (existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] || undefined : undefined),
    'Chromium',
  );
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  if (!context) throw new Error('Chromium gave no context');
  context.setDefaultTimeout(PATIENCE);
  await setClock({ context }, beda);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.setViewportSize(size);
  return {
    context,
    page,
    profile,
    kill: async () => {
      child.kill('SIGKILL');
      await ended(child);
    },
    close: async () => {
      const session = await browser.newBrowserCDPSession().catch(() => null);
      await session?.send('Browser.close').catch(() => undefined);
      await Promise.race([ended(child), new Promise((resolve) => setTimeout(resolve, 5000))]);
      child.kill('SIGKILL');
      await ended(child);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
};
