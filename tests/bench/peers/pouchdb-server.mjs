import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import PouchDB from 'pouchdb';
import { talk } from '../sync/talk.mjs';

// A CouchDB-protocol server from npm, on leveldb, with nothing but what replication needs.
const [dir] = process.argv.slice(2);
mkdirSync(dir, { recursive: true });
const Stored = PouchDB.defaults({ prefix: `${dir}/` });
const app = express();
app.use(
  '/',
  expressPouchdb(Stored, {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
    logPath: join(dir, '..', 'pouchdb.log'),
  }),
);
const server = await new Promise((resolve) => {
  const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
});
await fetch(`http://127.0.0.1:${server.address().port}/entri`, { method: 'PUT' });

talk({
  place: () => ({ port: server.address().port }),
});
