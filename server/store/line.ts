/** How a name is held: by nobody else, or together with all who say the same. */
export type Grip = 'alone' | 'together';

/**
 * A line of its own from a process to the database. What it holds, it holds until it lets go or the line breaks, and the
 * end of the process breaks it; other processes on the same database then get it.
 */
export type Line = {
  /** Takes a name if it is to be had now. */
  readonly grip: (name: string, how: Grip) => Promise<boolean>;
  /** Takes a name alone, whenever it is to be had. */
  readonly wait: (name: string) => Promise<void>;
  readonly letGo: (name: string, how: Grip) => Promise<void>;
  /**
   * Hears topics from now on, of this process too. News is a hint that may be lost with the line: whoever hears it looks
   * for himself, and looks now and then without it.
   */
  readonly onNews: (hear: (topic: string) => void) => Promise<void>;
  /** Whether the line is whole, found out by asking. */
  readonly stands: () => Promise<boolean>;
  /** Resolves when it is over; whatever it held may be another's by then. */
  readonly lost: Promise<void>;
  readonly close: () => Promise<void>;
};
