import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { NOTHING_STABLE, openLedger } from '../../server/ledger/index.ts';
import type { DataRooms } from '../../server/operations/index.ts';
import {
  type CommandContent,
  DeviceKey,
  type Position,
  PROTOCOL_VERSION,
  packRequest,
  type SyncRequest,
  scopeName,
  shardOf,
  toBase64Url,
  toWireCommand,
} from '../../shared/protocol/index.ts';
import type { Entri } from '../../shared/records/index.ts';
import { anAccount, aSatker } from './builders.ts';

/** A phone of a made-up district: signed in, with all that was there for it, and a key of its own. */
export type DistrictPhone = {
  readonly account: string;
  readonly device: string;
  readonly shard: string;
  readonly cookie: string;
  /** PKCS 8, so that it can be handed to another process. */
  readonly key: string;
  readonly position: Position;
};

/** A signed request as it goes over the line. */
export type Prepared = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** Teachers of a school in Indonesia, on average. */
const PER_SCHOOL = 12;
const SINCE = 1_700_000_000_000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

const npsnOf = (school: number): string => String(10_000_000 + school);

type Person = Omit<DistrictPhone, 'position'> & { readonly token: string; readonly publicKey: DeviceKey };

const aPerson = (i: number): Person => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' });
  const token = hashOf(`sesi ${i}`);
  return {
    account: `p_d${i}`,
    device: `d_d${i}`,
    shard: shardOf(npsnOf(Math.floor(i / PER_SCHOOL))),
    cookie: `__Host-sesi=${token}`,
    token,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: DeviceKey.parse({ kty, crv, x, y }),
  };
};

const AT_ONCE = 200;

const enter = async ({ store, clock }: DataRooms, people: readonly Person[]): Promise<void> => {
  for (let from = 0; from < people.length; from += AT_ONCE)
    await store.write(async (tx) => {
      for (const [i, { account, device, shard, token, publicKey }] of people
        .slice(from, from + AT_ONCE)
        .entries()) {
        const nip = String(190_000_000_000_000_000n + BigInt(from + i));
        await tx.putAccount(anAccount({ id: account, nip, nama: `Guru ${from + i}`, createdAt: SINCE }));
        await tx.putGrant({ account, shard, view: 'milik', peran: 'guru', since: SINCE, until: null });
        const now = clock();
        await tx.putDevice({
          id: device,
          account,
          key: publicKey,
          label: 'Chrome di Android',
          createdAt: now,
          seenAt: now,
          maxNumber: 0,
          revokedAt: null,
        });
        await tx.putSession({
          tokenHash: hashOf(token),
          account,
          device,
          createdAt: now,
          seenAt: now,
          expiresAt: now + 30 * 86_400_000,
        });
      }
    });
};

/**
 * Lays down a district of so many teachers, twelve in each school, everybody signed in on a phone. Written straight into
 * the store: three thousand sign-ins would be an hour of Argon2.
 */
export const aDistrict = async (rooms: DataRooms, teachers: number): Promise<DistrictPhone[]> => {
  const people = Array.from({ length: teachers }, (_, i) => aPerson(i));
  await enter(rooms, people);
  const onFault = (cause: unknown): never => {
    throw cause;
  };
  const ledger = await openLedger({ ...rooms, stable: () => NOTHING_STABLE, onFault });
  const shards = [...new Set(people.map(({ shard }) => shard))];
  const laying = shards.map((shard, i) =>
    ledger.submit({
      actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] },
      device: `d_sistem${i}`,
      commands: [
        {
          ...{ kind: 'satker.tetapkan', version: 1, shard, record: null, base: null, at: rooms.clock() },
          number: 1,
          body: { pemilik: '', isi: aSatker({ npsn: npsnOf(i) }) },
        },
      ],
    }),
  );
  await Promise.all(laying);
  return positioned(rooms, people);
};

const positioned = ({ store }: DataRooms, people: readonly Person[]): Promise<DistrictPhone[]> =>
  store.read(async (tx) => {
    const phones: DistrictPhone[] = [];
    for (const { publicKey: _, token: __, ...phone } of people) {
      const { n, h } = await tx.chainHead(phone.shard);
      phones.push({ ...phone, position: { n, h: toBase64Url(h.subarray(0, 8)) } });
    }
    return phones;
  });

/** The request with these new entries, numbered from `first`, as her phone would send it. */
export const requestOf = (
  { account, device, shard, position }: DistrictPhone,
  entries: readonly { readonly dicatat: number; readonly isi: Entri }[],
  first = 1,
): SyncRequest => ({
  p: PROTOCOL_VERSION,
  app: 'beban',
  u: account,
  dev: device,
  g: '',
  pos: { [scopeName(shard, 'milik')]: position },
  ops: entries.map(({ dicatat, isi }, i) => {
    const content: CommandContent = {
      ...{ kind: 'entri.catat', version: 1, shard, record: null, base: null, at: dicatat },
      body: isi,
    };
    return toWireCommand({ ...content, number: first + i });
  }),
  ask: [],
});

const keys = new Map<string, KeyObject>();

/** Packs, signs and deflates a request as the app does. */
export const prepared = ({ key, cookie }: DistrictPhone, request: SyncRequest): Prepared => {
  const known = keys.get(key) ?? createPrivateKey(key);
  keys.set(key, known);
  const bytes = Buffer.from(JSON.stringify(packRequest(request)));
  const signature = sign('sha256', bytes, { key: known, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  const body = deflateSync(bytes);
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'content-encoding': 'deflate',
      'content-length': String(body.length),
      'accept-encoding': 'gzip',
      'sec-fetch-site': 'same-origin',
      'kinerja-signature': signature,
      cookie,
    },
  };
};
