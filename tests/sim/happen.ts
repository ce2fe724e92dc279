import type { RunResult } from '../../client/sync/index.ts';
import type { WriteTx } from '../../server/store/index.ts';
import type { View } from '../../shared/protocol/index.ts';
import { noteOwed } from './owed.ts';
import { orDead, type SimPhone } from './phone.ts';
import { accountOf, deviceOf } from './play.ts';
import type { Step } from './steps.ts';
import { type Hold, holding, type Tab, Turns } from './turns.ts';
import type { World } from './world.ts';

type Of<D extends Step['do']> = Extract<Step, { do: D }>;
/** Accounts of phones that heard from the server in a step: what they now say is checked. */
export type Touched = { readonly phone: SimPhone; readonly account: string };

/** Codes after which the person signs in again, if it is she who is signed in here. */
const SIGN_IN: ReadonlySet<string> = new Set(['masuk_lagi', 'perangkat_dicabut']);

/** One run of the sender, and a sign-in where the server asks for one. */
const send = async (phone: SimPhone, account: string): Promise<Touched[]> => {
  const result = await orDead(() => phone.run(account));
  if (!result) return [];
  if (result.ok) return [{ phone, account }];
  const isHers = phone.active === account || phone.active === null;
  if (SIGN_IN.has(result.code) && isHers) await orDead(() => phone.signIn(account));
  return [];
};

const kirim = async (world: World, step: Of<'kirim'>): Promise<Touched[]> => {
  const phone = world.phones[step.p];
  const account = phone && accountOf(phone, step.siapa);
  if (!phone) return [];
  phone.line.next = [...step.faults];
  if (step.mati !== undefined) phone.disk.life.left = step.mati;
  if (step.serverMati !== undefined) world.server.killAfter(step.serverMati);
  if (account) return send(phone, account);
  const [first] = phone.people;
  if (first) await orDead(() => phone.signIn(first.id));
  return [];
};

/** Several phones at the same moment: their requests share commits, and one sees what the other has just done. */
const bersama = async (world: World, { ps, faults, serverMati }: Of<'bersama'>): Promise<Touched[]> => {
  const phones = [...new Set(ps)].flatMap((p) => world.phones[p] ?? []);
  if (serverMati !== undefined) world.server.killAfter(serverMati);
  for (const phone of phones) phone.line.next = [...faults];
  const all = phones.map((phone) => {
    const account = accountOf(phone, 0);
    return account ? send(phone, account) : Promise.resolve([]);
  });
  return (await Promise.all(all)).flat();
};

/** Two tabs of one account at once: in a given order, or the first one slow; meanwhile another phone is at it too. */
const duaTab = async (world: World, step: Of<'dua-tab'>): Promise<Touched[]> => {
  const { p, siapa, lain, jeda, urutan, faults } = step;
  const phone = world.phones[p];
  const account = phone && accountOf(phone, siapa);
  if (!phone || !account) return [];
  phone.line.next = [...faults];
  const turns = urutan && new Turns(urutan);
  const tab = (name: Tab, hold?: Hold) => {
    const run = () => orDead(() => phone.run(account, turns ? turns.holdOf(name) : hold));
    return turns ? turns.during(name, run) : run();
  };
  const other = lain === p ? undefined : world.phones[lain];
  const others = other && accountOf(other, 0);
  const [slow, quick] = await Promise.all([
    tab('a', holding(jeda)),
    tab('b'),
    other && others ? send(other, others) : null,
  ]);
  return quick?.ok && slow?.ok ? [{ phone, account }] : [];
};

type Right = {
  readonly shard: string;
  readonly view: View;
  readonly peran: 'guru' | 'penilai';
};

const endAll = async (tx: WriteTx, account: string, until: number): Promise<void> => {
  for (const grant of await tx.grantsOf(account))
    if (grant.until === null) await tx.putGrant({ ...grant, until });
};

/** Rights move: to another school, a head's for a while, all gone, or back to what they were. */
const hak = async (world: World, { p, siapa, apa }: Of<'hak'>): Promise<void> => {
  const person = world.phones[p]?.people[siapa];
  if (!person) return;
  world.rightsMoved.add(person.id);
  const since = world.clock.now();
  const { id: account, shard, view, peran } = person;
  const elsewhere = world.shards.find((other) => other !== shard) ?? shard;
  const rights: Record<typeof apa, readonly Right[]> = {
    pindah: [{ shard: elsewhere, view: 'milik', peran: 'guru' }],
    plt: [
      { shard, view: 'milik', peran: 'guru' },
      { shard, view: 'sekolah', peran: 'penilai' },
    ],
    cabut: [],
    pulang: [{ shard, view, peran }],
  };
  await world.operate(async (tx) => {
    await endAll(tx, account, since);
    for (const right of rights[apa]) await tx.putGrant({ account, ...right, since, until: null });
  });
};

const cabutHp = async (world: World, { p, siapa }: Of<'cabut-hp'>): Promise<void> => {
  const phone = world.phones[p];
  const account = phone && accountOf(phone, siapa);
  const id = phone && account ? await deviceOf(phone, account) : undefined;
  await world.operate(async (tx) => {
    const device = id ? await tx.device(id) : null;
    if (device) await tx.putDevice({ ...device, revokedAt: world.clock.now() });
  });
};

/** A cloned phone: what it held before is gone, and from now on two phones say that they are one. */
const klon = async (world: World, { p, ke }: Of<'klon'>): Promise<void> => {
  const [from, to] = [world.phones[p], world.phones[ke]];
  if (!from || !to || p === ke || from.known.size === 0) return;
  await to.load(await from.photograph());
};

