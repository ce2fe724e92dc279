/**
 * A file of personnel data that an admin uploaded, as every process on this database knows it. Its bytes are not here: they
 * lie with the carried files, which no copy takes along (docs/decisions/0026).
 */
export type StoredUpload = {
  /** The instansi. */
  readonly shard: string;
  readonly id: string;
  readonly berkas: string;
  readonly sumber: string;
  /** SHA-256 of its bytes, hex. */
  readonly sha: string;
  /** Epoch ms; so long after, it is put away. */
  readonly openedAt: number;
  /** When something of it was last written, epoch ms: an import that has stood still for long is nobody's any more. */
  readonly changedAt: number;
  readonly tahap: 'membaca' | 'siap' | 'menerapkan' | 'selesai' | 'gagal';
  /** How often its columns were matched: a reading of another round is none. */
  readonly round: number;
  readonly done: number;
  readonly total: number;
  /** Names what the file would do, as the admin is shown it; null until it was read. */
  readonly reading: string | null;
  /** What people are told of it. */
  readonly sentence: string | null;
  /** Who said yes, as JSON. */
  readonly actor: string | null;
  /** The process that applies it, until another takes it over. */
  readonly worker: string | null;
  /** How often it was begun or gone on with since it last came further. */
  readonly tries: number;
  /** Id of the import's record, once it has begun. */
  readonly impor: string | null;
  /** What was counted so far, as JSON. */
  readonly jumlah: string | null;
};

/** What belongs to an upload and is read only when it is needed. */
export type StoredUploadPart = {
  readonly shard: string;
  readonly id: string;
  readonly part: string;
  readonly content: string;
};

/** Reading of uploads. */
export type UploadReads = {
  readonly upload: (shard: string, id: string) => Promise<StoredUpload | null>;
  /** All there are, of whatever instansi; they are few, and each for an hour. The oldest first. */
  readonly uploads: () => Promise<readonly StoredUpload[]>;
  readonly uploadPart: (shard: string, id: string, part: string) => Promise<string | null>;
  /** Names of its parts. */
  readonly uploadParts: (shard: string, id: string) => Promise<readonly string[]>;
};

/** Writing of them. */
export type UploadWrites = {
  readonly putUpload: (upload: StoredUpload) => Promise<void>;
  readonly putUploadPart: (part: StoredUploadPart) => Promise<void>;
  /** Removes its parts and leaves the upload. */
  readonly removeUploadParts: (shard: string, id: string) => Promise<void>;
  /** Removes it with its parts. */
  readonly removeUpload: (shard: string, id: string) => Promise<void>;
};
