import { deflateSync } from 'node:zlib';
import {
  type CommandContent,
  type DeviceKey,
  DeviceKey as DeviceKeySchema,
  type Position,
  PROTOCOL_VERSION,
  SessionAnswer,
  SyncAnswer,
  type SyncRequest,
  toBase64Url,
  toWireCommand,
  unpackAnswer,
  type WireVerdict,
} from '../../shared/protocol/index.ts';
import { idFor } from './builders.ts';

/** Takes a request to a server: the app itself, a network with faults, or a real socket. */
export type Carrier = (request: Request) => Promise<Response>;

export type Numbered = CommandContent & { readonly number: number };

/** What of a sync request is to differ from an honest one. */
export type Tweak = {
  readonly request?: Partial<SyncRequest>;
  /** The body as it is to be sent and signed. */
  readonly bytes?: Uint8Array;
  readonly signature?: string | null;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly deflate?: boolean;
};

/** A device key pair as a browser makes it. */
export const aKeyPair = async (): Promise<CryptoKeyPair> =>
  (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;

/** The public half as it is registered. */
export const publicKey = async ({ publicKey: key }: CryptoKeyPair): Promise<DeviceKey> => {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key);
  return DeviceKeySchema.parse({ kty, crv, x, y });
};

/** Signature of exactly these bytes: raw r‖s, base64url. */
export const sign = async ({ privateKey }: CryptoKeyPair, bytes: Uint8Array): Promise<string> =>
  toBase64Url(
    new Uint8Array(
      await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, new Uint8Array(bytes)),
    ),
  );

/**
 * The protocol's client in its smallest form: key, cookie, numbers, queue, positions. It keeps no records of its own
 * but the last row of each, and never gives a command up before it has a verdict.
 */
export class Phone {
  readonly #carrier: Carrier;
  readonly #origin: string;
  readonly #jar = new Map<string, string>();
  keys: CryptoKeyPair;
  account = '';
  device = '';
  grantVersion = '';
  queue: Numbered[] = [];
  lastNumber = 0;
  positions: Record<string, Position> = {};
  readonly verdicts = new Map<number, WireVerdict>();
  readonly records = new Map<string, SyncAnswer['chg'][number]>();

  constructor(carrier: Carrier, keys: CryptoKeyPair, origin = 'http://kinerja.test') {
    this.#carrier = carrier;
    this.#origin = origin;
    this.keys = keys;
  }

  /** The cookies as the browser would send them. */
  get cookies(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  set cookies(header: string) {
    this.#jar.clear();
    for (const part of header.split('; ').filter(Boolean))
      this.#jar.set(part.split('=')[0] ?? '', part.split('=').slice(1).join('='));
  }

  /** One request as a page of the app makes it, with its cookies; a header of null is left out. */
  async ask(path: string, init: RequestInit = {}, headers: Tweak['headers'] = {}): Promise<Response> {
    const request = new Request(`${this.#origin}${path}`, init);
    const all = { 'sec-fetch-site': 'same-origin', cookie: this.cookies || null, ...headers };
    for (const [name, value] of Object.entries(all)) if (value !== null) request.headers.set(name, value);
    const response = await this.#carrier(request);
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  async signIn(nip: string, sandi: string, headers: Tweak['headers'] = {}): Promise<Response> {
    const body = JSON.stringify({ nip, sandi, key: await publicKey(this.keys), label: 'Chrome di Android' });
    const response = await this.ask(
      '/api/session',
      { method: 'POST', body },
      { 'content-type': 'application/json', ...headers },
    );
    if (response.ok) {
      const answer = SessionAnswer.parse(await response.clone().json());
      this.account = answer.account.id;
      this.device = answer.device;
    }
    return response;
  }

  /** Numbers a command and puts it in the queue; its id. */
  async add(content: CommandContent): Promise<string> {
    this.lastNumber += 1;
    this.queue.push({ ...content, number: this.lastNumber });
    return idFor(this.device, this.lastNumber, content);
  }

  /** The request that an honest phone would send now. */
  request(part: Partial<SyncRequest> = {}): SyncRequest {
    return {
      p: PROTOCOL_VERSION,
      app: 'test',
      u: this.account,
      dev: this.device,
      g: this.grantVersion,
      pos: this.positions,
      ops: this.queue.map(toWireCommand),
      ask: [],
      ...part,
    };
  }

  /** Sends the queue, or something else, and leaves everything on the phone as it is. */
  async post(tweak: Tweak = {}): Promise<Response> {
    const bytes = tweak.bytes ?? new TextEncoder().encode(JSON.stringify(this.request(tweak.request)));
    const signature = tweak.signature === undefined ? await sign(this.keys, bytes) : tweak.signature;
    const body = new Uint8Array(tweak.deflate ? deflateSync(bytes) : bytes);
    const headers = {
      'content-type': 'application/json',
      'content-encoding': tweak.deflate ? 'deflate' : null,
      'kinerja-signature': signature,
      ...tweak.headers,
    };
    return this.ask('/api/sync', { method: 'POST', body }, headers);
  }

  /** One round: sends the queue and settles the answer. Throws with the problem's code where the request is refused. */
  async sync(tweak: Tweak = {}): Promise<SyncAnswer> {
    const response = await this.post(tweak);
    const json: unknown = await response.json();
    if (response.status !== 200) throw new Error((json as { code?: string }).code ?? String(response.status));
    const answer = SyncAnswer.parse(unpackAnswer(json));
    this.settle(answer);
    return answer;
  }

  /** Rounds until nothing more comes and nothing is left that can be sent. */
  async syncAll(): Promise<void> {
    while ((await this.sync()).more);
  }

  settle(answer: SyncAnswer): void {
    for (const verdict of answer.res) this.verdicts.set(verdict.o, verdict);
    const open = new Set(answer.res.filter(({ r }) => r === 'wait').map(({ o }) => o));
    const answered = new Set(answer.res.map(({ o }) => o));
    this.queue = this.queue.filter(({ number }) => open.has(number) || !answered.has(number));
    for (const row of answer.chg) this.records.set(row.id, row);
    this.positions = answer.pos;
    if (answer.grant) this.grantVersion = answer.grant.g;
    if (answer.dev && this.queue.length === 0) {
      this.device = answer.dev;
      this.lastNumber = 0;
    }
  }

  #keep(setCookie: string): void {
    const [pair = '', ...rest] = setCookie.split('; ');
    const [name = '', value = ''] = pair.split('=');
    if (rest.includes('Max-Age=0')) this.#jar.delete(name);
    else this.#jar.set(name, value);
  }
}

/** A phone with a fresh key. */
export const aPhone = async (carrier: Carrier): Promise<Phone> => new Phone(carrier, await aKeyPair());
