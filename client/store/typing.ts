const PREFIX = 'kinerja-ketik:';

/** Whose words: every {@link AccountStore} is one. */
type Writer = { readonly accountId: string };

const keyOf = ({ accountId }: Writer, what: string): string => `${PREFIX}${accountId}:${what}`;

/** What a person was typing into `what` when its page went; undefined where nothing was left over. */
export const recallTyped = <T>(writer: Writer, what: string): T | undefined => {
  try {
    const kept = localStorage.getItem(keyOf(writer, what));
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
    if (value === null) localStorage.removeItem(keyOf(writer, what));
    else localStorage.setItem(keyOf(writer, what), JSON.stringify(value));
  } catch {
    return;
  }
};

/** Forgets everything that an account was typing. */
export const forgetTyped = (accountId: string): void => {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(keyOf({ accountId }, ''))) localStorage.removeItem(key);
  } catch {
    return;
  }
};
