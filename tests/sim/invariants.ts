import type { JournalRow } from '../../client/store/index.ts';
import { compareWithLedger, verifyLedger } from '../../server/ledger/index.ts';
import { greenLies } from './green.ts';
import { idOfLine, readShards, type ShardView } from './ledger-view.ts';
import { stillOwed } from './owed.ts';
import { Reference } from './reference.ts';
import { type Evidence, foreignRows, type Journal, replicaFaults } from './replica.ts';
import { savesOf } from './saves.ts';
import { actOf, type Breach } from './witness.ts';
import type { World } from './world.ts';

type Check = (evidence: Evidence) => string[] | Promise<string[]>;
/** An invariant of the design: its sentence, and what breaks it, if anything does. */
export type Invariant = { readonly id: string; readonly says: string; readonly check: Check };

const linesOf = ({ shards }: Evidence) => shards.flatMap(({ lines }) => lines);
const idsOf = ({ shards }: Evidence): Set<string> => new Set(shards.flatMap(({ known }) => [...known]));
const actsOf = (evidence: Evidence): Set<string> =>
  new Set([...idsOf(evidence)].flatMap((id) => evidence.world.witness.typed.get(id)?.act ?? []));
const rowsById = ({ journals }: Evidence): Map<string, JournalRow[]> => {
  const all = new Map<string, JournalRow[]>();
  for (const { rows } of journals) for (const row of rows) all.set(row.id, [...(all.get(row.id) ?? []), row]);
  return all;
};

const REFUSED: ReadonlySet<string> = new Set(['ditolak', 'ditahan']);
const name = ({ id, row }: { id: string; row: JournalRow }): string => `${row.kind} ${id}`;

/**
 * I1: what anybody was told is accepted is in the ledger, or stands refused before its author's eyes. What other phones
 * hold of a lost history comes back too.
 */
const tidakHilang: Check = (evidence) => {
  const { typed } = evidence.world.witness;
  const there = actsOf(evidence);
  // By the act: what goes again under the id of a new device bears another name.
  const refused = new Set(
    [...rowsById(evidence)].flatMap(([id, rows]) =>
      rows.some(({ status }) => REFUSED.has(status)) ? [typed.get(id)?.act] : [],
    ),
  );
  const lost = [...typed.values()]
    .filter(({ acked, givenUp, holders }) => acked && !givenUp && holders.size > 0)
    .filter(({ act }) => !there.has(act))
    .filter(({ act }) => !refused.has(act))
    .map((one) => `${name(one)} was accepted, its author's phone lives, and the server has not got it`);
  const owed = stillOwed(evidence.world, idsOf(evidence)).map(
    ({ account, record, head }) =>
      `${account} held ${record} as of ${head}, and the server has not got it back`,
  );
  return [...lost, ...owed];
};

/** I2: an act stands in the ledger once, whatever became of the phone that it was done on. */
const sekali: Check = (evidence) => {
  const seen = new Set<string>();
  return linesOf(evidence).flatMap(({ actor, content }) => {
    const key = `${content.shard} ${content.record} ${actOf(actor.id, content)}`;
    const twice = actor.id !== 'sistem' && seen.has(key);
    seen.add(key);
    return twice ? [`${key} stands in the ledger twice`] : [];
  });
};

/** I3: what was saved is whole: numbers without doubles, a record for each command, no form left behind by its own save. */
const utuh: Check = async ({ journals }) => {
  const faults = await Promise.all(journals.map(({ phone, account }) => savesOf(phone, account)));
  return faults.flat();
};

/** I4: what any phone ever called safe is in the ledger, whoever's phone has died since. */
const amanItuAman: Check = (evidence) => {
  const there = idsOf(evidence);
  return [...evidence.world.witness.typed.values()]
    .filter(({ aman, id }) => aman && !there.has(id))
    .map((typed) => `${name(typed)} was shown as safe, and the server has not got it`);
};

