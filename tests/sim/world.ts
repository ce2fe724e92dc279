import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPasswords, type Passwords } from '../../server/people/index.ts';
import type { WriteTx } from '../../server/store/index.ts';
import { SyncAnswer, SyncRequest, unpackAnswer, unpackRequest } from '../../shared/protocol/index.ts';
import { anAccount, aSatker } from '../support/builders.ts';
import { aClock } from '../support/clock.ts';
import { aRandom } from '../support/random.ts';
import type { Letter } from './network.ts';
import type { Owed } from './owed.ts';
import { planPhones, type SimPerson } from './people.ts';
import { SANDI, SimPhone } from './phone.ts';
import { SimServer } from './server.ts';
import { type MakeStorage, sqliteStorage } from './storage.ts';
import { Witness } from './witness.ts';

/** How large a world is, and whose clock is how far off. */
export type WorldShape = {
  readonly seed: number;
  readonly phones: number;
  readonly clocks?: readonly number[] | undefined;
  /** What keeps the server's data; SQLite where it is left out. */
  readonly storage?: MakeStorage | undefined;
};

const RAM = '/dev/shm';

/** Password of everybody, hashed once: hashing is slow on purpose, and nobody guesses here. */
let hashed: Promise<string> | null = null;
const passwordsOf = (): Passwords => createPasswords(new Uint8Array(32), { memoryCost: 64, timeCost: 1 });

/** Schools, people, phones and a server under one clock and one source of randomness, and a witness beside them. */
export class World {
  readonly clock = aClock();
  readonly mail: Letter[] = [];
  readonly witness = new Witness();
  readonly server: SimServer;
  readonly phones: SimPhone[];
  readonly people: readonly SimPerson[];
  /** What phones held when a history was given up. */
  readonly owed = new Map<string, Owed>();
  /** People whose rights have changed: what they may give back has changed with them. */
  readonly rightsMoved = new Set<string>();
  readonly #dir: string;

  constructor({ seed, phones, clocks, storage = sqliteStorage }: WorldShape) {
    this.#dir = mkdtempSync(join(existsSync(RAM) ? RAM : tmpdir(), 'kinerja-sim-'));
    const { clock, mail, witness } = this;
    const random = aRandom(seed ^ 0x5eed);
    this.server = new SimServer({
      ...{ dir: this.#dir, storage: storage(this.#dir), clock, random },
      passwords: passwordsOf(),
    });
    const plans = planPhones(phones, clocks);
    const { carry } = this;
    const onForget = (index: number): void => {
      for (const [key, { phone }] of this.owed) if (phone === index) this.owed.delete(key);
    };
    this.phones = plans.map(
      (plan, index) => new SimPhone({ index, plan, clock, carry, mail, witness, onForget }),
    );
    const everybody = plans.flatMap(({ people }) => people);
    this.people = [...new Map(everybody.map((person) => [person.id, person])).values()];
  }

  get shards(): string[] {
    return [...new Set(this.people.map(({ shard }) => shard))];
  }

  /** Takes a request to the server, under the witness's eyes. */
  readonly carry = async (request: Request, address: string): Promise<Response | null> => {
    const isSync = request.url.endsWith('/api/sync');
    const asked = isSync ? request.clone() : null;
    const response = await this.server.ask(request, address);
    if (response?.status === 200 && asked) {
      const answer = SyncAnswer.parse(unpackAnswer(await response.clone().json()));
      const request = SyncRequest.parse(unpackRequest(await asked.json()));
      const { history, isGivenBack } = this.server;
      await this.witness.onAnswer({ history, request, answer, isGivenBack });
    }
    return response;
  };

  /** Writes to the server's database as its operator does; nothing where the server cannot work now. */
  async operate(work: (tx: WriteTx) => Promise<void>): Promise<void> {
    const { server } = this;
    if (!server.full) await server.run.store.write(work);
  }

  /** Lays down schools and people, signs everybody in, and makes the first copy. */
  async open(): Promise<void> {
    const { server } = this;
    await server.start();
    hashed ??= passwordsOf().hash(SANDI);
    const password = await hashed;
    await this.operate(async (tx) => {
      for (const { id, nip, nama, shard, view, peran } of this.people) {
        await tx.putAccount(anAccount({ id, nip, nama, password }));
        await tx.putGrant({ account: id, shard, view, peran, since: 0, until: null });
      }
    });
    for (const [i, shard] of this.shards.entries()) await this.#laySchool(shard, i + 1);
    for (const phone of this.phones)
      for (const { id } of [...phone.plan.people].reverse()) {
        await phone.signIn(id);
        await phone.run(id);
      }
    await server.copy();
  }

  async #laySchool(shard: string, number: number): Promise<void> {
    const body = { pemilik: '', isi: aSatker({ npsn: shard.slice(4) }) };
    const command = { kind: 'satker.tetapkan', version: 1, shard, record: null, base: null, at: 0, body };
    await this.server.run.ledger.submit({
      actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] },
      device: 'd_sistem',
      commands: [{ number, ...command }],
    });
  }

  async close(): Promise<void> {
    for (const phone of this.phones) phone.close();
    await this.server.stop();
    rmSync(this.#dir, { recursive: true, force: true });
  }
}
