/** Kinds of rows that have served their time once a moment has passed; what each moment is, `queries/overdue.ts` says. */
export const OVERDUE = [
  'sessions',
  'throttles',
  'knownBrowsers',
  'activations',
  'reminders',
  'queues',
  'burdenReports',
  'views',
] as const;
/** One of them. */
export type Overdue = (typeof OVERDUE)[number];

/** A photo of which not all has arrived. */
export type UnfinishedPhoto = { readonly owner: string; readonly sha: string };

/** Reading of what has served its time. */
export type OverdueReads = {
  /** How many rows of a kind had served their time before `before` (epoch ms). */
  readonly overdue: (kind: Overdue, before: number) => Promise<number>;
  /** Photos of which not all has arrived and to which nothing was added since `before`. */
  readonly unfinishedPhotos: (before: number, limit: number) => Promise<readonly UnfinishedPhoto[]>;
};

/** Removing it. */
export type OverdueWrites = {
  /** Removes rows of a kind, of looks one day's; how many there were, 0 once none is left. */
  readonly removeOverdue: (kind: Overdue, before: number) => Promise<number>;
  /** Forgets the browsers in which an account signed in, its slip, the age of its password, and its reminders; how many. */
  readonly removeTracesOf: (account: string) => Promise<number>;
};
