import { routeTable } from '../../server/http/route-table.ts';
import { ProblemDetails, SyncAnswer, unpackAnswer } from '../../shared/protocol/index.ts';

/** What is seen of a service from within, since the request before. */
export type Seen = {
  /** The route that answered. */
  readonly route: () => Line | undefined;
  /** Tables of which a guarded row changed. */
  readonly changed: () => readonly string[];
  /** What was told to its log as unexpected. */
  readonly faults: () => readonly unknown[];
};

/** What no answer may ever hold: places in our code, words of the database, folders of the machine. */
const LEAK =
  /node_modules|\.ts:\d|\n\s+at |SQLITE_|sqlite3?\b|SELECT .* FROM|ENOENT|\/(?:home|root|tmp|var)\//i;
/** Answers that only ask to come again: an honest reply of a busy service. */
const LATER = new Set([429, 503, 507]);
/** What a route may always say: another method, or an address that is no route any more once a part of it was bent. */
const ANYWHERE = new Set(['cara_salah', 'tidak_ada', 'asal_ditolak', 'server_sibuk', 'penuh']);

const ROWS = new Map(routeTable.map((row) => [`${row.method} ${row.path}`, row]));

type Line = { readonly method: string; readonly route: string };
type Answered = { readonly status: number; readonly text: string; readonly line: Line | undefined };
type Answer = { readonly status: number; readonly code: string };

/** What the table of routes does not say of this answer. */
const undeclared = (line: Line | undefined, { status, code }: Answer): string[] => {
  if (!line) return [];
  const name = `${line.method.toLowerCase()} ${line.route}`;
  const row = ROWS.get(name) ?? ROWS.get(name.replace(/^head /, 'get '));
  if (!row || status in row.answers || ANYWHERE.has(code)) return [];
  // A HEAD has no body to read the code from.
  if (line.method === 'HEAD' && status >= 400) return [];
  return (row.problems as readonly string[]).includes(code) ? [] : [`${name} declares no ${status} ${code}`];
};

/** What a sync may change besides the ledger: a phone whose old id its new key vouches for is entered under it. */
const OF_PHONES: ReadonlySet<string> = new Set(['devices']);

/** Which of these tables should have stayed as they were: the request was refused, or every command of a sync was. */
const wrongly = (changed: readonly string[], { status, text, line }: Answered): readonly string[] => {
  if (changed.length === 0 || status >= 400) return changed;
  if (line?.route !== '/api/sync' || !text.startsWith('{')) return [];
  const answer = SyncAnswer.safeParse(unpackAnswer(JSON.parse(text)));
  const tookNothing = answer.success && answer.data.res.every(({ r }) => r === 'no' || r === 'wait');
  return tookNothing ? changed.filter((table) => !OF_PHONES.has(table)) : [];
};

/** What is wrong with an answer, and the code of a refusal; `code` is empty where it was taken. */
export const faultsOf = async (
  response: Response,
  seen?: Seen,
): Promise<{ readonly found: readonly string[]; readonly code: string }> => {
  const text = await response.text();
  const { status } = response;
  const found: string[] = [];
  if (LEAK.test(text) || response.headers.has('x-powered-by')) found.push(`leak: ${text.slice(0, 200)}`);
  // A fault that one command caused comes as its verdict, within an answer that is well.
  if (text.includes('"gangguan"') && !text.includes('"openapi"'))
    found.push(`a fault inside: ${text.slice(0, 200)}`);
  if (status >= 500 && !LATER.has(status)) found.push(`${status} ${text.slice(0, 200)}`);
  const inside = (seen?.faults() ?? []).map((cause) =>
    cause instanceof Error ? (cause.stack ?? '') : String(cause),
  );
  found.push(...inside.map((cause) => `told to the log: ${cause}`));
  const line = seen?.route();
  const wrong = wrongly(seen?.changed() ?? [], { status, text, line });
  if (wrong.length > 0) found.push(`refused, and changed ${wrong.join()}`);
  if (status < 400) return { found: [...found, ...undeclared(line, { status, code: '' })], code: '' };
  // A HEAD has no body, and what the files of the app do not hold is a page.
  const problem = text.startsWith('{') ? ProblemDetails.safeParse(JSON.parse(text)) : null;
  if (problem && !problem.success) found.push(`no problem: ${text.slice(0, 200)}`);
  const code = problem?.success ? problem.data.code : String(status);
  return { found: [...found, ...undeclared(line, { status, code })], code };
};
