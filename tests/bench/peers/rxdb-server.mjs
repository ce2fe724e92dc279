import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { talk } from '../sync/talk.mjs';

// The server of RxDB's HTTP replication guide (pull by checkpoint, push with the assumed master state), on SQLite with
// the same durability as ours. It checks nobody and keeps no history: that is the guide's scope.
const [dir] = process.argv.slice(2);
mkdirSync(dir, { recursive: true });
const database = new Database(join(dir, 'entri.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(
  'CREATE TABLE entri (id TEXT PRIMARY KEY, n INTEGER, doc TEXT) WITHOUT ROWID; CREATE INDEX n ON entri (n)',
);
const find = database.prepare('SELECT doc FROM entri WHERE id = ?');
const put = database.prepare('INSERT OR REPLACE INTO entri (id, n, doc) VALUES (?, ?, ?)');
const after = database.prepare('SELECT n, doc FROM entri WHERE n > ? ORDER BY n LIMIT ?');
let n = 0;

const push = database.transaction((rows) => {
  const conflicts = [];
  for (const { assumedMasterState, newDocumentState } of rows) {
    const held = find.get(newDocumentState.id)?.doc;
    if (held && held !== JSON.stringify(assumedMasterState)) conflicts.push(JSON.parse(held));
    else {
      n += 1;
      put.run(newDocumentState.id, n, JSON.stringify(newDocumentState));
    }
  }
  return conflicts;
});

const pull = (url) => {
  const rows = after.all(Number(url.searchParams.get('n')), Number(url.searchParams.get('limit')));
  const last = rows.at(-1)?.n ?? Number(url.searchParams.get('n'));
  return { documents: rows.map(({ doc }) => JSON.parse(doc)), checkpoint: { n: last } };
};

const bodyOf = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
};

const server = createServer(async (request, response) => {
  const answer =
    request.method === 'POST' ? push(await bodyOf(request)) : pull(new URL(request.url, 'http://server'));
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
});
await new Promise((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});

talk({
  place: () => ({ port: server.address().port }),
  close: () => database.close(),
});
