/** The value of `--name` on the command line. */
export const text = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : undefined;
};

/** The same as a number; `otherwise` where it is not given. */
export const count = (name: string, otherwise: number): number => Number(text(name) ?? otherwise);
