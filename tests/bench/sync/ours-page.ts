import { ubahEntri } from '../../../client/actions/index.ts';
import { type Acting, prepare, writeCommands } from '../../../client/actions/journal.ts';
import { openAccount, signIn } from '../../../client/session/index.ts';
import { storedSigner } from '../../../client/store/index.ts';
import { createRunner, fetchTransport } from '../../../client/sync/index.ts';
import { aloneByLock, senderName } from '../../../client/sync/runner.ts';
import type { Entri } from '../../../shared/records/index.ts';
import type { Recorded } from './entries.ts';

// Our client in a page as the app has it: its own engine, journal, signer, rules and line, on the browser's IndexedDB.
const LAY = 500;

const open = async ({ nip, sandi }: { readonly nip: string; readonly sandi: string }) => {
  const signedIn = await signIn({ nip, sandi });
  if (!signedIn.ok) throw new Error(signedIn.code);
  const orang = await openAccount(signedIn.id);
  if (!orang || orang === 'terkunci') throw new Error('no account on this phone');
  const { store, actor, shard } = orang;
  const clock = Date.now;
  const acting: Acting = { store, actor, shard, clock, engine: { poke: () => undefined } };
  const runner = createRunner({
    store,
    transport: fetchTransport,
    sign: storedSigner(store),
    clock,
    random: Math.random,
    app: '0.1.0',
    photosAllowed: () => true,
    alone: aloneByLock(senderName(signedIn.id)),
  });
  return { acting, runner };
};

let opened: ReturnType<typeof open> | null = null;
const phone = (): ReturnType<typeof open> => {
  if (!opened) throw new Error('not begun');
  return opened;
};

/** As `catatEntri` does it, but many in a transaction, and past the 5,000 at which a phone takes no more. */
const lay = async (entries: readonly Recorded[]): Promise<void> => {
  const { acting } = await phone();
  for (let from = 0; from < entries.length; from += LAY) {
    const prepared = await Promise.all(
      entries
        .slice(from, from + LAY)
        .map(({ isi, dicatat }) =>
          prepare(acting, { kind: 'entri.catat', record: null, base: null, body: isi }, dicatat),
        ),
    );
    const good = prepared.flatMap((one) => ('hash' in one ? [one] : []));
    const written = await writeCommands(acting.store, { prepared: good, together: {}, again: false });
    if (written.length !== prepared.length) throw new Error('an entry was refused by the phone');
  }
};

const entriRows = async () => {
  const { acting } = await phone();
  return acting.store.db.records.where('kind').equals('entri').toArray();
};

const change = async (catatan: string): Promise<void> => {
  const rows = await entriRows();
  const row = rows[Math.floor(rows.length / 2)];
  if (!row) throw new Error('nothing to change');
  const { acting } = await phone();
  const done = await ubahEntri(acting, row.id, { ...(row.visible.content as Entri), catatan });
  if (!done.ok) throw new Error(done.code);
};

/** Entries that the server is known to have, how many of them bear that note, and commands without a verdict. */
const look = async (given: string) => {
  const { acting } = await phone();
  const rows = await entriRows();
  const changed = rows.filter(({ visible }) => (visible.content as Entri | null)?.catatan === given);
  const open = acting.store.db.journal.where('status').anyOf('antri', 'menunggu', 'ditahan', 'ditolak');
  return {
    entries: rows.filter(({ confirmed }) => confirmed !== null).length,
    changed: changed.length,
    open: await open.count(),
  };
};

Object.assign(globalThis, {
  ukur: {
    begin: async (given: { nip: string; sandi: string }) => {
      opened = open(given);
      await opened;
    },
    lay,
    sync: async () => {
      const { runner } = await phone();
      const result = await runner.run();
      if (!result?.ok) throw new Error(`the sender stopped: ${JSON.stringify(result)}`);
    },
    change,
    look,
  },
});
