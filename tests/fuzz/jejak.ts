import Database from 'better-sqlite3';

/** What decides what anybody sees and may do. Sessions, throttles and who looked are bookkeeping, and not in it. */
const DIJAGA: Readonly<Record<string, readonly string[]>> = {
  accounts: ['nip', 'nama', 'password', 'deactivated_at'],
  grants: ['shard', 'view', 'peran', 'until'],
  devices: ['key', 'account', 'revoked_at'],
  records: ['content', 'head', 'state', 'deleted'],
  shards: ['n', 'h'],
  commands: ['n'],
  documents: [],
  passkeys: ['account'],
  publications: [],
  lost_phones: [],
  handed: [],
  reminders: [],
};

/** Where each change of a guarded row leaves its mark: asked after each request. */
export type Jejak = {
  /** Tables that changed since it was last asked. */
  readonly sejak: () => readonly string[];
  readonly tutup: () => void;
};

/** Watches a database beside its service, by triggers: to hash all rows after each of 20,000 requests would take hours. */
export const ikutiJejak = (path: string): Jejak => {
  const db = new Database(path);
  db.exec('CREATE TABLE uji_jejak (tabel TEXT NOT NULL)');
  for (const [table, columns] of Object.entries(DIJAGA)) {
    const known = db.pragma(`table_info(${table})`) as { name: string }[];
    const missing = columns.filter((column) => !known.some(({ name }) => name === column));
    if (known.length === 0 || missing.length > 0) throw new Error(`no ${table}.${missing.join()}`);
    // A refused command is kept too, without a number: that changes nothing.
    const counts = table === 'commands' ? 'WHEN NEW.n IS NOT NULL' : '';
    const note = `BEGIN INSERT INTO uji_jejak VALUES ('${table}'); END`;
    db.exec(`CREATE TRIGGER uji_${table}_i AFTER INSERT ON ${table} ${counts} ${note}`);
    db.exec(`CREATE TRIGGER uji_${table}_d AFTER DELETE ON ${table} ${note}`);
    if (columns.length > 0) {
      const differs = columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');
      db.exec(`CREATE TRIGGER uji_${table}_u AFTER UPDATE ON ${table} WHEN ${differs} ${note}`);
    }
  }
  const seen = db.prepare('SELECT DISTINCT tabel FROM uji_jejak WHERE rowid > ?').pluck();
  const last = db.prepare('SELECT coalesce(max(rowid), 0) FROM uji_jejak').pluck();
  let at = 0;
  return {
    sejak: () => {
      const changed = seen.all(at) as string[];
      at = last.get() as number;
      return changed;
    },
    tutup: () => void db.close(),
  };
};
