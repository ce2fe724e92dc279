const PREFIX = 'kinerja-ketik:';

/** Whose words: every {@link AccountStore} is one. */
type Writer = { readonly accountId: string };

/** What is used of the page's `localStorage`; the worker is compiled without the page's types. */
type Shelf = {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
  readonly removeItem: (key: string) => void;
};

/** Throws in a worker, which has none: there, like where the browser refuses it, nothing is kept. */
const shelf = (): Shelf => {
  const { localStorage: here } = globalThis as unknown as { localStorage?: Shelf };
  if (!here) throw new Error('no localStorage here');
  return here;
};

const keyOf = ({ accountId }: Writer, what: string): string => `${PREFIX}${accountId}:${what}`;

/** What a person was typing into `what` when its page went; undefined where nothing was left over. */
export const recallTyped = <T>(writer: Writer, what: string): T | undefined => {
  try {
    const kept = shelf().getItem(keyOf(writer, what));
    return kept === null ? undefined : (JSON.parse(kept) as T);
  } catch {
    return undefined;
  }
};

/**
 * Keeps what is being typed, in the same moment: IndexedDB answers too late for a page that is being loaded anew. Null
 * forgets it. Where the browser has no room, only this second net is missing.
 */
export const keepTyped = (writer: Writer, what: string, value: unknown): void => {
  try {
    if (value === null) shelf().removeItem(keyOf(writer, what));
    else shelf().setItem(keyOf(writer, what), JSON.stringify(value));
  } catch {
    return;
  }
};

/** Forgets everything that an account was typing. */
export const forgetTyped = (accountId: string): void => {
  try {
    for (const key of Object.keys(shelf()))
      if (key.startsWith(keyOf({ accountId }, ''))) shelf().removeItem(key);
  } catch {
    return;
  }
};

const LIKELY = 'kinerja-akun';

/** Who was at work here last: a guess, for what has to be begun before the registry has answered. */
export const likelyAccount = (): string | null => {
  try {
    return shelf().getItem(LIKELY);
  } catch {
    return null;
  }
};

/** Keeps who is at work for {@link likelyAccount}. */
export const keepLikelyAccount = (id: string | null): void => {
  try {
    if (id === null) shelf().removeItem(LIKELY);
    else shelf().setItem(LIKELY, id);
  } catch {
    return;
  }
};
