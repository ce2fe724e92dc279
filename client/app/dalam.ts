/*
 * Everything that only a signed-in person needs: the engine, the verbs, the frame. One chunk, fetched while she signs in
 * or while her database is being opened, so that the first visit shows the door without it.
 */
export { restoreAfterCamera } from '../actions/index.ts';
export { closeApp, erase, leave, lockApp, openApp, shut } from './account.ts';
export { Bingkai } from './bingkai.tsx';

/** See `latihan.ts`, which is loaded when somebody begins to train, and kept from then on. */
export const openTraining: typeof import('./latihan.ts').openTraining = async (...args) =>
  (await import('./latihan.ts')).openTraining(...args);
