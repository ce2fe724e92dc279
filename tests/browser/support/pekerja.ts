import type { CDPSession } from 'playwright-core';
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
