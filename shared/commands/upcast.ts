/** A command's kind, version and body as they came. */
export type Versioned = { readonly kind: string; readonly version: number; readonly body: unknown };
type Upcaster = (body: unknown) => unknown;

/**
 * From version v of a kind to v + 1, for every version ever shipped: `'entri.catat@1': (body) => …`.
 * A phone that was away for two years still gets its entries in; removing one fails the golden corpus.
 */
const upcasters: Readonly<Record<string, Upcaster>> = {};

/** Brings a command of an older version to the current one; leaves one of a newer version for `decide` to refuse. */
export const upcast = (command: Versioned, current: number): Versioned => {
  const up = upcasters[`${command.kind}@${command.version}`];
  if (command.version >= current || !up) return command;
  return upcast({ ...command, version: command.version + 1, body: up(command.body) }, current);
};
