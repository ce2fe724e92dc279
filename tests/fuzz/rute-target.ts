import { packCargo } from '../../shared/protocol/index.ts';
import { shaOf } from '../support/builders.ts';
import { type Phone, sign } from '../support/phone.ts';
import { aRandom } from '../support/random.ts';
import { fotoRusak, logoRusak, PEGAWAI, PNG, pegawaiRusak } from './berkas.ts';
import type { Dunia } from './ground.ts';
import { aPart, type Dice, diceOf, isHeader, mutateBytes, mutateJson, TEXTS } from './mutate.ts';
import { type Contoh, type Nilai, RUTE, TINDAKAN } from './rute.ts';
import { titipan, titipanRusak } from './titipan.ts';

/** A request that is ready to be sent. */
type Permintaan = {
  phone: Phone;
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string | null>;
  body: Uint8Array | null;
};

const utf8 = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
/** A body with the values that it names by their kind. */
const isi = ({ nilai }: Dunia, body: unknown): unknown =>
  JSON.parse(JSON.stringify(body).replaceAll(/@([a-z]+)/g, (all, kind) => nilai[kind as Nilai]?.[0] ?? all));

/** What a lost phone hands over: one signed request. */
const serahan = async (phone: Phone): Promise<Uint8Array> => {
  const bytes = utf8(phone.request());
  return packCargo({
    envelopes: [{ bytes: new Uint8Array(bytes), tanda: await sign(phone.keys, bytes) }],
    photos: [],
  });
};

const bytesOf = async (dice: Dice, dunia: Dunia, kind: NonNullable<Contoh['bytes']>): Promise<Uint8Array> => {
  switch (kind) {
    case 'logo':
      return logoRusak(dice);
    case 'pegawai':
      return pegawaiRusak(dice);
    case 'foto':
      return fotoRusak(dice, dunia.photos);
    case 'serahan':
      return mutateBytes(dice, await serahan(dunia.peran.hilang));
    default:
      return titipanRusak(dice, dunia);
  }
};

/** The same kinds as they should be. */
const bytesRight = async (dunia: Dunia, kind: NonNullable<Contoh['bytes']>): Promise<Uint8Array> => {
  switch (kind) {
    case 'logo':
      return PNG;
    case 'pegawai':
      return PEGAWAI;
    case 'foto':
      return dunia.photos[0] as Uint8Array;
    case 'serahan':
      return serahan(dunia.peran.hilang);
    default:
      return titipan(dunia);
  }
};

const bodyOf = async (dice: Dice, dunia: Dunia, name: string): Promise<Uint8Array | null> => {
  const { body, bytes } = RUTE[name] ?? {};
  if (bytes) return bytesOf(dice, dunia, bytes);
  const shape = name === 'post /api/staff/:id' && dice.onceIn(2) ? dice.oneOf(TINDAKAN) : body;
  if (shape === undefined) return null;
  const right = isi(dunia, shape);
  if (dice.onceIn(5)) return utf8(right);
  const json = utf8(mutateJson(dice, right));
  return dice.onceIn(6) ? mutateBytes(dice, json) : json;
};

type Asked = { readonly dice: Dice; readonly dunia: Dunia; readonly name: string; readonly phone: Phone };

/** The request as it should be, but for its body. */
const rightly = async ({ dice, dunia, name, phone }: Asked, body: Uint8Array | null): Promise<Permintaan> => {
  const { param = {}, query = {}, headers = {}, bytes, signed } = RUTE[name] as Contoh;
  const [method = '', pattern = ''] = name.split(' ');
  const path = pattern.replace(/:([a-z]+)/g, (_, key: string) => {
    if (body && bytes && key === 'sha') return shaOf(body);
    const kind = param[key];
    return encodeURIComponent(kind ? dice.oneOf(dunia.nilai[kind]) : 'x');
  });
  const pieces = bytes === 'foto' || bytes === 'titipan';
  return {
    ...{ phone, method: method.toUpperCase(), path, query: { ...query }, body },
    headers: {
      ...(body ? { 'content-type': bytes ? 'application/octet-stream' : 'application/json' } : {}),
      ...(body && pieces ? { 'upload-offset': '0', 'upload-length': String(body.length) } : {}),
      ...(body && signed ? { 'kinerja-signature': await sign(phone.keys, body) } : {}),
      ...headers,
    },
  };
};

const HEADERS = [
  ...['content-type', 'content-encoding', 'sec-fetch-site', 'origin', 'range', 'accept', 'if-none-match'],
  ...[
    'upload-offset',
    'upload-length',
    'kinerja-signature',
    'kinerja-beban',
    'authorization',
    'if-modified-since',
  ],
];

