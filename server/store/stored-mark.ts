/**
 * A word that every process on this database must know at once, and that is worth nothing after `until` (epoch ms): a
 * challenge that was used, a password that was given again. `scope` says of what kind, `key` is told apart within it.
 */
export type StoredMark = {
  readonly scope: string;
  readonly key: string;
  readonly value: string;
  readonly until: number;
};

/** Reading of marks. */
export type MarkReads = {
  /** As it was put, past its time too: whoever asks has the clock. */
  readonly mark: (scope: string, key: string) => Promise<StoredMark | null>;
};

/** Writing of them. */
export type MarkWrites = {
  readonly putMark: (mark: StoredMark) => Promise<void>;
  /** Puts it where there is none; true for one alone of all that try, in whatever process. */
  readonly keepMark: (mark: StoredMark) => Promise<boolean>;
  readonly removeMark: (scope: string, key: string) => Promise<void>;
  /** Forgets those that were worth something until before `time`. */
  readonly removeMarksBefore: (time: number) => Promise<void>;
};
