import type { DeviceKey } from '../../shared/protocol/index.ts';

/** A new device key: ECDSA P-256. The private half cannot be exported, and never leaves this browser. */
export const makeDeviceKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]) as Promise<CryptoKeyPair>;

/** The public half, as the server registers it. */
export const publicPart = async ({ publicKey }: CryptoKeyPair): Promise<DeviceKey> => {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  return { kty: 'EC', crv: 'P-256', x, y };
};

type Names = readonly (readonly [RegExp, string])[];

/** In this order: each browser names the ones that it descends from. */
const BROWSERS: Names = [
  [/Firefox|FxiOS/, 'Firefox'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Edg\//, 'Edge'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
  [/./, 'Peramban'],
];
const SYSTEMS: Names = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iPhone'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'Mac'],
  [/./, 'Linux'],
];

const nameIn = (names: Names, agent: string): string => names.find(([sign]) => sign.test(agent))?.[1] ?? '?';

/** What the person will recognise in the list of devices, from the browser's user agent. */
export const deviceLabel = (agent: string): string =>
  `${nameIn(BROWSERS, agent)} di ${nameIn(SYSTEMS, agent)}`;
