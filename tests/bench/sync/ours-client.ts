import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { ubahEntri } from '../../../client/actions/index.ts';
import { prepare, writeCommands } from '../../../client/actions/journal.ts';
import { openAccount, signIn } from '../../../client/session/index.ts';
import { digest, type Shelf, storedSigner } from '../../../client/store/index.ts';
import { createRunner, type Transport } from '../../../client/sync/index.ts';
import type { Entri } from '../../../shared/records/index.ts';
import { anAccount } from '../../support/builders.ts';
import type { Recorded } from './entries.ts';
import { talk } from './talk.mjs';

// Our client as it runs in a page, with Dexie on a database in memory: its own engine, journal, signer and rules.
const [url = '', sandi = ''] = process.argv.slice(2);
const { nip } = anAccount();
const LAY = 500;

const cookies = new Map<string, string>();
const keep = (setCookie: string): void => {
  const [pair = ''] = setCookie.split('; ');
  const at = pair.indexOf('=');
  cookies.set(pair.slice(0, at), pair.slice(at + 1));
};

/** A line with a cookie jar and the one header that a browser would add of itself. */
const transport: Transport = async ({ method, path, headers, body }) => {
  const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { ...headers, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
    ...(body ? { body } : {}),
  });
  for (const one of response.headers.getSetCookie()) keep(one);
  return { kind: 'jawaban', response };
};

const shelf: Shelf = { indexedDB: new IDBFactory(), IDBKeyRange };
const agent = 'Mozilla/5.0 (Linux; Android 10) Chrome/120';
const signedIn = await signIn({ nip, sandi }, { transport, shelf, agent });
if (!signedIn.ok) throw new Error(signedIn.code);
const orang = await openAccount(signedIn.id, shelf);
if (!orang) throw new Error('no account on this phone');
const { store, actor, shard } = orang;
const { db } = store;
const clock = Date.now;
const acting = { store, actor, shard, clock, engine: { poke: () => undefined } };
const runner = createRunner({
  store,
  transport,
  sign: storedSigner(store),
  digest,
  clock,
  random: Math.random,
  app: '0.1.0',
  photosAllowed: () => true,
  alone: (work) => work(),
});

/** As `catatEntri` does it, but many in a transaction, and past the 5,000 at which a phone takes no more. */
const lay = async (entries: readonly Recorded[]): Promise<void> => {
  for (let from = 0; from < entries.length; from += LAY) {
    const prepared = await Promise.all(
      entries
        .slice(from, from + LAY)
        .map(({ isi, dicatat }) =>
          prepare(acting, { kind: 'entri.catat', record: null, base: null, body: isi }, dicatat),
        ),
    );
    const good = prepared.flatMap((one) => ('hash' in one ? [one] : []));
    const written = await writeCommands(store, { prepared: good, together: {}, again: false });
    if (written.length !== prepared.length) throw new Error('an entry was refused by the phone');
  }
};

const entriRows = () => db.records.where('kind').equals('entri');

const change = async (catatan: string): Promise<void> => {
  const rows = await entriRows().toArray();
  const row = rows[Math.floor(rows.length / 2)];
  if (!row) throw new Error('nothing to change');
  const done = await ubahEntri(acting, row.id, { ...(row.visible.content as Entri), catatan });
  if (!done.ok) throw new Error(done.code);
};

talk({
  lay: (given: readonly Recorded[]) => lay(given),
  sync: async () => {
    const result = await runner.run();
    if (!result?.ok) throw new Error(`the sender stopped: ${JSON.stringify(result)}`);
  },
  change: (given: string) => change(given),
  /** Entries that the server is known to have, how many of them bear that note, and commands without a verdict. */
  look: async (given: string) => {
    const rows = await entriRows().toArray();
    const changed = rows.filter(({ visible }) => (visible.content as Entri | null)?.catatan === given);
    const open = await db.journal.where('status').anyOf('antri', 'menunggu', 'ditahan', 'ditolak').count();
    return {
      entries: rows.filter(({ confirmed }) => confirmed !== null).length,
      changed: changed.length,
      open,
    };
  },
});
