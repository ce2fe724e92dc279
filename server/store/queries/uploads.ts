import { and, asc, eq } from 'drizzle-orm';
import type { UploadReads, UploadWrites } from '../port.ts';
import { given, putter, type Room } from './statements.ts';

/** Uploaded files of personnel data. */
export const uploadReads = ({ db, prepare, tables }: Room): UploadReads => {
  const { uploadParts, uploads } = tables;
  const isPartOf = and(eq(uploadParts.shard, given('shard')), eq(uploadParts.id, given('id')));
  const one = prepare(
    db
      .select()
      .from(uploads)
      .where(and(eq(uploads.shard, given('shard')), eq(uploads.id, given('id')))),
  );
  const all = prepare(db.select().from(uploads).orderBy(asc(uploads.openedAt), asc(uploads.id)));
  const part = prepare(
    db
      .select({ content: uploadParts.content })
      .from(uploadParts)
      .where(and(isPartOf, eq(uploadParts.part, given('part')))),
  );
  const names = prepare(db.select({ part: uploadParts.part }).from(uploadParts).where(isPartOf));
  return {
    upload: async (shard, id) => (await one.get({ shard, id })) ?? null,
    uploads: async () => all.all(),
    uploadPart: async (shard, id, name) => (await part.get({ shard, id, part: name }))?.content ?? null,
    uploadParts: async (shard, id) => (await names.all({ shard, id })).map((row) => row.part),
  };
};

/** Laying them down, moving them on and putting them away. */
export const uploadWrites = (room: Room): UploadWrites => {
  const { db, change } = room;
  const { uploadParts, uploads } = room.tables;
  const drop = change(
    db.delete(uploads).where(and(eq(uploads.shard, given('shard')), eq(uploads.id, given('id')))),
  );
  const dropParts = change(
    db.delete(uploadParts).where(and(eq(uploadParts.shard, given('shard')), eq(uploadParts.id, given('id')))),
  );
  return {
    putUpload: putter(room, uploads, [uploads.shard, uploads.id]),
    putUploadPart: putter(room, uploadParts, [uploadParts.shard, uploadParts.id, uploadParts.part]),
    removeUploadParts: async (shard, id) => void (await dropParts({ shard, id })),
    removeUpload: async (shard, id) => {
      await dropParts({ shard, id });
      await drop({ shard, id });
    },
  };
};
