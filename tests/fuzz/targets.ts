import { sealCargo } from '../../client/actions/titip-segel.ts';
import { routeTable } from '../../server/http/route-table.ts';
import {
  type CarriedHeader,
  type CommandContent,
  type CourierKey,
  toWireCommand,
} from '../../shared/protocol/index.ts';
import { ISI } from '../api/wewenang/perintah.ts';
import { shaOf } from '../support/builders.ts';
import { type Phone, sign } from '../support/phone.ts';
import { type Dice, mutateBytes, mutateJson, TEXTS } from './mutate.ts';

/** What a case knows of the world: phones that are signed in, photos that are right, and who may try to sign in. */
export type Ground = {
  readonly phones: readonly Phone[];
  readonly photos: readonly Uint8Array[];
  /** The public key that carried files are sealed to. */
  readonly courier: CourierKey;
  readonly nip: string;
};

/** Sends one request that is wrong in some way. */
export type Target = (dice: Dice, ground: Ground) => Promise<Response>;

const JSON_TYPE = { 'content-type': 'application/json' };
const KINDS = Object.keys(ISI);

const aCommand = (dice: Dice, phone: Phone): CommandContent & { readonly number: number } => {
  const kind = dice.oneOf(KINDS);
  const { pada, body } = ISI[kind] ?? { body: {} };
  const rows = [...phone.records.values()].filter(
    ({ k }) => k === (pada === 'keberatan' ? 'evaluasi' : pada),
  );
  const row = pada && rows.length > 0 ? dice.oneOf(rows) : null;
  phone.lastNumber += 1;
  return {
    number: phone.lastNumber,
    kind,
    version: 1,
    shard: row?.s ?? dice.oneOf(Object.keys(phone.positions))?.split('/')[0] ?? 'sek:69593332',
    record: row?.id ?? null,
    base: row?.head ?? null,
    at: 1_795_420_800_000,
    body: dice.onceIn(3) ? body : mutateJson(dice, body),
  };
};

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

/** What a header may hold at all: anything else never leaves a client. */
const isHeader = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
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
const carried: Target = async (dice, { phones, photos, courier }) => {
  const phone = dice.oneOf(phones);
  const owner = dice.oneOf(phones);
  const ops = [toWireCommand(aCommand(dice, owner))];
  const text = new TextEncoder().encode(JSON.stringify(owner.request({ ops })));
  const envelope = new Uint8Array(dice.onceIn(2) ? mutateBytes(dice, text) : text);
  const picture = new Uint8Array(dice.oneOf(photos));
  const header: CarriedHeader = {
    kunci: courier.id,
    ikat: 'AbCdEfGhIjKlMnOp',
    nama: 'Sri Wahyuni',
    entri: 1,
    foto: 1,
    bagian: 1,
    dari: 1,
  };
  const cargo = {
    envelopes: [{ bytes: envelope, tanda: await sign(owner.keys, envelope) }],
    photos: dice.onceIn(2)
      ? [{ sha: shaOf(picture), bytes: new Uint8Array(mutateBytes(dice, picture)) }]
      : [],
  };
  const { file } = await sealCargo(header, cargo, courier.kunci);
  const bytes = dice.onceIn(4) ? mutateBytes(dice, file) : file;
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

const aPart = (dice: Dice): string =>
  dice.onceIn(2)
    ? encodeURIComponent(dice.oneOf(TEXTS).toWellFormed())
    : dice.oneOf(['%', '%00', '..', '.', '%2e%2e%2f', '//']);

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

/** Every kind of case with how often it is dealt. */
export const TARGETS: readonly { readonly name: string; readonly share: number; readonly send: Target }[] = [
  { name: 'commands', share: 40, send: commands },
  { name: 'sync bytes', share: 15, send: syncBytes },
  { name: 'photo', share: 12, send: photo },
  { name: 'carried file', share: 5, send: carried },
  { name: 'views', share: 6, send: views },
  { name: 'address', share: 20, send: address },
  { name: 'sign-in', share: 2, send: signIn },
];
