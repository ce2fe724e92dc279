import { and, desc, eq } from 'drizzle-orm';
import type { ReadTx, WriteTx } from '../port.ts';
import { given, keeper, type Room } from './statements.ts';

/** Documents that were issued. */
export const documentReads = ({
  db,
  prepare,
  tables,
}: Room): Pick<ReadTx, 'documentsByCode' | 'documentsAbout' | 'documentsOf'> => {
  const { documents } = tables;
  const byCode = prepare(
    db
      .select()
      .from(documents)
      .where(eq(documents.code, given('code'))),
  );
  const about = prepare(
    db
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
      .orderBy(desc(documents.issuedAt)),
  );
  const ofOwner = prepare(
    db
      .select()
      .from(documents)
      .where(and(eq(documents.shard, given('shard')), eq(documents.owner, given('owner'))))
      .orderBy(desc(documents.issuedAt)),
  );
  return {
    documentsOf: async (shard, owner) => ofOwner.all({ shard, owner }),
    documentsByCode: async (code) => byCode.all({ code }),
    documentsAbout: async (wanted) => about.all(wanted),
  };
};

/** Issuing: nothing is ever changed or taken away. */
export const documentWrites = (room: Room): Pick<WriteTx, 'putDocument'> => {
  const keep = keeper(room, room.tables.documents);
  return {
    putDocument: (document) => keep({ ...document, fingerprint: Buffer.from(document.fingerprint) }),
  };
};