const mundur = async (phone: SimPhone): Promise<void> => {
  if (phone.image) await phone.load(phone.image);
};

const masuk = async (world: World, { p, siapa }: Of<'masuk'>): Promise<void> => {
  const phone = world.phones[p];
  const people = phone?.people ?? [];
  const who = people[siapa % Math.max(1, people.length)];
  if (phone && who) await orDead(() => phone.signIn(who.id));
};

const antar = async ({ mail, carry }: World, { pick }: Of<'antar'>): Promise<void> => {
  const [letter] = mail.splice(pick % Math.max(1, mail.length), 1);
  if (letter) await carry(letter.make(), letter.address);
};

/** Copies of a school's first entry, all of the same line. */
const impor = async (world: World, { banyak }: Of<'impor'>): Promise<void> => {
  const [shard = ''] = world.shards;
  await world.operate(async (tx) => {
    const [first] = await tx.recordsOfKind(shard, 'entri');
    if (!first) return;
    const { n, record } = first;
    for (let i = 0; i < banyak; i += 1)
      await tx.putRecord({ n, record: { ...record, id: `d_impor.${i + 1}.AAAAAAAAAAA` } as typeof record });
  });
};

/** Before a history is given up, the witness notes what other phones hold of it. */
const restore = async (world: World, back: number, how: 'alat' | 'tangan'): Promise<void> => {
  await noteOwed(world);
  await world.server.restore(back, how);
};

type Happening = (world: World, step: never) => unknown;

const HAPPENINGS: Partial<Record<Step['do'], Happening>> = {
  kirim,
  bersama,
  'dua-tab': duaTab,
  hak,
  masuk,
  antar,
  klon,
  'cabut-hp': cabutHp,
  keluar: async (world: World, { p }: Of<'keluar'>) =>
    void (await orDead(async () => world.phones[p]?.signOut())),
  jaringan: (world: World, { p, rusak }: Of<'jaringan'>) =>
    void Object.assign(world.phones[p]?.line ?? {}, { standing: rusak }),
  waktu: (world: World, { menit }: Of<'waktu'>) => world.clock.forward(menit * 60_000),
  salin: (world: World) => world.server.copy(),
  impor,
  pulih: async (world: World, { mundur: back, cara }: Of<'pulih'>) => restore(world, back, cara),
  'server-mati': (world: World) => world.server.killAfter(0),
  'server-penuh': (world: World, { ya }: Of<'server-penuh'>) =>
    void Object.assign(world.server, { full: ya }),
  'semua-terputus': (world: World, { ya }: Of<'semua-terputus'>) => {
    for (const { line } of world.phones) line.standing = ya ? 'permintaan-hilang' : null;
  },
  'hp-mati': (world: World, { p }: Of<'hp-mati'>) => world.phones[p]?.kill(),
  'hp-hilang': (world: World, { p }: Of<'hp-hilang'>) => world.phones[p]?.evict(),
  'hp-penuh': (world: World, { p, ya }: Of<'hp-penuh'>) =>
    void Object.assign(world.phones[p]?.disk ?? {}, { full: ya }),
  'hp-potret': async (world: World, { p }: Of<'hp-potret'>) => {
    const phone = world.phones[p];
    if (phone) phone.image = await phone.photograph();
  },
  'hp-mundur': async (world: World, { p }: Of<'hp-mundur'>) => {
    const phone = world.phones[p];
    if (phone) await mundur(phone);
  },
};

/** Lets one thing happen that is nobody's act; gives the accounts that heard from the server. */
export const happen = async (world: World, step: Step): Promise<readonly Touched[]> => {
  const touched = await HAPPENINGS[step.do]?.(world, step as never);
  return Array.isArray(touched) ? (touched as Touched[]) : [];
};

/** Everything is mended and everybody comes online, again and again, until nothing moves any more. */
export const quiet = async (world: World): Promise<readonly Touched[]> => {
  const { server, phones, mail, clock } = world;
  server.full = false;
  for (const { line, disk } of phones)
    Object.assign(line, { standing: null, next: [] }) && Object.assign(disk, { full: false });
  for (const { make, address } of mail.splice(0)) await world.carry(make(), address);
  const restless = new Map<string, string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    restless.clear();
    clock.forward(3_600_000);
    const before = await headsOf(world);
    const touched: Touched[] = [];
    let sent = 0;
    for (const phone of phones)
      for (const { id } of phone.people) {
        const result = await settleAccount(phone, id);
        if (result?.ok) touched.push({ phone, account: id });
        if (!result?.ok || result.sent > 0)
          restless.set(id, result?.ok === false ? result.code : `${result?.sent} sent`);
        sent += result?.ok ? result.sent : 1;
      }
    if (sent === 0 && before === (await headsOf(world))) return touched;
  }
  world.witness.breach(
    'I6',
    `after ${MOST_ROUNDS} quiet rounds something still moves: ${JSON.stringify([...restless])}`,
  );
  return [];
};

const MOST_ROUNDS = 8;

const settleAccount = async (phone: SimPhone, account: string): Promise<RunResult> => {
  if (phone.active !== account && !(await phone.signIn(account))) return null;
  const result = await phone.run(account);
  return result?.ok || !(await phone.signIn(account)) ? result : phone.run(account);
};

const headsOf = ({ server, shards }: World): Promise<string> =>
  server.run.store.read(async (tx) => {
    const heads = await Promise.all(shards.map((shard) => tx.chainHead(shard)));
    return heads.map(({ n, h }) => `${n} ${Buffer.from(h).toString('hex')}`).join();
  });