const referenceOf = ({ lines }: ShardView): Reference => {
  const reference = new Reference();
  for (const line of lines) reference.add(line);
  return reference;
};

const unfounded =
  (id: string): Check =>
  ({ shards }) =>
    shards.flatMap((view) =>
      referenceOf(view)
        .unfounded.filter(({ invariant }) => invariant === id)
        .map(({ what }) => what),
    );

/** I14: also by what was on the head's screen: the approved text is the one that was seen. */
const setujuTerikat: Check = (evidence) => {
  const { seen } = evidence.world.witness;
  const misread = evidence.shards.flatMap((view) => {
    const { approved } = referenceOf(view);
    return view.lines.flatMap((line) => {
      const [text, shown] = [approved.get(idOfLine(line)), seen.get(actOf(line.actor.id, line.content))];
      return text === undefined || shown === undefined || text === shown
        ? []
        : [`${idOfLine(line)} approved "${text}", and its author saw "${shown}"`];
    });
  });
  return [...(unfounded('I14')(evidence) as string[]), ...misread];
};

/** I6: when all is quiet nothing waits but what stands behind a refused command, or on one that no phone can bring. */
const takMacet: Check = (evidence) => {
  const there = idsOf(evidence);
  return evidence.journals.flatMap(({ rows }) => {
    const byId = new Map(rows.map((row) => [row.id, row]));
    return rows.flatMap(({ id, status, base, kind }) => {
      if (status === 'antri') return [`${kind} ${id} still waits to be sent`];
      if (status === 'menunggu' && base !== null && there.has(base))
        return [`${kind} ${id} waits for ${base}, which has arrived`];
      const behind = base === null ? undefined : byId.get(base)?.status;
      return status === 'ditahan' && !REFUSED.has(behind ?? '')
        ? [`${kind} ${id} is held behind ${behind}`]
        : [];
    });
  });
};

/** I7: an accepted competing text stays visible until somebody chooses, and no record has a text that no line gave it. */
const takDitelan: Check = ({ shards }) =>
  shards.flatMap((view) => {
    const { entri } = referenceOf(view);
    return [...entri].flatMap(([id, { head, uraian, variants }]) => {
      const record = view.records.get(id)?.record;
      if (!record) return [`${id} is in the ledger, and there is no record`];
      const shown = new Set(record.variants.map((variant) => variant.id));
      const texts = [...variants].filter(([, { kind }]) => kind === 'entri.ubah' || kind === 'entri.hapus');
      const content = record.content as { uraian?: string } | null;
      return [
        ...texts
          .filter(([variant]) => !shown.has(variant))
          .map(([variant]) => `${variant} was accepted as a version of ${id}, and is not shown`),
        ...(record.head === head && content && content.uraian !== uraian
          ? [`${id} shows "${content.uraian}", its history says "${uraian}"`]
          : []),
      ];
    });
  });

/** I8: every line is by whoever typed it. */
const pemilik: Check = (evidence) =>
  linesOf(evidence).flatMap((line) => {
    const typed = evidence.world.witness.typed.get(idOfLine(line));
    if (line.actor.id === 'sistem') return [];
    if (!typed) return [`${idOfLine(line)} by ${line.actor.id} was typed by nobody`];
    return typed.account === line.actor.id
      ? []
      : [`${name(typed)} of ${typed.account} was accepted as ${line.actor.id}'s`];
  });

const setara: Check = async (evidence) =>
  (await Promise.all(evidence.journals.map((journal) => replicaFaults(evidence, journal)))).flat();

/** I10: the ledger, decided again from its first line by the rules of now, gives the same verdicts and records. */
const lamaTetapDiterima: Check = async ({ world: { server }, shards }) => {
  const verified = await verifyLedger(server.run.store);
  const chain = verified.ok
    ? []
    : [`the chain of ${verified.shard} breaks at ${verified.n}: ${verified.fault}`];
  const all = await Promise.all(shards.map(({ shard }) => compareWithLedger(server.run.store, shard)));
  return [...chain, ...all.flat().map(({ what, id }) => `decided again, ${id} differs: ${what}`)];
};

