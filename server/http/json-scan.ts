/** What the scan looks out for before `JSON.parse`, which accepts any depth and keeps the last of doubled keys. */
export type ScanLimits = { readonly depth: number; readonly keys: number };

/** End of the string that starts at `from` (its opening quote); -1 where it never ends. */
const endOfString = (text: string, from: number): number => {
  for (let i = from + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x5c) i += 1;
    else if (code === 0x22) return i;
  }
  return -1;
};

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

const followedByColon = (text: string, from: number): boolean => {
  let i = from;
  while (isSpace(text.charCodeAt(i))) i += 1;
  return text.charCodeAt(i) === 0x3a;
};

/** The key as the parser will see it, so that an escape cannot hide a doubled one; null where it is no string. */
const keyOf = (raw: string): string | null => {
  if (!raw.includes('\\')) return raw.slice(1, -1);
  try {
    return JSON.parse(raw) as string;
  } catch {
    return null;
  }
};

/**
 * One linear pass over JSON text: too deep or too many keys (`json_dalam`), one key twice in an object (`kunci_ganda`),
 * a string without end (`json_rusak`); null where nothing is amiss. Grammar is left to the parser.
 */
export const scanJson = (
  text: string,
  limits: ScanLimits,
): 'json_dalam' | 'kunci_ganda' | 'json_rusak' | null => {
  const open: (Set<string> | null)[] = [];
  let keys = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x7b || code === 0x5b) {
      open.push(code === 0x7b ? new Set() : null);
      if (open.length > limits.depth) return 'json_dalam';
    } else if (code === 0x7d || code === 0x5d) {
      open.pop();
    } else if (code === 0x22) {
      const end = endOfString(text, i);
      if (end < 0) return 'json_rusak';
      const seen = open.at(-1);
      if (seen && followedByColon(text, end + 1)) {
        const key = keyOf(text.slice(i, end + 1));
        if (key === null) return 'json_rusak';
        if (seen.has(key)) return 'kunci_ganda';
        seen.add(key);
        keys += 1;
        if (keys > limits.keys) return 'json_dalam';
      }
      i = end;
    }
  }
  return null;
};
