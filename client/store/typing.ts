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

/** Where an account with an app lock keeps its words: read at once out of memory, sealed on the disk. See `laci.ts`. */
export type Laci = {
  readonly recall: (key: string) => string | null;
  readonly keep: (key: string, text: string | null) => void;
};
const laci = new Map<string, Laci>();

/** From now on `accountId`'s words go through this. */
export const pakaiLaci = (accountId: string, next: Laci): void => {
  laci.set(accountId, next);
};

/** Shuts it, where there is one: until it is opened again nothing is read from it, and nothing goes into it. */
export const tutupLaci = (accountId: string): void => {
  if (laci.has(accountId)) pakaiLaci(accountId, { recall: () => null, keep: () => undefined });
};

/** What lies in `localStorage` of an account, by its key there. */
export const typedOf = (accountId: string): [string, string][] => {
  try {
    return Object.keys(shelf())
      .filter((key) => key.startsWith(keyOf({ accountId }, '')))
      .map((key) => [key, shelf().getItem(key) ?? '']);
  } catch {
    return [];
  }
};

/** Sets or removes one of them. */
export const putTyped = (key: string, text: string | null): void => {
  try {
    if (text === null) shelf().removeItem(key);
    else shelf().setItem(key, text);
  } catch {
    return;
  }
};

const keyOf = ({ accountId }: Writer, what: string): string => `${PREFIX}${accountId}:${what}`;

/** What a person was typing into `what` when its page went; undefined where nothing was left over. */
export const recallTyped = <T>(writer: Writer, what: string): T | undefined => {
  const key = keyOf(writer, what);
  const drawer = laci.get(writer.accountId);
  try {
    const kept = drawer ? drawer.recall(key) : shelf().getItem(key);
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
  const keep = laci.get(writer.accountId)?.keep ?? putTyped;
  keep(keyOf(writer, what), value === null ? null : JSON.stringify(value));
};

/** Forgets everything that an account was typing. */
export const forgetTyped = (accountId: string): void => {
  laci.delete(accountId);
  for (const [key] of typedOf(accountId)) putTyped(key, null);
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
