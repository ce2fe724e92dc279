/** Place of a line among those of all shards by the receiver's clock. */
export type OfficePlace = { readonly receivedAt: number; readonly shard: string; readonly n: number };

/** A line that is nobody's own work, without what it says: who did what to whose record, when. */
export type OfficeLine = OfficePlace & {
  readonly kind: string;
  readonly actor: string;
  readonly actorNama: string;
  /** Roles at that moment, as JSON. */
  readonly actorPeran: string;
  readonly record: string;
  /** Of an act on an account, which; else null. */
  readonly jenis: string | null;
  /** Whose the record is; null where it is the school's, or nobody's any more. */
  readonly owner: string | null;
  readonly ownerNama: string | null;
  readonly ownerNip: string | null;
};

/** Which lines: those received from `since` on, before a place, in these shards (null: anywhere). */
export type OfficeWanted = {
  readonly since: number;
  readonly before: OfficePlace;
  readonly shards: readonly string[] | null;
  readonly limit: number;
};

/** Looks of one person at another's records on one day. */
export type ViewSum = {
  readonly day: string;
  readonly shard: string;
  readonly viewer: string;
  readonly viewerNama: string;
  readonly peran: string;
  readonly owner: string;
  readonly ownerNama: string | null;
  /** Records, and when the first and the last of them was opened, epoch ms. */
  readonly records: number;
  readonly firstAt: number;
  readonly lastAt: number;
};

/** Which looks: of these days, both included, in these shards (null: anywhere). */
export type ViewsWanted = {
  readonly fromDay: string;
  readonly untilDay: string;
  readonly shards: readonly string[] | null;
  readonly limit: number;
};
