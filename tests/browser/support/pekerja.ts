import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { until } from './until.ts';

/** By what name Chromium's tools know the service worker of an address. */
export const registrationId = async (session: CDPSession, url: string): Promise<string> => {
  let found: string | undefined;
  session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    found = registrations.find(({ scopeURL }) => scopeURL.startsWith(url))?.registrationId ?? found;
  });
  await session.send('ServiceWorker.enable');
  return until('the registration', () => found);
};

/** What the push service does to a phone, and what the phone then shows. */
export type Ketukan = {
  readonly knock: () => Promise<unknown>;
  /** Notifications on the screen, each as `title: body`. */
  readonly shown: () => Promise<string[]>;
};

/** Lets a signed-in page be knocked at; notifications are allowed. */
export const ketukan = async (page: Page, context: BrowserContext, url: string): Promise<Ketukan> => {
  const session = await context.newCDPSession(page);
  await context.grantPermissions(['notifications']);
  const id = await registrationId(session, url);
  return {
    knock: () =>
      session.send('ServiceWorker.deliverPushMessage', { origin: url, registrationId: id, data: '' }),
    shown: () =>
      page.evaluate(async () => {
        const list = await (await navigator.serviceWorker.ready).getNotifications();
        return list.map(({ title, body }) => `${title}: ${body}`);
      }),
  };
};