/** I11: the server's count of a device's numbers never lies below one that it has: what is missing can be counted. */
const lubangTerlihat: Check = async ({ world: { server }, shards }) => {
  const highest = new Map<string, number>();
  for (const { device, number } of shards.flatMap(({ lines }) => lines))
    highest.set(device, Math.max(number, highest.get(device) ?? 0));
  for (const own of ['d_sistem', 'pulih']) highest.delete(own);
  const known = await server.run.store.read((tx) =>
    Promise.all(
      [...highest].map(async ([device, number]) => [device, number, await tx.device(device)] as const),
    ),
  );
  return known.flatMap(([device, number, row]) =>
    row && row.maxNumber < number
      ? [`${device} sent number ${number}, and the server counts to ${row.maxNumber}`]
      : [],
  );
};

const cabut: Check = async ({ journals }) =>
  (await Promise.all(journals.map(({ phone, account }) => foreignRows(phone, account)))).flat();

/** I15: "semua terkirim" is said only where it is so. */
const hijauJujur: Check = async (evidence) => {
  return (
    await Promise.all(
      evidence.journals.map(({ phone, account }) => greenLies(evidence.world, phone, account)),
    )
  ).flat();
};

/** The invariants that are looked at when all is quiet; I2, I3, I8, I13 and I15 are also watched while it happens. */
export const INVARIANTS: readonly Invariant[] = [
  {
    id: 'I1',
    says: 'Tidak-Hilang: what was acknowledged and whose author lives is on the server',
    check: tidakHilang,
  },
  { id: 'I2', says: 'Sekali: each command takes effect once', check: sekali },
  { id: 'I3', says: 'Utuh: a save or an applied page is all or nothing', check: utuh },
  { id: 'I4', says: 'Aman-itu-aman: what was ever shown as safe survives any restore', check: amanItuAman },
  { id: 'I5', says: 'Sebab: a command is applied only where its base was the head', check: unfounded('I5') },
  { id: 'I6', says: 'Tak-macet: a refused command delays only what was made on it', check: takMacet },
  {
    id: 'I7',
    says: 'Tak-ada-yang-ditelan: every accepted text is in the history or a visible version',
    check: takDitelan,
  },
  { id: 'I8', says: 'Pemilik: no command is accepted under another person', check: pemilik },
  { id: 'I9', says: 'Setara: each replica is what the server shows its owner', check: setara },
  {
    id: 'I10',
    says: 'Lama-tetap-diterima: an old ledger is decided as it was recorded',
    check: lamaTetapDiterima,
  },
  { id: 'I11', says: 'Lubang-terlihat: a missing number can be counted', check: lubangTerlihat },
  { id: 'I13', says: 'Cabut: a right that is gone leaves nothing of others behind', check: cabut },
  {
    id: 'I14',
    says: 'Setuju-terikat: an approval rests on the version its author saw',
    check: setujuTerikat,
  },
  { id: 'I15', says: 'Hijau-jujur: "semua terkirim" is true', check: hijauJujur },
];

const journalsOf = async ({ phones }: World): Promise<Journal[]> => {
  const journals: Journal[] = [];
  for (const phone of phones)
    for (const account of phone.known) {
      const store = await phone.store(account);
      if (store) journals.push({ phone, account, store, rows: await store.db.journal.toArray() });
    }
  return journals;
};

/** Everything that is broken when nothing moves any more. */
export const breachesOf = async (world: World): Promise<Breach[]> => {
  const evidence: Evidence = {
    world,
    shards: await readShards(world.server, world.shards),
    journals: await journalsOf(world),
  };
  const found: Breach[] = [];
  for (const { id, check } of INVARIANTS)
    for (const what of await check(evidence)) found.push({ invariant: id, what });
  return found;
};
