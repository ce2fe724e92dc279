/** A phone that its owner or an admin marked as lost; `device` is its newest id. Times in epoch ms. */
export type StoredLostPhone = {
  readonly device: string;
  readonly account: string;
  readonly markedAt: number;
  /** 1 where the phone was live until then. */
  readonly wasLive: number;
  readonly orderedAt: number | null;
  readonly wipedAt: number | null;
};

/** A part of what a lost phone handed over: packed cargo, known by its SHA-256 (hex). */
export type StoredHanded = {
  readonly id: string;
  readonly device: string;
  readonly receivedAt: number;
  readonly entri: number;
  readonly foto: number;
  readonly bytes: Uint8Array;
  /** What of it was refused after the owner's yes (JSON); null while she has not answered. */
  readonly refused: string | null;
};

/** Reading of lost phones. */
export type HilangReads = {
  readonly lostPhone: (device: string) => Promise<StoredLostPhone | null>;
  /** What it handed over, in the order in which it came. */
  readonly handedOf: (device: string) => Promise<readonly StoredHanded[]>;
  /** `entri` and `foto` of those that she has not answered; `bytes` of all. */
  readonly handedSums: (device: string) => Promise<{ entri: number; foto: number; bytes: number }>;
  /** What was refused of each part that is kept after her answer. */
  readonly handedRefusals: (device: string) => Promise<readonly string[]>;
};

/** Writing of them. */
export type HilangWrites = {
  readonly putLostPhone: (lost: StoredLostPhone) => Promise<void>;
  readonly removeLostPhone: (device: string) => Promise<void>;
  /** Keeps a part; the same bytes again are the same part. */
  readonly keepHanded: (part: StoredHanded) => Promise<void>;
  /** Lets go of one part. */
  readonly removeHanded: (id: string) => Promise<void>;
};
