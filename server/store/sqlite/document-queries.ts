import { and, desc, eq } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { documents } from './schema-documents.ts';
import { type Db, given, keeper } from './statements.ts';

/** Documents that were issued. */
export const documentReads = (db: Db): Pick<ReadTx, 'documentsByCode' | 'documentsAbout'> => {
  const byCode = db
    .select()
    .from(documents)
    .where(eq(documents.code, given('code')))
    .prepare();
  const about = db
    .select()
    .from(documents)
    .where(
      and(
        eq(documents.shard, given('shard')),
        eq(documents.owner, given('owner')),
        eq(documents.kind, given('kind')),
        eq(documents.about, given('about')),
      ),
    )
    .orderBy(desc(documents.issuedAt))
    .prepare();
  return {
    documentsByCode: async (code) => byCode.all({ code }),
    documentsAbout: async (wanted) => about.all(wanted),
  };
};

/** Issuing: nothing is ever changed or taken away. */
export const documentWrites = (db: Db): Pick<WriteTx, 'putDocument'> => {
  const keep = keeper(db, documents);
  return {
    putDocument: (document) => keep({ ...document, fingerprint: Buffer.from(document.fingerprint) }),
  };
};
