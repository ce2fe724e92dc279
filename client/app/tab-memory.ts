const kept = new Map<string, unknown>();

/** What this page remembers while it is open, for work in progress that is no draft: the back button must not cost it. */
export const recallInTab = <T>(key: string): T | undefined => kept.get(key) as T | undefined;

/** Remembers a value until the page is closed. */
export const rememberInTab = (key: string, value: unknown): void => {
  kept.set(key, value);
};
