import { routeTable } from '../../server/http/route-table.ts';
import { toWireCommand } from '../../shared/protocol/index.ts';
import { shaOf } from '../support/builders.ts';
import { type Phone, sign } from '../support/phone.ts';
import { bacaMilik, bacaPegawai } from './berkas.ts';
import type { Dunia, Ground } from './ground.ts';
import { aPart, type Dice, isHeader, mutateBytes, mutateJson, TEXTS } from './mutate.ts';
import { RUTE } from './rute.ts';
import { keRute } from './rute-target.ts';
import { aCommand, titipanRusak } from './titipan.ts';

/** Sends one request that is wrong in some way. */
export type Target = (dice: Dice, ground: Ground) => Promise<Response>;

const JSON_TYPE = { 'content-type': 'application/json' };
/** Commands in a rightly signed request: right around them, wrong within. */
const commands: Target = async (dice, { phones }) => {
  const phone = dice.oneOf(phones);
  const ops = Array.from({ length: 1 + dice.below(4) }, () => toWireCommand(aCommand(dice, phone)));
  const request = phone.request({ ops, pos: phone.positions });
  const body = dice.onceIn(4) ? mutateJson(dice, request) : request;
  return phone.post({ bytes: new TextEncoder().encode(JSON.stringify(body)), deflate: dice.onceIn(4) });
};

/** Bytes of a request turned, and signed as they are. */
const syncBytes: Target = (dice, { phones }) => {
  const phone = dice.oneOf(phones);
  const bytes = mutateBytes(dice, new TextEncoder().encode(JSON.stringify(phone.request())));
  return phone.post({ bytes, ...(dice.onceIn(3) ? { signature: dice.oneOf(TEXTS.filter(isHeader)) } : {}) });
};

const put = (
  phone: Phone,
  path: string,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string | null>>,
): Promise<Response> =>
  phone.ask(
    path,
    { method: 'PUT', body: new Uint8Array(bytes) },
    { 'content-type': 'application/octet-stream', ...headers },
  );

const aLength = (dice: Dice, right: number): string =>
  dice.onceIn(5) ? dice.oneOf(['', '-1', '1e3', '0x10', '999999999999', 'NaN', ' 5']) : String(right);

const photo: Target = (dice, { phones, photos }) => {
  const bytes = mutateBytes(dice, dice.oneOf(photos));
  return put(dice.oneOf(phones), `/api/photos/${shaOf(bytes)}`, bytes, {
    'upload-offset': aLength(dice, 0),
    'upload-length': aLength(dice, bytes.length),
  });
};

/** A rightly sealed file whose load is wrong; now and then the seal too. */
const carried: Target = async (dice, ground) => {
  const phone = dice.oneOf(ground.phones);
  const bytes = await titipanRusak(dice, ground);
  return put(phone, `/api/courier/${shaOf(bytes)}`, bytes, {
    'upload-offset': aLength(dice, 0),
    'upload-length': aLength(dice, bytes.length),
    'kinerja-signature': await sign(phone.keys, bytes),
  });
};

const views: Target = (dice, { phones }) => {
  const phone = dice.oneOf(phones);
  const seen = [...phone.records.values()]
    .slice(0, 3)
    .map(({ s, id }) => ({ s, d: id, day: '2026-11-23', at: 1_795_420_800_000 }));
  return phone.ask(
    '/api/views',
    { method: 'POST', body: JSON.stringify(mutateJson(dice, { list: seen })) },
    JSON_TYPE,
  );
};

/** Never a right password: one that is looked at costs the service a fifteenth of a second. */
const signIn: Target = async (dice, { phones, nip }) => {
  const honest = {
    nip,
    sandi: 'bukan-kata-sandinya',
    key: { kty: 'EC', crv: 'P-256', x: 'A', y: 'A' },
    label: 'x',
  };
  const phone = dice.oneOf(phones);
  const { cookies } = phone;
  const response = await phone.ask(
    '/api/session',
    { method: 'POST', body: JSON.stringify(mutateJson(dice, honest)) },
    { ...JSON_TYPE, cookie: null },
  );
  phone.cookies = cookies;
  return response;
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'];
const HEADERS = ['content-type', 'content-encoding', 'sec-fetch-site', 'origin', 'range', 'cookie', 'accept'];

/** Any address with any method, parts of it and headers from the list of what has broken others. */
const address: Target = async (dice, { phones }) => {
  const { path } = dice.oneOf(routeTable);
  const asked = path.replace(/:[a-z]+/g, () => aPart(dice));
  const query = dice.onceIn(3)
    ? `?${dice.oneOf(['shard', 'pemilik', 'before', 'x'])}=${aPart(dice)}&x=1&x=2`
    : '';
  const method = dice.oneOf(METHODS);
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: dice.oneOf(TEXTS) };
  const headers = Object.fromEntries(
    HEADERS.filter(() => dice.onceIn(6)).map((name) => [name, dice.oneOf(TEXTS.filter(isHeader))]),
  );
  const phone = dice.oneOf(phones);
  const { cookies } = phone;
  // Signing out is no fault of the service, and would leave the others without a session.
  const leaves = method === 'DELETE' && path === '/api/session' ? { cookie: null } : {};
  const response = await phone.ask(asked + query, { method, ...body }, { ...headers, ...leaves });
  phone.cookies = cookies;
  return response;
};

/** What is dealt: a name, how often, and what it sends; the seed decides the rest. */
type Deal<G> = {
  readonly name: string;
  readonly share: number;
  readonly send: (dice: Dice, ground: G) => Promise<Response>;
};

/** Every kind of case that a service behind sockets can be sent, with how often it is dealt. */
export const TARGETS: readonly Deal<Ground>[] = [
  { name: 'commands', share: 40, send: commands },
  { name: 'sync bytes', share: 15, send: syncBytes },
  { name: 'photo', share: 12, send: photo },
  { name: 'carried file', share: 5, send: carried },
  { name: 'views', share: 6, send: views },
  { name: 'address', share: 20, send: address },
  { name: 'sign-in', share: 2, send: signIn },
];

/** A file that was read, as an answer: refused with a reason, or taken. */
const asAnswer = (sebab: string): Response => new Response(null, { status: sebab === '' ? 204 : 422 });

/** What a service in the same process is sent besides: each route by itself, and each kind of file to what reads it. */
export const SEMUA_TARGET: readonly Deal<Dunia>[] = [
  ...TARGETS.map((target) => ({ ...target, share: target.share * 3 })),
  ...Object.keys(RUTE).map((name) => ({
    name,
    share: 3,
    send: (dice: Dice, dunia: Dunia) => keRute(dice, dunia, name),
  })),
  { name: 'personnel file', share: 30, send: async (dice) => asAnswer(await bacaPegawai(dice)) },
  { name: 'own-data file', share: 12, send: async (dice, dunia) => asAnswer(await bacaMilik(dice, dunia)) },
];