/** Makes one thing wrong around the body. */
const bend = (dice: Dice, dunia: Dunia, request: Permintaan): void => {
  switch (dice.below(5)) {
    case 0: {
      const parts = request.path.split('/');
      parts[1 + dice.below(parts.length - 1)] = aPart(dice);
      request.path = parts.join('/');
      break;
    }
    case 1:
      for (const key of Object.keys(request.query))
        if (dice.onceIn(2)) request.query[key] = dice.oneOf(TEXTS);
      break;
    case 2:
      request.headers[dice.oneOf(HEADERS)] = dice.oneOf([null, ...TEXTS.filter(isHeader)]);
      break;
    case 3:
      request.method = dice.oneOf(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH']);
      break;
    default:
      request.phone = dice.oneOf(dunia.phones);
  }
};

const send = async (request: Permintaan): Promise<Response> => {
  const { phone, method, path, headers } = request;
  const query = new URLSearchParams(
    Object.entries(request.query).map(([key, value]) => [key, value.toWellFormed()]),
  ).toString();
  const body = request.body && method !== 'GET' && method !== 'HEAD' ? new Uint8Array(request.body) : null;
  const { cookies } = phone;
  // Signing out is no fault of the service, and would leave the others without a session.
  const leaves = method === 'DELETE' && path === '/api/session' ? { cookie: null } : {};
  const response = await phone.ask(
    query ? `${path}?${query}` : path,
    { method, body },
    { ...headers, ...leaves },
  );
  phone.cookies = cookies;
  return response;
};

const UNGGAH = 'post /api/simpeg';
/** Where a thread is at work when the answer comes. */
const READS: ReadonlySet<string> = new Set([
  UNGGAH,
  'put /api/simpeg/:id/columns',
  'post /api/simpeg/:id/apply',
]);
const BUSY: ReadonlySet<string> = new Set(['membaca', 'menerapkan']);

/** Waits until a file is read: a thread that is still at work would make a seed say another thing each time. */
const settled = async (name: string, { nilai, peran }: Dunia, response: Response): Promise<Response> => {
  if (!READS.has(name) || response.status !== 202) return response;
  if (name === UNGGAH) nilai.impor.splice(0, 1, ((await response.clone().json()) as { id: string }).id);
  for (let isBusy = true; isBusy; ) {
    const seen = await peran.admin.ask(`/api/simpeg/${nilai.impor[0]}`);
    isBusy = seen.ok && BUSY.has(((await seen.json()) as { tahap: string }).tahap);
    if (isBusy) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return response;
};

/** One request to this route, right or wrong in some place. */
export const keRute = async (dice: Dice, dunia: Dunia, name: string): Promise<Response> => {
  const body = await bodyOf(dice, dunia, name);
  const { as } = RUTE[name] as Contoh;
  const phone = as && !dice.onceIn(6) ? dunia.peran[as] : dice.oneOf(dunia.phones);
  const request = await rightly({ dice, dunia, name, phone }, body);
  if (dice.onceIn(2)) bend(dice, dunia, request);
  // A thread that reads a file takes as long to start as a thousand other requests: nearly always somebody asks who may not.
  if (READS.has(name) && !dice.onceIn(30)) request.phone = dunia.peran.sekolah;
  return settled(name, dunia, await send(request));
};

/** Draws that take the first of everything. */
const FIRST: Dice = { ...diceOf(aRandom(1)), below: () => 0, oneOf: (choices) => choices[0] as never };

/** The body that the route should be sent, as JSON. */
export const isiBenar = (dunia: Dunia, name: string): unknown => isi(dunia, RUTE[name]?.body);

/** What of a right request is to be another: its body as bytes, or headers beside its own. */
type Lain = { readonly body: Uint8Array; readonly headers?: Readonly<Record<string, string | null>> };

/** The request to this route with another body, right all around it: signed where the route wants it. */
export const keRuteDengan = async (
  dunia: Dunia,
  name: string,
  { body, headers = {} }: Lain,
): Promise<Response> => {
  const phone = dunia.peran[RUTE[name]?.as ?? 'guru'];
  const request = await rightly({ dice: FIRST, dunia, name, phone }, body);
  return send({ ...request, headers: { ...request.headers, ...headers } });
};

/** The request to this route as it should be in every part that the ground knows. */
export const keRuteBenar = async (dunia: Dunia, name: string): Promise<Response> => {
  const { body, as, bytes } = RUTE[name] ?? {};
  const sent = bytes ? await bytesRight(dunia, bytes) : body === undefined ? null : utf8(isi(dunia, body));
  const phone = dunia.peran[as ?? 'guru'];
  return settled(name, dunia, await send(await rightly({ dice: FIRST, dunia, name, phone }, sent)));
};
